using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.AccountCommand;

namespace Communities.Web;

/// <summary>What keeps a person's account safe: password, address, sessions, tokens, and what happened to it.</summary>
internal static class SecurityPages
{
    public const string Path = "/account/security";

    public static void MapSecurityPages(this IEndpointRouteBuilder pages)
    {
        var account = pages.MapGroup("/account");
        account.MapGet("/security", (HttpContext http, IActors actors, CancellationToken ct) =>
            ShowAll(Reader.Of(http), actors, null, ct));
        account.MapGet("/confirm", (HttpContext http, IActors actors, CancellationToken ct, string? back = null) =>
            ShowConfirm(Reader.Of(http), actors, back, ct));
        account.MapPost("/confirm", Confirm).RequireRateLimiting(RateLimits.SignIn);
        account.MapPost("/password", ChangePassword).RequireRateLimiting(RateLimits.SignIn);
        account.MapPost("/email", Propose).RequireRateLimiting(RateLimits.Mail);
        account.MapPost("/email/remove", (IFormCollection form, HttpContext http, OwnAccount own, IActors actors,
            CancellationToken ct) => Change(
                form, http, own, actors, s => new RemoveEmail(s), Notices.EmailRemoved, ct));
        account.MapPost("/sessions/end", (IFormCollection form, HttpContext http, OwnAccount own, IActors actors,
            CancellationToken ct) => Change(
                form, http, own, actors, _ => new EndSession(form["id"].ToString()), Notices.Session, ct));
        account.MapPost("/sessions/end-others", (IFormCollection form, HttpContext http, OwnAccount own,
            IActors actors, CancellationToken ct) => Change(
                form, http, own, actors, s => new EndOtherSessions(s ?? ""), Notices.Session, ct));
        account.MapPost("/passkeys/remove", (IFormCollection form, HttpContext http, OwnAccount own, IActors actors,
            CancellationToken ct) => Change(
                form, http, own, actors, s => new RemovePasskey(form["id"].ToString(), s), Notices.PasskeyRemoved,
                ct));
        account.MapPost("/tokens", Issue);
        account.MapPost("/tokens/revoke", (IFormCollection form, HttpContext http, OwnAccount own, IActors actors,
            CancellationToken ct) => Change(
                form, http, own, actors, _ => new RevokeToken(form["id"].ToString()), Notices.Token, ct));
        account.MapPost("/notes/read", async (IFormCollection form, HttpContext http, OwnAccount own,
            CancellationToken ct) =>
        {
            await own.Ask(http, session => new NoteSession(session ?? ""), ct);
            return Results.LocalRedirect(Show.Local(form["back"]));
        });
    }

    /// <summary>After a form: the page again with what came of it; or where one shows first who one is.</summary>
    internal static async Task<IResult> Change(
        IFormCollection form, HttpContext http, OwnAccount own, IActors actors, Func<string?, AccountCommand> command,
        string done, CancellationToken ct)
    {
        _ = form; // Read for its token.
        var answer = await own.Ask(http, command, ct);
        return answer.Refusal is { } no ? await Refused(http, actors, no, ct) : Show.Done(Path, done: done);
    }

    /// <summary>The page with a "no"; where it is that one has not shown lately who one is, where one does.</summary>
    internal static Task<IResult> Refused(HttpContext http, IActors actors, Refusal no, CancellationToken ct) =>
        no == Refusals.ConfirmFirst
            ? ShowConfirm(Reader.Of(http, no), actors, Path, ct)
            : ShowAll(Reader.Of(http, no), actors, null, ct);

    private static async Task<IResult> Confirm(
        IFormCollection form, HttpContext http, Entrance entrance, IActors actors, CancellationToken ct)
    {
        var back = Show.Local(form["back"]);
        var answer = await entrance.Confirm(http, form["password"].ToString(), ct);
        return answer.Refusal is { } no
            ? await ShowConfirm(Reader.Of(http, no), actors, back, ct)
            : Show.Done(back, done: Notices.Confirmed);
    }

    private static async Task<IResult> ChangePassword(
        IFormCollection form, HttpContext http, Entrance entrance, IActors actors, CancellationToken ct)
    {
        var answer = await entrance.ChangePassword(http, form["present"].ToString(), form["next"].ToString(), ct);
        return answer.Refusal is { } no
            ? await Refused(http, actors, no, ct)
            : Show.Done(Path, done: Notices.Password);
    }

    private static async Task<IResult> Propose(
        IFormCollection form, HttpContext http, Emails emails, IActors actors, CancellationToken ct)
    {
        var answer = await emails.Propose(http, form["address"].ToString(), ct);
        return answer.Refusal is { } no
            ? await Refused(http, actors, no, ct)
            : Show.Done(Path, done: Notices.EmailSent);
    }

    private static async Task<IResult> Issue(
        IFormCollection form, HttpContext http, OwnAccount own, IActors actors, CancellationToken ct)
    {
        if (Caller.Of(http).Account is not { } account) return Show.SignIn(Reader.Of(http));
        var text = "";
        var answer = await own.Ask(
            http,
            session =>
            {
                (text, var command) = ApiTokens.New(account, form["label"].ToString().Trim(), session);
                return command;
            },
            ct);

        // No way elsewhere from here: the token stands on this page alone, and in no address.
        return answer.Refusal is { } no
            ? await Refused(http, actors, no, ct)
            : await ShowAll(Reader.Of(http), actors, text, ct);
    }

    private static async Task<IResult> ShowAll(Reader reader, IActors actors, string? issued, CancellationToken ct)
    {
        if (reader.Caller.Account is not { } account) return Show.SignIn(reader);
        return Show.Page<SecurityPage>(reader, new()
        {
            [nameof(SecurityPage.State)] = await actors.See<Account>(Keys.OfAccount(account), ct),
            [nameof(SecurityPage.Issued)] = issued,
        });
    }

    internal static async Task<IResult> ShowConfirm(
        Reader reader, IActors actors, string? back, CancellationToken ct)
    {
        if (reader.Caller is not { Account: { } account, Session: not null }) return Show.SignIn(reader);
        return Show.Page<ConfirmPage>(reader, new()
        {
            [nameof(ConfirmPage.State)] = await actors.See<Account>(Keys.OfAccount(account), ct),
            [nameof(ConfirmPage.Back)] = Show.Local(back ?? Path),
        });
    }
}
