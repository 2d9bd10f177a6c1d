using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The moderation log as programs read it.</summary>
internal static class LogEndpoints
{
    public static void MapLogEndpoints(this RouteGroupBuilder api)
    {
        var community = api.MapGroup("/communities/{community}").WithTags("Moderation");
        community.MapGet("/log", List).WithName("ListModerationLog").WithSummary(
            "What was done to keep order, latest first: for moderators with names, texts and what was before.");
        community.MapGet("/transparency", Report).WithName("ReadTransparencyReport").WithSummary(
            "What was reported, decided and objected to in a period, in numbers; without one, in this quarter.");
    }

    private static async Task<Results<Ok<TransparencyView>, Problem>> Report(
        string community, Caller caller, IViews views, TimeProvider time, CancellationToken ct, string? from = null,
        string? to = null)
    {
        var place = await caller.In(community, ct);
        var period = Period.Of(from, to, time.GetUtcNow());
        return caller.Found(
            place.IsSeen ? await views.Transparency(community, period.From, period.To, place.Viewer, ct) : null,
            Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<Page<LogEntry>>, Problem>> List(
        string community, [AsParameters] LogAsked asked, Caller caller, IViews views, CancellationToken ct,
        string? cursor = null)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? await views.Log(asked.Query(community, cursor), place.Viewer, ct) : null,
            Refusals.NoSuchCommunity);
    }
}
