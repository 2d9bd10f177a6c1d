namespace Communities.Views;

/// <summary>Reads what knowledge pages are made from, and what they could be.</summary>
internal static class KnowledgeSources
{
    private const int UntakenMost = 20; // What stands beside an editor; there is more when those are done.

    public static IReadOnlyList<KnowledgeSourceView> Of(Database database, string community, string category)
    {
        var row = database.Query($"""
            SELECT s.thread, s.number, t.title, p.author, t.accepted
            FROM knowledge_sources s JOIN threads t ON t.id = s.thread AND t.community = s.community
            JOIN posts p ON p.id = (t.n << {Schema.PostBits}) | s.number
            WHERE s.community = ? AND s.category = ? AND t.removal = 0 AND p.removal = 0 ORDER BY s.place
            """).Bind(community).Bind(category);
        var (sources, authors) = (new List<KnowledgeSourceView>(), new Authors(database));
        authors.Meet(row, source => [source.Long(3)]);
        while (row.Step())
            sources.Add(new KnowledgeSourceView(
                row.Text(0), row.Int(1), row.Text(2), authors.Of(row.Long(3)), row.Int(4) == row.Int(1)));
        return sources;
    }

    public static UntakenAnswers Untaken(Database database, string community, string category, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var from = $"""
            FROM threads t JOIN posts p ON p.id = (t.n << {Schema.PostBits}) | t.accepted
            WHERE t.community = ?1 AND t.listed = 1 AND t.accepted > 0 AND p.removal = 0
                AND t.category IN (SELECT slug FROM categories WHERE community = ?1 AND (slug = ?2 OR parent = ?2))
                AND NOT EXISTS (SELECT 1 FROM knowledge_sources s
                    WHERE s.community = t.community AND s.thread = t.id AND s.number = t.accepted)
            """;
        var counted = database.Query($"SELECT count(*) {from}").Bind(community).Bind(category);
        var row = database.Query($"""
            SELECT t.id, t.accepted, t.title, p.author, p.at, p.text,
                (SELECT CAST(coalesce(sum(count), 0) AS BIGINT) FROM reaction_counts r WHERE r.post = p.id) AS liked
            {from} ORDER BY liked DESC, p.at DESC LIMIT {UntakenMost}
            """).Bind(community).Bind(category);
        if (!sight.IsOpen() || !counted.Step()) return UntakenAnswers.None;
        var (answers, total, authors) = (new List<UntakenAnswer>(), counted.Int(0), new Authors(database));
        authors.Meet(row, answer => [answer.Long(3)]);
        while (row.Step())
            answers.Add(new UntakenAnswer(
                row.Text(0), row.Int(1), row.Text(2), authors.Of(row.Long(3)), row.Time(4), row.Text(5), row.Int(6)));
        return new UntakenAnswers(answers, total);
    }

    /// <summary>Asks which pages link to posts of a thread; to be read with what is asked with it.</summary>
    public static Statement AskTakenUp(Database database, string community, string thread) => database.Query("""
        SELECT s.number, s.category, coalesce(c.name, s.category) FROM knowledge_sources s
        LEFT JOIN categories c ON c.community = s.community AND c.slug = s.category
        WHERE s.community = ? AND s.thread = ? ORDER BY s.number, s.category
        """).Bind(community).Bind(thread);

    /// <summary>Reads what was asked.</summary>
    public static IReadOnlyList<TakenUpView> ReadTakenUp(Statement row)
    {
        List<TakenUpView>? taken = null;
        while (row.Step()) (taken ??= []).Add(new TakenUpView(row.Int(0), row.Text(1), row.Text(2)));
        return taken ?? (IReadOnlyList<TakenUpView>)[];
    }
}
