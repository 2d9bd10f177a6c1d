using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Who signs in.</summary>
/// <param name="Account">The account's name, or its confirmed e-mail address.</param>
/// <param name="Password">The password.</param>
/// <param name="Code">A code of the authenticator or a recovery code, where there is a second factor.</param>
internal sealed record SignInBody(string Account, string Password, string? Code = null);

/// <summary>A browser in which one is signed in.</summary>
/// <param name="Id">Its id, by which it is ended.</param>
/// <param name="Device">Browser and system, in words.</param>
/// <param name="StartedAt">When one signed in there.</param>
/// <param name="UsedAt">When it was last used, to the hour.</param>
/// <param name="EndsAt">When it ends of itself.</param>
/// <param name="IsThis">True for the one that asks.</param>
internal sealed record SessionView(
    string Id, string Device, DateTimeOffset StartedAt, DateTimeOffset UsedAt, DateTimeOffset EndsAt, bool IsThis);

/// <summary>Sessions: started, listed and ended.</summary>
internal static class SessionEndpoints
{
    public static void MapSessionEndpoints(this RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/me/sessions").WithTags("Accounts");
        sessions.MapPost("", SignIn).WithName("SignIn").RequireRateLimiting(RateLimits.SignIn)
            .WithSummary("Signs in: answers with the session's cookie.");
        sessions.MapGet("", List).WithName("ListSessions").WithSummary("The browsers in which one is signed in.");
        sessions.MapDelete("/current", SignOut).WithName("SignOut").WithSummary("Signs out.");
        sessions.MapDelete("/{session}", End).WithName("EndSession").WithSummary("Ends a session elsewhere.");
        sessions.MapDelete("", EndOthers).WithName("EndOtherSessions").WithSummary("Ends every session but this one.");
    }

    private static async Task<Results<Ok<Changed>, Problem>> SignIn(
        SignInBody body, Asking ask, Entrance entrance, HttpContext http, CancellationToken ct) =>
        ask.Changed(await entrance.SignIn(http, body.Account, body.Password, body.Code, ct));

    private static async Task<Results<Ok<Changed>, Problem>> SignOut(
        Asking ask, Entrance entrance, HttpContext http, CancellationToken ct) =>
        ask.Changed(await entrance.SignOut(http, ct));

    private static async Task<Results<Ok<Page<SessionView>>, Problem>> List(
        Caller caller, IActors actors, TimeProvider time, CancellationToken ct)
    {
        if (caller.Account is not { } account) return Problem.Of(Entrance.SignInFirst, caller);
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        var now = time.GetUtcNow();
        return TypedResults.Ok(new Page<SessionView>(
            [.. state.Sessions
                .Where(session => state.SessionAt(session.Id, now) is not null)
                .Select(session => new SessionView(
                    session.Id, session.Device, session.StartedAt, session.UsedAt ?? session.StartedAt,
                    session.StartedAt + Account.SessionLife, session.Id == caller.Session))],
            null));
    }

    private static async Task<Results<Ok<Changed>, Problem>> End(string session, Asking ask, CancellationToken ct) =>
        ask.Caller.Account is not { } account
            ? Problem.Of(Entrance.SignInFirst, ask.Caller)
            : await ask.Change(Keys.OfAccount(account), new AccountCommand.EndSession(session), ct);

    private static async Task<Results<Ok<Changed>, Problem>> EndOthers(Asking ask, CancellationToken ct) =>
        ask.Caller.Account is not { } account
            ? Problem.Of(Entrance.SignInFirst, ask.Caller)
            : await ask.Change(
                Keys.OfAccount(account), new AccountCommand.EndOtherSessions(ask.Caller.Session ?? ""), ct);
}
