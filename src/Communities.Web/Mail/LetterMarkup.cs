using System.Net;
using System.Text.RegularExpressions;

namespace Communities.Web;

/// <summary>Markdown for mail programs: links of this site are given their whole address.</summary>
internal static partial class LetterMarkup
{
    /// <summary>The HTML of a text.</summary>
    public static string Html(string markdown, string? community, Func<string, string> address) =>
        LocalLink().Replace(Markup.Html(markdown, community).Value, link =>
        {
            var path = WebUtility.HtmlDecode(link.Groups[2].Value);
            return $"{link.Groups[1].Value}=\"{Signs.Encode(address(path))}\"";
        });

    [GeneratedRegex("\\b(href|src)=\"(/(?!/)[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex LocalLink();
}
