namespace Communities.Views.Tests;

/// <summary>All rows of all tables, and every word of the index with its places.</summary>
internal static class Dumps
{
    private const int DaysColumn = 15;

    public static IReadOnlyList<string> Of(SqliteViews views) =>
        views.Read(database => Rows((SqliteDatabase)database)).AsTask().GetAwaiter().GetResult();

    /// <summary>The same of PostgreSQL, where the index is a table of its own.</summary>
    public static IReadOnlyList<string> Of(PostgresViews views) => views.Read(
        database =>
        {
            var rows = new List<string>();
            var tables = "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()";
            foreach (var table in Tables(database, tables).Where(table => table != "search"))
                Add(rows, table, database.Query($"SELECT * FROM {table} ORDER BY 1, 2, 3"));
            Add(rows, "words", database.Query("SELECT post, words::text FROM search ORDER BY 1"));
            return rows;
        },
        TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();

    private static List<string> Rows(SqliteDatabase database)
    {
        var rows = new List<string>();
        var tables = """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search*' AND name NOT GLOB 'sqlite_*'
            """;
        foreach (var table in Tables(database, tables))
            Add(rows, table, database.Query($"SELECT * FROM {table} ORDER BY 1, 2, 3"));
        database.Execute("PRAGMA query_only = 0");
        database.Execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, instance)");
        Add(rows, "words", database.Query("SELECT term, doc, col, offset FROM temp.words ORDER BY 1, 2, 3, 4"));
        database.Execute("DROP TABLE temp.words; PRAGMA query_only = 1");
        return rows;
    }

    private static List<string> Tables(Database database, string sql)
    {
        var (tables, row) = (new List<string>(), database.Query(sql));
        while (row.Step()) tables.Add(row.Text(0));
        tables.Sort(StringComparer.Ordinal);
        return tables;
    }

    private static void Add(List<string> rows, string table, Statement row)
    {
        while (row.Step())
        {
            var values = Enumerable.Range(0, row.Columns).Select(column => Value(table, row, column));
            rows.Add($"{table}: {string.Join(" | ", values)}");
        }
    }

    private static string Value(string table, Statement row, int column) =>
        row.IsNull(column) ? "NULL"
        : table == "members" && column == DaysColumn ? Convert.ToHexString(row.Bytes(column))
        : row.Text(column);
}
