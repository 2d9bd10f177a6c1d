namespace Communities.Views;

/// <summary>Finds threads whose titles are about the same.</summary>
internal static class SimilarThreads
{
    private const int Most = 5; // Who is about to write reads no longer list.
    private const int WordsMost = 12; // A title has few more that say something.
    private const int WordMin = 3; // Shorter ones are nearly all articles.
    private const int StemMin = 5; // From here on, one letter less at the end still says what is meant.
    private const int WeighedMost = 2_000; // Only the latest titles with any of the words: it bounds the time.
    private const int ComparedMost = 50;

    // What questions begin with says nothing of what they are about, in English and in French; folded.
    private static readonly HashSet<string> Empty =
    [
        "about", "and", "any", "anybody", "anyone", "are", "can", "could", "did", "does", "doing", "for", "from", "get",
        "has", "have", "help", "how", "into", "its", "just", "need", "not", "question", "should", "some", "that", "the",
        "their", "them", "then", "there", "this", "use", "using", "was", "what", "when", "where", "which", "who", "why",
        "will", "with", "would", "you", "your",
        "aide", "aux", "avec", "avoir", "besoin", "bonjour", "ces", "cette", "comment", "dans", "depuis", "des", "elle",
        "est", "est-ce", "etre", "faire", "ils", "les", "leur", "mais", "mes", "mon", "nos", "notre", "par", "pas",
        "plus", "pour", "pourquoi", "probleme", "quand", "que", "quel", "quelle", "quelqu", "qui", "quoi", "sans",
        "ses", "son", "sont", "sur", "une", "vos", "votre", "vous",
    ];

    public static IReadOnlyList<SimilarThread> To(Database database, string community, string title, Viewer viewer)
    {
        var beginnings = BeginningsOf(title);
        if (beginnings.Count == 0) return [];
        var sight = viewer.Look(database, community);
        var weighed = database.Dialect.Found("", "t.removal = 0 AND t.community = ?2", WeighedMost);
        var row = database.Query($"""
            SELECT t.id, t.title, t.last_number - t.removed_replies, t.accepted, t.last_at
            FROM (SELECT post, score FROM ({weighed}) AS weighed ORDER BY score, post DESC LIMIT ?3) AS found
            JOIN threads t ON t.n = found.post >> {Schema.PostBits}
            ORDER BY found.score, found.post DESC
            """).Bind(database.Dialect.MatchAnyInTitle(beginnings)).Bind(community).Bind(ComparedMost);
        if (!sight.IsOpen()) return [];
        var similar = new List<(SimilarThread Thread, double Alike)>();
        while (row.Step())
        {
            var alike = Alike(beginnings, row.Text(1));
            if (alike > 0)
                similar.Add((
                    new SimilarThread(row.Text(0), row.Text(1), row.Int(2), row.Int(3) > 0, row.Time(4)), alike));
        }

        return [.. similar.OrderByDescending(one => one.Alike).ThenByDescending(one => one.Thread.LastPostAt)
            .Take(Most).Select(one => one.Thread)];
    }

    // Of the words that say something, as they begin: wheel stands for wheels, and vélo for vélos.
    private static List<string> BeginningsOf(string title) =>
        [.. SearchWords.In(title).Select(word => word.Folded)
            .Where(word => word.Length >= WordMin && !Empty.Contains(word))
            .Select(word => word.Length >= StemMin && word[^1] is 's' or 'x' ? word[..^1] : word)
            .Distinct().Take(WordsMost)];

    // How much of this title the other one has, and then how little else; 0 where it is one word of several, which
    // is chance.
    private static double Alike(List<string> beginnings, string title)
    {
        var words = SearchWords.In(title).Select(word => word.Folded)
            .Where(word => word.Length >= WordMin && !Empty.Contains(word)).Distinct().ToList();
        var both = beginnings.Count(beginning =>
            words.Exists(word => word.StartsWith(beginning, StringComparison.Ordinal)));
        if (both == 0 || (both == 1 && beginnings.Count > 2)) return 0;
        return ((double)both / beginnings.Count) + (0.1 / words.Count);
    }
}
