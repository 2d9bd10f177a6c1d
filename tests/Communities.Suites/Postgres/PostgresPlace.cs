using Npgsql;

namespace Communities.Suites;

/// <summary>A schema on a PostgreSQL, not yet made, for one test.</summary>
public sealed class PostgresPlace(PostgresServer server) : IAsyncDisposable
{
    private readonly Lazy<NpgsqlDataSource> _source = new(() => NpgsqlDataSource.Create(server.ConnectionString));

    /// <summary>A name that nothing else on the server has.</summary>
    public string Schema { get; } = $"test_{Guid.CreateVersion7():n}";

    public string ConnectionString => server.ConnectionString;

    public NpgsqlDataSource DataSource => _source.Value;

    /// <summary>SQL as it stands, of which nothing is read.</summary>
    public async Task Execute(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of the first row.</summary>
    public async Task<T> Value<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Execute($"""SET client_min_messages=error; DROP SCHEMA IF EXISTS "{Schema}" CASCADE""");
        await DataSource.DisposeAsync();
    }
}
