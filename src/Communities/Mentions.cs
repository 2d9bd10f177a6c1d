using System.Collections.Immutable;

namespace Communities;

/// <summary>The names that a text in Markdown calls: <c>@alice</c>, an account's or a group's.</summary>
/// <remarks>
/// Not those in code, in addresses (<c>me@example.org</c>, <c>https://example.org/@alice</c>), behind a backslash, or
/// in what the text quotes: who is quoted has been called before. Case does not matter; whether anybody has the name is
/// for others to know.
/// </remarks>
public static class Mentions
{
    /// <summary>The most that one text calls: a round table. Further names are words like others.</summary>
    public const int Most = 20;

    private const int NameMin = 2, NameMax = 40; // As Keys.IsAccount has it.

    /// <summary>The names that this text calls, each once, in its order, in small letters.</summary>
    public static ImmutableArray<string> In(string markdown)
    {
        if (!markdown.Contains('@', StringComparison.Ordinal)) return [];
        var names = new List<string>();
        foreach (var passage in new Prose(markdown)) Collect(markdown.AsSpan(passage), names);
        return [.. names];
    }

    /// <summary>
    /// How many characters of this text are a name, from behind the <c>@</c> that stands there; 0 where that
    /// <c>@</c> calls nobody.
    /// </summary>
    public static int NameAt(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '@' or '/' or '.' or '_' or '-' or '='))
            return 0;
        var name = text[(at + 1)..];
        var length = name.IndexOfAnyExcept(NameLetters);
        if (length < 0) length = name.Length;
        if (length is < NameMin or > NameMax || !char.IsAsciiLetterOrDigit(name[0])) return 0;
        var behind = name[length..];
        var goesOn = behind.Length > 0 && (char.IsLetter(behind[0]) || behind[0] is '@' or '/');
        var isDomain = behind.Length > 1 && behind[0] == '.' && char.IsAsciiLetterOrDigit(behind[1]);
        return goesOn || isDomain ? 0 : length;
    }

    private static readonly System.Buffers.SearchValues<char> NameLetters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private static void Collect(ReadOnlySpan<char> text, List<string> names)
    {
        for (var i = 0; i < text.Length && names.Count < Most;)
        {
            var next = text[i..].IndexOfAny("@`\\:");
            if (next < 0) return;
            i += next;
            switch (text[i])
            {
                case '@' when NameAt(text, i) is > 0 and var length:
                    var name = text.Slice(i + 1, length).ToString().ToLowerInvariant();
                    if (!names.Contains(name)) names.Add(name);
                    i += length + 1;
                    break;
                case '`':
                    i = BehindCode(text, i);
                    break;
                case '\\':
                    i += 2;
                    break;
                case ':' when text[i..].StartsWith("://", StringComparison.Ordinal):
                    i = EndOfAddress(text, i);
                    break;
                default:
                    i++;
                    break;
            }
        }
    }

    // Code ends with as many backticks as it began with; where none follow, they were backticks.
    private static int BehindCode(ReadOnlySpan<char> text, int start)
    {
        var ticks = Ticks(text, start);
        for (var i = start + ticks; i < text.Length;)
        {
            if (text[i] != '`') { i++; continue; }
            var closing = Ticks(text, i);
            i += closing;
            if (closing == ticks) return i;
        }

        return start + ticks;
    }

    private static int Ticks(ReadOnlySpan<char> text, int start)
    {
        var end = text[start..].IndexOfAnyExcept('`');
        return end < 0 ? text.Length - start : end;
    }

    private static int EndOfAddress(ReadOnlySpan<char> text, int start)
    {
        var end = text[start..].IndexOfAny(" \t\r\n<>)\"");
        return end < 0 ? text.Length : start + end;
    }
}
