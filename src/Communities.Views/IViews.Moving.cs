namespace Communities.Views;

public partial interface IViews
{
    /// <summary>
    /// Where the post of this number is now, if it was moved to another thread; where it was moved together with
    /// others to come behind it, the next of them. Null where none of them was moved, or not to where this viewer may
    /// read.
    /// </summary>
    ValueTask<PostPlace?> PlaceOf(
        string community, string thread, int number, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// The number of the first post of a thread written at this time or later; null where there is none, or none for
    /// this viewer.
    /// </summary>
    ValueTask<int?> FirstSince(
        string community, string thread, DateTimeOffset since, Viewer viewer, CancellationToken ct = default);
}

/// <summary>Where a post is.</summary>
/// <param name="Thread">The id of the thread.</param>
/// <param name="Number">Its number there.</param>
public sealed record PostPlace(string Thread, int Number);

/// <summary>A post that is not here any more.</summary>
/// <param name="Number">The number that it had here.</param>
/// <param name="Place">Where it is now.</param>
public sealed record MovedView(int Number, PostPlace Place);

/// <summary>Something that happened to a thread, to be read between its posts.</summary>
/// <param name="After">Behind the post of this number; 0 before the first.</param>
/// <param name="Kind">
/// moved, received, merged, follows, followed, closed, reopened, pinned, unpinned, unlisted, listed, archived or
/// unarchived.
/// </param>
/// <param name="At">When.</param>
/// <param name="By">Who did it; without an account where nobody in particular did.</param>
/// <param name="Other">The other thread, where there is one that this viewer may know of.</param>
/// <param name="Count">How many posts were moved.</param>
/// <param name="Until">Until when it is so, where that was said.</param>
/// <param name="Reason">Why, where that was said.</param>
public sealed record HappeningView(
    int After, string Kind, DateTimeOffset At, AuthorView By, ThreadLink? Other, int Count, DateTimeOffset? Until,
    string? Reason);

/// <summary>Another thread of the same community, by its title.</summary>
public sealed record ThreadLink(string Id, string Title);
