using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Storage;

namespace Communities.Cluster;

/// <summary>
/// State of grains that are Orleans' own and not actors (who listens to which stream), in PostgreSQL.
/// </summary>
internal sealed class PostgresGrainStorage(
    string name, NpgsqlDataSource database, IOptions<ClusterOptions> cluster, IGrainStorageSerializer serializer)
    : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    private const string Where = "WHERE service = $1 AND storage = $2 AND grain = $3 AND name = $4";

    public void Participate(ISiloLifecycle observer) => observer.Subscribe(
        $"{nameof(PostgresGrainStorage)}-{name}",
        ServiceLifecycleStage.RuntimeStorageServices,
        _ => PostgresTables.Ensure(database));

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await using var read = Command(
            $"SELECT etag, state FROM {PostgresTables.States} {Where}", stateName, grainId);
        await using var rows = await read.ExecuteReaderAsync();
        grainState.RecordExists = await rows.ReadAsync();
        grainState.ETag = grainState.RecordExists ? Etag(rows.GetInt64(0)) : null;
        grainState.State = grainState.RecordExists
            ? serializer.Deserialize<T>(new BinaryData(rows.GetFieldValue<byte[]>(1)))
            : Activator.CreateInstance<T>();
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await using var write = Command(
            grainState.ETag is null
                ? $"""
                INSERT INTO {PostgresTables.States} (service, storage, grain, name, etag, state)
                VALUES ($1, $2, $3, $4, 1, $5) ON CONFLICT DO NOTHING RETURNING etag
                """
                : $"""
                UPDATE {PostgresTables.States} SET etag = etag + 1, state = $5 {Where} AND etag = $6 RETURNING etag
                """,
            stateName,
            grainId);
        write.Parameters.AddWithValue(serializer.Serialize(grainState.State).ToArray());
        if (grainState.ETag is { } etag) write.Parameters.AddWithValue(Number(etag));
        grainState.ETag = await write.ExecuteScalarAsync() is long written
            ? Etag(written)
            : throw Changed(grainId, grainState.ETag);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState.ETag is { } etag)
        {
            await using var delete = Command(
                $"DELETE FROM {PostgresTables.States} {Where} AND etag = $5", stateName, grainId);
            delete.Parameters.AddWithValue(Number(etag));
            if (await delete.ExecuteNonQueryAsync() == 0) throw Changed(grainId, etag);
        }

        (grainState.ETag, grainState.RecordExists) = (null, false);
        grainState.State = Activator.CreateInstance<T>();
    }

    private NpgsqlCommand Command(string sql, string stateName, GrainId grain)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(cluster.Value.ServiceId);
        command.Parameters.AddWithValue(name);
        command.Parameters.AddWithValue(grain.ToString());
        command.Parameters.AddWithValue(stateName);
        return command;
    }

    private static InconsistentStateException Changed(GrainId grain, string? etag) =>
        new($"Another activation of {grain} has written its state.", "another", etag ?? "none");

    private static string Etag(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string etag) => long.Parse(etag, CultureInfo.InvariantCulture);
}
