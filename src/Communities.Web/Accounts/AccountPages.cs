using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.AccountCommand;

namespace Communities.Web;

/// <summary>A person's own page: name and reading, password, sessions, tokens.</summary>
internal static class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder pages)
    {
        var account = pages.MapGroup("/account");
        account.MapGet("", (HttpContext http, IActors actors, IViews views, CancellationToken ct) =>
            Show(Reader.Of(http), actors, views, null, ct));
        account.MapPost("", Prefer);
        account.MapPost("/password", ChangePassword).RequireRateLimiting(RateLimits.SignIn);
        account.MapPost("/sessions/end",
            (IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views, CancellationToken ct) =>
            Change(new EndSession(form["id"].ToString()), Notices.Session, http, ask, actors, views, ct));
        account.MapPost("/sessions/end-others",
            (IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views, CancellationToken ct) =>
            Change(new EndOtherSessions(ask.Caller.Session ?? form["none"].ToString()), Notices.Session, http, ask,
                actors, views, ct));
        account.MapPost("/tokens", Issue);
        account.MapPost("/tokens/revoke",
            (IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views, CancellationToken ct) =>
            Change(new RevokeToken(form["id"].ToString()), Notices.Token, http, ask, actors, views, ct));
    }

    private static Task<IResult> Prefer(
        IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views, CancellationToken ct) =>
        Change(
            new Prefer(form["name"].ToString().Trim(), ReadingChoice.Of(form, ask.Caller.Preferences)),
            Notices.Saved, http, ask, actors, views, ct);

    private static async Task<IResult> ChangePassword(
        IFormCollection form, HttpContext http, Entrance entrance, IActors actors, IViews views, CancellationToken ct)
    {
        var answer = await entrance.ChangePassword(http, form["present"].ToString(), form["next"].ToString(), ct);
        return answer.Refusal is { } no
            ? await Show(Reader.Of(http, no), actors, views, null, ct)
            : Web.Show.Done("/account", done: Notices.Password);
    }

    private static async Task<IResult> Issue(
        IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Web.Show.SignIn(Reader.Of(http));
        var (text, command) = ApiTokens.New(account, form["label"].ToString().Trim(), ask.Caller.Session);
        var answer = await ask.Ask(Keys.OfAccount(account), command, ct: ct);

        // No way elsewhere from here: the token stands on this page alone, and in no address.
        return await Show(Reader.Of(http, answer.Refusal), actors, views, answer.Refusal is null ? text : null, ct);
    }

    private static async Task<IResult> Change(
        AccountCommand command, string done, HttpContext http, Asking ask, IActors actors, IViews views,
        CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Web.Show.SignIn(Reader.Of(http));
        var answer = await ask.Ask(Keys.OfAccount(account), command, ct: ct);
        return answer.Refusal is { } no
            ? await Show(Reader.Of(http, no), actors, views, null, ct)
            : Web.Show.Done("/account", done: done);
    }

    private static async Task<IResult> Show(
        Reader reader, IActors actors, IViews views, string? issued, CancellationToken ct)
    {
        if (reader.Caller.Account is not { } account) return Web.Show.SignIn(reader);
        return Web.Show.Page<AccountPage>(reader, new()
        {
            [nameof(AccountPage.State)] = await actors.See<Account>(Keys.OfAccount(account), ct),
            [nameof(AccountPage.Memberships)] = await views.Memberships(account, ct),
            [nameof(AccountPage.Issued)] = issued,
        });
    }
}
