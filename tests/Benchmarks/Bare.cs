using Microsoft.Data.Sqlite;

namespace Communities.Benchmarks;

/// <summary>The least that a durable journal on SQLite can be: rows of JSON, a transaction for many of them.</summary>
internal sealed class Bare : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter[] _values;
    private long _position;

    public Bare(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL");
        Execute("PRAGMA synchronous=FULL");
        Execute("""
            CREATE TABLE events(
              position INTEGER PRIMARY KEY, previous INTEGER NOT NULL, actor INTEGER NOT NULL, version INTEGER NOT NULL,
              digest INTEGER NOT NULL, at INTEGER NOT NULL, name TEXT NOT NULL, by TEXT NOT NULL, command TEXT,
              json BLOB NOT NULL)
            """);
        _insert = _connection.CreateCommand();
        _insert.CommandText =
            "INSERT INTO events VALUES($p, $p, 7, $p, 12345678, 1772442000000, 'thread.replied', $by, NULL, $j)";
        _values = [new("$p", 0L), new("$by", ""), new("$j", Array.Empty<byte>())];
        _insert.Parameters.AddRange(_values);
        _insert.Prepare();
    }

    /// <summary>Inserts these rows, durable when it returns.</summary>
    public void Commit(IEnumerable<byte[]> rows)
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        foreach (var row in rows)
        {
            (_values[0].Value, _values[1].Value, _values[2].Value) = (++_position, "user0001", row);
            _insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Rows a second, in commits of so many.</summary>
    public static async Task<Measured> Rate(int rowsPerCommit, byte[] row)
    {
        using var directory = Harness.NewDirectory();
        using var bare = new Bare(directory["bare.db"]);
        var batch = Enumerable.Repeat(row, rowsPerCommit).ToList();
        var commits = await Harness.Rate(1, (_, _) =>
        {
            bare.Commit(batch);
            return ValueTask.CompletedTask;
        }, warmUp: 1, window: 2);
        return new Measured(commits.PerSecond * rowsPerCommit, commits.CpuMicroseconds / rowsPerCommit);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
