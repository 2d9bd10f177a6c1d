using System.Text;

namespace Communities.Views;

/// <summary>What SQLite says differently: hints for its planner, and its full-text index, FTS5.</summary>
internal sealed class SqliteDialect : Dialect
{
    private const string TitleWeight = "8.0"; // A title says in few words what its thread is about.

    public static SqliteDialect Instance { get; } = new();

    // The index holds no text, for the posts hold it already.
    public override string Tables { get; } = Schema.Tables + """
        INSERT INTO progress VALUES (0, 0, '', 0, 0);
        CREATE VIRTUAL TABLE search USING fts5 (title, body, content = '', contentless_delete = 1,
            tokenize = 'unicode61 remove_diacritics 2');
        """;

    public override string ThenJoin => "CROSS JOIN";

    // The plus is for SQLite to go once through what the words match; it would rather ask the index again for each
    // post of an author, which takes seconds.
    public override string FoundPost => "+s.rowid";

    public override string ThreadsBy(string index) => $"threads INDEXED BY {index}";

    public override string IsOneOf(string column, int parameter) =>
        $"{column} IN (SELECT value FROM json_each(?{parameter}))";

    public override void Index(Database database, long post, string? title, string plain) =>
        database.Prepare("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)")
            .Bind(post).Bind(title is null ? null : Folding.Spell(title)).Bind(Folding.Spell(plain)).Run();

    public override void Unindex(Database database, long post) =>
        database.Prepare("DELETE FROM search WHERE rowid = ?").Bind(post).Run();

    public override string Match(SearchWords words, bool inTitles)
    {
        var match = new StringBuilder();
        for (var i = 0; i < words.Wanted.Count; i++)
        {
            if (i > 0) match.Append(" AND ");
            Append(match, words.Wanted[i]);
            if (words.Prefix is not null && i == words.Wanted.Count - 1) match.Append('*');
        }

        if (inTitles) match.Insert(0, "{title} : (").Append(')');
        if (words.Excluded.Count == 0) return match.ToString();
        match.Insert(0, '(').Append(") NOT (");
        for (var i = 0; i < words.Excluded.Count; i++)
        {
            if (i > 0) match.Append(" OR ");
            Append(match, words.Excluded[i]);
        }

        return match.Append(')').ToString();
    }

    public override string MatchAnyInTitle(IReadOnlyCollection<string> beginnings) =>
        $"{{title}} : ({string.Join(" OR ", beginnings.Select(word => $"\"{word}\"*"))})";

    public override string Found(string joins, string filters, int most) => $"""
        SELECT s.rowid AS post, bm25(search, {TitleWeight}, 1.0) AS score
        FROM search s CROSS JOIN threads t ON t.n = s.rowid >> {Schema.PostBits} {joins}
        WHERE search MATCH ?1 AND {filters} ORDER BY s.rowid DESC LIMIT {most}
        """;

    // Words hold letters, digits and marks only, so that nothing in the quotes can end them. The tokenizer folds them
    // as it folded the texts, which is not in all scripts as we do it.
    private static void Append(StringBuilder match, IReadOnlyList<SearchWords.Word> phrase) =>
        match.Append('"').AppendJoin(' ', phrase.Select(word => Folding.Spell(word.Typed))).Append('"');
}
