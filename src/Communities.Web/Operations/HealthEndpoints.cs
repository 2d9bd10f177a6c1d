using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>How the program is.</summary>
/// <param name="Status">
/// <c>ok</c>; <c>behind</c> while the views catch up with the journal; <c>unreachable</c> while the journal cannot be
/// read; <c>draining</c> when the program is about to end.
/// </param>
/// <param name="Journal">How many events there are.</param>
/// <param name="Views">How many of them people can read.</param>
internal sealed record Health(string Status, long Journal, long Views);

/// <summary>What watches the program asks: is it there, and can it serve?</summary>
internal static class HealthEndpoints
{
    // A few seconds' worth of events at full load: further back, readers would miss what they were answered.
    private const long BehindMax = 100_000;

    // A journal that takes longer to give one event keeps people waiting at everything they do. Probes wait as long.
    private static readonly TimeSpan JournalPatience = TimeSpan.FromSeconds(2);

    public static void MapHealthEndpoints(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", Live).WithName("Live").WithSummary("Answers as long as the program runs.");
        health.MapGet("/ready", Ready).WithName("Ready").WithSummary(
            "200 when it can serve; 503 while what people read is far behind, while the journal cannot be read, "
            + "and when the program is about to end.");
    }

    private static Ok<Health> Live(Feeds feeds, IViews views) => TypedResults.Ok(Of(feeds, views, "ok"));

    internal static async Task<Results<Ok<Health>, JsonHttpResult<Health>>> Ready(
        Feeds feeds, IViews views, Readiness readiness, TimeProvider time, CancellationToken ct)
    {
        var status = readiness.IsDraining ? "draining"
            : !await IsReachable(feeds, time, ct) ? "unreachable"
            : IsBehind(feeds, views) ? "behind"
            : "ok";
        var health = Of(feeds, views, status);
        return status == "ok"
            ? TypedResults.Ok(health)
            : TypedResults.Json(health, WebJson.Default.Health, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static Health Of(Feeds feeds, IViews views, string status) =>
        new(status, feeds.Events(), feeds.Follower(views.Positions).Position);

    private static bool IsBehind(Feeds feeds, IViews views) =>
        views.Positions.Index().Any(read => feeds.Lag(read.Index, read.Item) > BehindMax);

    // The first event of all is old, so that the disk or the database is asked, and not only what memory holds.
    private static async Task<bool> IsReachable(Feeds feeds, TimeProvider time, CancellationToken ct)
    {
        try
        {
            await feeds.All[0].Read(0, 1, ct).AsTask().WaitAsync(JournalPatience, time, ct);
            return true;
        }
        catch (Exception e) when (e is JournalUnavailableException or TimeoutException)
        {
            return false;
        }
    }
}
