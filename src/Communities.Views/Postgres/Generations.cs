using System.Data;
using System.Globalization;
using Communities.Actors;
using Npgsql;

namespace Communities.Views;

/// <summary>
/// The generations of the tables, a schema each, <c>views_2_1</c> being the first one of version 2; and the table that
/// says which of them answers.
/// </summary>
/// <remarks>
/// A rebuild fills the next generation while the present one answers, and takes its place in one transaction. Each
/// version of the tables has generations of its own, so that nodes of two versions read side by side while one takes
/// the place of the other.
/// </remarks>
internal sealed class Generations(NpgsqlDataSource source, string name, Partitions partitions)
{
    // A reader may not be kept waiting behind somebody who waits to remove what it reads, nor fall out with him.
    private const string Patience = "SET LOCAL lock_timeout TO '200ms'";

    // The tables that are read in more than one way.
    private static readonly string[] Planned = ["members", "threads", "thread_tags", "posts", "search"];

    private readonly string _family = $"{name}_{Schema.Version}_";

    /// <summary>Where all processes are told how far the views are.</summary>
    public string Channel => _family;

    public string SchemaOf(int generation) => string.Create(CultureInfo.InvariantCulture, $"{_family}{generation}");

    /// <summary>Which generation a schema is; 0 for one that is none of ours.</summary>
    public int Of(string schema) =>
        schema.StartsWith(_family, StringComparison.Ordinal)
        && int.TryParse(schema.AsSpan(_family.Length), CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The generation that answers; an empty one is made where there is none for these partitions.</summary>
    public async Task<(int Generation, bool IsOther)> Establish(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Execute(connection, $"""
            SELECT pg_advisory_xact_lock(hashtextextended('{name}', 0));
            CREATE SCHEMA IF NOT EXISTS "{name}";
            CREATE TABLE IF NOT EXISTS "{name}".generations (version INT PRIMARY KEY, generation INT NOT NULL,
                partitions INT NOT NULL);
            """, ct);
        var (generation, count) = await Present(connection, ct);
        var isOther = generation > 0 && count != partitions.Count;
        var isThere = generation > 0 && await IsThere(connection, generation, ct);
        if (isOther && isThere) await Retire(connection, generation, ct);
        if (isOther || !isThere) await Begin(connection, ++generation, ct);
        await transaction.CommitAsync(ct);
        return (generation, isOther);
    }

    /// <summary>Puts an empty generation in the place of this one, if nobody has yet.</summary>
    public async Task<int> Replace(int present, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Execute(connection, $"SELECT pg_advisory_xact_lock(hashtextextended('{name}', 0))", ct);
        var (generation, _) = await Present(connection, ct);
        if (generation != present) return generation;
        await Retire(connection, present, ct);
        await Begin(connection, ++generation, ct);
        await transaction.CommitAsync(ct);
        return generation;
    }

    /// <summary>The generation that answers now.</summary>
    public async Task<int> Present(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await Present(connection, ct)).Generation;
    }

    /// <summary>The generation that answers, and of how many partitions it is; 0 where there is none.</summary>
    public async Task<(int Generation, int Partitions)> Present(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT generation, partitions FROM "{name}".generations WHERE version = {Schema.Version}
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt32(0), reader.GetInt32(1)) : (0, 0);
    }

    /// <summary>How far a generation is, by partition, with the marks of the last envelopes.</summary>
    public async Task<IReadOnlyList<(long Position, string Mark)>> Progress(
        NpgsqlConnection connection, int generation, bool isToStandStill = false, CancellationToken ct = default)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT position, mark FROM "{SchemaOf(generation)}".progress ORDER BY partition
            {(isToStandStill ? "FOR UPDATE" : "")}
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var progress = new List<(long, string)>();
        while (await reader.ReadAsync(ct)) progress.Add((reader.GetInt64(0), reader.GetString(1)));
        return progress;
    }

    /// <summary>Makes the tables of a generation, empty.</summary>
    public Task Create(NpgsqlConnection connection, int generation, CancellationToken ct) => Execute(connection, $"""
        CREATE SCHEMA "{SchemaOf(generation)}";
        SET LOCAL search_path TO "{SchemaOf(generation)}";
        {PostgresDialect.Instance.Tables}
        INSERT INTO progress SELECT p, 0, '', 0, 0 FROM generate_series(0, {partitions.Count - 1}) AS p;
        """, ct);

    /// <summary>Lets the planner know what is in the tables before anybody reads them.</summary>
    public Task Analyze(NpgsqlConnection connection, int generation, CancellationToken ct) => Execute(
        connection,
        $"ANALYZE {string.Join(", ", Planned.Select(table => $"\"{SchemaOf(generation)}\".{table}"))}",
        ct);

    /// <summary>From now on this generation answers, and all are told so.</summary>
    public Task Complete(NpgsqlConnection connection, int generation, CancellationToken ct) => Execute(connection, $"""
        INSERT INTO "{name}".generations VALUES ({Schema.Version}, {generation}, {partitions.Count})
            ON CONFLICT (version) DO UPDATE SET generation = {generation}, partitions = {partitions.Count};
        SELECT pg_notify('{Channel}', '{SchemaOf(generation)}');
        """, ct);

    /// <summary>Nothing is projected into this generation any more: its positions are where nobody left them.</summary>
    public Task Retire(NpgsqlConnection connection, int generation, CancellationToken ct) =>
        Execute(connection, $"""UPDATE "{SchemaOf(generation)}".progress SET position = -1 - position""", ct);

    /// <summary>
    /// Lets one process at a time rebuild, until it unlocks or its connection is gone; others wait as long as it takes.
    /// </summary>
    public Task LockRebuild(NpgsqlConnection connection, CancellationToken ct) =>
        Execute(connection, $"SELECT pg_advisory_lock(hashtextextended('{_family}', 0))", ct, timeout: 0);

    /// <inheritdoc cref="LockRebuild"/>
    public Task UnlockRebuild(NpgsqlConnection connection) => connection.State != ConnectionState.Open
        ? Task.CompletedTask
        : Execute(connection, $"SELECT pg_advisory_unlock(hashtextextended('{_family}', 0))", CancellationToken.None);

    /// <summary>Says that somebody of this version is there; until the connection is closed.</summary>
    public Task BeThere(NpgsqlConnection connection, CancellationToken ct) =>
        Execute(connection, $"SELECT pg_advisory_lock_shared(hashtextextended('{name}', {Schema.Version}))", ct);

    /// <summary>Removes the generations of this version that do not answer, as far as nobody reads them.</summary>
    public async Task RemoveOthers(NpgsqlConnection connection, CancellationToken ct)
    {
        var (present, _) = await Present(connection, ct);
        foreach (var schema in await Schemas(connection, _family, ct))
            if (Of(schema) is > 0 and var generation && generation != present) await TryDrop(connection, schema, ct);
    }

    /// <summary>Removes the generations of earlier versions of which nobody is there any more.</summary>
    public async Task RemoveEarlier(NpgsqlConnection connection, CancellationToken ct)
    {
        for (var version = 1; version < Schema.Version; version++)
        {
            var key = $"hashtextextended('{name}', {version})";
            await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({key})", connection);
            if (await command.ExecuteScalarAsync(ct) is not true) continue;
            var isGone = true;
            foreach (var schema in await Schemas(connection, $"{name}_{version}_", ct))
                isGone &= await TryDrop(connection, schema, ct);
            var forget = $"""DELETE FROM "{name}".generations WHERE version = {version}""";
            if (isGone) await Execute(connection, forget, ct);
            await Execute(connection, $"SELECT pg_advisory_unlock({key})", ct);
        }
    }

    private static async Task<List<string>> Schemas(
        NpgsqlConnection connection, string beginning, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT nspname::text FROM pg_namespace WHERE starts_with(nspname::text, '{beginning}')", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var schemas = new List<string>();
        while (await reader.ReadAsync(ct)) schemas.Add(reader.GetString(0));
        return schemas;
    }

    // False where somebody still reads there: whoever tidies up next removes it.
    private static async Task<bool> TryDrop(NpgsqlConnection connection, string schema, CancellationToken ct)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await Execute(connection, $"""
                {Patience}; SET LOCAL client_min_messages TO error; DROP SCHEMA IF EXISTS "{schema}" CASCADE
                """, ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }

    // Somebody may have removed the tables, for they can be made anew.
    private async Task<bool> IsThere(NpgsqlConnection connection, int generation, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""SELECT to_regclass('"{SchemaOf(generation)}".progress') IS NOT NULL""", connection);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private async Task Begin(NpgsqlConnection connection, int generation, CancellationToken ct)
    {
        await Execute(connection, $"""DROP SCHEMA IF EXISTS "{SchemaOf(generation)}" CASCADE""", ct);
        await Create(connection, generation, ct);
        await Complete(connection, generation, ct);
    }

    private static async Task Execute(
        NpgsqlConnection connection, string sql, CancellationToken ct, int? timeout = null)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.CommandTimeout = timeout ?? command.CommandTimeout;
        await command.ExecuteNonQueryAsync(ct);
    }
}
