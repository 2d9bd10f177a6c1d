namespace Communities.Views;

/// <summary>Reads knowledge pages, their history, and finds them by their words.</summary>
internal static class KnowledgeViews
{
    private const int FoundMost = 5; // What the port promises: they stand above what was written in threads.
    private const int WritersMost = 12;

    public static IReadOnlyList<KnowledgeRow> List(Database database, string community, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query("""
            SELECT k.category, coalesce(c.name, k.category), coalesce(c.hue, 0), k.text, k.revision, k.at,
                (SELECT count(*) FROM knowledge_sources s
                    WHERE s.community = k.community AND s.category = k.category), k.locked
            FROM knowledge k LEFT JOIN categories c ON c.community = k.community AND c.slug = k.category
            WHERE k.community = ? AND k.revision > 0 ORDER BY coalesce(c.place, 1000000), k.category
            """).Bind(community);
        var pages = new List<KnowledgeRow>();
        if (!sight.IsOpen()) return pages;
        while (row.Step())
            pages.Add(new KnowledgeRow(
                row.Text(0), row.Text(1), row.Int(2), PlainText.Excerpt(row.Text(3)), row.Int(4), row.Time(5),
                row.Int(6), row.Bool(7)));
        return pages;
    }

    public static KnowledgeView? Get(Database database, string community, string category, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var named = database.Query("SELECT name FROM categories WHERE community = ? AND slug = ?")
            .Bind(community).Bind(category);
        var row = database.Query("""
            SELECT revision, text, at, locked, by FROM knowledge WHERE community = ? AND category = ?
            """).Bind(community).Bind(category);
        var writers = database.Query($"""
            SELECT by, count(*) AS times FROM knowledge_revisions WHERE community = ? AND category = ?
            GROUP BY by ORDER BY times DESC, by LIMIT {WritersMost}
            """).Bind(community).Bind(category);
        if (!sight.IsOpen()) return null;
        var name = named.Step() ? named.Text(0) : null;
        if (!row.Step())
            return name is null ? null : new KnowledgeView(category, name, 0, "", null, Authors.Gone, false, [], []);
        var (revision, text, at, isLocked) = (row.Int(0), row.Text(1), row.Time(2), row.Bool(3));
        var (by, people) = (row.Text(4), new List<string>());
        if (name is null && revision == 0) return null;
        while (writers.Step()) people.Add(writers.Text(0));
        var known = People(database, community, [by, .. people]);
        return new KnowledgeView(
            category, name ?? category, revision, text, revision > 0 ? at : null, known(by), isLocked,
            KnowledgeSources.Of(database, community, category),
            [.. people.Select(known).Where(person => person.Account.Length > 0)]);
    }

    public static IReadOnlyList<KnowledgeRevisionView> Revisions(
        Database database, string community, string category, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query("""
            SELECT number, summary, at, by, length(text), hidden FROM knowledge_revisions
            WHERE community = ? AND category = ? ORDER BY number DESC
            """).Bind(community).Bind(category);
        var revisions = new List<(int Number, string Summary, DateTimeOffset At, string By, int Length, bool Hidden)>();
        if (!sight.IsOpen()) return [];
        while (row.Step())
            revisions.Add((row.Int(0), row.Text(1), row.Time(2), row.Text(3), row.Int(4), row.Bool(5)));
        var known = People(database, community, [.. revisions.Select(revision => revision.By)]);
        var sees = viewer.Standing.Moderates(category);
        return [.. revisions.Select(one => new KnowledgeRevisionView(
            one.Number, one.Hidden && !sees ? "" : one.Summary, one.At, known(one.By), one.Length, one.Hidden))];
    }

    public static string? Text(Database database, string community, string category, int revision, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query("""
            SELECT text, hidden FROM knowledge_revisions WHERE community = ? AND category = ? AND number = ?
            """).Bind(community).Bind(category).Bind(revision);
        return sight.IsOpen() && row.Step() && (!row.Bool(1) || viewer.Standing.Moderates(category))
            ? row.Text(0) : null;
    }

    public static IReadOnlyList<KnowledgeHit> Find(
        Database database, IReadOnlyCollection<string> communities, string typed)
    {
        var words = SearchWords.Of(typed);
        if (words.IsEmpty || communities.Count == 0) return [];
        var wanted = words.Wanted.SelectMany(phrase => phrase).Select(word => word.Folded).Distinct().ToList();
        var sums = string.Join(" + ", wanted.Select((_, i) => $"w{i}.weight"));
        var joins = string.Join(' ', wanted.Select((word, i) => $"""
            JOIN (SELECT community, category, CAST(sum(weight) AS BIGINT) AS weight FROM knowledge_words
                WHERE {Is(word, i + 2)} GROUP BY community, category) AS w{i}
                ON w{i}.community = k.community AND w{i}.category = k.category
            """));
        var row = database.Query($"""
            SELECT k.community, k.category, coalesce(c.name, k.category), k.text FROM knowledge k {joins}
            LEFT JOIN categories c ON c.community = k.community AND c.slug = k.category
            WHERE {database.Dialect.IsOneOf("k.community", 1)} AND k.revision > 0
            ORDER BY {sums} DESC, k.community, k.category LIMIT {FoundMost}
            """).Bind(communities);
        foreach (var word in wanted) row.Bind(word);
        var found = new List<KnowledgeHit>();
        while (row.Step())
            found.Add(new KnowledgeHit(row.Text(0), row.Text(1), row.Text(2), Snippets.Of(row.Text(3), words)));
        return found;

        // The last word may not be written to its end.
        string Is(string word, int parameter) => word == words.Prefix
            ? $"word >= ?{parameter} AND word < ?{parameter} || '{char.MaxValue}'"
            : $"word = ?{parameter}";
    }

    // Whoever has left has still written what they wrote.
    private static Func<string, AuthorView> People(Database database, string community, IReadOnlyCollection<string> who)
    {
        var known = new Dictionary<string, AuthorView>();
        var row = database.Query($"""
            SELECT n, account FROM members WHERE community = ?1 AND {database.Dialect.IsOneOf("account", 2)}
            """).Bind(community).Bind(who.Distinct().ToList());
        var numbers = new List<(long Number, string Account)>();
        while (row.Step()) numbers.Add((row.Long(0), row.Text(1)));
        var authors = new Authors(database);
        foreach (var (number, account) in numbers) known[account] = authors.Of(number);
        return account => known.GetValueOrDefault(account, Authors.Gone);
    }
}
