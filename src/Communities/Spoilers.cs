namespace Communities;

/// <summary>
/// What a text keeps hidden until its reader wants to see it: <c>||in a line||</c>, or a block between
/// <c>:::spoiler</c> and <c>:::</c>.
/// </summary>
public static class Spoilers
{
    /// <summary>The line that begins a block, after which its title may stand.</summary>
    public const string Block = ":::spoiler";

    /// <summary>The line that ends a block.</summary>
    public const string BlockEnd = ":::";

    /// <summary>The longest in a line, in UTF-16 units: what is longer is a block.</summary>
    public const int LineMax = 2_000;

    private const string Bars = "||";

    /// <summary>
    /// Where the spoiler that begins here ends, at its closing bars; -1 where none begins: <c>a || b</c> is a
    /// condition, and <c>| a || b |</c> a row of a table.
    /// </summary>
    public static int EndAt(ReadOnlySpan<char> text, int at)
    {
        var inner = at + Bars.Length;
        if (inner >= text.Length || text[at] != '|' || text[at + 1] != '|') return -1;
        if ((at > 0 && text[at - 1] == '|') || text[inner] == '|' || char.IsWhiteSpace(text[inner])) return -1;
        if (IsRow(text, at)) return -1;
        var line = text[inner..];
        var end = line.IndexOfAny('\r', '\n');
        line = line[..Math.Min(end < 0 ? line.Length : end, LineMax)];
        for (var from = 1; from < line.Length;)
        {
            var close = line[from..].IndexOf(Bars);
            if (close < 0) return -1;
            if (!char.IsWhiteSpace(line[from + close - 1])) return inner + from + close;
            from += close + 1;
        }

        return -1;
    }

    // A row of a table begins with one bar.
    private static bool IsRow(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - LineMax)..at];
        var line = text[(at - before.Length + before.LastIndexOf('\n') + 1)..].TrimStart(' ');
        return line.StartsWith("|") && !line.StartsWith(Bars);
    }
}
