namespace Communities.Views;

/// <summary>Reads inboxes, each for its own account.</summary>
internal static class InboxViews
{
    private const int PageSize = 50; // As many as other lists have.
    private const int CountMost = 99; // What the port promises.

    // Who has left a private community, or is kept out, is shown nothing of it any more, but that somebody invites or
    // answers them, and what was decided about them.
    private static readonly string IsOpen = $"""
        (c.visibility <> {(int)Visibility.Private}
            OR o.reason IN ('{Reasons.Invited}', '{Reasons.Request}', '{string.Join("', '", Reasons.Owed)}')
            OR EXISTS (SELECT 1 FROM members me
                WHERE me.account = o.account AND me.community = o.community AND {Schema.IsIn("me")}))
        """;

    private static readonly string Source = $"""
        SELECT o.community, c.name, o.id, o.reason, t.id, t.title, p.text, o.number, o.last, o.author, b.name, b.role,
            o.subject, o.count, o.at, o.seen
        FROM notices o JOIN communities c ON c.slug = o.community
            LEFT JOIN threads t ON t.id = o.thread AND t.community = o.community AND t.removal = 0
            LEFT JOIN posts p ON p.id = (t.n << {Schema.PostBits}) | o.last AND p.removal = 0
            LEFT JOIN members b ON b.account = o.author AND b.community = o.community
        """;

    public static Page<NoticeView> Notices(
        Database database, string account, string? community, bool onlyUnseen, string? cursor)
    {
        Span<long> last = stackalloc long[2];
        var goesOn = Cursor.Read(cursor, 'i', last);
        // Notices of different inboxes may have one time and one number: the place between them is that of the list.
        var row = database.Query($"""
            {Source}
            WHERE o.account = ?1 AND {IsOpen}
            {(goesOn ? "AND o.at <= ?3" : "")} {(community is null ? "" : "AND o.community = ?2")}
            {(onlyUnseen ? "AND o.seen = 0" : "")}
            ORDER BY o.at DESC, o.community DESC, o.id DESC LIMIT ?4
            """).Bind(account).Bind(community).Bind(last[0]).Bind(PageSize + 1 + last[1]);
        var notices = new List<NoticeView>(PageSize);
        var (at, same, skipped) = (last[0], last[1], 0L);
        while (row.Step())
        {
            if (goesOn && row.Long(14) == last[0] && skipped < last[1])
            {
                skipped++;
                continue;
            }

            if (notices.Count == PageSize) return new Page<NoticeView>(notices, Cursor.Of('i', at, same));
            same = row.Long(14) == at ? same + 1 : 1;
            at = row.Long(14);
            notices.Add(Of(row));
        }

        return new Page<NoticeView>(notices, null);
    }

    public static NoticeView? Notice(Database database, string account, string community, int id)
    {
        var row = database.Query($"{Source} WHERE o.account = ? AND o.community = ? AND o.id = ? AND {IsOpen}")
            .Bind(account).Bind(community).Bind(id);
        return row.Step() ? Of(row) : null;
    }

    public static int Unseen(Database database, string account)
    {
        var row = database.Query($"""
            SELECT COUNT(*) FROM (SELECT 1 FROM notices o JOIN communities c ON c.slug = o.community
                WHERE o.account = ? AND o.seen = 0 AND {IsOpen} LIMIT {CountMost}) AS few
            """).Bind(account);
        return row.Step() ? row.Int(0) : 0;
    }

    private static NoticeView Of(Statement row) => new(
        row.Text(0), row.Text(1), row.Int(2), row.Text(3), row.TextOrNull(4), row.TextOrNull(5),
        row.TextOrNull(6) is { } text ? PlainText.Excerpt(text) : "", (int?)row.LongOrNull(7), (int?)row.LongOrNull(8),
        row.IsNull(10)
            ? new AuthorView(row.Text(9), row.Text(9), Communities.Actors.Role.None)
            : new AuthorView(row.Text(9), row.Text(10), (Communities.Actors.Role)row.Int(11)),
        row.TextOrNull(12), row.Int(13), row.Time(14), row.Bool(15));
}
