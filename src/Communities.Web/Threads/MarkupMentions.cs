using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Communities.Web;

/// <summary>Makes links of the names that a text calls: <c>@alice</c> leads to whoever has the name there.</summary>
internal sealed class MarkupMentions : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new MentionParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // What is found becomes a link before it is rendered.
    }
}

/// <summary>A name that a text calls.</summary>
/// <param name="name">As it is written, without the sign.</param>
internal sealed class MentionInline(string name) : LeafInline
{
    /// <summary>This name as a link within a community, or as the words it was where a link cannot be.</summary>
    public Inline As(string? community)
    {
        var words = new LiteralInline($"@{name}");
        if (community is null || IsInLink()) return words;
        var link = new LinkInline($"/c/{community}/@{name.ToLowerInvariant()}", "");
        link.GetAttributes().AddClass("mention");
        link.AppendChild(words);
        return link;
    }

    private bool IsInLink()
    {
        for (var at = Parent; at is not null; at = at.Parent)
            if (at is LinkInline) return true;
        return false;
    }
}

/// <summary>Finds names as <see cref="Mentions"/> does.</summary>
internal sealed class MentionParser : InlineParser
{
    public MentionParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var length = Mentions.NameAt(slice.Text.AsSpan(0, slice.End + 1), slice.Start);
        if (length == 0) return false;
        processor.Inline = new MentionInline(slice.Text.Substring(slice.Start + 1, length));
        slice.Start += length + 1;
        return true;
    }
}
