using System.Buffers;
using System.Text;

namespace Communities.Views;

/// <summary>
/// What a reader would read of a Markdown text, near enough for excerpts and search: no markup, no addresses of links,
/// one space between words. Not a parser: what it does not know stays as it is.
/// </summary>
internal static class PlainText
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
                case '*' or '`' or '~' or Folding.MarkStart or Folding.MarkEnd:
                case '_' when !IsInner(markdown, i):
                case '#' or '>' or '|' or '-' or '+' or '=' when isLineStart:
                case '[':
                case '!' when i + 1 < markdown.Length && markdown[i + 1] == '[':
                    continue;
                case ']' when i + 1 < markdown.Length && markdown[i + 1] == '(':
                    i = Behind(markdown, i + 1, ')');
                    break;
                case ']':
                    break;
                case '<' when i + 1 < markdown.Length && (char.IsAsciiLetter(markdown[i + 1]) || markdown[i + 1] is '/' or '!'):
                    i = Behind(markdown, i, '>');
                    Space(plain);
                    break;
                case '\\' when i + 1 < markdown.Length && char.IsAsciiLetterOrDigit(markdown[i + 1]) is false
                               && !char.IsWhiteSpace(markdown[i + 1]):
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
        if (end < ExcerptLength / 2) end = char.IsHighSurrogate(plain[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength;
        return plain[..end].TrimEnd() + "…";
    }

    private static void Space(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
    }

    // snake_case is a word, _emphasis_ is markup.
    private static bool IsInner(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);

    // The place of the closing character on the same line; where there is none, the opening one means itself.
    private static int Behind(string text, int open, char close)
    {
        for (var i = open + 1; i < text.Length && text[i] != '\n'; i++)
            if (text[i] == close) return i;
        return open;
    }
}
