using System.Text;

namespace Communities.Views;

/// <summary>What somebody typed to search for, as words and phrases; never the language of the index.</summary>
/// <remarks>
/// <c>été "deux mots" -pluie boul</c>: été and that phrase and a word that begins with boul, without pluie.
/// What makes no sense in that is taken as plain words.
/// </remarks>
internal sealed class SearchWords
{
    private const int TypedMax = 200; // What the port promises to use.
    private const int PhrasesMax = 20; // More than anybody types by hand; each costs a walk through the index.
    private const int PrefixMin = 3; // A shorter beginning fits too many words to be of help.

    // The words that French puts before an apostrophe: l'été is été.
    private static readonly HashSet<string> Elided =
        ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

    private readonly List<List<Word>> _wanted = [];
    private readonly List<List<Word>> _excluded = [];
    private bool _isLastPrefix;

    private SearchWords()
    {
    }

    /// <summary>The phrases that must all be there, those of one word among them.</summary>
    public IReadOnlyList<IReadOnlyList<Word>> Wanted => _wanted;

    /// <summary>The phrases of which none may be there.</summary>
    public IReadOnlyList<IReadOnlyList<Word>> Excluded => _excluded;

    /// <summary>True where nothing is asked for.</summary>
    public bool IsEmpty => _wanted.Count == 0;

    /// <summary>The folded words that are to be marked in what was found.</summary>
    public IEnumerable<string> Marked => _wanted.SelectMany(phrase => phrase).Select(word => word.Folded);

    /// <summary>The last of them where it stands for all words that begin with it, or null.</summary>
    public string? Prefix => _isLastPrefix ? _wanted[^1][^1].Folded : null;

    /// <summary>Takes apart what was typed.</summary>
    public static SearchWords Of(string typed)
    {
        var words = new SearchWords();
        var text = typed.Length > TypedMax ? typed[..TypedMax] : typed;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i])) { i++; continue; }
            var isExcluded = text[i] == '-' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
            if (isExcluded) i++;
            var end = IsQuote(text[i]) ? text.AsSpan(i + 1).IndexOfAny("\"“”«»") : -1;
            var isQuoted = end >= 0;
            var start = isQuoted ? i + 1 : i;
            i = isQuoted ? start + end : EndOfWord(text, start);
            words.Add(text[start..i], isExcluded, isQuoted);
            if (isQuoted) i++;
        }

        return words;
    }

    /// <summary>The words of a text with their places, folded.</summary>
    public static IEnumerable<Word> In(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsInWord(text, i, out var length)) { i += length; continue; }
            var start = i;
            while (i < text.Length && IsInWord(text, i, out length)) i += length;
            yield return new Word(start, i, text[start..i], Folding.Fold(text[start..i]));
        }
    }

    private void Add(string typed, bool isExcluded, bool isQuoted)
    {
        var phrase = In(typed).Where(word => word.Folded.Length > 0).ToList();
        if (!isQuoted && phrase.Count > 1 && IsElided(typed, phrase[0])) phrase.RemoveAt(0);
        if (phrase.Count == 0 || _wanted.Count + _excluded.Count == PhrasesMax) return;
        (isExcluded ? _excluded : _wanted).Add(phrase);
        if (!isExcluded) _isLastPrefix = !isQuoted && phrase[^1].Folded.Length >= PrefixMin;
    }

    private static bool IsElided(string typed, Word first) =>
        first.End < typed.Length && typed[first.End] is '\'' or '’' && Elided.Contains(first.Folded);

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '«' or '»';

    private static int EndOfWord(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !IsQuote(text[end])) end++;
        return end;
    }

    private static bool IsInWord(string text, int i, out int length)
    {
        if (!Rune.TryGetRuneAt(text, i, out var rune))
        {
            length = 1; // Half of a surrogate pair.
            return false;
        }

        length = rune.Utf16SequenceLength;
        return Folding.IsInWord(rune);
    }

    /// <summary>A word in a text: where it begins and ends, as it stands there, and folded.</summary>
    internal readonly record struct Word(int Start, int End, string Typed, string Folded);
}
