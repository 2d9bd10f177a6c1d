using System.Globalization;
using System.Text;

namespace Communities;

/// <summary>
/// A text as rules and the filter compare it: small letters, without accents and without what nobody sees; and where
/// each of its characters stood before.
/// </summary>
internal sealed class FoldedText
{
    private const int TableEnd = 0x250; // The Latin letters of European languages, folded once.

    private static readonly string[] Table = [.. Enumerable.Range(0, TableEnd).Select(c => Fold(new Rune((char)c)))];

    private readonly int[]? _origins; // Null where every character stayed in its place.
    private readonly int _length;

    private FoldedText(string text, int[]? origins, int length) => (Text, _origins, _length) = (text, origins, length);

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>Folds a text, which may hold anything.</summary>
    public static FoldedText Of(string text)
    {
        if (Ascii.IsValid(text)) return new(text.ToLowerInvariant(), null, text.Length);
        var folded = new StringBuilder(text.Length);
        var origins = new List<int>(text.Length + 8);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var length = 1;
            var letters = c < TableEnd ? Table[c]
                : !Rune.TryGetRuneAt(text, i, out var rune) ? ""
                : Fold(rune, out length);
            folded.Append(letters);
            for (var n = 0; n < letters.Length; n++) origins.Add(i);
            i += length;
        }

        return new(folded.ToString(), [.. origins], text.Length);
    }

    /// <summary>Where in the text before folding this range of the folded one stood.</summary>
    public Range OriginOf(int start, int end) => _origins is null
        ? start..end
        : _origins[start]..(end < _origins.Length ? _origins[end] : _length);

    /// <summary>The words of the folded text: letters and digits of any script, in their order.</summary>
    public List<Word> Words()
    {
        var words = new List<Word>();
        for (var i = 0; i < Text.Length;)
        {
            if (!IsInWord(Text[i])) { i++; continue; }
            var start = i;
            while (i < Text.Length && IsInWord(Text[i])) i++;
            words.Add(new Word(start, i));
        }

        return words;
    }

    internal static bool IsInWord(char c) => c < 128
        ? char.IsAsciiLetterOrDigit(c)
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Fold(Rune rune, out int length)
    {
        length = rune.Utf16SequenceLength;
        return Fold(rune);
    }

    // Zero-width characters and soft hyphens are how a word is hidden in plain sight. Accents of other scripts stay:
    // there they are vowels.
    private static string Fold(Rune rune) => rune.Value switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' or 'ẞ' => "ss",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        >= 0x300 and <= 0x36F => "",
        < TableEnd or (>= 0x1E00 and <= 0x1EFF) or (>= 0xFF01 and <= 0xFF5E) when Rune.IsLetter(rune) =>
            string.Concat(rune.ToString().Normalize(NormalizationForm.FormKD)
                .Where(c => c is < '\u0300' or > '\u036F')).ToLowerInvariant(),
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format => "",
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };

    /// <summary>A word: where it begins and ends in the folded text.</summary>
    internal readonly record struct Word(int Start, int End);
}
