using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>A contest that who asks may see, and what it is for them.</summary>
/// <param name="Place">What the community is for who asks.</param>
/// <param name="Page">The contest.</param>
internal sealed record FoundContest(Place Place, ContestPageView Page)
{
    /// <summary>The contest, or null where who asks sees none.</summary>
    public static async ValueTask<(Place Place, FoundContest? Found)> Of(
        Caller caller, string community, string contest, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return place.IsSeen && Keys.IsThread(contest)
            && await views.Contest(community, contest, place.Viewer, ct) is { } page
            ? (place, new(place, page))
            : (place, null);
    }

    /// <summary>Why this post cannot be an entry of who asks, or null: an own post that readers see.</summary>
    public Refusal? FaultOf(int number) =>
        Page.Candidates.Any(post => post.Number == number)
            || Page.Entries.Any(entry => entry.Number == number && entry.Author.Account == Place.Viewer.Account)
            ? null
            : Refusals.NoSuchPost;
}
