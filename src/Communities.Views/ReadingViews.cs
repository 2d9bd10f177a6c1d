namespace Communities.Views;

/// <summary>Reads how far an account has read, and its bookmarks.</summary>
internal static class ReadingViews
{
    private const int PageSize = 50; // As many as other lists have.

    /// <summary>True of threads, joined to a reading, of which posts count as unread.</summary>
    public static readonly string IsUnread =
        $"up_to > 0 AND up_to < last_shown AND coalesce(level, {(int)Level.Tracking}) >= {(int)Level.Tracking}";

    private static readonly IReadOnlyDictionary<string, ReadingView> Nothing = new Dictionary<string, ReadingView>();

    public static IReadOnlyDictionary<string, ReadingView> Of(
        Database database, string community, IReadOnlyCollection<string> threads, Viewer viewer)
    {
        if (viewer.Account is not { } account || threads.Count == 0) return Nothing;
        var sight = viewer.Look(database, community);
        var since = database.Query("""
            SELECT m.joined_at, i.read_at, m.n FROM members m
                LEFT JOIN inboxes i ON i.account = m.account AND i.community = m.community
            WHERE m.account = ? AND m.community = ?
            """).Bind(account).Bind(community);
        var row = database.Query($"""
            SELECT t.id, t.last_shown, t.opened_at, t.author, r.up_to, r.level FROM threads t
                LEFT JOIN readings r ON r.account = ?1 AND r.thread = t.n
            WHERE t.community = ?2 AND t.removal = 0 AND {database.Dialect.IsOneOf("t.id", 3)}
            """).Bind(account).Bind(community).Bind(threads);
        if (!sight.IsOpen()) return Nothing;
        var (from, me) = since.Step() && since.LongOrNull(0) is { } joined
            ? (Math.Max(joined, since.LongOrNull(1) ?? 0), since.Long(2))
            : (long.MaxValue, 0L); // Nothing is new to who has not joined.
        var readings = new Dictionary<string, ReadingView>(threads.Count);
        while (row.Step())
        {
            var (upTo, isOwn) = ((int)(row.LongOrNull(4) ?? 0), me > 0 && row.Long(3) == me);
            var level = (Level?)(int?)row.LongOrNull(5)
                ?? (isOwn ? Level.Watching : upTo > 0 ? Level.Tracking : Level.Normal);
            readings.Add(row.Text(0), new ReadingView(
                upTo,
                upTo > 0 && level is Level.Tracking or Level.Watching ? Math.Max(0, row.Int(1) - upTo) : 0,
                upTo == 0 && !isOwn && row.Long(2) > from && level != Level.Muted,
                level));
        }

        return readings;
    }

    public static IReadOnlyList<int> BookmarkedIn(Database database, string account, string community, string thread)
    {
        var row = database.Query("""
            SELECT number FROM bookmarks WHERE account = ?
                AND thread = (SELECT n FROM threads WHERE id = ? AND community = ?) ORDER BY number
            """).Bind(account).Bind(thread).Bind(community);
        var numbers = new List<int>();
        while (row.Step()) numbers.Add(row.Int(0));
        return numbers;
    }

    public static Page<BookmarkView> Bookmarks(Database database, string account, string? cursor)
    {
        Span<long> last = stackalloc long[3];
        var goesOn = Cursor.Read(cursor, 'b', last);
        var row = database.Query($"""
            SELECT b.at, b.thread, b.number, b.note, b.remind_at, p.at, p.text, p.author, t.id, t.title, c.slug, c.name
            FROM bookmarks b JOIN threads t ON t.n = b.thread JOIN communities c ON c.slug = t.community
                JOIN posts p ON p.id = (b.thread << {Schema.PostBits}) | b.number
            WHERE b.account = ?1 AND t.removal = 0 AND p.removal = 0
                AND (c.visibility <> {(int)Visibility.Private} OR EXISTS (SELECT 1 FROM members me
                    WHERE me.account = b.account AND me.community = c.slug AND {Schema.IsIn("me")}))
                {(goesOn ? "AND (b.at, b.thread, b.number) < (?2, ?3, ?4)" : "")}
            ORDER BY b.at DESC, b.thread DESC, b.number DESC LIMIT ?5
            """).Bind(account).Bind(last[0]).Bind(last[1]).Bind(last[2]).Bind(PageSize + 1);
        var (bookmarks, authors) = (new List<BookmarkView>(PageSize), new Authors(database));
        authors.Meet(row, one => [one.Long(7)]);
        while (row.Step())
        {
            if (bookmarks.Count == PageSize) return new Page<BookmarkView>(bookmarks, Cursor.Of('b', last));
            (last[0], last[1], last[2]) = (row.Long(0), row.Long(1), row.Long(2));
            bookmarks.Add(new BookmarkView(
                new Hit(row.Text(10), row.Text(8), row.Text(9), row.Int(2), authors.Of(row.Long(7)), row.Time(5),
                    PlainText.Excerpt(row.Text(6))),
                row.Text(11), row.TextOrNull(3), row.TimeOrNull(4), row.Time(0)));
        }

        return new Page<BookmarkView>(bookmarks, null);
    }
}
