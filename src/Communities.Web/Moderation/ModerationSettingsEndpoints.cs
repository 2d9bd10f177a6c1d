using System.Collections.Immutable;
using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>How a community moderates, for who may read it.</summary>
/// <param name="Reasons">What one can report for, and the rule that each stands for.</param>
/// <param name="StrikeDays">How long a strike counts, in days.</param>
/// <param name="IsNamed">The public moderation log names the moderators.</param>
/// <param name="Thresholds">From when on reports do something by themselves; for moderators.</param>
/// <param name="Ladder">The hours of a first, second, third … silence or suspension; for moderators.</param>
/// <param name="Templates">Sentences that moderators begin a reason with; for moderators.</param>
internal sealed record ModerationView(
    ImmutableArray<ReportReason> Reasons,
    int StrikeDays,
    bool IsNamed,
    Thresholds? Thresholds = null,
    ImmutableArray<int>? Ladder = null,
    ImmutableArray<ReasonTemplate>? Templates = null)
{
    /// <summary>Everybody reads the rules; what reports do by themselves is no help to who would misuse them.</summary>
    public static ModerationView Of(Place place) => place.Community.Moderation is var it && MayReadAll(place)
        ? new(it.Reasons, it.StrikeDays, it.IsNamed, it.Thresholds, it.Ladder, it.Templates)
        : new(it.Reasons, it.StrikeDays, it.IsNamed);

    private static bool MayReadAll(Place place) =>
        place.Standing.Is(Role.Moderator) || place.Standing.Categories is not null;
}

/// <summary>How a community moderates, as programs read and set it.</summary>
internal static class ModerationSettingsEndpoints
{
    public static void MapModerationSettingsEndpoints(this RouteGroupBuilder api)
    {
        var community = api.MapGroup("/communities/{community}/moderation").WithTags("Moderation");
        community.MapGet("", Read).WithName("ReadModeration")
            .WithSummary("What one can report for, and how the community moderates.");
        community.MapPut("", Set).WithName("SetModeration")
            .WithSummary("Says as a whole how the community moderates; for managers.");
    }

    private static async Task<Results<Ok<ModerationView>, Problem>> Read(
        string community, Caller caller, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(place.IsSeen ? ModerationView.Of(place) : null, Refusals.NoSuchCommunity);
    }

    private static Task<Results<Ok<Changed>, Problem>> Set(
        string community, ModerationSettings body, Asking ask, CancellationToken ct) =>
        ask.Change(community, new CommunityCommand.SetModeration(body), ct);
}
