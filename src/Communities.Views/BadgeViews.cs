namespace Communities.Views;

/// <summary>Reads badges: which there are, who has one, and which a member has.</summary>
internal static class BadgeViews
{
    private const int PageSize = 50; // What the port promises.

    public static IReadOnlyList<BadgeView> List(Database database, string community, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var counts = database.Query("""
            SELECT b.badge, count(*) FROM member_badges b
            JOIN members m ON m.account = b.account AND m.community = b.community AND m.role > 0
            WHERE b.community = ? GROUP BY b.badge
            """).Bind(community);
        var own = database.Query("""
            SELECT badge, name, sign, sentence, measure, needed FROM badges WHERE community = ? ORDER BY place, badge
            """).Bind(community);
        if (!sight.IsOpen()) return [];
        var holders = new Dictionary<string, int>();
        while (counts.Step()) holders[counts.Text(0)] = counts.Int(1);
        var badges = new List<BadgeView>(Communities.Badges.All.Length);
        foreach (var badge in Communities.Badges.All)
            badges.Add(new(
                badge.Id, new(badge.Measure, badge.Needed), null, holders.GetValueOrDefault(badge.Id)));
        while (own.Step())
        {
            var rule = own.IsNull(4) ? null : new BadgeRule((BadgeMeasure)own.Int(4), own.Int(5));
            badges.Add(new(
                own.Text(0), rule, new(own.Text(0), own.Text(1), own.Text(2), own.Text(3), rule),
                holders.GetValueOrDefault(own.Text(0))));
        }

        return badges;
    }

    public static Page<BadgeHolder> Holders(
        Database database, string community, string badge, string? cursor, Viewer viewer)
    {
        Span<long> last = stackalloc long[2];
        var goesOn = Cursor.Read(cursor, 'h', last);
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            SELECT m.account, m.name, m.role, m.community, m.face, m.flair, b.at, m.n FROM member_badges b
            JOIN members m ON m.account = b.account AND m.community = b.community AND m.role > 0
            WHERE b.community = ?1 AND b.badge = ?2 {(goesOn ? "AND (b.at, m.n) < (?3, ?4)" : "")}
            ORDER BY b.at DESC, m.n DESC LIMIT ?5
            """).Bind(community).Bind(badge).Bind(last[0]).Bind(last[1]).Bind(PageSize + 1);
        if (!sight.IsOpen()) return new([], null);
        var holders = new List<BadgeHolder>();
        while (row.Step())
        {
            if (holders.Count == PageSize) return new(holders, Cursor.Of('h', last));
            (last[0], last[1]) = (row.Long(6), row.Long(7));
            holders.Add(new(RecognitionViews.PersonIn(row, 0), row.Time(6)));
        }

        return new(holders, null);
    }

    public static IReadOnlyList<HeldBadge> Of(Database database, string community, string account, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query("""
            SELECT m.account, m.name, m.role, m.community, m.face, m.flair, b.badge, b.at, b.word FROM member_badges b
            LEFT JOIN members m ON m.account = b.author AND m.community = b.community
            WHERE b.community = ? AND b.account = ? ORDER BY b.at DESC, b.badge
            """).Bind(community).Bind(account);
        var held = new List<HeldBadge>();
        if (!sight.IsOpen()) return held;
        while (row.Step())
            held.Add(new(
                row.Text(6), row.Time(7), row.IsNull(0) ? null : RecognitionViews.PersonIn(row, 0),
                row.TextOrNull(8)));
        return held;
    }
}
