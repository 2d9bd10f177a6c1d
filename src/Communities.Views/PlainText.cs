using System.Buffers;
using System.Text;

namespace Communities.Views;

/// <summary>
/// What a reader would read of a Markdown text, near enough for excerpts and search: no markup, no addresses of links,
/// one space between words, and nothing of what is hidden as a spoiler. Not a parser: what it does not know stays as it
/// is.
/// </summary>
public static class PlainText
{
    /// <summary>How much of a text a list shows, in characters: two lines on a wide screen.</summary>
    public const int ExcerptLength = 160;

    private static readonly SearchValues<char> Marks = SearchValues.Create("*_`~#>|\\![]<\uE000\uE001\r\n\t");

    /// <summary>The text without its markup.</summary>
    public static string Of(string markdown, int most = int.MaxValue)
    {
        if (markdown.Length <= most && !markdown.AsSpan().ContainsAny(Marks)) return markdown;
        var plain = new StringBuilder(Math.Min(markdown.Length, most));
        var isLineStart = true;
        for (var i = 0; i < markdown.Length && plain.Length < most; i++)
        {
            var c = markdown[i];
            switch (c)
            {
                case '\r' or '\n':
                    Space(plain);
                    isLineStart = true;
                    continue;
                case ' ' or '\t':
                    Space(plain);
                    continue;
                case '|' when Spoilers.EndAt(markdown, i) is > 0 and var end:
                    plain.Append('…');
                    i = end + 1;
                    break;
                case ':' when isLineStart && IsSpoiler(markdown, i):
                    plain.Append('…');
                    i = EndOfSpoiler(markdown, i);
                    continue;
                case '*' or '`' or '~' or Folding.MarkStart or Folding.MarkEnd:
                case '_' when !IsInner(markdown, i):
                case '#' or '>' or '|' or '-' or '+' or '=' when isLineStart:
                case '[':
                case '!' when At(markdown, i + 1) == '[':
                    continue;
                case ']':
                    if (At(markdown, i + 1) == '(') i = Math.Max(i, EndOf(markdown, i + 1, ')'));
                    break;
                case '<' when IsTag(markdown, i):
                    i = EndOf(markdown, i, '>');
                    Space(plain);
                    break;
                case '\\' when char.IsPunctuation(At(markdown, i + 1)) || char.IsSymbol(At(markdown, i + 1)):
                    plain.Append(markdown[++i]);
                    break;
                default:
                    plain.Append(c);
                    break;
            }

            isLineStart = false;
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>The beginning of a text, cut between two words, with an ellipsis where it goes on.</summary>
    public static string Excerpt(string markdown)
    {
        var plain = Of(markdown, ExcerptLength + 1);
        if (plain.Length <= ExcerptLength) return plain;
        var end = plain.LastIndexOf(' ', ExcerptLength);
        if (end < ExcerptLength / 2)
            end = char.IsHighSurrogate(plain[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength;
        return plain[..end].TrimEnd() + "…";
    }

    private static void Space(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
    }

    // snake_case is a word, _emphasis_ is markup.
    private static bool IsInner(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);

    private static bool IsTag(string text, int i) =>
        (char.IsAsciiLetter(At(text, i + 1)) || At(text, i + 1) is '/' or '!') && EndOf(text, i, '>') > 0;

    private static bool IsSpoiler(string text, int i) =>
        text.AsSpan(i).StartsWith(Spoilers.Block, StringComparison.OrdinalIgnoreCase);

    // The end of the line that ends the block, or of the text, before its line break.
    private static int EndOfSpoiler(string text, int start)
    {
        for (var line = text.IndexOf('\n', start); line >= 0; line = text.IndexOf('\n', line + 1))
        {
            var rest = text.AsSpan(line + 1).TrimStart(' ');
            if (!rest.StartsWith(Spoilers.BlockEnd)) continue;
            var end = text.IndexOf('\n', line + 1);
            return end < 0 ? text.Length : end - 1;
        }

        return text.Length;
    }

    private static char At(string text, int i) => i < text.Length ? text[i] : '\0';

    // The place of the closing character on the same line, or -1.
    private static int EndOf(string text, int open, char close)
    {
        for (var i = open + 1; i < text.Length && text[i] != '\n'; i++)
            if (text[i] == close) return i;
        return -1;
    }
}
