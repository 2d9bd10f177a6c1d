using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Communities;

/// <summary>
/// Guesses the language of a text: by its script, and by the small words that every sentence of a language has.
/// </summary>
/// <remarks>
/// It says nothing rather than something wrong: short texts, names, code and mixtures have no language here.
/// </remarks>
public static class LanguageGuess
{
    private const int SmallWordsMin = 4; // Fewer may be borrowed, or quoted.
    private const int LettersMin = 12; // Of another script: a word or two may be a name.
    private const double Lead = 1.6; // Neighbours share many small words: the first must be well ahead.

    private static readonly (string Language, string Words)[] Small =
    [
        ("en", "the and of to is in that it for on with as was are this be have not but you from they we or an at by "
            + "which what there has were been would will their can if do your how when who my so just about like"),
        ("fr", "le la les des et est un une du que qui dans en pour pas sur ce il je au avec plus vous nous on ne se "
            + "sont par mais ou cette tout fait comme aux leur ont elle si mon c'est j'ai bien etre aussi meme ces"),
        ("de", "der die und das ist nicht ich ein eine zu den mit sich auf fur es dem im auch als wie von wir sie aber "
            + "hat war bei oder nach wenn nur noch einen einer kann haben werden sind was man uber mein dass schon"),
        ("es", "el la los las de que y en un una por con no se para es lo como mas pero su al del este esta ser muy ya "
            + "todo si son cuando hay donde porque sobre desde nos yo tambien fue hasta le mi sin entre era tiene"),
        ("it", "il la di che e un una per non con sono si del della le gli da come ma anche piu questo nel alla dei ha "
            + "mi ho se lo questa ci delle perche quando essere stato tutto molto cosa sul era tra degli io"),
        ("pt", "o a os as de que e em um uma para com nao se por mais do da no na dos das como mas ao ele seu sua ou "
            + "quando muito ja eu tambem so pelo pela ate isso ela entre era depois sem mesmo aos voce foi esta"),
        ("nl", "de het een en van ik te dat die in is niet op met voor zijn er maar om aan als dan ook je bij nog uit "
            + "naar wat hij wel geen was kan heb dit of zo deze al had moet door over worden hebben mijn wij wordt"),
    ];

    private static readonly FrozenDictionary<string, int> LanguagesOf = Small
        .SelectMany((language, at) => language.Words.Split(' ').Select(word => (Word: Folded(word), At: at)))
        .GroupBy(one => one.Word)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.Aggregate(0, (bits, one) => bits | (1 << one.At)),
            StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BySmallWord =
        LanguagesOf.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (string Language, int From, int To)[] Scripts =
    [
        ("el", 0x370, 0x3FF), ("ru", 0x400, 0x52F), ("he", 0x590, 0x5FF), ("ar", 0x600, 0x6FF), ("hi", 0x900, 0x97F),
        ("th", 0xE00, 0xE7F), ("ja", 0x3040, 0x30FF), ("ko", 0xAC00, 0xD7AF), ("zh", 0x4E00, 0x9FFF),
    ];

    /// <summary>
    /// The languages that it tells apart. Of a script that several languages share it names the most common one:
    /// <c>ru</c> stands for all that are written in Cyrillic.
    /// </summary>
    public static ImmutableArray<string> Known { get; } =
        [.. Small.Select(one => one.Language), .. Scripts.Select(one => one.Language)];

    /// <summary>The language of this text, or null where it is not clear.</summary>
    public static string? Of(string text)
    {
        var folded = FoldedText.Of(text);
        return OtherScript(folded.Text) ?? Latin(folded);
    }

    internal static string? Latin(FoldedText folded)
    {
        Span<int> counts = stackalloc int[Small.Length];
        foreach (var word in folded.Words())
        {
            if (!BySmallWord.TryGetValue(folded.Text.AsSpan(word.Start, word.End - word.Start), out var bits)) continue;
            for (var at = 0; at < counts.Length; at++) counts[at] += (bits >> at) & 1;
        }

        var (best, second) = (0, -1);
        for (var at = 1; at < counts.Length; at++)
            if (counts[at] > counts[best]) (best, second) = (at, best);
            else if (second < 0 || counts[at] > counts[second]) second = at;
        return counts[best] >= SmallWordsMin && counts[best] >= Lead * counts[second] ? Small[best].Language : null;
    }

    // A script is a language's where most letters are its own. Japanese is written with Chinese signs, too.
    private static string? OtherScript(string text)
    {
        if (Ascii.IsValid(text)) return null;
        Span<int> counts = stackalloc int[Scripts.Length];
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c < Scripts[0].From) continue;
            for (var at = 0; at < Scripts.Length; at++)
                if (c >= Scripts[at].From && c <= Scripts[at].To) counts[at]++;
        }

        var (japanese, chinese) = (Scripts.Length - 3, Scripts.Length - 1);
        if (counts[japanese] * 10 > counts[chinese])
            (counts[japanese], counts[chinese]) = (counts[japanese] + counts[chinese], 0);
        var best = 0;
        for (var at = 1; at < counts.Length; at++) if (counts[at] > counts[best]) best = at;
        return counts[best] >= LettersMin && counts[best] * 2 > letters ? Scripts[best].Language : null;
    }

    // An apostrophe ends a word, so these lists name none behind one.
    private static string Folded(string word)
    {
        var text = FoldedText.Of(word).Text;
        return text[(text.IndexOf('\'') + 1)..];
    }
}
