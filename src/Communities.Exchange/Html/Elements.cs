using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Communities.Exchange.Html;

/// <summary>What is known of HTML's elements.</summary>
internal static class Elements
{
    /// <summary>White space that HTML does not tell apart; the no-break space is not among it.</summary>
    public static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n\f");

    // Nothing of these is for a reader, or only for one who can use scripts.
    private static readonly FrozenSet<string> _dropped = new[]
    {
        "script", "style", "template", "noscript", "head", "svg", "math", "object", "applet", "canvas", "form",
        "button", "select", "textarea", "title", "meta", "link", "base", "param", "track", "map", "area",
    }.ToFrozenSet();

    // What Discourse puts beside the words of people: buttons, file names under pictures, counters.
    private static readonly string[] _furniture =
        ["meta", "quote-controls", "informations", "show-more-container", "onebox-metadata", "github-icon-container"];

    private static readonly FrozenSet<string> _blocks = new[]
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
        "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul",
    }.ToFrozenSet();

    /// <summary>True where nothing of it is kept.</summary>
    public static bool IsDropped(IElement element)
    {
        if (_dropped.Contains(element.LocalName)) return true;
        if (element.ClassName is not { Length: > 0 }) return false;
        foreach (var name in _furniture)
            if (element.ClassList.Contains(name)) return true;
        return false;
    }

    /// <summary>True where it stands on lines of its own.</summary>
    public static bool IsBlock(IElement element) => _blocks.Contains(element.LocalName);

    /// <summary>How often the character stands in a row at most.</summary>
    public static int LongestRun(string text, char c)
    {
        var (longest, run) = (0, 0);
        foreach (var each in text)
        {
            run = each == c ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
