using Npgsql;

namespace Communities.Postgres;

/// <summary>
/// A connection that is kept: set up once, its statements prepared once. Used by one at a time.
/// </summary>
internal sealed class Session(NpgsqlConnection connection, TimeSpan statementTime) : IAsyncDisposable
{
    // Whatever the database's or the user's defaults are: a commit is on the disk before it is answered. Every
    // statement here has an index made for it, and a plan made while a table was empty must not stay when it is not.
    private const string Settings = """
        SET synchronous_commit = on; SET plan_cache_mode = force_generic_plan; SET jit = off;
        SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
        SET timezone = 'UTC'; SET client_min_messages = warning;
        """;

    private readonly Dictionary<string, NpgsqlCommand> _commands = [];

    public NpgsqlConnection Connection => connection;

    /// <summary>False once it has been lost.</summary>
    public bool IsWhole => connection.FullState == System.Data.ConnectionState.Open;

    public static async Task<Session> Open(PostgresOptions options, CancellationToken ct)
    {
        var connection = await options.DataSource.OpenConnectionAsync(ct).ConfigureAwait(false);
        var session = new Session(connection, options.StatementTime);
        try
        {
            // The server gives up a little before the client does, so that it says so itself.
            var limit = (long)options.StatementTime.TotalMilliseconds * 9 / 10;
            await session.Run(
                $"{Settings} SET search_path = {options.Schema}; SET statement_timeout = {limit}", ct)
                .ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Statements as they stand, of which nothing is read.</summary>
    public async Task Run(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = Seconds };
        await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
    }

    /// <summary>Asks for rows.</summary>
    public async Task<T> Read<T>(
        Statement statement, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct)
    {
        var command = await Prepare(statement, ct).ConfigureAwait(false);
        await using var rows = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
        var result = await read(rows).ConfigureAwait(false);

        // Behind the rows comes whether it was committed.
        while (await rows.NextResultAsync(ct).ConfigureAwait(false))
        {
        }

        return result;
    }

    /// <summary>Changes something.</summary>
    /// <returns>How many rows.</returns>
    public async Task<int> Write(Statement statement, CancellationToken ct)
    {
        var command = await Prepare(statement, ct).ConfigureAwait(false);
        return await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<NpgsqlCommand> Prepare(Statement statement, CancellationToken ct)
    {
        var isNew = !_commands.TryGetValue(statement.Sql, out var command);
        if (command is null)
        {
            command = new NpgsqlCommand(statement.Sql, connection) { CommandTimeout = Seconds };
            _commands.Add(statement.Sql, command);
        }

        command.Parameters.Clear();
        foreach (var value in statement.Values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        if (isNew)
        {
            await command.PrepareAsync(ct).ConfigureAwait(false);
        }

        return command;
    }

    private int Seconds => (int)Math.Ceiling(statementTime.TotalSeconds);
}

/// <summary>SQL that comes again and again, with the values of its <c>$1</c> and so on.</summary>
internal readonly record struct Statement(string Sql, params object[] Values);
