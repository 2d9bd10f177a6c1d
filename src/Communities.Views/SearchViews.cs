namespace Communities.Views;

/// <summary>Finds posts by their words.</summary>
internal static class SearchViews
{
    private const int PageSize = 20; // One screen or two.
    private const int OffsetMax = 1_000; // Nobody reads further; better words help more.

    // Words that more posts hold say little, so that only the latest threads' posts are weighed: it bounds the time.
    private const int WeighedMax = 20_000;

    public static Page<Hit> Find(Database database, SearchQuery query)
    {
        Span<long> offset = stackalloc long[1];
        _ = Cursor.Read(query.Cursor, 's', offset);
        var words = SearchWords.Of(query.Words);
        if (offset[0] is < 0 or > OffsetMax) throw new MalformedCursorException();
        if (words.IsEmpty || query.Communities.Count == 0) return new Page<Hit>([], null);

        var row = database.Query(Sql(database.Dialect, query))
            .Bind(database.Dialect.Match(words, query.TitlesOnly)).Bind(query.Communities)
            .Bind(PageSize + 1).Bind(offset[0]).Bind(query.Category).Bind(query.Tag).Bind(query.Author)
            .Bind(query.From?.ToUnixTimeMilliseconds()).Bind(query.To?.ToUnixTimeMilliseconds());
        var (hits, authors) = (new List<Hit>(PageSize), new Authors(database));
        authors.Meet(row, hit => [hit.Long(4)]);
        while (row.Step())
        {
            if (hits.Count == PageSize)
                return new Page<Hit>(hits, Next(offset[0] + PageSize));
            hits.Add(new Hit(
                row.Text(1), row.Text(2), row.Text(3), Schema.NumberOf(row.Long(0)), authors.Of(row.Long(4)),
                row.Time(5), Snippets.Of(row.Text(6), words)));
        }

        return new Page<Hit>(hits, null);
    }

    private static string? Next(long offset) => offset > OffsetMax ? null : Cursor.Of('s', offset);

    private static string Sql(Dialect dialect, SearchQuery query)
    {
        var dates = (query.From is null ? "" : " AND p.at >= ?8") + (query.To is null ? "" : " AND p.at < ?9");
        var joins = query.Author is null && dates.Length > 0
            ? $"{dialect.ThenJoin} posts p ON p.id = {dialect.FoundPost} {dates}" : "";
        var weighed = dialect.Found(joins, Filters(dialect, query, dates), WeighedMax);
        return $"""
            SELECT p.id, t.community, t.id, t.title, p.author, p.at, p.text
            FROM (SELECT post, score FROM ({weighed}) AS weighed
                ORDER BY score, post DESC LIMIT ?3 OFFSET ?4) AS found
            JOIN posts p ON p.id = found.post JOIN threads t ON t.n = p.id >> {Schema.PostBits}
            ORDER BY found.score, found.post DESC
            """;
    }

    private static string Filters(Dialect dialect, SearchQuery query, string dates) => $"""
        t.listed = 1 AND {dialect.IsOneOf("t.community", 2)}
        {(query.Category is null ? "" : """
            AND (t.category = ?5 OR EXISTS (SELECT 1 FROM categories c
                WHERE c.community = t.community AND c.slug = t.category AND c.parent = ?5))
            """)}
        {(query.Tag is null ? "" : """
            AND EXISTS (SELECT 1 FROM thread_tags g
                WHERE g.community = t.community AND g.tag = ?6 AND g.thread = t.n)
            """)}
        {(query.Author is null ? "" : $"""
            AND {dialect.FoundPost} IN (SELECT p.id FROM posts p WHERE p.removal = 0
                AND p.author IN (SELECT n FROM members WHERE account = ?7) {dates})
            """)}
        {(query.SolvedOnly ? "AND t.accepted > 0" : "")}
        """;
}
