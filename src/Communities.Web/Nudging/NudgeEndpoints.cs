using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Which kinds of nudges a community has switched off.</summary>
internal sealed record NudgesBody(IReadOnlyList<string> Off);

/// <summary>Nudges of a community, and what they led to.</summary>
/// <param name="Off">The kinds that are switched off.</param>
/// <param name="Counts">By kind, how often one was shown in the period, and what came of it.</param>
internal sealed record NudgesView(IReadOnlyList<string> Off, IReadOnlyList<NudgeCount> Counts);

/// <summary>Nudges through the API: programs that post are shown none.</summary>
internal static class NudgeEndpoints
{
    public static void MapNudgeEndpoints(this RouteGroupBuilder api)
    {
        var nudges = api.MapGroup("/communities/{community}/nudges").WithTags("Policies");
        nudges.MapGet("", Read).WithName("ReadNudges")
            .WithSummary("Which nudges are off, and what the others led to between ?from= and ?to=.");
        nudges.MapPut("", Set).WithName("SetNudges").WithSummary("Switches nudges off and on; for managers.");
    }

    private static async Task<Results<Ok<NudgesView>, Problem>> Read(
        string community, string? from, string? to, Caller caller, IViews views, TimeProvider time,
        CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        var until = Addresses.Time("to", to) ?? time.GetUtcNow().AddDays(1);
        var since = Addresses.Time("from", from) ?? until - NudgePages.CountedFor;
        return TypedResults.Ok(new NudgesView(
            [.. place.Community.NudgesOff.Order(StringComparer.Ordinal)],
            await views.Nudges(community, since, until, place.Viewer, ct)));
    }

    private static Task<Results<Ok<Changed>, Problem>> Set(
        string community, NudgesBody body, Asking ask, CancellationToken ct) =>
        ask.Change(community, new CommunityCommand.SetNudges([.. body.Off]), ct);
}
