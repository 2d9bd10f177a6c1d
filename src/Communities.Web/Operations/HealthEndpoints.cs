using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>How the program is.</summary>
/// <param name="Status"><c>ok</c>, or <c>behind</c> while the views catch up with the journal.</param>
/// <param name="Journal">The position of the last event.</param>
/// <param name="Views">The position up to which people can read.</param>
internal sealed record Health(string Status, long Journal, long Views);

/// <summary>What watches the program asks: is it there, and can it serve?</summary>
internal static class HealthEndpoints
{
    // A few seconds' worth of events at full load: further back, readers would miss what they were answered.
    private const long BehindMax = 100_000;

    public static void MapHealthEndpoints(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", Live).WithName("Live").WithSummary("Answers as long as the program runs.");
        health.MapGet("/ready", Ready).WithName("Ready")
            .WithSummary("200 when it can serve; 503 while what people read is far behind.");
    }

    private static Ok<Health> Live(IFeed feed, IViews views) => TypedResults.Ok(Of(feed, views));

    private static Results<Ok<Health>, JsonHttpResult<Health>> Ready(IFeed feed, IViews views)
    {
        var health = Of(feed, views);
        return health.Status == "ok"
            ? TypedResults.Ok(health)
            : TypedResults.Json(health, WebJson.Default.Health, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static Health Of(IFeed feed, IViews views)
    {
        var (head, read) = (feed.Head, views.Position);
        return new Health(head - read > BehindMax ? "behind" : "ok", head, read);
    }
}
