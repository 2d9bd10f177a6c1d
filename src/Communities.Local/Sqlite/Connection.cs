using SQLitePCL;

namespace Communities.Local.Sqlite;

/// <summary>
/// One SQLite connection, used by one thread at a time, straight on the C interface: the journal binds some ten
/// million values a second, for which ADO.NET's parameter objects cost more than SQLite itself.
/// </summary>
internal sealed class Connection : IDisposable
{
    /// <summary>How long SQLite waits for another connection's short lock (a checkpoint, a recovery).</summary>
    private const int BusyTimeoutMs = 5_000;

    private readonly sqlite3 _db;

    static Connection() => Batteries_V2.Init();

    public Connection(string path, bool create)
    {
        var flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX | (create ? raw.SQLITE_OPEN_CREATE : 0);
        var code = raw.sqlite3_open_v2(path, out _db, flags, null);
        try
        {
            Check(code);
            Check(raw.sqlite3_busy_timeout(_db, BusyTimeoutMs));
        }
        catch
        {
            _db.Dispose();
            throw;
        }
    }

    /// <summary>True outside a transaction: also after SQLite has rolled one back by itself.</summary>
    public bool IsIdle => raw.sqlite3_get_autocommit(_db) != 0;

    public void Execute(string sql) => Check(raw.sqlite3_exec(_db, sql));

    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int(0) : 0;
    }

    public string Text(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : "";
    }

    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_db, sql, PreparePersistent, out var statement));
        return new Statement(this, statement);
    }

    /// <summary>Pages written to the write-ahead log since the last call.</summary>
    public int TakePagesWritten()
    {
        Check(raw.sqlite3_db_status(_db, StatusCacheWrite, out var pages, out _, 1));
        return pages;
    }

    /// <summary>Brings the write-ahead log into the database file, as far as readers allow.</summary>
    /// <returns>The frames still in the log.</returns>
    public int Checkpoint(bool restart)
    {
        var mode = restart ? raw.SQLITE_CHECKPOINT_RESTART : raw.SQLITE_CHECKPOINT_PASSIVE;
        var code = raw.sqlite3_wal_checkpoint_v2(_db, "main", mode, out var frames, out var moved);
        if (code != raw.SQLITE_BUSY)
        {
            Check(code);
        }

        return frames - moved;
    }

    /// <summary>Leaves the files as they are when closed, as a killed process would.</summary>
    public void KeepLogOnClose() =>
        Check(raw.sqlite3_db_config(_db, ConfigNoCheckpointOnClose, 1, out _));

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw Fault(code);
        }
    }

    public void Dispose() => _db.Dispose();

    // Numbers of sqlite3.h that the binding does not name.
    private const uint PreparePersistent = 0x01;
    private const int StatusCacheWrite = 9;
    private const int ConfigNoCheckpointOnClose = 1006;

    private Exception Fault(int code)
    {
        var told = raw.sqlite3_errmsg(_db).utf8_to_string();
        return (code & 0xff) switch
        {
            raw.SQLITE_CORRUPT => new JournalDamagedException($"The journal file is damaged ({told})."),
            raw.SQLITE_NOTADB => new JournalDamagedException($"The journal file is not a journal ({told})."),
            raw.SQLITE_FULL => new JournalUnavailableException($"The disk is full ({told})."),
            _ => new JournalUnavailableException($"The journal cannot be used now ({told}, code {code})."),
        };
    }
}
