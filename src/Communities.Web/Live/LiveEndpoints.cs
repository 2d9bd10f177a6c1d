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
        const string Told = "Server-sent events: 'change' with what changed, 'reload' where some were missed.";
        var live = api.MapGroup("/communities/{community}").WithTags("Live");
        live.MapGet("/live", Community).WithName("WatchCommunity")
            .WithSummary("All changes of a community, as they happen.")
            .WithDescription(Told).Produces(200, contentType: "text/event-stream");
        live.MapGet("/threads/{thread}/live", Thread).WithName("WatchThread")
            .WithSummary("Changes of a thread, as they happen.")
            .WithDescription(Told).Produces(200, contentType: "text/event-stream");
    }

    private static Task<Results<EmptyHttpResult, Problem>> Community(
        string community, LiveStream stream, HttpContext http) => stream.Serve(http, community, null);

    private static Task<Results<EmptyHttpResult, Problem>> Thread(
        string community, string thread, LiveStream stream, HttpContext http) => stream.Serve(http, community, thread);
}
