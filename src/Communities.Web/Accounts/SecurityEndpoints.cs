using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>An e-mail address.</summary>
internal sealed record EmailBody(string Address);

/// <summary>What a link in an e-mail held.</summary>
internal sealed record KeyBody(string Key);

/// <summary>Who has forgotten the password: an account's name, or its confirmed e-mail address.</summary>
internal sealed record ForgottenBody(string Account);

/// <summary>What the link held, and the next password.</summary>
internal sealed record ResetBody(string Key, string Next);

/// <summary>Whether the link also turns off a lost second factor.</summary>
internal sealed record IssueResetBody(bool DropsSecondFactor = false);

/// <summary>A link for another password: its path on this site, and until when it lasts.</summary>
internal sealed record ResetLinkView(string Path, DateTimeOffset Until);

/// <summary>The password, shown once more.</summary>
internal sealed record ConfirmBody(string Password);

/// <summary>How an account is kept, for its owner.</summary>
/// <param name="Email">The confirmed address.</param>
/// <param name="PendingEmail">The address that waits to be confirmed.</param>
/// <param name="HasPassword">False for who comes in otherwise.</param>
/// <param name="HasAuthenticator">True where signing in takes a code, too.</param>
/// <param name="RecoveryCodes">How many are left.</param>
/// <param name="IsConfirmed">True while what is sensitive may be done in this session.</param>
/// <param name="Passkeys">Passkeys, oldest first.</param>
/// <param name="Logins">Other sites by which one comes in.</param>
/// <param name="Notes">What happened to the account, newest first.</param>
internal sealed record SecurityView(
    string? Email, string? PendingEmail, bool HasPassword, bool HasAuthenticator, int RecoveryCodes, bool IsConfirmed,
    IReadOnlyList<PasskeyView> Passkeys, IReadOnlyList<LoginView> Logins, IReadOnlyList<NoteView> Notes);

/// <summary>A passkey, without its key.</summary>
internal sealed record PasskeyView(string Id, string Label, DateTimeOffset? AddedAt, bool IsBackedUp);

/// <summary>Another site by which one comes in.</summary>
internal sealed record LoginView(string Provider, string Label);

/// <summary>Something that happened to the account.</summary>
internal sealed record NoteView(Matter What, DateTimeOffset At);

/// <summary>What keeps an account safe: e-mail address, resets, and showing again who one is.</summary>
internal static class SecurityEndpoints
{
    public static void MapSecurityEndpoints(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me").WithTags("Accounts");
        own.MapGet("/security", Read).WithName("Security").WithSummary("How one's account is kept.");
        own.MapPost("/confirmation", Confirm).WithName("Confirm").RequireRateLimiting(RateLimits.SignIn)
            .WithSummary("Shows once more who one is; what is sensitive may be done for a quarter of an hour then.");
        own.MapPut("/email", Propose).WithName("ProposeEmail").RequireRateLimiting(RateLimits.Mail)
            .WithSummary("Names an e-mail address, to which a link is sent that confirms it.");
        own.MapDelete("/email", Remove).WithName("RemoveEmail").WithSummary("Takes one's e-mail address away.");
        own.MapDelete("/logins/{provider}", Unlink).WithName("Unlink")
            .WithSummary("Another site no longer signs one in.");
        var all = api.MapGroup("").WithTags("Accounts");
        all.MapPost("/email-confirmations", ConfirmEmail).WithName("ConfirmEmail")
            .RequireRateLimiting(RateLimits.SignIn).WithSummary("Confirms an address with what its link holds.");
        all.MapPost("/password-resets", Forgot).WithName("ForgetPassword").RequireRateLimiting(RateLimits.Mail)
            .WithSummary("Sends a link for another password to the confirmed address of an account, if it has one.");
        all.MapPost("/password-resets/use", Reset).WithName("ResetPassword").RequireRateLimiting(RateLimits.SignIn)
            .WithSummary("Gives an account another password with what such a link holds.");
        all.MapPost("/accounts/{account}/password-resets", Issue).WithName("IssueReset")
            .RequireRateLimiting(RateLimits.Mail)
            .WithSummary("Makes a link for another password, for who runs the site to give to its owner.");
    }

    private static async Task<Results<Ok<SecurityView>, Problem>> Read(
        Caller caller, IActors actors, TimeProvider time, CancellationToken ct)
    {
        if (caller.Account is not { } account) return Problem.Of(Entrance.SignInFirst, caller);
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        return TypedResults.Ok(new SecurityView(
            state.Email, state.PendingEmail?.Address, state.PasswordHash is not null, state.Authenticator is not null,
            state.RecoveryCodes.Count, state.IsConfirmedAt(caller.Session, time.GetUtcNow()),
            [.. state.Passkeys.Select(key => new PasskeyView(key.Id, key.Label, key.AddedAt, key.IsBackedUp))],
            [.. state.OutsideLogins.Select(login => new LoginView(login.Provider, login.Label))],
            [.. state.Notes.Reverse().Select(note => new NoteView(note.What, note.At))]));
    }

    private static async Task<Results<Ok<Changed>, Problem>> Confirm(
        ConfirmBody body, Asking ask, Entrance entrance, HttpContext http, CancellationToken ct) =>
        ask.Changed(await entrance.Confirm(http, body.Password, ct));

    private static async Task<Results<Ok<Changed>, Problem>> Propose(
        EmailBody body, Asking ask, Emails emails, HttpContext http, CancellationToken ct) =>
        ask.Changed(await emails.Propose(http, body.Address, ct));

    private static async Task<Results<Ok<Changed>, Problem>> Remove(
        Asking ask, OwnAccount own, HttpContext http, CancellationToken ct) =>
        ask.Changed(await own.Ask(http, session => new AccountCommand.RemoveEmail(session), ct));

    private static async Task<Results<Ok<Changed>, Problem>> Unlink(
        string provider, Asking ask, OwnAccount own, HttpContext http, CancellationToken ct) =>
        ask.Changed(await own.Ask(http, session => new AccountCommand.Unlink(provider, session), ct));

    private static async Task<Results<Ok<Changed>, Problem>> ConfirmEmail(
        KeyBody body, Asking ask, Emails emails, CancellationToken ct) =>
        ask.Changed(await emails.Confirm(body.Key, ct));

    private static async Task<Results<Accepted, Problem>> Forgot(
        ForgottenBody body, Caller caller, Resets resets, CancellationToken ct) =>
        await resets.Send(body.Account, ct) is { } no ? Problem.Of(no, caller) : TypedResults.Accepted((string?)null);

    private static async Task<Results<Ok<Changed>, Problem>> Reset(
        ResetBody body, Asking ask, Resets resets, CancellationToken ct) =>
        ask.Changed(await resets.Use(body.Key, body.Next, ct));

    private static async Task<Results<Ok<ResetLinkView>, Problem>> Issue(
        string account, IssueResetBody body, Caller caller, Resets resets, TimeProvider time, HttpContext http,
        CancellationToken ct)
    {
        var (answer, key) = await resets.Issue(http, account, body.DropsSecondFactor, ct);
        return answer.Refusal is { } no
            ? Problem.Of(no, caller)
            : TypedResults.Ok(new ResetLinkView(ResetLinks.PathOf(key), time.GetUtcNow() + Account.ResetLife));
    }
}
