using System.Buffers;
using System.Globalization;
using System.Text;

namespace Communities.Views;

/// <summary>Makes alike what readers take for alike: case, accents, and letters that are written as two.</summary>
internal static class Folding
{
    /// <summary>The bounds of a found word in a <see cref="Hit.Snippet"/>.</summary>
    public const char MarkStart = '\uE000', MarkEnd = '\uE001';

    // Letters that carry no accent in Unicode's eyes, so that the tokenizer of SQLite leaves them as they are.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['œ'] = "oe", ['Œ'] = "oe", ['æ'] = "ae", ['Æ'] = "ae", ['ß'] = "ss", ['ẞ'] = "ss",
        ['ø'] = "o", ['Ø'] = "o", ['ł'] = "l", ['Ł'] = "l", ['đ'] = "d", ['Đ'] = "d",
    };

    private static readonly SearchValues<char> Special = SearchValues.Create([.. Letters.Keys]);

    /// <summary>The same text with the letters spelled out that SQLite's tokenizer does not fold by itself.</summary>
    public static string Spell(string text)
    {
        if (!text.AsSpan().ContainsAny(Special)) return text;
        var spelled = new StringBuilder(text.Length + 8);
        foreach (var c in text)
            if (Letters.TryGetValue(c, out var letters)) spelled.Append(letters);
            else spelled.Append(c);
        return spelled.ToString();
    }

    /// <summary>Lower case, without accents, for comparing and sorting.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var c in Whole(Spell(text)).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }

    /// <summary>True for what stands within words: letters and digits of any script, and the marks on them.</summary>
    public static bool IsInWord(Rune rune) =>
        rune.IsAscii ? Rune.IsLetterOrDigit(rune)
        : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // Normalising takes no halves of surrogate pairs and no code points that are none.
    private static string Whole(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (IsNone(rune)) return string.Concat(text.EnumerateRunes().Where(other => !IsNone(other)));
        return text;
    }

    private static bool IsNone(Rune rune) =>
        rune == Rune.ReplacementChar || (rune.Value & 0xfffe) == 0xfffe || rune.Value is >= 0xfdd0 and <= 0xfdef;
}
