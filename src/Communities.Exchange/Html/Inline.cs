using System.Text;
using AngleSharp.Dom;

namespace Communities.Exchange.Html;

/// <summary>Writes what runs within a paragraph: text, emphasis, code, links, images.</summary>
internal static class Inline
{
    /// <summary>Deeper nesting means nothing to a reader; from there on only the text is taken.</summary>
    public const int DepthMax = 40;

    /// <summary>Adds a node as Markdown on one line (line breaks within it are those of br).</summary>
    public static void Write(StringBuilder to, INode node, int depth)
    {
        if (node is IText text) Words(to, text.Data);
        else if (node is IElement element) Write(to, element, depth);
    }

    /// <summary>Adds all children of a node.</summary>
    public static void WriteChildren(StringBuilder to, INode parent, int depth)
    {
        for (var child = parent.FirstChild; child is not null; child = child.NextSibling) Write(to, child, depth);
    }

    /// <summary>The text of a node on one line, bounded; for titles and alternatives.</summary>
    public static string Line(INode node, int max = 200) => Text.CleanLine(node.TextContent, max);

    private static void Write(StringBuilder to, IElement element, int depth)
    {
        if (depth > DepthMax)
        {
            Words(to, element.TextContent);
            return;
        }

        switch (element.LocalName)
        {
            case "br": LineBreak(to); break;
            case "b" or "strong": Wrapped(to, element, "**", depth); break;
            case "i" or "em" or "cite" or "dfn": Wrapped(to, element, "*", depth); break;
            case "s" or "del" or "strike": Wrapped(to, element, "~~", depth); break;
            case "code" or "kbd" or "samp" or "tt": Code(to, element.TextContent); break;
            case "a": Link(to, element, depth); break;
            case "img": Image(to, element); break;
            case "iframe" or "video" or "audio" or "embed" or "source": Media(to, element); break;
            case "input" when element.GetAttribute("type") == "checkbox":
                to.Append(element.HasAttribute("checked") ? "\\[x\\] " : "\\[ \\] ");
                break;
            case "span" when element.ClassList.Contains("chcklst-box"):
                to.Append(element.ClassList.Contains("checked") ? "\\[x\\] " : "\\[ \\] ");
                break;
            default:
                if (!Elements.IsDropped(element)) WriteChildren(to, element, depth + 1);
                break;
        }
    }

    private static void Words(StringBuilder to, string text)
    {
        var span = text.AsSpan();
        while (span.Length > 0)
        {
            var word = span.IndexOfAny(Elements.Spaces);
            if (word != 0)
            {
                var run = word < 0 ? span : span[..word];
                Markdown.Escape(to, run, IsLineStart(to));
                span = span[run.Length..];
                continue;
            }

            if (to.Length > 0 && to[^1] is not (' ' or '\n')) to.Append(' ');
            var next = span.IndexOfAnyExcept(Elements.Spaces);
            span = next < 0 ? [] : span[next..];
        }
    }

    private static bool IsLineStart(StringBuilder to) => to.Length == 0 || to[^1] == '\n';

    private static void LineBreak(StringBuilder to)
    {
        while (to.Length > 0 && to[^1] == ' ') to.Length--;
        if (to.Length > 0) to.Append("\\\n");
    }

    // Markdown wants the marks close to the words, and HTML does not care.
    private static void Wrapped(StringBuilder to, IElement element, string mark, int depth)
    {
        var inner = new StringBuilder();
        WriteChildren(inner, element, depth + 1);
        var text = inner.ToString();
        var words = text.Trim(' ', '\n', '\\');
        if (words.Length == 0 || words.Contains("\\\n", StringComparison.Ordinal))
        {
            to.Append(text);
            return;
        }

        if (text[0] == ' ' && to.Length > 0 && to[^1] is not (' ' or '\n')) to.Append(' ');
        var touches = to.Length > 0 && to[^1] == mark[0];
        to.Append(touches ? "" : mark).Append(words).Append(touches ? "" : mark);
        if (text[^1] == ' ') to.Append(' ');
    }

    private static void Code(StringBuilder to, string text)
    {
        text = text.ReplaceLineEndings(" ");
        if (text.AsSpan().Trim().IsEmpty) return;
        var fence = new string('`', Elements.LongestRun(text, '`') + 1);
        var room = text[0] == '`' || text[^1] == '`' ? " " : "";
        to.Append(fence).Append(room).Append(text).Append(room).Append(fence);
    }

    private static void Link(StringBuilder to, IElement link, int depth)
    {
        if (link.ClassList.Contains("anchor")) return;
        if (link.ClassList.Contains("mention"))
        {
            Words(to, link.TextContent);
            return;
        }

        var target = Markdown.Target(link.GetAttribute("href"));
        if (link.QuerySelector("img:not(.emoji):not(.site-icon)") is { } image)
        {
            Image(to, image);
            return;
        }

        var inner = new StringBuilder();
        WriteChildren(inner, link, depth + 1);
        var text = inner.ToString().Replace("\\\n", " ", StringComparison.Ordinal).Trim();
        if (target is null) to.Append(text);
        else if (text.Length == 0 || link.TextContent.Trim() == target) to.Append('<').Append(target).Append('>');
        else to.Append('[').Append(text).Append("](").Append(target).Append(')');
    }

    private static void Image(StringBuilder to, IElement image)
    {
        var alt = Text.CleanLine(image.GetAttribute("alt") ?? image.GetAttribute("title"), 200);
        if (image.ClassList.Contains("emoji"))
        {
            to.Append(Emoji.Unicode(alt));
            return;
        }

        if (image.ClassList.Contains("avatar") || image.ClassList.Contains("site-icon")) return;
        if (Markdown.Target(image.GetAttribute("src")) is not { } source)
        {
            Words(to, alt);
            return;
        }

        to.Append("![");
        Markdown.Escape(to, alt, isLineStart: false);
        to.Append("](").Append(source).Append(')');
    }

    private static void Media(StringBuilder to, IElement media)
    {
        var source = media.GetAttribute("src") ?? media.QuerySelector("source[src]")?.GetAttribute("src");
        if (Markdown.Target(source) is { } target) to.Append('<').Append(target).Append('>');
    }
}
