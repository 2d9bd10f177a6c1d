using System.Security.Cryptography;
using Communities.Actors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// How people come in and go out, for pages and API alike: accounts opened, sessions started and ended.
/// </summary>
public sealed class Entrance(IActors actors, WebOptions options)
{
    private static readonly Refusal Wrong = new("credentials.wrong", "The account name or the password is wrong.");
    private static readonly Refusal SignUpClosed = new(
        "sign-up.closed", "New accounts are opened by invitation only here.");
    // As the actor says it, which cannot be asked under a key that is none.
    private static readonly Refusal MalformedName = new(
        "account.malformed", "An account name is 2 to 40 small letters a–z, digits, hyphens and underscores.");

    internal static Refusal SignInFirst { get; } = new("session.needed", "Please sign in first.");

    /// <summary>Opens an account and signs it in.</summary>
    public async ValueTask<Answer> SignUp(
        HttpContext http, string account, string name, string password, string language, CancellationToken ct = default)
    {
        if (!options.SignUpIsOpen) return No(SignUpClosed);
        return await Open(http, account, name, password, language, ct);
    }

    /// <summary>Signs in: starts a session and sets its cookie.</summary>
    /// <returns>Refused in the same words and time whether the account or the password is wrong.</returns>
    public async ValueTask<Answer> SignIn(
        HttpContext http, string account, string password, CancellationToken ct = default)
    {
        var isName = Keys.IsAccount(account);
        var hash = isName ? (await actors.See<Account>(Keys.OfAccount(account), ct)).PasswordHash : null;
        return await Passwords.Matches(hash, password, ct) ? await Start(http, account, ct) : No(Wrong);
    }

    /// <summary>Signs out: ends the session and forgets its cookie.</summary>
    public async ValueTask<Answer> SignOut(HttpContext http, CancellationToken ct = default)
    {
        var caller = Caller.Of(http);
        if (caller is not { Account: { } account, Session: { } session }) return No(SignInFirst);
        await http.SignOutAsync(Authentication.CookieScheme);
        return await AsOwn(account, new AccountCommand.EndSession(session), ct);
    }

    /// <summary>Changes the password of who asks, and ends the other sessions.</summary>
    public async ValueTask<Answer> ChangePassword(
        HttpContext http, string present, string next, CancellationToken ct = default)
    {
        var caller = Caller.Of(http);
        if (caller.Account is not { } account) return No(SignInFirst);
        if (Passwords.Fault(next, account) is { } fault) return No(fault);
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        if (!await Passwords.Matches(state.PasswordHash, present, ct))
            return No(new Refusal("password.wrong", "The present password is wrong."));
        var hash = await Passwords.HashAsync(next, ct);
        return await AsOwn(account, new AccountCommand.ChangePassword(hash, caller.Session), ct);
    }

    internal async ValueTask<Answer> Open(
        HttpContext http, string account, string name, string password, string language, CancellationToken ct)
    {
        if (!Keys.IsAccount(account))
            return No(MalformedName);
        if (Passwords.Fault(password, account) is { } fault) return No(fault);
        var command = new AccountCommand.Open(name, await Passwords.HashAsync(password, ct), language);
        var opened = await Asking.Of(http).Ask(Keys.OfAccount(account), command, ct: ct);
        if (opened.Refusal is not null) return opened;

        // A repeat opened nothing: who sends it must still know the password.
        var started = opened.IsRepeat ? await SignIn(http, account, password, ct) : await Start(http, account, ct);
        return started;
    }

    private async ValueTask<Answer> Start(HttpContext http, string account, CancellationToken ct)
    {
        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var device = Device.Of(http.Request.Headers.UserAgent.ToString());
        var answer = await AsOwn(account, new AccountCommand.StartSession(session, device), ct);
        if (answer.Refusal is not null) return answer;
        await http.SignInAsync(
            Authentication.CookieScheme,
            Authentication.PrincipalOf(account, session),
            new AuthenticationProperties { IsPersistent = true });
        return answer;
    }

    private ValueTask<Answer> AsOwn(string account, AccountCommand command, CancellationToken ct) =>
        actors.Ask(Keys.OfAccount(account), command, new Call(account, Standing.None), ct);

    private static Answer No(Refusal refusal) => new(0, 0, [], refusal);
}
