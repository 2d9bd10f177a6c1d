using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Who signs in.</summary>
internal sealed record SignInBody(string Account, string Password);

/// <summary>A browser in which one is signed in.</summary>
internal sealed record SessionView(
    string Id, string Device, DateTimeOffset StartedAt, DateTimeOffset EndsAt, bool IsThis);

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
        ask.Changed(await entrance.SignIn(http, body.Account, body.Password, ct));

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
                    session.Id, session.Device, session.StartedAt, session.StartedAt + Account.SessionLife,
                    session.Id == caller.Session))],
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
