using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Communities.Exchange.Html;

/// <summary>Paragraphs, headings, lists, quotations, code and tables, one after the other.</summary>
internal sealed class Blocks
{
    private readonly StringBuilder _done = new();
    private readonly StringBuilder _line = new(); // What runs until the next block begins.

    /// <summary>Adds what stands in this node.</summary>
    public void AddChildren(INode parent, int depth)
    {
        for (var child = parent.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is IElement element && (Elements.IsBlock(element) || HasBlocks(element)))
            {
                EndLine();
                if (!Elements.IsDropped(element)) Add(element, depth);
            }
            else
            {
                Inline.Write(_line, child, depth);
            }
        }

        EndLine();
    }

    /// <summary>All of it as Markdown.</summary>
    public override string ToString() => _done.ToString();

    // A span or a link around paragraphs is read as these paragraphs.
    private static bool HasBlocks(IElement element) =>
        element.LocalName is "span" or "font" or "ins" or "u"
        && element.Children.Any(child => Elements.IsBlock(child));

    private void Add(IElement element, int depth)
    {
        if (depth > Inline.DepthMax)
        {
            Inline.Write(_line, element, depth);
            EndLine();
            return;
        }

        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": Heading(element, depth); break;
            case "hr": Append("---"); break;
            case "ul" or "ol" or "menu": List(element, depth); break;
            case "blockquote": Quoted(Within(element, depth)); break;
            case "pre": Code(element); break;
            case "table": if (Table.Write(element, depth) is { Length: > 0 } table) Append(table); break;
            case "details": Details(element, depth); break;
            case "aside" when element.ClassList.Contains("quote"): Quotation(element, depth); break;
            case "aside" when element.ClassList.Contains("onebox"): Onebox(element); break;
            case "dt": Strong(Inside(element, depth)); break;
            default: AddChildren(element, depth + 1); break;
        }
    }

    private static string Within(INode parent, int depth)
    {
        var blocks = new Blocks();
        blocks.AddChildren(parent, depth + 1);
        return blocks.ToString();
    }

    private static string Inside(INode parent, int depth)
    {
        var line = new StringBuilder();
        Inline.WriteChildren(line, parent, depth + 1);
        return line.ToString().Replace("\\\n", " ", StringComparison.Ordinal).Trim();
    }

    private void EndLine()
    {
        var text = _line.ToString().Trim(' ', '\n');
        _line.Clear();
        while (text.EndsWith("\\\n", StringComparison.Ordinal)
            || (text.EndsWith('\\') && !text.EndsWith("\\\\", StringComparison.Ordinal)))
            text = text.TrimEnd('\\', '\n', ' ');
        Append(text);
    }

    private void Append(string block)
    {
        if (block.Length == 0) return;
        if (_done.Length > 0) _done.Append("\n\n");
        _done.Append(block);
    }

    private void Heading(IElement element, int depth)
    {
        var text = Inside(element, depth);
        if (text.Length > 0) Append(new string('#', element.LocalName[1] - '0') + " " + text);
    }

    private void Strong(string text)
    {
        if (text.Length > 0) Append(text.StartsWith("**", StringComparison.Ordinal) ? text : $"**{text}**");
    }

    private void Quoted(string text)
    {
        if (text.Length > 0) Append(Prefixed(text, "> ", "> "));
    }

    private void List(IElement list, int depth)
    {
        var number = list.LocalName == "ol" && int.TryParse(
            list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var items = new StringBuilder();
        foreach (var item in list.Children)
        {
            if (Elements.IsDropped(item)) continue;
            var text = item.LocalName == "li" ? Within(item, depth) : Nested(item, depth);
            if (text.Length == 0) continue;
            var mark = list.LocalName == "ol" ? $"{Math.Min(number++, 999_999_999)}. " : "- ";
            if (items.Length > 0) items.Append('\n');
            items.Append(Prefixed(text, mark, new string(' ', mark.Length)));
        }

        Append(items.ToString());
    }

    private static string Nested(IElement item, int depth)
    {
        var blocks = new Blocks();
        blocks.Add(item, depth + 1);
        return blocks.ToString();
    }

    private void Code(IElement pre)
    {
        var code = pre.QuerySelector("code");
        if (pre.ClassList.Contains("onebox") && pre.QuerySelector("ol") is { } lines)
        {
            Fenced(string.Join('\n', lines.Children.Select(line => line.TextContent)), Language(code ?? pre));
            return;
        }

        Fenced(pre.TextContent, Language(code ?? pre) is { Length: > 0 } language ? language : Language(pre));
    }

    private void Fenced(string text, string language)
    {
        text = text.ReplaceLineEndings("\n").Trim('\n').TrimEnd();
        if (text.Length == 0) return;
        var fence = new string('`', Math.Max(3, Elements.LongestRun(text, '`') + 1));
        Append($"{fence}{language}\n{text}\n{fence}");
    }

    private static string Language(IElement element)
    {
        foreach (var name in element.ClassList)
        {
            var language = name.StartsWith("lang-", StringComparison.Ordinal) ? name[5..]
                : name.StartsWith("language-", StringComparison.Ordinal) ? name[9..] : "";
            if (language is not ("" or "auto" or "nohighlight" or "plaintext") && Keys.IsTag(language)) return language;
        }

        return "";
    }

    private void Details(IElement details, int depth)
    {
        foreach (var child in details.Children)
            if (child.LocalName == "summary") Strong(Inside(child, depth));
        for (var child = details.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is IElement { LocalName: "summary" }) continue;
            if (child is IElement block && Elements.IsBlock(block)) Add(block, depth + 1);
            else Inline.Write(_line, child, depth + 1);
        }

        EndLine();
    }

    // Discourse: who is quoted stands in the attributes, what was said in a blockquote.
    private void Quotation(IElement aside, int depth)
    {
        var quote = aside.QuerySelector("blockquote");
        var text = quote is null ? "" : Within(quote, depth);
        var name = Text.CleanLine(aside.GetAttribute("data-username"), Text.NameMax);
        if (name.Length == 0 && aside.QuerySelector(".title") is { } title) name = Inline.Line(title).TrimEnd(':');
        if (name.Length > 0)
        {
            var attribution = new StringBuilder("**");
            Markdown.Escape(attribution, name, isLineStart: false);
            attribution.Append(":**");
            text = text.Length > 0 ? $"{attribution}\n\n{text}" : attribution.ToString();
        }

        Quoted(text);
    }

    // A preview of another page: the link is what its author wrote.
    private void Onebox(IElement aside)
    {
        var link = aside.QuerySelector("h3 a[href], h4 a[href]") ?? aside.QuerySelector("a[href]");
        var target = Markdown.Target(aside.GetAttribute("data-onebox-src") ?? link?.GetAttribute("href"));
        if (target is null) return;
        var title = link is null ? "" : Inline.Line(link);
        if (title.Length == 0 || title == target)
        {
            Append($"<{target}>");
            return;
        }

        var text = new StringBuilder("[");
        Markdown.Escape(text, title, isLineStart: false);
        Append(text.Append("](").Append(target).Append(')').ToString());
    }

    private static string Prefixed(string text, string first, string others)
    {
        var to = new StringBuilder(text.Length + 32).Append(first);
        foreach (var c in text)
        {
            to.Append(c);
            if (c == '\n') to.Append(others);
        }

        // Lines that hold nothing but the indentation need none.
        return others.Trim().Length > 0 ? to.ToString() : to.Replace("\n" + others + "\n", "\n\n").ToString();
    }
}
