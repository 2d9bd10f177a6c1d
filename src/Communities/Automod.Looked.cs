namespace Communities;

/// <content>What rules look at: a text, and where it takes the place of another, what of it is new.</content>
public sealed partial class Automod
{
    // Of what is found those that are more than stood there before, wherever in it they were.
    private static List<(int Start, int End)>? Fresh(
        List<(int Start, int End)>? found, Looked looked, List<(int Start, int End)>? before, Looked stood)
    {
        if (found is null || before is null) return found;
        var fresh = Beyond(
            found, place => Folded(place, looked), before.Select(place => Folded(place, stood))).ToList();
        return fresh.Count > 0 ? fresh : null;

        static string Folded((int Start, int End) place, Looked text) =>
            FoldedText.Of(text.Whole[place.Start..place.End]).Text;
    }

    // Those of which there are more than before, in their order.
    private static IEnumerable<TItem> Beyond<TItem>(
        IEnumerable<TItem> items, Func<TItem, string> called, IEnumerable<string> before)
    {
        var left = before.CountBy(name => name).ToDictionary();
        foreach (var item in items)
            if (left.GetValueOrDefault(called(item)) is > 0 and var count) left[called(item)] = count - 1;
            else yield return item;
    }

    /// <summary>What several rules want to know of a text, found once and where it is wanted.</summary>
    private sealed class Looked(string whole, TextFilter? filter)
    {
        private FoldedText? _folded;
        private List<FoldedText.Word>? _words;
        private List<(int, int)>?[]? _terms;
        private List<LinkHosts.Found>? _links;
        private FilterScore? _score;
        private (bool IsKnown, string? Language) _language;

        /// <summary>Title and text, a line break between them.</summary>
        public string Whole { get; } = whole;

        public FoldedText Folded => _folded ??= FoldedText.Of(Whole);

        public List<FoldedText.Word> Words => _words ??= Folded.Words();

        /// <summary>By rule, the places of its words in the folded text.</summary>
        public List<(int, int)>?[] TermsIn(WordIndex words, int rules)
        {
            if (_terms is not null) return _terms;
            _terms = new List<(int, int)>?[rules];
            words.Find(Folded, Words, (rule, place) => (_terms[rule] ??= []).Add((place.Start, place.End)));
            return _terms;
        }

        public List<LinkHosts.Found> Links => _links ??= [.. LinkHosts.In(Whole)];

        public FilterScore? Score => _score ??= filter?.Score(Whole);

        public string? Language
        {
            get
            {
                if (!_language.IsKnown) _language = (true, LanguageGuess.Of(Whole));
                return _language.Language;
            }
        }

        public (int, int) OriginOf((int Start, int End) place)
        {
            var (start, length) = Folded.OriginOf(place.Start, place.End).GetOffsetAndLength(Whole.Length);
            return (start, start + length);
        }
    }

    /// <summary>What stood in the place of a text, and the words that the text has beyond it.</summary>
    private sealed class Stood(string before, Looked now, TextFilter? filter)
    {
        private Looked? _added;

        public Looked Before { get; } = new(before, filter);

        public Looked Added => _added ??= new(
            string.Join(' ', Beyond(WordsOf(now), word => word, WordsOf(Before))), filter);

        private static string[] WordsOf(Looked text) =>
            text.Whole.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
