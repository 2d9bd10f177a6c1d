namespace Communities.Views;

/// <summary>Reads drafts, and what is known of the pages that posts show.</summary>
internal static class WritingViews
{
    private const int WantedMost = 100; // What the port promises.

    private const string Columns = """
        d.community, d.place, d.revision, d.text, d.title, d.category, d.tags, d.reply_to, d.at, d.other_text,
        d.other_title, d.other_at
        """;

    public static DraftView? Draft(Database database, string community, string account, string place)
    {
        var row = database.Query($"""
            SELECT {Columns} FROM drafts d WHERE d.account = ? AND d.community = ? AND d.place = ?
            """).Bind(account).Bind(community).Bind(place);
        return row.Step() ? Of(row, null) : null;
    }

    // Whoever has left, or lost sight of a thread, still has what they wrote, and reads no title any more.
    public static IReadOnlyList<DraftView> Drafts(Database database, string account, string? community)
    {
        var drafts = new List<DraftView>();
        var row = database.Query($"""
            SELECT {Columns}, t.title FROM drafts d
            LEFT JOIN members m ON m.account = d.account AND m.community = d.community AND {Schema.IsIn("m")}
            LEFT JOIN threads t ON t.community = m.community AND t.removal = 0
                AND t.id = substr(d.place, CASE WHEN d.place LIKE 'edit:%' THEN 6 ELSE 8 END, 16)
            WHERE d.account = ?1 {(community is null ? "" : "AND d.community = ?2")}
            ORDER BY d.at DESC, d.community, d.place
            """).Bind(account).Bind(community);
        while (row.Step()) drafts.Add(Of(row, row.TextOrNull(12)));
        return drafts;
    }

    public static IReadOnlyList<WantedLink> Wanted(Database database)
    {
        var links = new List<WantedLink>();
        var row = database.Query("SELECT community, url FROM links WHERE wanted = 1 ORDER BY at, url LIMIT ?")
            .Bind(WantedMost);
        while (row.Step()) links.Add(new WantedLink(row.Text(0), row.Text(1)));
        return links;
    }

    /// <summary>The same posts, each with what is known of the pages that it shows.</summary>
    public static IReadOnlyList<PostView> WithLinks(Database database, string community, List<PostView> posts)
    {
        List<(int Post, string Url)>? shown = null;
        for (var i = 0; i < posts.Count; i++)
            if (posts[i].Text is { } text)
                foreach (var url in Links.In(text)) (shown ??= []).Add((i, url));
        if (shown is null) return posts;

        var known = new Dictionary<string, LinkView>();
        var row = database.Query($"""
            SELECT url, title, summary, site FROM links
            WHERE community = ?1 AND {database.Dialect.IsOneOf("digest", 2)} AND title IS NOT NULL
            """).Bind(community).Bind(shown.Select(link => Links.DigestOf(link.Url)).Distinct().ToList());
        while (row.Step())
            known.Add(row.Text(0), new LinkView(row.Text(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3)));
        foreach (var links in shown.Where(link => known.ContainsKey(link.Url)).GroupBy(link => link.Post))
            posts[links.Key] = posts[links.Key] with { Links = [.. links.Select(link => known[link.Url])] };
        return posts;
    }

    private static DraftView Of(Statement row, string? thread) => new(
        row.Text(0), row.Text(1), row.Int(2), row.Text(3), row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6),
        (int?)row.LongOrNull(7), row.Time(8),
        row.IsNull(11) ? null : new OtherDraft(row.TextOrNull(9) ?? "", row.TextOrNull(10), row.Time(11)), thread);
}
