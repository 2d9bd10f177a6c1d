using Communities.Views;

namespace Communities.Web;

/// <summary>A part of a knowledge page, below its own heading.</summary>
/// <param name="Id">What its address ends with; empty for what stands before the first heading.</param>
/// <param name="Title">Its heading; empty for what stands before the first.</param>
/// <param name="Text">What it says, in Markdown, without the heading.</param>
public sealed record KnowledgeSection(string Id, string Title, string Text);

/// <summary>The sections of a page: what stands below headings of the first two levels.</summary>
internal static class KnowledgeSections
{
    private const int Most = 200; // A list of contents that is longer leads nowhere.

    public static IReadOnlyList<KnowledgeSection> Of(string markdown)
    {
        var sections = new List<KnowledgeSection>();
        var (title, lines, isCode) = ("", new List<string>(), false);
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.TrimStart() is var start && (start.StartsWith("```", StringComparison.Ordinal)
                || start.StartsWith("~~~", StringComparison.Ordinal))) isCode = !isCode;
            if (!isCode && sections.Count < Most - 1 && HeadingOf(line) is { } heading)
            {
                Add();
                (title, lines) = (heading, []);
            }
            else lines.Add(line);
        }

        Add();
        return sections;

        void Add()
        {
            var text = string.Join('\n', lines).Trim();
            if (title.Length + text.Length > 0)
                sections.Add(new KnowledgeSection(title.Length > 0 ? $"s{sections.Count + 1}" : "", title, text));
        }
    }

    private static string? HeadingOf(string line) =>
        line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal)
            ? PlainText.Of(line) is { Length: > 0 } heading ? heading : null
            : null;
}
