using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Live updates as server-sent events: what changed, once it can be read.</summary>
internal static class LiveEndpoints
{
    public static void MapLiveEndpoints(this RouteGroupBuilder api)
    {
        const string Told = "Server-sent events: 'change' with what changed, 'reload' where some were missed; for who "
            + "is signed in, 'inbox' without data when there is something new to be told.";
        var live = api.MapGroup("/communities/{community}").WithTags("Live");
        live.MapGet("/live", Community).WithName("WatchCommunity")
            .WithSummary("All changes of a community, as they happen.")
            .WithDescription(Told).Produces(200, contentType: "text/event-stream");
        live.MapGet("/threads/{thread}/live", Thread).WithName("WatchThread")
            .WithSummary("Changes of a thread, as they happen.")
            .WithDescription(Told + " For members, too: 'presence' with who is here and who is writing.")
            .Produces(200, contentType: "text/event-stream");
        live.MapPost("/threads/{thread}/writing", Writing).WithName("Writing").WithSummary(
            "Says that one is writing in a thread, for some seconds; for members, who see it of each other.");
    }

    private static Task<Results<EmptyHttpResult, Problem>> Community(
        string community, LiveStream stream, HttpContext http) => stream.Serve(http, community, null);

    private static Task<Results<EmptyHttpResult, Problem>> Thread(
        string community, string thread, LiveStream stream, HttpContext http) => stream.Serve(http, community, thread);

    // Nothing is done to any actor: who may not be seen, or has nothing to answer here, is simply not shown.
    private static async Task<Results<NoContent, Problem>> Writing(
        string community, string thread, Caller caller, LiveStream stream, Presence presence, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        if (caller.Account is not { } account || !place.Standing.Is(Role.Member))
            return Problem.Of(Refusals.MembersOnly, caller);
        if (await stream.IsHidden(community, thread, place)) return Problem.Of(ThreadEndpoints.NoSuchThread, caller);
        if (!caller.Preferences.IsUnseen && place.IsMember)
            presence.Writes(Keys.OfThread(community, thread), account, await stream.NameOf(account, caller, place, ct));
        return TypedResults.NoContent();
    }
}
