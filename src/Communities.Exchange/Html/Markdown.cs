using System.Buffers;
using System.Text;

namespace Communities.Exchange.Html;

/// <summary>Writes plain text so that Markdown reads it as plain text.</summary>
internal static class Markdown
{
    // All that can begin something in Markdown; most text has none of it and is copied in long runs.
    private static readonly SearchValues<char> _special = SearchValues.Create("\\`*_[]<>#+-=~|!&.)(:");

    // A character reference is at most this long: &CounterClockwiseContourIntegral;
    private const int ReferenceMax = 34;

    /// <summary>Adds the text; what would mean something gets a backslash.</summary>
    public static void Escape(StringBuilder to, ReadOnlySpan<char> text, bool isLineStart)
    {
        for (var from = 0; from < text.Length;)
        {
            var run = text[from..].IndexOfAny(_special);
            if (run < 0) run = text.Length - from;
            if (run > 0)
            {
                to.Append(text.Slice(from, run));
                from += run;
                isLineStart = false;
                if (from == text.Length) return;
            }

            if (Means(text, from, isLineStart || IsOrdinal(text, from, to))) to.Append('\\');
            to.Append(text[from++]);
            isLineStart = false;
        }
    }

    /// <summary>An address as a link target, or null where it is not one that may leave here.</summary>
    public static string? Target(string? address)
    {
        if (address is null) return null;
        address = address.Trim();
        if (address.StartsWith("//", StringComparison.Ordinal)) address = "https:" + address;
        var isKnown = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        if (!isKnown || address.Length > TargetMax) return null;
        if (!address.AsSpan().ContainsAny(_unsafe)) return address;
        var clean = new StringBuilder(address.Length + 16);
        foreach (var c in address)
        {
            if (_unsafe.Contains(c)) clean.Append('%').Append(((int)c).ToString("X2", null));
            else clean.Append(c);
        }

        return clean.ToString();
    }

    /// <summary>The longest address kept; longer ones are tracking or data, not places.</summary>
    private const int TargetMax = 2_000;

    private static readonly SearchValues<char> _unsafe = SearchValues.Create(
        [.. Enumerable.Range(0, 33).Select(c => (char)c), '(', ')', '<', '>', '[', ']', '\\', '"', '`', '|', '\x7F']);

    private static bool Means(ReadOnlySpan<char> text, int at, bool isLineStart)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '\\' or '`' or '[' or ']' => true,
            '*' => !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) || isLineStart,
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '<' => char.IsAsciiLetter(after) || after is '/' or '!' or '?',
            '&' => IsReference(text[at..]),
            '~' or '=' => before == text[at] || after == text[at] || isLineStart,
            '|' => true,
            '!' => after == '[',
            '#' or '>' or '+' or '-' => isLineStart,
            '.' or ')' => isLineStart && at > 0,
            ':' => false,
            _ => false,
        };
    }

    // "1." at the start of a line would begin a list: true at its dot.
    private static bool IsOrdinal(ReadOnlySpan<char> text, int at, StringBuilder written)
    {
        if (text[at] is not ('.' or ')') || at is 0 or > 9) return false;
        if (text[..at].ContainsAnyExceptInRange('0', '9')) return false;
        return written.Length == at || written[written.Length - at - 1] == '\n';
    }

    private static bool IsReference(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, ReferenceMax)].IndexOf(';');
        return end > 1 && !text[1..end].ContainsAny(' ', '\n');
    }
}
