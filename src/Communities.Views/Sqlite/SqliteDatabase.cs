using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Communities.Views;

/// <summary>One connection to a views file, with its prepared statements. For one thread at a time.</summary>
internal sealed class SqliteDatabase : Database
{
    // A reader meets a lock only while a file is opened or its log is reset, which takes milliseconds.
    private const int BusyTimeoutMs = 10_000;

    private readonly sqlite3 _handle;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private readonly List<SqliteStatement> _read = [];

    static SqliteDatabase() => Batteries_V2.Init();

    private SqliteDatabase(sqlite3 handle) => _handle = handle;

    /// <summary>The connection through which everything is written; creates the file if there is none.</summary>
    public static SqliteDatabase Writer(string path)
    {
        // What is lost in a power cut is projected again, so nothing here waits for the disk but checkpoints.
        return Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;
            PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;
            """);
    }

    /// <summary>A connection that only reads.</summary>
    public static SqliteDatabase Reader(string path) =>
        Open(path, raw.SQLITE_OPEN_READWRITE,
            "PRAGMA query_only = 1; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192;");

    public override Dialect Dialect => SqliteDialect.Instance;

    public override bool IsFar => false;

    /// <summary>The statement of this text, prepared once.</summary>
    public override SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = new SqliteStatement(_handle, sql));
        return statement;
    }

    /// <summary>As <see cref="Prepare"/>; it is reset with the others when the read ends.</summary>
    public override SqliteStatement Query(string sql)
    {
        var statement = Prepare(sql);
        statement.Reset();
        _read.Add(statement);
        return statement;
    }

    /// <summary>Reads from one state of the file, whatever is written meanwhile.</summary>
    public T Read<T>(Func<Database, T> read)
    {
        Prepare("BEGIN").Run();
        try
        {
            return read(this);
        }
        finally
        {
            foreach (var statement in _read) statement.Reset();
            _read.Clear();
            EndAsItBegan();
        }
    }

    public override void Begin() => Prepare("BEGIN IMMEDIATE").Run();

    public override void Commit() => Prepare("COMMIT").Run();

    public override void EndAsItBegan()
    {
        // Where a disk is full SQLite has done so already.
        if (raw.sqlite3_get_autocommit(_handle) == 0) Prepare("ROLLBACK").Run();
    }

    public override void ForEach<T>(
        IReadOnlyCollection<T> items, string sql, Action<Statement, T> bind, Action<Statement, T> take)
    {
        foreach (var item in items)
        {
            var statement = Prepare(sql);
            bind(statement, item);
            while (statement.Step()) take(statement, item);
        }
    }

    /// <summary>Runs several statements that need no parameters.</summary>
    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(_handle, sql, null, null, out var error);
        if (code != raw.SQLITE_OK)
            throw new SqliteException($"The views could not be read or written: {error}.", code & 0xff, code);
    }

    /// <summary>The whole number that this query gives; 0 where it gives none.</summary>
    public long Number(string sql)
    {
        using var statement = new SqliteStatement(_handle, sql);
        return statement.Step() ? statement.Long(0) : 0;
    }

    public override void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _handle.Dispose();
    }

    private static SqliteDatabase Open(string path, int mode, string pragmas)
    {
        // No connection is used by two threads at a time, so that SQLite needs no lock of its own.
        var code = raw.sqlite3_open_v2(path, out var handle, mode | raw.SQLITE_OPEN_NOMUTEX, null);
        var database = new SqliteDatabase(handle);
        try
        {
            if (code != raw.SQLITE_OK)
                throw new SqliteException($"The views file {path} cannot be opened.", code & 0xff, code);
            _ = raw.sqlite3_busy_timeout(handle, BusyTimeoutMs);
            database.Execute(pragmas);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
