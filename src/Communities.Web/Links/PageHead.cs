using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Communities.Web;

/// <summary>What a page says of itself in its head: a title, perhaps a description and the name of its site.</summary>
internal sealed record PageHead(string? Title, string? Summary, string? Site)
{
    /// <summary>The head of a page, as the browser's own rules read it. Nothing in it is run or fetched.</summary>
    public static PageHead Of(FetchedPage page)
    {
        var document = new HtmlParser().ParseDocument(TextOf(page));
        return new PageHead(
            Meta(document, "og:title", "twitter:title") ?? Clean(document.Title),
            Meta(document, "og:description", "twitter:description", "description"),
            Meta(document, "og:site_name", "application-name"));
    }

    // What the answer says of its letters, then what the page says, then what nearly all are.
    private static string TextOf(FetchedPage page)
    {
        var said = page.Charset?.Trim('"', '\'', ' ');
        if (string.IsNullOrEmpty(said))
        {
            var beginning = Encoding.Latin1.GetString(page.Html.AsSpan(0, Math.Min(1024, page.Html.Length)));
            var meta = new HtmlParser().ParseDocument(beginning).QuerySelector("meta[charset]");
            said = meta?.GetAttribute("charset");
        }

        try
        {
            return (string.IsNullOrEmpty(said) ? Encoding.UTF8 : Encoding.GetEncoding(said)).GetString(page.Html);
        }
        catch (ArgumentException)
        {
            // A name that nobody knows.
            return Encoding.UTF8.GetString(page.Html);
        }
    }

    private static string? Meta(IDocument document, params string[] names)
    {
        foreach (var name in names)
            foreach (var meta in document.QuerySelectorAll("meta[content]"))
                if (string.Equals(
                    meta.GetAttribute("property") ?? meta.GetAttribute("name"), name,
                    StringComparison.OrdinalIgnoreCase) && Clean(meta.GetAttribute("content")) is { } said)
                    return said;
        return null;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
