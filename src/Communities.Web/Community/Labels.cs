using System.Collections.Immutable;
using Communities.Actors;

namespace Communities.Web;

/// <summary>
/// Which categories and tags a thread may have in its community. A thread cannot know; whoever asks it must look.
/// </summary>
internal static class Labels
{
    private static readonly Refusal Reserved = new("tag.reserved", "Only moderators give one of these tags.");
    private static readonly Refusal Single = new("tag.single", "A thread has one tag of that group at most.");

    /// <summary>The tags as they are meant, or why a thread may not have them.</summary>
    /// <param name="place">The community, and who asks.</param>
    /// <param name="category">The slug of a category, or null.</param>
    /// <param name="tags">The tags as they were written.</param>
    /// <param name="had">What the thread has so far: only moderators take reserved ones away again.</param>
    public static (ImmutableArray<string> Tags, Refusal? Fault) Of(
        Place place, string? category, ImmutableArray<string> tags, IReadOnlyList<string>? had = null)
    {
        if (ThreadEndpoints.CategoryFault(place, category) is { } fault) return (tags, fault);
        if (tags.IsDefaultOrEmpty && had is null) return (tags, null);
        var groups = place.Community.TagGroups;
        var meant = tags.Where(tag => tag is not null).Select(place.Community.Meant).Distinct().ToList();
        if (!place.Standing.Is(Role.Moderator))
        {
            var reserved = groups.Where(group => group.IsReserved).SelectMany(group => group.Tags).ToHashSet();
            var kept = (had ?? []).Where(reserved.Contains).ToList();
            if (meant.Exists(tag => reserved.Contains(tag) && !kept.Contains(tag))) return (tags, Reserved);
            meant = [.. meant.Union(kept)];
        }

        return groups.Exists(group => group.IsSingle && meant.Count(tag => group.Tags.Contains(tag)) > 1)
            ? (tags, Single)
            : ([.. meant], null);
    }
}
