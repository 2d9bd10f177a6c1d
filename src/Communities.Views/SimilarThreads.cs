namespace Communities.Views;

/// <summary>Finds threads that are about the same as one that is being written.</summary>
internal static class SimilarThreads
{
    private const int Most = 5; // Who is about to write reads no longer list.
    private const int WordsMost = 12; // A title has few more that say something.
    private const int DomainWordsMost = 6; // Of the text, where a title says little.
    private const int TextMost = 2_000; // What a text is about stands at its beginning.
    private const int WeighedMost = 2_000; // Only the latest titles with any of the words: it bounds the time.
    private const int ComparedMost = 50;
    private const double DomainWeight = 2; // A word of the domain says more than others what a title is about.
    private const double TextWeight = 0.15; // And one that only the text has, less than any of the title.
    private const double NearlyAll = 0.75;

    public static IReadOnlyList<SimilarThread> To(
        Database database, string community, string title, string? text, Viewer viewer)
    {
        var ofTitle = TopicWords.In(title).Take(WordsMost).ToList();
        if (ofTitle.Count == 0 && text is null) return [];
        var sight = viewer.Look(database, community);
        var domain = DomainOf(database, community);
        var ofText = text is null ? []
            : TopicWords.In(PlainText.Of(text, TextMost)).Where(domain.Contains).Except(ofTitle)
                .Take(DomainWordsMost).ToList();
        if (!sight.IsOpen() || ofTitle.Count + ofText.Count == 0) return [];

        var weighed = database.Dialect.Found("", "t.removal = 0 AND t.community = ?2", WeighedMost);
        var row = database.Query($"""
            SELECT t.id, t.title, t.last_number - t.removed_replies, t.accepted, t.last_at, a.text
            FROM (SELECT post, score FROM ({weighed}) AS weighed ORDER BY score, post DESC LIMIT ?3) AS found
            JOIN threads t ON t.n = found.post >> {Schema.PostBits}
            LEFT JOIN posts a ON t.accepted > 0 AND a.id = (t.n << {Schema.PostBits}) | t.accepted AND a.removal = 0
            ORDER BY found.score, found.post DESC
            """).Bind(database.Dialect.MatchAnyInTitle([.. ofTitle, .. ofText])).Bind(community).Bind(ComparedMost);
        var similar = new List<(SimilarThread Thread, double Alike)>();
        while (row.Step())
        {
            var (alike, isNear) = Alike(ofTitle, ofText, domain, row.Text(1));
            if (alike > 0)
                similar.Add((
                    new SimilarThread(
                        row.Text(0), row.Text(1), row.Int(2), row.Int(3), row.Time(4),
                        row.IsNull(5) ? null : PlainText.Excerpt(row.Text(5)), isNear),
                    alike));
        }

        // The most alike are shown, and of those the ones that have an answer first.
        return [.. similar.OrderByDescending(one => one.Alike).ThenByDescending(one => one.Thread.LastPostAt)
            .Take(Most).Select(one => one.Thread).OrderByDescending(thread => thread.IsSolved)];
    }

    private static HashSet<string> DomainOf(Database database, string community)
    {
        var row = database.Query("SELECT words FROM purposes WHERE community = ?").Bind(community);
        return row.Step() ? [.. Schema.WordsOf(row.Text(0)).SelectMany(TopicWords.In)] : [];
    }

    // How much of this title the other one has, and then how little else; 0 where it is one word of several, which
    // is chance.
    private static (double Alike, bool IsNear) Alike(
        List<string> ofTitle, List<string> ofText, HashSet<string> domain, string title)
    {
        var words = SearchWords.In(title).Select(word => word.Folded).Where(TopicWords.IsTelling).Distinct().ToList();
        var both = ofTitle.Where(IsThere).ToList();
        var more = ofText.Count(IsThere);
        if (both.Count + more == 0 || (both.Count + more == 1 && ofTitle.Count + ofText.Count > 2)) return (0, false);
        var share = ofTitle.Count == 0 ? 0 : both.Sum(Weight) / ofTitle.Sum(Weight);
        return (share + (TextWeight * more) + (0.1 / words.Count), both.Count > 1 && share >= NearlyAll);

        bool IsThere(string beginning) =>
            words.Exists(word => word.StartsWith(beginning, StringComparison.Ordinal));

        double Weight(string word) => domain.Contains(word) ? DomainWeight : 1;
    }
}
