using Markdig;
using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>Markdown as people write it, as HTML that can do no harm.</summary>
public static class Markup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras().Build();

    /// <summary>The HTML of a text.</summary>
    public static MarkupString Html(string markdown) => new(Markdown.ToHtml(markdown, Pipeline));
}
