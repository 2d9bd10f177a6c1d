using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Communities.Views;

/// <summary>A statement as PostgreSQL takes it: its parameters are <c>$1</c>, ours are <c>?</c> or <c>?1</c>.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Parameters">How many parameters it has.</param>
/// <param name="GivesRows">True for a query, and for a write that tells what it wrote.</param>
internal sealed record PostgresSql(string Text, int Parameters, bool GivesRows)
{
    private static readonly ConcurrentDictionary<string, PostgresSql> Known = new(StringComparer.Ordinal);

    public static PostgresSql Of(string sql) => Known.GetOrAdd(sql, Translated);

    // No statement of ours has a question mark in a text.
    private static PostgresSql Translated(string sql)
    {
        var (text, parameters) = (new StringBuilder(sql.Length + 16), 0);
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] != '?')
            {
                text.Append(sql[i]);
                continue;
            }

            var end = i + 1;
            while (end < sql.Length && char.IsAsciiDigit(sql[end])) end++;
            var number = end == i + 1
                ? parameters + 1 : int.Parse(sql.AsSpan((i + 1)..end), CultureInfo.InvariantCulture);
            parameters = Math.Max(parameters, number);
            text.Append(CultureInfo.InvariantCulture, $"${number}");
            i = end - 1;
        }

        var givesRows = sql.AsSpan().TrimStart().StartsWith("SELECT", StringComparison.Ordinal)
            || sql.Contains(" RETURNING ", StringComparison.Ordinal);
        return new PostgresSql(text.ToString(), parameters, givesRows);
    }
}
