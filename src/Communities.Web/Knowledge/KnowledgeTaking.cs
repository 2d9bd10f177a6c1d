using System.Text;
using System.Text.RegularExpressions;
using Communities.Views;

namespace Communities.Web;

/// <summary>Makes a section of an accepted answer: what it says, and the way back to who said it.</summary>
internal static partial class KnowledgeTaking
{
    private const int TakenMax = 3_000; // Enough of an answer; who wants the whole of it follows the link.

    /// <summary>The page with one more section at its end.</summary>
    public static string Add(string page, UntakenAnswer answer, string community, Texts texts)
    {
        var place = new PostLink(answer.Thread, answer.Number);
        var by = answer.Author.Name.Length > 0 ? answer.Author.Name : texts.GoneAuthor;
        var section = new StringBuilder(page.TrimEnd());
        if (section.Length > 0) section.Append("\n\n");
        return section.Append("## ").Append(Escaped(OneLine(answer.Title))).Append("\n\n").Append(TextOf(answer.Text))
            .Append("\n\n— [").Append(Escaped(texts.TakenFrom(by))).Append("](").Append(place.PathIn(community))
            .Append(")\n").ToString();
    }

    // Headings of the answer would be sections of the page; in code, a line that begins so is no heading.
    private static string TextOf(string answer)
    {
        var cut = answer.Trim();
        if (cut.Length > TakenMax)
        {
            var end = cut.LastIndexOf("\n\n", TakenMax, StringComparison.Ordinal);
            if (end < TakenMax / 2) end = cut.LastIndexOf(' ', TakenMax);
            cut = cut[..(end > 0 ? end : TakenMax)].TrimEnd() + " …";
        }

        var (lines, fence) = (cut.ReplaceLineEndings("\n").Split('\n'), "");
        for (var i = 0; i < lines.Length; i++)
        {
            if (Fence().Match(lines[i]) is { Success: true } mark)
                fence = fence.Length == 0 ? mark.Groups[1].Value : fence == mark.Groups[1].Value ? "" : fence;
            else if (fence.Length == 0) lines[i] = Heading().Replace(lines[i], "**$1**");
        }

        return string.Join('\n', lines) + (fence.Length > 0 ? "\n" + fence : "");
    }

    private static string OneLine(string title) => title.ReplaceLineEndings(" ").Trim();

    // A title and a name are no Markdown; what is harmless in them stays as people read it.
    private static string Escaped(string text) => Signs().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>|~]", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@"^ {0,3}(```|~~~)", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
