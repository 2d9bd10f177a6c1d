using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Communities.Web;

/// <summary>
/// Keeps texts that are made to take long from doing so: Markdig's time for some of them grows with the square of their
/// length. What is beyond these bounds is shown as it was written.
/// </summary>
internal sealed class MarkupBounds : IMarkdownExtension
{
    // Quotes in lists in quotes at the beginning of one line. A row of dashes with spaces between has some forty.
    private const int MarkersMax = 64;

    // Each may be a paragraph of its own. The longest post has a hundred thousand characters: twenty for each line.
    private const int LinesMax = 5_000;

    // Lines one after the other that begin like the address of a link. A log file in a post may look so, too.
    private const int DefinitionsMax = 1_000;

    // Brackets, stars and the like in all paragraphs, headings and tables, squared for each of them, as their time is:
    // one table of two hundred rows and five columns, or a hundred paragraphs of a hundred signs.
    private const int EffortMax = 1_000_000;

    // The most in one of them, whose square is the whole effort.
    private const int SignsMax = 1_000;

    // Paragraphs with so few of them take no time worth counting.
    private const int SignsFree = 16;

    private static readonly object Effort = new();

    private const string Signs = "[]()*_~^+=`<&:@!|\\\"";

    /// <summary>True where already its lines take too long to be understood.</summary>
    public static bool IsBeyond(string markdown)
    {
        var (lines, definitions) = (0, 0);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (++lines > LinesMax) return true;
            var rest = line;
            if (Begin(ref rest) > MarkersMax) return true;
            definitions = rest.StartsWith("[") ? definitions + 1 : 0;
            if (definitions > DefinitionsMax) return true;
        }

        return false;
    }

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        foreach (var parser in pipeline.BlockParsers) parser.Closed += Bound;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing is rendered in another way.
    }

    private static void Bound(BlockProcessor processor, Block block)
    {
        if (block is not LeafBlock { ProcessInlines: true } leaf) return;
        var signs = 0;
        for (var i = 0; i < leaf.Lines.Count; i++) signs += Count(leaf.Lines.Lines[i].Slice.AsSpan());
        if (signs <= SignsFree) return;
        var effort = (processor.Document.GetData(Effort) as int? ?? 0) + (int)Math.Min((long)signs * signs, EffortMax);
        if (signs <= SignsMax && effort <= EffortMax)
        {
            processor.Document.SetData(Effort, effort);
            return;
        }

        leaf.ProcessInlines = false;
        leaf.Inline = new ContainerInline();
        leaf.Inline.AppendChild(new LiteralInline(leaf.Lines.ToString()));
    }

    private static int Count(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (int at; (at = line.IndexOfAny(Signs)) >= 0; line = line[(at + 1)..]) count++;
        return count;
    }

    // How many containers the line opens; what comes behind them is left in it.
    private static int Begin(ref ReadOnlySpan<char> line)
    {
        var markers = 0;
        while (true)
        {
            line = line.TrimStart(" \t");
            var digits = line.IndexOfAnyExceptInRange('0', '9');
            var length = line.IsEmpty ? 0
                : line[0] == '>' ? 1
                : line[0] is '-' or '+' or '*' ? 1
                : digits is > 0 and < 10 && line[digits] is ('.' or ')') ? digits + 1
                : 0;
            if (length == 0 || (line[0] != '>' && line.Length > length && line[length] is not (' ' or '\t')))
                return markers;
            line = line[length..];
            markers++;
        }
    }
}
