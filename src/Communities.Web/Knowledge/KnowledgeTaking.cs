using System.Text;
using Communities.Views;

namespace Communities.Web;

/// <summary>Makes a section of an accepted answer: what it says, and the way back to who said it.</summary>
internal static class KnowledgeTaking
{
    private const int TakenMax = 3_000; // Enough of an answer; who wants the whole of it follows the link.

    /// <summary>The page with one more section at its end.</summary>
    public static string Add(string page, UntakenAnswer answer, string community, Texts texts)
    {
        var place = new PostLink(answer.Thread, answer.Number);
        var by = answer.Author.Name.Length > 0 ? answer.Author.Name : texts.GoneAuthor;
        var section = new StringBuilder(page.TrimEnd());
        if (section.Length > 0) section.Append("\n\n");
        return section.Append("## ").Append(OneLine(answer.Title)).Append("\n\n").Append(TextOf(answer.Text))
            .Append("\n\n— [").Append(Escaped(texts.TakenFrom(by))).Append("](").Append(place.PathIn(community))
            .Append(")\n").ToString();
    }

    // Headings of the answer would be sections of the page.
    private static string TextOf(string answer)
    {
        var cut = answer.Trim();
        if (cut.Length > TakenMax)
        {
            var end = cut.LastIndexOf("\n\n", TakenMax, StringComparison.Ordinal);
            if (end < TakenMax / 2) end = cut.LastIndexOf(' ', TakenMax);
            cut = cut[..(end > 0 ? end : TakenMax)].TrimEnd() + " …";
        }

        return string.Join('\n', cut.ReplaceLineEndings("\n").Split('\n')
            .Select(line => line.StartsWith('#') ? $"**{line.TrimStart('#').Trim()}**" : line));
    }

    private static string OneLine(string title) => title.ReplaceLineEndings(" ").Trim();

    private static string Escaped(string text) => text.Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("]", "\\]", StringComparison.Ordinal);
}
