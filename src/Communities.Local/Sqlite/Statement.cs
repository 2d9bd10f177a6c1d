using System.Text;
using SQLitePCL;

namespace Communities.Local.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0, as in SQLite.</summary>
internal sealed class Statement(Connection connection, sqlite3_stmt statement) : IDisposable
{
    /// <summary>Texts up to this many UTF-8 bytes are encoded on the stack: keys, names and ids all are.</summary>
    private const int StackMax = 1024;

    public Statement Bind(int parameter, long value)
    {
        connection.Check(raw.sqlite3_bind_int64(statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, string? text)
    {
        if (text is null)
        {
            connection.Check(raw.sqlite3_bind_null(statement, parameter));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> buffer = most <= StackMax ? stackalloc byte[StackMax] : new byte[most];
        return BindText(parameter, buffer[..Encoding.UTF8.GetBytes(text, buffer)]);
    }

    public Statement BindText(int parameter, ReadOnlySpan<byte> utf8)
    {
        connection.Check(raw.sqlite3_bind_text(statement, parameter, utf8));
        return this;
    }

    public Statement BindBlob(int parameter, ReadOnlySpan<byte> bytes)
    {
        connection.Check(bytes.IsEmpty
            ? raw.sqlite3_bind_zeroblob(statement, parameter, 0)
            : raw.sqlite3_bind_blob(statement, parameter, bytes));
        return this;
    }

    /// <summary>True while there is a row to read.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        connection.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs it to its end and makes it ready for the next run.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Makes it ready for the next run. A failure was told by the step already.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    public long Int(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string() ?? "";

    /// <summary>The text as UTF-8, valid until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    /// <summary>The bytes, valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public void Dispose() => statement.Dispose();
}
