using System.Security.Cryptography;
using Communities.Actors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// How people come in and go out, for pages and API alike: accounts opened, sessions started and ended.
/// </summary>
internal sealed class Entrance(
    IActors actors, WebOptions options, Emails emails, Alerts alerts, SecondFactor second, TimeProvider time)
{
    private static readonly Refusal Wrong = new("credentials.wrong", "The account name or the password is wrong.");
    private static readonly Refusal SignUpClosed = new(
        "sign-up.closed", "New accounts are opened by invitation only here.");
    private static readonly Refusal PasswordWrong = new("password.wrong", "The present password is wrong.");
    private static readonly Refusal EmailMissing = new("email.empty", "Please write an email.");

    // As the actor says it, which cannot be asked under a key that is none.
    private static readonly Refusal MalformedName = new(
        "account.malformed", "An account name is 2 to 40 small letters a–z, digits, hyphens and underscores.");
    private static readonly Refusal MalformedEmail = new("email.malformed", "That is no e-mail address.");

    public static Refusal SignInFirst { get; } = new("session.needed", "Please sign in first.");

    /// <summary>Opens an account and signs it in.</summary>
    public async ValueTask<Answer> SignUp(HttpContext http, SignUpBody wish, CancellationToken ct)
    {
        if (!options.SignUpIsOpen) return No(SignUpClosed);
        var email = string.IsNullOrWhiteSpace(wish.Email) || !emails.AreOn ? null : wish.Email.Trim();
        if (email is null && options.Mail.Required) return No(EmailMissing);
        if (email is not null && !Account.IsEmail(email)) return No(MalformedEmail);
        var name = wish.Name ?? wish.Account;
        var language = wish.Language ?? Caller.Of(http).Language;
        var answer = await Open(http, wish.Account, name, wish.Password, language, ct);
        if (answer.Refusal is null && !answer.IsRepeat && email is not null)
            await emails.ProposeFirst(wish.Account, email, ct);
        return answer;
    }

    /// <summary>Signs in with a password: starts a session and sets its cookie.</summary>
    /// <param name="http">The request.</param>
    /// <param name="who">The account's name, or its confirmed e-mail address.</param>
    /// <param name="password">The password.</param>
    /// <param name="code">A code of the authenticator or a recovery code, where there is one.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>
    /// Refused in the same words and time whether the account or the password is wrong; <c>code.needed</c> where the
    /// password is right and a second factor is asked for.
    /// </returns>
    public async ValueTask<Answer> SignIn(
        HttpContext http, string who, string password, string? code, CancellationToken ct)
    {
        var account = await emails.Find(who, ct);
        var state = account is null ? Account.Initial : await actors.See<Account>(Keys.OfAccount(account), ct);
        if (state.LockedAt(time.GetUtcNow()) is { } locked) return No(locked);
        if (await Passwords.Matches(state.PasswordHash, password, ct))
            return await Enter(http, account!, state, Way.Password, code, ct);
        if (state.PasswordHash is not null) await Fail(account!, ct);
        return No(Wrong);
    }

    /// <summary>
    /// Lets in who has shown a password or another site's word, with a second factor where one is set.
    /// </summary>
    public async ValueTask<Answer> Enter(
        HttpContext http, string account, Account state, Way way, string? code, CancellationToken ct)
    {
        Proof? proof = null;
        if (state.Authenticator is not null && !string.IsNullOrWhiteSpace(code))
        {
            if (state.LockedAt(time.GetUtcNow()) is { } locked) return No(locked);
            if ((proof = second.ProofOf(state, code)) is null)
            {
                await Fail(account, ct);
                return No(SecondFactor.Wrong);
            }
        }

        return await Start(http, account, id => new(id, DeviceOf(http), way, proof), ct);
    }

    /// <summary>Lets in who has shown a passkey.</summary>
    public ValueTask<Answer> Enter(HttpContext http, string account, Passkey passkey, CancellationToken ct) =>
        Start(http, account, id => new(id, DeviceOf(http), Way.Passkey, Passkey: passkey), ct);

    /// <summary>Signs out: ends the session and forgets its cookie.</summary>
    public async ValueTask<Answer> SignOut(HttpContext http, CancellationToken ct)
    {
        var caller = Caller.Of(http);
        if (caller is not { Account: { } account, Session: { } session }) return No(SignInFirst);
        await http.SignOutAsync(Authentication.CookieScheme);
        return await AsOwn(account, new AccountCommand.EndSession(session), ct);
    }

    /// <summary>Shows once more, by the password, who uses this session.</summary>
    public async ValueTask<Answer> Confirm(HttpContext http, string password, CancellationToken ct)
    {
        var caller = Caller.Of(http);
        if (caller is not { Account: { } account, Session: { } session }) return No(SignInFirst);
        return await IsWrong(account, password, ct) is { } no
            ? No(no)
            : await AsOwn(account, new AccountCommand.ConfirmSession(session), ct);
    }

    /// <summary>Changes the password of who asks, and ends the other sessions.</summary>
    /// <remarks>Who has none yet has shown lately in another way who it is: the account sees to that.</remarks>
    public async ValueTask<Answer> ChangePassword(
        HttpContext http, string present, string next, CancellationToken ct)
    {
        var caller = Caller.Of(http);
        if (caller.Account is not { } account) return No(SignInFirst);
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        if (Passwords.Fault(next, account, state.Name, state.Email) is { } fault) return No(fault);
        if (state.PasswordHash is not null && await IsWrong(account, present, ct) is { } no) return No(no);
        var hash = await Passwords.HashAsync(next, ct);
        var answer = await AsOwn(account, new AccountCommand.ChangePassword(hash, caller.Session), ct);
        await alerts.Tell(account, answer, ct);
        return answer;
    }

    /// <summary>Opens an account with a password, and signs it in.</summary>
    public async ValueTask<Answer> Open(
        HttpContext http, string account, string name, string password, string language, CancellationToken ct)
    {
        if (!Keys.IsAccount(account)) return No(MalformedName);
        if (Passwords.Fault(password, account, name) is { } fault) return No(fault);
        var command = new AccountCommand.Open(name, await Passwords.HashAsync(password, ct), language);
        var opened = await Asking.Of(http).Ask(Keys.OfAccount(account), command, ct: ct);
        if (opened.Refusal is not null) return opened;

        // A repeat opened nothing: who sends it must still know the password.
        if (opened.IsRepeat) return await SignIn(http, account, password, null, ct) with { IsRepeat = true };
        return await Start(http, account, id => new(id, DeviceOf(http)), ct);
    }

    /// <summary>Opens an account without a password for who comes from another site, and signs it in.</summary>
    public async ValueTask<Answer> Open(
        HttpContext http, string account, string name, OutsideLogin login, CancellationToken ct)
    {
        if (!options.SignUpIsOpen) return No(SignUpClosed);
        if (!Keys.IsAccount(account)) return No(MalformedName);
        var key = Keys.OfAccount(account);
        var opened = await actors.Ask(
            key, new AccountCommand.Open(name, null, Caller.Of(http).Language), new Call("", Standing.None), ct);
        if (opened.Refusal is not null) return opened;
        var claimed = await actors.Ask(
            Keys.OfOutsideLogin(login.Provider, login.Subject), new IdentifierCommand.Claim(account), Call.System(),
            ct);
        if (claimed.Refusal is not null) return claimed;
        var linked = await actors.Ask(key, new AccountCommand.Link(login), Call.System(), ct);
        return linked.Refusal is not null
            ? linked
            : await Start(http, account, id => new(id, DeviceOf(http), Way.Provider), ct);
    }

    private async ValueTask<Refusal?> IsWrong(string account, string password, CancellationToken ct)
    {
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        if (state.LockedAt(time.GetUtcNow()) is { } locked) return locked;
        if (await Passwords.Matches(state.PasswordHash, password, ct)) return null;
        await Fail(account, ct);
        return PasswordWrong;
    }

    private async ValueTask Fail(string account, CancellationToken ct)
    {
        var answer = await actors.Ask(
            Keys.OfAccount(account), new AccountCommand.FailSignIn(), Call.System(), ct);
        await alerts.Tell(account, answer, ct);
    }

    private async ValueTask<Answer> Start(
        HttpContext http, string account, Func<string, AccountCommand.StartSession> start, CancellationToken ct)
    {
        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var answer = await AsOwn(account, start(session), ct);
        if (answer.Refusal is not null) return answer;
        await alerts.Tell(account, answer, ct);
        await http.SignInAsync(
            Authentication.CookieScheme,
            Authentication.PrincipalOf(account, session),
            new AuthenticationProperties { IsPersistent = true });
        return answer;
    }

    private static string DeviceOf(HttpContext http) => Device.Of(http.Request.Headers.UserAgent.ToString());

    private ValueTask<Answer> AsOwn(string account, AccountCommand command, CancellationToken ct) =>
        actors.Ask(Keys.OfAccount(account), command, new Call(account, Standing.None), ct);

    private static Answer No(Refusal refusal) => new(0, 0, [], refusal);
}
