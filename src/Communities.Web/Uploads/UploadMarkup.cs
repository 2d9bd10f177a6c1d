using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Communities.Web;

/// <summary>
/// Shows in a text what members sent here: pictures that lead to their full size, films and sounds that can be played,
/// other files as links that look like one. What lies elsewhere is nothing of this.
/// </summary>
internal static partial class UploadMarkup
{
    // No screen is larger; it only keeps room until the picture is there.
    private const int SideMax = 10_000;

    private static readonly string[] Films = [".mp4", ".webm", ".mov", ".m4v"];
    private static readonly string[] Sounds = [".mp3", ".ogg", ".oga", ".opus", ".wav", ".flac", ".m4a"];

    /// <summary>Puts what is meant in place of an image of ours; false where it is not ours.</summary>
    public static bool TryShow(LinkInline image)
    {
        if (Address().Match(image.Url ?? "") is not { Success: true } match) return false;
        var (address, alt) = (match.Groups["file"].Value, Signs.Encode(Said(image)));
        var ending = Path.GetExtension(address);
        var html = Films.Contains(ending)
            ? $"<video controls preload=metadata src=\"{address}\" aria-label=\"{alt}\"></video>"
            : Sounds.Contains(ending)
                ? $"<audio controls preload=none src=\"{address}\" aria-label=\"{alt}\"></audio>"
            : Picture(address, alt, match, isLinked: image.Parent is LinkInline);
        image.ReplaceBy(new HtmlInline(html), copyChildren: false); // What it says is in it already.
        return true;
    }

    /// <summary>Marks a link to a file of ours.</summary>
    public static void Mark(LinkInline link)
    {
        if (Address().IsMatch(link.Url ?? "")) link.GetAttributes().AddClass("file");
    }

    /// <summary>Marks a paragraph of nothing but pictures, so that they stand side by side.</summary>
    public static void Gather(ParagraphBlock paragraph)
    {
        if (paragraph.Inline is not { } inlines) return;
        var pictures = 0;
        foreach (var inline in inlines)
        {
            if (inline is HtmlInline { Tag: var tag } && tag.Contains("<img ", StringComparison.Ordinal)) pictures++;
            else if (inline is not LineBreakInline
                && !(inline is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace())) return;
        }

        if (pictures > 1) paragraph.GetAttributes().AddClass("gallery");
    }

    private static string Picture(string address, string alt, Match match, bool isLinked)
    {
        var size = match.Groups["w"].Success
            && int.TryParse(match.Groups["w"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            && int.TryParse(match.Groups["h"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            && width is > 0 and <= SideMax && height is > 0 and <= SideMax
                ? $" width={width} height={height}" : "";
        var img = $"<img src=\"{address}?size=small\" alt=\"{alt}\"{size} loading=lazy decoding=async>";
        return isLinked ? img : $"<a class=picture href=\"{address}\">{img}</a>";
    }

    private static string Said(LinkInline image)
    {
        var said = new StringBuilder();
        foreach (var literal in image.Descendants<LiteralInline>()) said.Append(literal.Content.AsSpan());
        return said.ToString();
    }

    // /files/devs/01k…/lake.jpg#640x480; nothing else comes into an attribute.
    [GeneratedRegex(
        @"^(?<file>/files/[a-z0-9-]{2,40}/[0-9a-z]{16}/[A-Za-z0-9._-]{1,200})(?:#(?<w>\d{1,5})x(?<h>\d{1,5}))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
