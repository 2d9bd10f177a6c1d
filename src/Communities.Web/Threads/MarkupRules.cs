using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Communities.Web;

/// <summary>
/// What becomes of a text once Markdig has understood it: what could do harm goes, what is ours is marked.
/// </summary>
internal static class MarkupRules
{
    // The title of a page is its h1, and its parts are h2: headings in a text stand below both.
    private const int HeadingsBelow = 2, HeadingLowest = 6;

    /// <summary>Makes a passage harmless, and links the names that it calls in this community.</summary>
    public static void Tame(Inline inline, string? community)
    {
        switch (inline)
        {
            case MentionInline mention:
                mention.ReplaceBy(mention.As(community));
                break;
            case TaskList task:
                // Read aloud as a box with or without a check, and no field that cannot be used.
                task.ReplaceBy(new LiteralInline(task.Checked ? "☑" : "☐"));
                break;
            case LinkInline link:
                Tame(link);
                break;
            case AutolinkInline { IsEmail: false } link when !Markup.IsHarmless(link.Url):
                link.ReplaceBy(new LiteralInline(link.Url));
                break;
            case AutolinkInline link:
                Distrust(link);
                break;
            default:
                break;
        }
    }

    /// <summary>Gives a block the place and the class by which pages show it.</summary>
    public static void Shape(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                heading.Level = Math.Min(HeadingLowest, heading.Level + HeadingsBelow);
                break;
            case Table table:
                Align(table);
                break;
            case ParagraphBlock paragraph:
                UploadMarkup.Gather(paragraph);
                break;
            case QuoteBlock quote:
                Attribute(quote);
                break;
            default:
                break;
        }
    }

    private static void Tame(LinkInline link)
    {
        if (link.IsImage && UploadMarkup.TryShow(link)) return;
        if (link.IsImage)
        {
            // An image from elsewhere tells its server who reads; a link does so only to those who follow it.
            link.IsImage = false;
            if (link.FirstChild is null) link.AppendChild(new LiteralInline(link.Url ?? ""));
        }

        if (Markup.IsHarmless(link.GetDynamicUrl?.Invoke() ?? link.Url)) Distrust(link);
        else (link.Url, link.GetDynamicUrl) = ("", null);
        UploadMarkup.Mark(link);
    }

    // A quote that says whose words it holds begins with a link to them: that is its head, without the colon.
    private static void Attribute(QuoteBlock quote)
    {
        if (quote.FirstOrDefault() is not ParagraphBlock { Inline.FirstChild: LinkInline link }
            || !IsPost(link.Url)) return;
        quote.GetAttributes().AddClass("from");
        link.GetAttributes().AddClass("source");
        if (link.NextSibling is LiteralInline said && said.Content.CurrentChar == ':') said.Content.Start++;
    }

    private static bool IsPost(string? url) =>
        url is not null && url.StartsWith("/c/", StringComparison.Ordinal)
        && url.Contains("/threads/", StringComparison.Ordinal) && url.Contains("?post=", StringComparison.Ordinal);

    // By class: the policy of our pages forbids the style attributes that Markdig would write.
    private static void Align(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
            foreach (var (at, cell) in row.OfType<TableCell>().Index())
                if (at < table.ColumnDefinitions.Count && ClassOf(table.ColumnDefinitions[at].Alignment) is { } name)
                    cell.GetAttributes().AddClass(name);
        foreach (var column in table.ColumnDefinitions) column.Alignment = null;
    }

    private static string? ClassOf(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Center => "centre",
        TableColumnAlign.Right => "right",
        _ => null,
    };

    private static void Distrust(Inline link) => link.GetAttributes().AddProperty("rel", "nofollow ugc noopener");
}
