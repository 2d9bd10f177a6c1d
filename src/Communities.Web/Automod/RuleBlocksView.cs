using System.Collections.Immutable;
using Communities.Actors;

namespace Communities.Web;

/// <summary>What a rule kept from being posted.</summary>
/// <param name="Week">How often in the last seven days.</param>
/// <param name="Month">How often in the last <see cref="Blocks.DaysMax"/> days.</param>
/// <param name="Texts">The newest few, for managers; empty for others.</param>
public sealed record RuleBlocksView(int Week, int Month, ImmutableArray<BlockedPost> Texts)
{
    private const int DaysOfWeek = 7;

    /// <summary>What this rule of a community kept from being posted, as who has this standing may know it.</summary>
    internal static RuleBlocksView Of(Blocks told, BlockedPosts blocked, Place place, string rule, DateTimeOffset now)
    {
        var untold = blocked.Untold(place.Slug, rule);
        return new(
            told.Of(rule, DaysOfWeek, now) + untold,
            told.Of(rule, Blocks.DaysMax, now) + untold,
            place.Standing.Is(Role.Manager) ? blocked.Newest(place.Slug, rule) : []);
    }
}
