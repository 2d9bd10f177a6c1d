namespace Communities.Views.Tests;

/// <summary>All rows of all tables, and every word of the index with its places.</summary>
internal static class Dumps
{
    private const int DaysColumn = 15;

    public static IReadOnlyList<string> Of(SqliteViews views) =>
        views.Read(database => Rows((SqliteDatabase)database)).AsTask().GetAwaiter().GetResult();

    private static IReadOnlyList<string> Rows(SqliteDatabase database)
    {
        var (rows, tables) = (new List<string>(), new List<string>());
        var table = database.Query("""
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search*' AND name NOT GLOB 'sqlite_*'
            """);
        while (table.Step()) tables.Add(table.Text(0));
        foreach (var name in tables)
        {
            var row = database.Query($"SELECT * FROM {name} ORDER BY 1, 2, 3");
            while (row.Step()) rows.Add(Line(name, row));
        }

        database.Execute("PRAGMA query_only = 0");
        database.Execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, instance)");
        var word = database.Query("SELECT term, doc, col, offset FROM temp.words ORDER BY 1, 2, 3, 4");
        while (word.Step()) rows.Add(Line("words", word));
        database.Execute("DROP TABLE temp.words; PRAGMA query_only = 1");
        return rows;
    }

    private static string Line(string table, Statement row) => table + ": " + string.Join(" | ", Enumerable
        .Range(0, row.Columns)
        .Select(i => row.IsNull(i) ? "NULL" : table == "members" && i == DaysColumn ? Hex(row, i) : row.Text(i)));

    private static string Hex(Statement row, int column) => Convert.ToHexString(row.Bytes(column));
}
