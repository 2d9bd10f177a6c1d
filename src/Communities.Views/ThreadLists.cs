using System.Text;
using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads lists of threads. None holds a removed one, for nothing in a list would tell that it is.</summary>
internal static class ThreadLists
{
    private const int SizeMost = 100; // What the port promises.
    private const int FewMax = 1_000; // Looking up and sorting so many takes about a millisecond.

    private const string Tagged =
        "EXISTS (SELECT 1 FROM thread_tags g WHERE g.community = ?1 AND g.tag = ?7 AND g.thread = n)";

    /// <summary>What <see cref="Of"/> reads, of the table of threads alone.</summary>
    public const string Columns = """
        n, id, title, excerpt, category, tags, author, opened_at, last_at, last_author, faces, pinned, closed,
        accepted, participants, reactions, views, last_number - removed_replies, score, unlisted, archived
        """;

    /// <summary>How many columns these are: the number of the next one.</summary>
    public const int ColumnsCount = 21;

    public static Page<ThreadRow> Get(Database database, ThreadQuery query, Viewer viewer)
    {
        var order = Order.Of(query.Sort);
        Span<long> keys = stackalloc long[order.Keys];
        var goesOn = Cursor.Read(query.Cursor, order.Letter, keys);
        var sight = viewer.Look(database, query.Community);
        var (uses, below) = (Uses(database, query), Below(database, query));
        var size = Math.Clamp(query.Size, 1, SizeMost);
        var isFew = uses is null || !uses.Step() || uses.Long(0) <= FewMax;
        List<string> categories = query.Category is null ? [] : [query.Category];
        while (below is not null && below.Step()) categories.Add(below.Text(0));
        var source = Source(database.Dialect, query, isFew, 8 + categories.Count);
        var row = Bound(database, query, source, categories, order, goesOn);
        Bind(row, query, size + 1, keys, categories, viewer);
        if (!sight.IsOpen() || (query.Sort == ThreadSort.Unlisted && !viewer.Standing.Is(Role.Moderator)))
            return new Page<ThreadRow>([], null);

        var (items, authors) = (new List<ThreadRow>(size), new Authors(database));
        authors.Meet(row, one => ThreadState.ReadFaces(one.Text(10)).Append(one.Long(6)).Append(one.Long(9)));
        string? next = null;
        while (row.Step())
        {
            if (items.Count == size) return new Page<ThreadRow>(items, next);
            items.Add(Of(row, query.Community, authors));
            if (items.Count == size) next = order.CursorOf(row);
        }

        return new Page<ThreadRow>(items, null);
    }

    private static Statement Bound(
        Database database, ThreadQuery query, string source, List<string> categories, Order order, bool goesOn)
    {
        var sql = new StringBuilder();
        for (var i = 0; i < Math.Max(1, categories.Count); i++)
        {
            // Each category is one range of an index, of which only the first rows are read; then they are merged.
            if (i > 0) sql.Append(" UNION ALL ");
            var shown = query.Sort != ThreadSort.Unlisted ? "listed = 1"
                : "unlisted = 1 AND removal = 0 AND merged = 0";
            sql.Append($"SELECT * FROM (SELECT {Columns} FROM {source} WHERE threads.community = ?1 AND {shown}");
            if (query.Sort == ThreadSort.Unanswered) sql.Append(" AND others = 0");
            if (query.Sort == ThreadSort.Unread) sql.Append($" AND {ReadingViews.IsUnread}");
            if (IsRecent(query)) sql.Append(" AND opened_at >= ?6");
            if (query.Tag is not null) sql.Append($" AND {Tagged}");
            if (goesOn) sql.Append($" AND {order.Behind}");
            if (categories.Count > 0) sql.Append($" AND category = ?{8 + i}");
            sql.Append($" ORDER BY {order.By} LIMIT ?2) AS part{i}");
        }

        if (categories.Count > 1) sql.Append($" ORDER BY {order.By} LIMIT ?2");
        return database.Query(sql.ToString());
    }

    private static void Bind(
        Statement row, ThreadQuery query, int most, ReadOnlySpan<long> keys, List<string> categories, Viewer viewer)
    {
        row.Bind(query.Community).Bind(most);
        for (var i = 0; i < Order.KeysMost; i++) row.Bind(i < keys.Length ? keys[i] : 0);
        row.Bind(query.Since?.ToUnixTimeMilliseconds()).Bind(query.Tag);
        foreach (var category in categories) row.Bind(category);
        row.Bind(viewer.Account ?? "");
    }

    // Few threads are looked up and sorted; of many, a list in the right order is gone through until enough are met.
    private static string Source(Dialect dialect, ThreadQuery query, bool isFew, int account)
    {
        if (query.Sort == ThreadSort.Unread)
            return $"readings {dialect.ThenJoin} threads ON n = readings.thread AND readings.account = ?{account}";
        if (query.Tag is not null && isFew)
            return $"thread_tags {dialect.ThenJoin} threads ON n = thread AND thread_tags.community = ?1 AND tag = ?7";
        if (IsRecent(query)) return dialect.ThreadsBy("threads_opened");
        return IsOfCategory(query) && isFew ? dialect.ThreadsBy("threads_in_category") : "threads";
    }

    // How many threads have the tag or the category, where that decides how they are found.
    private static Statement? Uses(Database database, ThreadQuery query) =>
        query.Tag is not null
            ? database.Query("SELECT threads FROM tags WHERE community = ? AND tag = ?")
                .Bind(query.Community).Bind(query.Tag)
        : IsOfCategory(query)
            ? database.Query("SELECT threads FROM categories WHERE community = ? AND slug = ?")
                .Bind(query.Community).Bind(query.Category)
        : null;

    private static Statement? Below(Database database, ThreadQuery query) => query.Category is null ? null
        : database.Query("SELECT slug FROM categories WHERE community = ? AND parent = ? ORDER BY place")
            .Bind(query.Community).Bind(query.Category);

    private static bool IsOfCategory(ThreadQuery query) =>
        query is { Category: not null, Sort: ThreadSort.Top or ThreadSort.Unanswered, Tag: null } && !IsRecent(query);

    private static bool IsRecent(ThreadQuery query) => query is { Sort: ThreadSort.Top, Since: not null };

    /// <summary>A row of <see cref="Columns"/>.</summary>
    public static ThreadRow Of(Statement row, string community, Authors authors) => new(
        community, row.Text(1), row.Text(2), row.Text(3), row.TextOrNull(4),
        ThreadState.ReadTags(row.Text(5)),
        authors.Of(row.Long(6)), row.Time(7), row.Time(8), authors.Of(row.Long(9)),
        [.. ThreadState.ReadFaces(row.Text(10)).Select(authors.Of)],
        row.Bool(11), row.Bool(12), row.Int(13) > 0,
        new ThreadCounters(row.Int(17), row.Int(14), row.Int(15), row.Long(16)))
    {
        IsUnlisted = row.Bool(19),
        IsArchived = row.Bool(20),
    };

    /// <summary>The keys that a list is sorted by, all downwards, the thread's number as the last.</summary>
    private sealed record Order(char Letter, int Keys, string By, string Behind, Func<Statement, string> CursorOf)
    {
        public const int KeysMost = 3;

        private static readonly Order Latest = new(
            'l', 3, "pinned DESC, last_at DESC, n DESC", "(pinned, last_at, n) < (?3, ?4, ?5)",
            row => Cursor.Of('l', row.Long(11), row.Long(8), row.Long(0)));

        private static readonly Order Top = new(
            't', 2, "score DESC, n DESC", "(score, n) < (?3, ?4)", row => Cursor.Of('t', row.Long(18), row.Long(0)));

        private static readonly Order Unanswered = new(
            'u', 2, "last_at DESC, n DESC", "(last_at, n) < (?3, ?4)", row => Cursor.Of('u', row.Long(8), row.Long(0)));

        private static readonly Order Unlisted = Unanswered with
        {
            Letter = 'x', CursorOf = row => Cursor.Of('x', row.Long(8), row.Long(0)),
        };

        private static readonly Order Unread = Unanswered with
        {
            Letter = 'v', CursorOf = row => Cursor.Of('v', row.Long(8), row.Long(0)),
        };

        public static Order Of(ThreadSort sort) => sort switch
        {
            ThreadSort.Latest => Latest,
            ThreadSort.Top => Top,
            ThreadSort.Unanswered => Unanswered,
            ThreadSort.Unlisted => Unlisted,
            ThreadSort.Unread => Unread,
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "There is no such order."),
        };
    }
}
