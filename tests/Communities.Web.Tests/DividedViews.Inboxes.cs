using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<Page<NoticeView>> Notices(
        string account, string? community, bool onlyUnseen, string? cursor, CancellationToken ct = default) =>
        views.Notices(account, community, onlyUnseen, cursor, ct);

    public ValueTask<NoticeView?> Notice(string account, string community, int id, CancellationToken ct = default) =>
        views.Notice(account, community, id, ct);

    public ValueTask<int> Unseen(string account, CancellationToken ct = default) => views.Unseen(account, ct);

    public ValueTask<IReadOnlyDictionary<string, ReadingView>> Readings(
        string community, IReadOnlyCollection<string> threads, Viewer viewer, CancellationToken ct = default) =>
        views.Readings(community, threads, viewer, ct);

    public ValueTask<IReadOnlyList<int>> BookmarkedIn(
        string account, string community, string thread, CancellationToken ct = default) =>
        views.BookmarkedIn(account, community, thread, ct);

    public ValueTask<Page<BookmarkView>> Bookmarks(string account, string? cursor, CancellationToken ct = default) =>
        views.Bookmarks(account, cursor, ct);
}
