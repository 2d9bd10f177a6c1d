using System.Text;
using AngleSharp.Dom;

namespace Communities.Exchange.Html;

/// <summary>Tables of rows and cells; what is merged in HTML stands in the first of its cells.</summary>
internal static class Table
{
    // Wider or longer tables are data, not something to read in a post.
    private const int ColumnsMax = 30;
    private const int RowsMax = 500;

    /// <summary>The table as Markdown; its first row is the heading, as Markdown wants one.</summary>
    public static string Write(IElement table, int depth)
    {
        var rows = table.QuerySelectorAll("tr").Take(RowsMax)
            .Select(row => Cells(row, depth)).Where(row => row.Count > 0).ToList();
        if (rows.Count == 0) return "";
        var columns = rows.Max(row => row.Count);
        var to = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0) to.Append('\n');
            Row(to, rows[i], columns);
            if (i == 0) to.Append('\n').Append("| ").AppendJoin(" | ", Enumerable.Repeat("---", columns)).Append(" |");
        }

        return to.ToString();
    }

    private static List<string> Cells(IElement row, int depth) =>
        [.. row.Children.Where(cell => cell.LocalName is "td" or "th").Take(ColumnsMax)
            .Select(cell => Cell(cell, depth))];

    private static string Cell(IElement cell, int depth)
    {
        var line = new StringBuilder();
        Inline.WriteChildren(line, cell, depth + 2);
        return line.Replace("\\\n", " ").Replace('\n', ' ').ToString().Trim();
    }

    private static void Row(StringBuilder to, List<string> cells, int columns)
    {
        to.Append('|');
        for (var i = 0; i < columns; i++) to.Append(' ').Append(i < cells.Count ? cells[i] : "").Append(" |");
    }
}
