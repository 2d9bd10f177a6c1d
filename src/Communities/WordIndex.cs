using System.Text;

namespace Communities;

/// <summary>
/// The words and phrases of many rules, found in one walk over a text: whole words, folded, with <c>*</c> and <c>?</c>.
/// </summary>
internal sealed class WordIndex
{
    private readonly Dictionary<string, List<Entry>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Entry>> _byLetter = []; // Those with a wildcard, by how they begin.
    private readonly List<Entry> _others = []; // Those that begin with one.
    private readonly Dictionary<string, List<Entry>>.AlternateLookup<ReadOnlySpan<char>> _words;

    public WordIndex() => _words = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The folded words of a term, each perhaps with wildcards; null where it has none.</summary>
    public static string[]? Parts(string term)
    {
        var (parts, part) = (new List<string>(), new StringBuilder());
        foreach (var c in FoldedText.Of(term).Text + " ")
        {
            if (c is '*' or '?' || FoldedText.IsInWord(c)) { part.Append(c); continue; }
            if (part.Length == 0) continue;
            parts.Add(part.ToString());
            part.Clear();
        }

        return parts.Exists(word => word.AsSpan().ContainsAnyExcept('*', '?')) ? [.. parts] : null;
    }

    /// <summary>Takes in a term of a rule.</summary>
    public void Add(int rule, string term)
    {
        if (Parts(term) is not { } parts) return;
        var wildcard = parts[0].AsSpan().IndexOfAny('*', '?');
        var list = wildcard switch
        {
            0 => _others,
            > 0 => ListOf(_byLetter, parts[0][0]),
            _ => ListOf(_byWord, parts[0]),
        };
        list.Add(new Entry(rule, parts));
    }

    /// <summary>Tells what is found: the rule, and from which word to which.</summary>
    public void Find(FoldedText text, List<FoldedText.Word> words, Action<int, FoldedText.Word> found)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var word = Of(text, words[at]);
            if (_words.TryGetValue(word, out var exact)) Look(exact, text, words, at, found);
            if (_byLetter.TryGetValue(word[0], out var begun)) Look(begun, text, words, at, found);
            if (_others.Count > 0) Look(_others, text, words, at, found);
        }
    }

    /// <summary>True where a word is as this pattern of letters, <c>*</c> and <c>?</c> says.</summary>
    public static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> word)
    {
        // Two pointers and the last star: never more than pattern times word.
        var (p, w, star, mark) = (0, 0, -1, 0);
        while (w < word.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || (pattern[p] == word[w] && pattern[p] != '*')))
            {
                p++;
                w++;
            }
            else if (p < pattern.Length && pattern[p] == '*') (star, mark) = (p++, w);
            else if (star >= 0) (p, w) = (star + 1, ++mark);
            else return false;
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }

    private static void Look(
        List<Entry> entries, FoldedText text, List<FoldedText.Word> words, int at, Action<int, FoldedText.Word> found)
    {
        foreach (var (rule, parts) in entries)
        {
            if (at + parts.Length > words.Count) continue;
            var fits = true;
            for (var i = 0; i < parts.Length && fits; i++) fits = Fits(parts[i], Of(text, words[at + i]));
            if (fits) found(rule, new(words[at].Start, words[at + parts.Length - 1].End));
        }
    }

    private static ReadOnlySpan<char> Of(FoldedText text, FoldedText.Word word) =>
        text.Text.AsSpan(word.Start, word.End - word.Start);

    private static List<Entry> ListOf<TKey>(Dictionary<TKey, List<Entry>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }

    private readonly record struct Entry(int Rule, string[] Parts);
}
