using System.Text;

namespace Communities.Views;

/// <summary>Cuts the part out of a text that shows best what was found in it.</summary>
internal static class Snippets
{
    private const int Length = 220; // Three lines on a telephone.
    private const int Before = 60;
    private const int FoundMax = 200; // What comes later in a long text hardly shows it better.

    /// <summary>Plain text around the words, each between the marks.</summary>
    public static string Of(string markdown, SearchWords words)
    {
        var plain = PlainText.Of(markdown);
        var marked = words.Marked.ToHashSet();
        var found = SearchWords.In(plain)
            .Where(word => marked.Contains(word.Folded)
                || (words.Prefix is { } prefix && word.Folded.StartsWith(prefix, StringComparison.Ordinal)))
            .Take(FoundMax).ToList();
        if (found.Count == 0) return PlainText.Excerpt(plain);

        var start = Start(plain, found);
        var end = Math.Min(plain.Length, start + Length);
        if (end < plain.Length && plain.LastIndexOf(' ', end) is var space && space > start + (Length / 2)) end = space;
        if (end < plain.Length && char.IsLowSurrogate(plain[end])) end--;
        var snippet = new StringBuilder(start > 0 ? "…" : "");
        var at = start;
        foreach (var (from, to, _, _) in found.Where(word => word.Start >= start && word.End <= end))
        {
            snippet.Append(plain, at, from - at);
            snippet.Append(Folding.MarkStart).Append(plain, from, to - from).Append(Folding.MarkEnd);
            at = to;
        }

        return snippet.Append(plain, at, end - at).Append(end < plain.Length ? "…" : "").ToString();
    }

    // Where the window begins that holds the most different words, the first such one.
    private static int Start(string plain, List<SearchWords.Word> found)
    {
        var (best, most) = (found[0].Start, 0);
        for (var i = 0; i < found.Count; i++)
        {
            var distinct = found.Skip(i).TakeWhile(word => word.End <= found[i].Start + Length - Before)
                .Select(word => word.Folded).Distinct().Count();
            if (distinct > most) (best, most) = (found[i].Start, distinct);
        }

        if (best <= Before) return 0;
        var space = plain.IndexOf(' ', best - Before, Before);
        return space < 0 ? best : space + 1;
    }
}
