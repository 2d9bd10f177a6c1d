using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Communities.Actors;

namespace Communities;

/// <summary>What counts as acceptable text from people: length, and characters that do no mischief.</summary>
public static partial class Text
{
    /// <summary>The longest post, in UTF-16 units. The longest real one met in import is just under it.</summary>
    public const int PostMax = 100_000;

    /// <summary>The longest title: as long as the longest that common forum software allows.</summary>
    public const int TitleMax = 255;

    /// <summary>The longest display name.</summary>
    public const int NameMax = 60;

    /// <summary>The longest text about a community or a member: purpose, rules, biography.</summary>
    public const int AboutMax = 10_000;

    /// <summary>The longest reason or one-line description.</summary>
    public const int LineMax = 500;

    /// <summary>What is wrong with this body of text (line breaks and tabs are fine in it), or null.</summary>
    public static Refusal? Fault(string field, string? text, int max, bool mayBeEmpty = false) =>
        IsBlank(text) && !mayBeEmpty ? new($"{field}.empty", $"Please write {One(field)}.")
        : text is null ? null
        : text.Length > max ? new(
            $"{field}.long", $"The {field} {(IsMany(field) ? "are" : "is")} too long: {max} characters at most.")
        : IsMalformed(text, inLine: false) ? new(
            $"{field}.malformed", $"The {field} {Holds(field)} characters no text has.")
        : null;

    /// <summary>What is wrong with this single line (no line breaks, nothing that turns or hides), or null.</summary>
    public static Refusal? LineFault(string field, string? text, int max, bool mayBeEmpty = false) =>
        Fault(field, text, max, mayBeEmpty) is { } fault ? fault
        : text is not null && IsMalformed(text, inLine: true)
            ? new($"{field}.malformed", $"The {field} {Holds(field)} line breaks or invisible characters.")
        : null;

    // "a title", "an answer", "the rules": a refusal is read by people.
    private static string One(string field) =>
        IsMany(field) ? $"the {field}" : field[0] is 'a' or 'e' or 'i' or 'o' ? $"an {field}" : $"a {field}";

    private static string Holds(string field) => IsMany(field) ? "hold" : "holds";

    private static bool IsMany(string field) => field.EndsWith('s');

    /// <summary>
    /// The same text without what <see cref="LineFault"/> refuses and no longer than this; for import, which may not
    /// ask its author to write it again.
    /// </summary>
    public static string CleanLine(string? text, int max)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsHidden(rune)) continue;
            clean.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return Cut(Spaces().Replace(clean.ToString(), " ").Trim(), max);
    }

    /// <summary>The same text without what <see cref="Fault"/> refuses and no longer than this; for import.</summary>
    public static string CleanBody(string? text, int max)
    {
        if (text is null) return "";
        if (!IsMalformed(text, inLine: false)) return Cut(text, max);
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) continue;
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')) continue;
            clean.Append(rune.ToString());
        }

        return Cut(clean.ToString(), max);
    }

    /// <summary>At most this many characters of a text, and never half of one that takes two.</summary>
    public static string Cut(string text, int max) =>
        text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];

    // A name of nothing but joiners and fillers shows nothing, and could be anybody's.
    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text) || text.EnumerateRunes().All(rune =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0);

    private static bool IsMalformed(string text, bool inLine)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || c == ' ') continue;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) { i++; continue; }
            if (char.IsSurrogate(c)) return true;
            if (char.IsControl(c) && (inLine || c is not ('\n' or '\r' or '\t'))) return true;
            if (inLine && IsHidden(new Rune(c))) return true;
        }

        return false;
    }

    // Directional overrides and isolates turn what stands beside a name; zero-width spaces make two names look alike.
    // The zero-width joiners stay: Persian and emoji are written with them.
    private static bool IsHidden(Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200B or 0x200E or 0x200F or 0x2060
            or 0xFEFF or 0x061C or 0x2028 or 0x2029 or 0x00AD;

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
