using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Communities.Views;

/// <summary>A statement that is sent with others, and all the rows that came back.</summary>
internal sealed class PostgresStatement(PostgresDatabase database, PostgresSql sql) : Statement
{
    private readonly record struct Cell(long Number, object? Other);

    private readonly List<Cell[]> _rows = [];
    private bool _isSent;
    private int _at = -1;

    public NpgsqlBatchCommand Command { get; } = new(sql.Text);

    public override int Columns => _rows.Count == 0 ? 0 : _rows[0].Length;

    public override Statement Bind(long value) =>
        Add(new NpgsqlParameter<long> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bigint });

    public override Statement Bind(long? value) => value is { } some ? Bind(some) : Null(NpgsqlDbType.Bigint);

    public override Statement Bind(string? text) => text is null ? Null(NpgsqlDbType.Text)
        : Add(new NpgsqlParameter<string> { TypedValue = Storable(text), NpgsqlDbType = NpgsqlDbType.Text });

    public override Statement Bind(IReadOnlyCollection<long> values) => Add(new NpgsqlParameter<long[]>
    {
        TypedValue = [.. values],
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint,
    });

    public override Statement Bind(IReadOnlyCollection<string> texts) => Add(new NpgsqlParameter<string[]>
    {
        TypedValue = [.. texts.Select(Storable)],
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
    });

    public override Statement BindBytes(ReadOnlySpan<byte> bytes) =>
        Add(new NpgsqlParameter<byte[]> { TypedValue = bytes.ToArray(), NpgsqlDbType = NpgsqlDbType.Bytea });

    // It is sent with the next that is read, or at the end.
    public override void Run()
    {
    }

    public override bool Step()
    {
        if (!_isSent) database.Send();
        if (_at < _rows.Count) _at++;
        return _at < _rows.Count;
    }

    // Nobody else steps through these rows.
    public override void Reset()
    {
    }

    public override void Ahead(Action<Statement> look)
    {
        while (Step()) look(this);
        _at = -1;
    }

    public override long Long(int column) => _rows[_at][column].Number;

    public override bool IsNull(int column) => _rows[_at][column].Other is DBNull;

    public override string Text(int column) =>
        _rows[_at][column] is { Other: string text } ? text : $"{_rows[_at][column].Number}";

    public override ReadOnlySpan<byte> Bytes(int column) => (byte[])_rows[_at][column].Other!;

    /// <summary>Takes in what came back, and leaves the reader at the next statement's rows.</summary>
    public void Take(NpgsqlDataReader reader)
    {
        _isSent = true;
        if (!sql.GivesRows) return;
        Span<bool> areNumbers = stackalloc bool[reader.FieldCount];
        for (var i = 0; i < areNumbers.Length; i++) areNumbers[i] = reader.GetFieldType(i) == typeof(long);
        while (reader.Read())
        {
            var row = new Cell[areNumbers.Length];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? new Cell(0, DBNull.Value)
                    : areNumbers[i] ? new Cell(reader.GetInt64(i), null) : new Cell(0, reader.GetValue(i));
            _rows.Add(row);
        }

        reader.NextResult();
    }

    /// <summary>
    /// The text as PostgreSQL takes it: it knows neither U+0000 nor halves of surrogate pairs. No text in the domain
    /// holds them; what is searched for may, and then finds nothing.
    /// </summary>
    private static string Storable(string text)
    {
        if (!text.Contains('\0') && text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0) return text;
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            storable.Append((rune.Value == 0 ? Rune.ReplacementChar : rune).ToString());
        return storable.ToString();
    }

    private PostgresStatement Null(NpgsqlDbType type) =>
        Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type });

    private PostgresStatement Add(NpgsqlParameter parameter)
    {
        if (Command.Parameters.Count < sql.Parameters) Command.Parameters.Add(parameter);
        return this;
    }
}
