using System.Buffers;
using System.Text;

namespace Communities.Web;

/// <summary>Rows of a table as RFC 4180 writes them, safe to be opened in a spreadsheet.</summary>
internal static class Csv
{
    /// <summary>The media type.</summary>
    public const string Type = "text/csv; charset=utf-8";

    // What spreadsheets take as the beginning of a formula, which a member's name or a reason may well be.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@\t\r\n|%");

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Adds a row. A cell that a spreadsheet would run gets an apostrophe before it.</summary>
    public static StringBuilder Row(this StringBuilder csv, params IEnumerable<string?> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst) csv.Append(',');
            isFirst = false;
            Cell(csv, cell ?? "");
        }

        return csv.Append("\r\n");
    }

    private static void Cell(StringBuilder csv, string text)
    {
        if (text.AsSpan().TrimStart() is { Length: > 0 } first && Beginnings.Contains(first[0])) text = "'" + text;
        if (!text.AsSpan().ContainsAny(Quoted)) csv.Append(text);
        else csv.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
