using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>
/// Markdown as people write it, as HTML that can do no harm: no raw HTML, links to the web and to mail only, images
/// from elsewhere as links. The same text is made once and kept.
/// </summary>
public static class Markup
{
    // Lists in quotes in lists: nobody writes more, and each level costs time at every other.
    private const int DepthMax = 32;

    // Text and HTML together, in characters of two bytes; a post of average length takes two thousand.
    private const long KeptMax = 32 * 1024 * 1024;

    private static readonly TwoGenerations<(string Markdown, string? Community), string> Kept = new(KeptMax);

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder { MaximumNestingDepth = DepthMax }
        .DisableHtml().UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras()
        .UseEmojiAndSmiley(enableSmileys: false) // :bicycle: is meant; 8) may be a list's number.
        .Use<MarkupSpoilers>().Use<MarkupMentions>()
        .Use<MarkupBounds>().Build();

    /// <summary>The HTML of a text.</summary>
    /// <param name="markdown">
    /// A text as the domain takes it. One that no person would write (nested beyond measure) is shown as it stands.
    /// </param>
    /// <param name="community">Where the names live that the text calls; null where it cannot call any.</param>
    public static MarkupString Html(string markdown, string? community = null)
    {
        if (Kept.Find((markdown, community)) is { } known) return new(known);
        var html = Render(markdown, community);
        Kept.Put((markdown, community), html, markdown.Length + html.Length);
        return new(html);
    }

    /// <summary>Where a link of a post may lead: the web, mail, and this site.</summary>
    internal static bool IsHarmless(string? url)
    {
        if (string.IsNullOrWhiteSpace(url) || url.Any(char.IsControl)) return false;
        if (url[0] == '#') return true;
        if (url[0] is '/' or '?') return !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\');
        return Uri.TryCreate(url, UriKind.Absolute, out var absolute)
            && absolute.Scheme is "http" or "https" or "mailto"
            && url.StartsWith(absolute.Scheme + ":", StringComparison.OrdinalIgnoreCase);
    }

    internal static string Render(string markdown, string? community = null)
    {
        if (MarkupBounds.IsBeyond(markdown)) return Verbatim(markdown);
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            foreach (var inline in document.Descendants<Inline>().ToList()) MarkupRules.Tame(inline, community);
            foreach (var block in document.Descendants<Block>()) MarkupRules.Shape(block);
            using var writer = new StringWriter();
            var renderer = new HtmlRenderer(writer);
            Pipeline.Setup(renderer);
            renderer.Render(document);
            return writer.ToString();
        }
        catch (ArgumentException)
        {
            // Markdig's way to say that it is nested too deeply.
            return Verbatim(markdown);
        }
    }

    private static string Verbatim(string markdown) => $"<pre>{HtmlEncoder.Default.Encode(markdown)}</pre>";
}
