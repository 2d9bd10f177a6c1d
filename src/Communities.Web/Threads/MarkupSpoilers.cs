using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Communities.Web;

/// <summary>What stays hidden until it is asked for: in a line, and as a block of its own.</summary>
internal sealed class MarkupSpoilers : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new CustomContainerParser());
        pipeline.InlineParsers.Insert(0, new SpoilerParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html) return;
        html.ObjectRenderers.Insert(0, new SpoilerRenderer());
        html.ObjectRenderers.Insert(0, new SpoilerBlockRenderer());
    }
}

/// <summary>A hidden passage of a line.</summary>
internal sealed class SpoilerInline : ContainerInline
{
    /// <summary>Where its closing bars stand.</summary>
    public int End { get; init; }
}

/// <summary>
/// Finds <c>||hidden||</c>: what follows the opening bars goes into a container, until the closing ones.
/// </summary>
internal sealed class SpoilerParser : InlineParser
{
    public SpoilerParser() => OpeningCharacters = ['|'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (Open(processor.Inline) is { } open && slice.Start >= open.End)
        {
            if (slice.PeekChar() != '|') return false;
            processor.PostProcessInlines(0, open, null, isFinalProcessing: false);
            open.IsClosed = true;
            processor.Inline = open;
            slice.Start += 2;
            return true;
        }

        var end = Spoilers.EndAt(slice.Text.AsSpan(0, slice.End + 1), slice.Start);
        if (end < 0 || Open(processor.Inline) is not null) return false;
        processor.Inline = new SpoilerInline { End = end, IsClosed = false };
        slice.Start += 2;
        return true;
    }

    private static SpoilerInline? Open(Inline? inline)
    {
        for (var at = inline; at is not null; at = at.Parent)
            if (at is SpoilerInline { IsClosed: false } open) return open;
        return null;
    }
}

/// <summary>Shown to whoever points at it or goes there by keyboard; the style sheet hides it until then.</summary>
internal sealed class SpoilerRenderer : HtmlObjectRenderer<SpoilerInline>
{
    protected override void Write(HtmlRenderer renderer, SpoilerInline obj)
    {
        if (renderer.EnableHtmlForInline) renderer.Write("<span class=\"spoiler\" tabindex=\"0\">");
        renderer.WriteChildren(obj);
        if (renderer.EnableHtmlForInline) renderer.Write("</span>");
    }
}

/// <summary>
/// A block that opens. Other names behind the colons mean nothing here: their blocks are simply there.
/// </summary>
internal sealed class SpoilerBlockRenderer : HtmlObjectRenderer<CustomContainer>
{
    private const string Untitled = "Spoiler"; // English and French alike.

    protected override void Write(HtmlRenderer renderer, CustomContainer obj)
    {
        if (!string.Equals(obj.Info, Spoilers.Block.TrimStart(':'), StringComparison.OrdinalIgnoreCase))
        {
            renderer.WriteChildren(obj);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<details class=\"spoiler\"><summary>");
        renderer.WriteEscape(string.IsNullOrWhiteSpace(obj.Arguments) ? Untitled : obj.Arguments);
        renderer.WriteLine("</summary>");
        renderer.WriteChildren(obj);
        renderer.WriteLine("</details>");
    }
}
