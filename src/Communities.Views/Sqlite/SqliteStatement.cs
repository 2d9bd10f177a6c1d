using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Communities.Views;

/// <summary>A prepared statement of SQLite's own.</summary>
/// <remarks>
/// Nothing is boxed and nothing is looked up by name, so that a projected event costs little more than SQLite's own
/// work. Not for two threads at a time, as the connection it belongs to.
/// </remarks>
internal sealed class SqliteStatement : Statement, IDisposable
{
    private const int StackMax = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _handle;
    private readonly int _parameters;
    private int _bound;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _handle));
        _parameters = raw.sqlite3_bind_parameter_count(_handle);
    }

    public override Statement Bind(long value)
    {
        if (++_bound <= _parameters) Check(raw.sqlite3_bind_int64(_handle, _bound, value));
        return this;
    }

    public override Statement Bind(long? value) => value is { } some ? Bind(some) : BindNull();

    public override Statement Bind(string? text)
    {
        if (text is null) return BindNull();
        if (++_bound > _parameters) return this;
        if (text.Length == 0)
        {
            Check(raw.sqlite3_bind_text(_handle, _bound, "")); // An empty span would be bound as no text at all.
            return this;
        }

        byte[]? rented = null;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= StackMax ? stackalloc byte[StackMax] : rented = ArrayPool<byte>.Shared.Rent(most);
        var length = Encoding.UTF8.GetBytes(text, bytes);
        Check(raw.sqlite3_bind_text(_handle, _bound, bytes[..length]));
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return this;
    }

    public override Statement Bind(IReadOnlyCollection<long> values) => Bind(JsonSerializer.Serialize(values));

    public override Statement Bind(IReadOnlyCollection<string> texts) => Bind(JsonSerializer.Serialize(texts));

    public override Statement BindBytes(ReadOnlySpan<byte> bytes)
    {
        if (++_bound <= _parameters)
            Check(bytes.IsEmpty
                ? raw.sqlite3_bind_zeroblob(_handle, _bound, 0)
                : raw.sqlite3_bind_blob(_handle, _bound, bytes));
        return this;
    }

    public override void Run()
    {
        while (Step())
        {
            // Rows that a write returns are of no interest here.
        }
    }

    public override bool Step()
    {
        var code = raw.sqlite3_step(_handle);
        if (code == raw.SQLITE_ROW) return true;
        Reset();
        if (code != raw.SQLITE_DONE) Check(code);
        return false;
    }

    public override void Reset()
    {
        _bound = 0;
        _ = raw.sqlite3_reset(_handle); // It repeats the error of the last step, which was told already.
    }

    public override void Ahead(Action<Statement> look)
    {
        // A row is read when it is stepped to.
    }

    public override long Long(int column) => raw.sqlite3_column_int64(_handle, column);

    public override bool IsNull(int column) => raw.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    public override string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>The bytes of a text or a blob, until the next step.</summary>
    public override ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_handle, column);

    public override int Columns => raw.sqlite3_column_count(_handle);

    public void Dispose() => _handle.Dispose();

    private Statement BindNull()
    {
        if (++_bound <= _parameters) Check(raw.sqlite3_bind_null(_handle, _bound));
        return this;
    }

    private void Check(int code)
    {
        if (code is raw.SQLITE_OK) return;
        var message = raw.sqlite3_errmsg(_database).utf8_to_string();
        var extended = raw.sqlite3_extended_errcode(_database);
        throw new SqliteException($"The views could not be read or written: {message}.", code & 0xff, extended);
    }
}
