using System.Text;
using AngleSharp.Html.Parser;

namespace Communities.Exchange.Html;

/// <summary>
/// Turns the HTML of other forums into Markdown: what people wrote stays, what a page does with it goes. Nothing of the
/// HTML itself is ever passed on.
/// </summary>
internal static class HtmlToMarkdown
{
    /// <summary>
    /// The longest HTML that is read, in characters; the rest is cut off. Twice the longest post, for markup, and
    /// little enough that nesting made to be slow stays bearable.
    /// </summary>
    public const int HtmlMax = 2 * Text.PostMax;

    [ThreadStatic] private static HtmlParser? _parser;

    /// <summary>The Markdown of this HTML, not longer than a post may be.</summary>
    public static string Convert(string html)
    {
        if (html.Length > HtmlMax) html = html[..HtmlMax];
        if (IsPlain(html)) return Text.CleanBody(Plain(html), Text.PostMax);
        using var document = (_parser ??= new HtmlParser()).ParseDocument(html);
        var blocks = new Blocks();
        if (document.Body is { } body) blocks.AddChildren(body, 0);
        return Text.CleanBody(blocks.ToString(), Text.PostMax);
    }

    // Comments are often bare words: they need no parser.
    private static bool IsPlain(string html) => !html.AsSpan().ContainsAny('<', '&');

    private static string Plain(string text)
    {
        var to = new StringBuilder(text.Length + 16);
        foreach (var line in text.AsSpan().Trim().EnumerateLines())
        {
            if (to.Length > 0) to.Append('\n');
            Markdown.Escape(to, line.Trim(), isLineStart: true);
        }

        return to.ToString();
    }
}
