namespace Communities.Views;

public partial interface IViews
{
    /// <summary>A page of what an account is told of, latest first; of one community, or of all.</summary>
    /// <remarks>
    /// What it is told of places that it may no longer read is left out. What it does not want to lose it must see
    /// before leaving.
    /// </remarks>
    /// <param name="account">Whose inbox: nobody else is to be shown it.</param>
    /// <param name="community">Only of this community, or null.</param>
    /// <param name="onlyUnseen">Only what has not been seen.</param>
    /// <param name="cursor">Where to go on.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<NoticeView>> Notices(
        string account, string? community, bool onlyUnseen, string? cursor, CancellationToken ct = default);

    /// <summary>One notice of an account, or null.</summary>
    ValueTask<NoticeView?> Notice(string account, string community, int id, CancellationToken ct = default);

    /// <summary>How many notices an account has not seen, 99 at most: nobody counts further.</summary>
    ValueTask<int> Unseen(string account, CancellationToken ct = default);

    /// <summary>How the viewer has read these threads; empty for a visitor.</summary>
    ValueTask<IReadOnlyDictionary<string, ReadingView>> Readings(
        string community, IReadOnlyCollection<string> threads, Viewer viewer, CancellationToken ct = default);

    /// <summary>The numbers of the posts of a thread that an account has bookmarked.</summary>
    ValueTask<IReadOnlyList<int>> BookmarkedIn(
        string account, string community, string thread, CancellationToken ct = default);

    /// <summary>A page of an account's bookmarks, latest first, of posts that it may still read.</summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<BookmarkView>> Bookmarks(string account, string? cursor, CancellationToken ct = default);
}

/// <summary>Something that an account is told of.</summary>
/// <param name="Community">Where.</param>
/// <param name="CommunityName">What that is called.</param>
/// <param name="Id">Its number in that inbox.</param>
/// <param name="Reason">Why: one of <see cref="Reasons"/>.</param>
/// <param name="Thread">The thread it is about; null where none is, or none that can still be read.</param>
/// <param name="Title">That thread's title.</param>
/// <param name="Excerpt">What the last of its posts says, shortened; empty where it is removed.</param>
/// <param name="Number">The first of its posts; null where it is about none.</param>
/// <param name="Last">The last of its posts.</param>
/// <param name="By">Who did it, the latest where there are several.</param>
/// <param name="Subject">What it is about where that is no thread.</param>
/// <param name="Count">For how many it stands.</param>
/// <param name="At">When, the latest of them.</param>
/// <param name="IsSeen">Whether it has been seen.</param>
public sealed record NoticeView(
    string Community,
    string CommunityName,
    int Id,
    string Reason,
    string? Thread,
    string? Title,
    string Excerpt,
    int? Number,
    int? Last,
    AuthorView By,
    string? Subject,
    int Count,
    DateTimeOffset At,
    bool IsSeen);

/// <summary>How a member has read a thread.</summary>
/// <param name="UpTo">The number of the last post read; 0 for none.</param>
/// <param name="Unread">The posts behind it, where the member counts them.</param>
/// <param name="IsNew">Opened since the member joined, or marked all as read, by somebody else, and never read.</param>
/// <param name="Level">
/// What the member said, or else: who opened a thread watches it, who has read it tracks it.
/// </param>
public sealed record ReadingView(int UpTo, int Unread, bool IsNew, Level Level);

/// <summary>A post that an account wants to come back to.</summary>
/// <param name="Post">The post.</param>
/// <param name="CommunityName">What its community is called.</param>
/// <param name="Note">What the account noted about it.</param>
/// <param name="RemindAt">When it is to be reminded of it, if it still is.</param>
/// <param name="At">When it was bookmarked.</param>
public sealed record BookmarkView(
    Hit Post, string CommunityName, string? Note, DateTimeOffset? RemindAt, DateTimeOffset At);
