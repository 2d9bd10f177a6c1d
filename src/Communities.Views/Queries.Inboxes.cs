namespace Communities.Views;

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<Page<NoticeView>> Notices(
        string account, string? community, bool onlyUnseen, string? cursor, CancellationToken ct = default) =>
        Read(database => InboxViews.Notices(database, account, community, onlyUnseen, cursor), ct);

    /// <inheritdoc/>
    public ValueTask<NoticeView?> Notice(string account, string community, int id, CancellationToken ct = default) =>
        Read(database => InboxViews.Notice(database, account, community, id), ct);

    /// <inheritdoc/>
    public ValueTask<int> Unseen(string account, CancellationToken ct = default) =>
        Read(database => InboxViews.Unseen(database, account), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, ReadingView>> Readings(
        string community, IReadOnlyCollection<string> threads, Viewer viewer, CancellationToken ct = default) =>
        Read(database => ReadingViews.Of(database, community, threads, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<int>> BookmarkedIn(
        string account, string community, string thread, CancellationToken ct = default) =>
        Read(database => ReadingViews.BookmarkedIn(database, account, community, thread), ct);

    /// <inheritdoc/>
    public ValueTask<Page<BookmarkView>> Bookmarks(string account, string? cursor, CancellationToken ct = default) =>
        Read(database => ReadingViews.Bookmarks(database, account, cursor), ct);
}
