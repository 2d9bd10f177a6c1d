using System.Globalization;
using System.Text;

namespace Communities.Views;

/// <summary>
/// What PostgreSQL says differently: types of columns, and its full-text index. Words are folded here and not by the
/// server, so that no extension and no dictionary is needed there.
/// </summary>
internal sealed class PostgresDialect : Dialect
{
    // A title says in few words what its thread is about; it bears the letter A, the last of the four weights.
    private const string Weights = "'{0.1, 0.1, 0.1, 0.8}'";

    private const int ByLogarithmOfLength = 1; // So that a long text is not better for its length.

    // In UTF-16 units. PostgreSQL takes words of up to 2,046 bytes; nobody types the whole of a longer one.
    private const int WordMax = 500;

    public static PostgresDialect Instance { get; } = new();

    // Texts are compared byte by byte, as SQLite does, whatever the database's own language is.
    public override string Tables { get; } = Schema.Tables
        .Replace("INTEGER", "BIGINT", StringComparison.Ordinal)
        .Replace("TEXT", "TEXT COLLATE \"C\"", StringComparison.Ordinal)
        .Replace("BLOB", "BYTEA", StringComparison.Ordinal)
        .Replace(" WITHOUT ROWID", "", StringComparison.Ordinal) + """
        CREATE TABLE search (post BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
        CREATE INDEX search_words ON search USING gin (words);
        """;

    public override string ThenJoin => "JOIN";

    public override string FoundPost => "s.post";

    public override string ThreadsBy(string index) => "threads";

    public override string IsOneOf(string column, int parameter) => $"{column} = ANY(?{parameter})";

    // All words are found wherever they stand; but PostgreSQL counts places only to 16,383, so that phrases behind it
    // are not found. A post of that many words is a book's chapter.
    public override void Index(Database database, long post, string? title, string plain)
    {
        var (words, place) = (new StringBuilder(plain.Length * 2), 0);
        foreach (var word in Words(title ?? "")) words.Append(CultureInfo.InvariantCulture, $"'{word}':{++place}A ");
        place++; // No phrase goes from the title on into the text.
        foreach (var word in Words(plain)) words.Append(CultureInfo.InvariantCulture, $"'{word}':{++place} ");
        database.Prepare("INSERT INTO search VALUES (?, CAST(? AS tsvector))").Bind(post).Bind(words.ToString()).Run();
    }

    public override void Unindex(Database database, long post) =>
        database.Prepare("DELETE FROM search WHERE post = ?").Bind(post).Run();

    public override string Match(SearchWords words, bool inTitles)
    {
        var match = new StringBuilder();
        for (var i = 0; i < words.Wanted.Count; i++)
        {
            if (i > 0) match.Append(" & ");
            var isPrefix = words.Prefix is not null && i == words.Wanted.Count - 1;
            Append(match, words.Wanted[i], inTitles ? "A" : "", isPrefix ? "*" : "");
        }

        foreach (var phrase in words.Excluded) Append(match.Append(" & !"), phrase, "", "");
        return match.ToString();
    }

    public override string MatchAnyInTitle(IReadOnlyCollection<string> beginnings) =>
        string.Join(" | ", beginnings.Select(word => $"'{Cut(word)}':A*"));

    // Each OFFSET keeps the planner from turning it round: it would rather ask the index again for each thread, which
    // takes seconds. So it goes once through what the words match, the latest first, until there are enough.
    public override string Found(string joins, string filters, int most) => $"""
        SELECT post, -ts_rank({Weights}, words, CAST(?1 AS tsquery), {ByLogarithmOfLength}) AS score
        FROM (SELECT s.post, s.words
            FROM (SELECT post, words FROM search WHERE words @@ CAST(?1 AS tsquery) ORDER BY post DESC OFFSET 0) AS s
            CROSS JOIN LATERAL (SELECT * FROM threads WHERE n = s.post >> {Schema.PostBits} OFFSET 0) AS t
            {joins} WHERE {filters} ORDER BY s.post DESC LIMIT {most}) AS latest
        """;

    private static void Append(
        StringBuilder match, IReadOnlyList<SearchWords.Word> phrase, string weight, string prefix)
    {
        match.Append('(');
        for (var i = 0; i < phrase.Count; i++)
            match.Append(i == 0 ? "" : " <-> ").Append('\'').Append(Cut(phrase[i].Folded)).Append("':").Append(weight)
                .Append(i == phrase.Count - 1 ? prefix : "");
        match.Append(')');
    }

    // Words hold letters, digits and marks only, so that nothing in the quotes can end them.
    private static IEnumerable<string> Words(string text) =>
        SearchWords.In(text).Select(word => Cut(word.Folded)).Where(word => word.Length > 0);

    private static string Cut(string word) => Text.Cut(word, WordMax);
}
