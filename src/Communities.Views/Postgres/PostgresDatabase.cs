using System.Data;
using System.Globalization;
using Npgsql;

namespace Communities.Views;

/// <summary>
/// A connection to a PostgreSQL, and to one generation of the tables there. Statements are collected and sent as one
/// batch, prepared, when a row is read or a transaction ends.
/// </summary>
internal sealed class PostgresDatabase : Database
{
    private readonly NpgsqlConnection _connection;
    private readonly List<PostgresStatement> _pending = [];
    private string _schema = "";
    private bool _isBegun; // As far as the server has been told.

    private PostgresDatabase(NpgsqlConnection connection) => _connection = connection;

    public override Dialect Dialect => PostgresDialect.Instance;

    public override bool IsFar => true;

    /// <summary>Where others are told of what is committed; null where they are not.</summary>
    public string? Channel { get; set; }

    /// <summary>How long the server may take for what is sent; null for as long as the connection says.</summary>
    public TimeSpan? Patience { get; set; }

    /// <summary>False once the connection is lost.</summary>
    public bool IsOpen => _connection.State == ConnectionState.Open;

    /// <summary>Opens a connection.</summary>
    public static PostgresDatabase Open(NpgsqlDataSource source) => new(source.OpenConnection());

    /// <summary>Turns to the tables of this schema.</summary>
    /// <remarks>No read is so large that another process for it, or compiled code, would be there in time.</remarks>
    public PostgresDatabase Use(string schema)
    {
        if (_schema == schema) return this;
        Execute($"""SET search_path TO "{schema}"; SET max_parallel_workers_per_gather TO 0; SET jit TO off""");
        _schema = schema;
        return this;
    }

    public override PostgresStatement Prepare(string sql)
    {
        var statement = new PostgresStatement(this, PostgresSql.Of(sql));
        _pending.Add(statement);
        return statement;
    }

    public override PostgresStatement Query(string sql) => Prepare(sql);

    // What is lost in a power cut is projected again with the position that is lost with it, so that nothing waits for
    // the disk.
    public override void Begin()
    {
        Prepare("BEGIN");
        Prepare("SET LOCAL synchronous_commit TO off");
    }

    /// <summary>Begins reading one state of the tables, whatever is written meanwhile.</summary>
    public void BeginReading() => Prepare("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");

    public override void Commit()
    {
        Prepare("COMMIT");
        Send();
        _isBegun = false;
    }

    public override void EndAsItBegan()
    {
        _pending.Clear();
        if (!_isBegun) return;
        _isBegun = false;
        if (IsOpen) Execute("ROLLBACK"); // Else the server has done so.
    }

    public override void Announce(int partition, long position)
    {
        if (Channel is not null)
            Prepare("SELECT pg_notify(?, ?)").Bind(Channel).Bind(string.Create(
                CultureInfo.InvariantCulture, $"{_schema} {partition} {position}"));
    }

    public override void ForEach<T>(
        IReadOnlyCollection<T> items, string sql, Action<Statement, T> bind, Action<Statement, T> take)
    {
        var all = new List<(Statement Statement, T Item)>(items.Count);
        foreach (var item in items)
        {
            var statement = Prepare(sql);
            bind(statement, item);
            all.Add((statement, item));
        }

        foreach (var (statement, item) in all)
            while (statement.Step()) take(statement, item);
    }

    /// <summary>Runs several statements that need no parameters and no transaction around them.</summary>
    public void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Sends what has been collected, in order, and takes in all that comes back.</summary>
    public void Send()
    {
        if (_pending.Count == 0) return;
        using var batch = new NpgsqlBatch(_connection);
        if (Patience is { } patience) batch.Timeout = (int)patience.TotalSeconds;
        foreach (var statement in _pending) batch.BatchCommands.Add(statement.Command);
        var sent = _pending.ToArray();
        _pending.Clear();
        _isBegun = true; // What is sent outside a transaction may be rolled back without harm.
        batch.Prepare();
        using var reader = batch.ExecuteReader();
        foreach (var statement in sent) statement.Take(reader);
    }

    public override void Dispose() => _connection.Dispose();
}
