using System.Text;

namespace Communities.Views;

/// <summary>What those read who do not look at pages: feed readers and search engines.</summary>
internal static class FeedViews
{
    // What a feed reader shows at once; whoever asks less often than so many threads are opened, reads the list.
    private const int OpenedMost = 30;

    public static IReadOnlyList<FreshThread> Opened(
        Database database, string community, string? category, string? tag, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var sql = new StringBuilder($"""
            SELECT t.id, t.title, t.category, t.tags, t.author, t.opened_at, p.revised_at, p.text
            FROM threads t JOIN posts p ON p.id = (t.n << {Schema.PostBits}) | 1
            WHERE t.community = ?1 AND t.listed = 1 AND p.removal = 0
            """);
        if (category is not null)
            sql.Append("""
                 AND t.category IN (SELECT slug FROM categories WHERE community = ?1 AND (slug = ?2 OR parent = ?2))
                """);
        if (tag is not null)
            sql.Append(" AND t.n IN (SELECT thread FROM thread_tags WHERE community = ?1 AND tag = ?3)");
        sql.Append(" ORDER BY t.opened_at DESC, t.n DESC LIMIT ").Append(OpenedMost);
        var row = database.Query(sql.ToString()).Bind(community).Bind(category).Bind(tag);
        var opened = new List<FreshThread>();
        if (!sight.IsOpen()) return opened;
        var authors = new Authors(database);
        authors.Meet(row, one => [one.Long(4)]);
        while (row.Step())
            opened.Add(new FreshThread(
                row.Text(0), row.Text(1), row.TextOrNull(2), ThreadState.ReadTags(row.Text(3)),
                authors.Of(row.Long(4)), row.Time(5), row.Time(6), row.Text(7)));
        return opened;
    }

    public static IReadOnlyList<ListedThread> Listed(Database database, string community, int page, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query("""
            SELECT id, last_at FROM threads WHERE community = ?1 AND listed = 1
            ORDER BY opened_at, n LIMIT ?2 OFFSET ?3
            """).Bind(community).Bind(ListedThread.PageSize).Bind((page - 1L) * ListedThread.PageSize);
        var listed = new List<ListedThread>();
        if (!sight.IsOpen()) return listed;
        while (row.Step()) listed.Add(new ListedThread(row.Text(0), row.Time(1)));
        return listed;
    }
}
