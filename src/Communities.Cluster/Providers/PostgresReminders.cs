using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;

namespace Communities.Cluster;

/// <summary>What grains are to be reminded of, in PostgreSQL.</summary>
internal sealed class PostgresReminders(NpgsqlDataSource database, IOptions<ClusterOptions> cluster) : IReminderTable
{
    private const string Select =
        $"SELECT grain, name, start_at, period, etag FROM {PostgresTables.Reminders} WHERE service = $1";

    public Task StartAsync(CancellationToken cancellationToken = default) => PostgresTables.Ensure(database);

    public async Task<ReminderTableData> ReadRows(GrainId grainId) =>
        new(await Read($"{Select} AND grain = $2", grainId.ToString()));

    // The range is a part of a ring, open at its begin; from a place to itself it is the whole ring.
    public async Task<ReminderTableData> ReadRows(uint begin, uint end) => new(await Read(
        $"{Select} AND (hash > $2 {(begin < end ? "AND" : "OR")} hash <= $3)", (long)begin, (long)end));

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        (await Read($"{Select} AND grain = $2 AND name = $3", grainId.ToString(), reminderName)).SingleOrDefault();

    public async Task<string> UpsertRow(ReminderEntry entry)
    {
        await using var upsert = Command(
            $"""
            INSERT INTO {PostgresTables.Reminders} AS r (service, grain, name, hash, start_at, period, etag)
            VALUES ($1, $2, $3, $4, $5, $6, 1)
            ON CONFLICT (service, grain, name) DO UPDATE
                SET start_at = excluded.start_at, period = excluded.period, etag = r.etag + 1
            RETURNING etag
            """,
            entry.GrainId.ToString(),
            entry.ReminderName,
            (long)entry.GrainId.GetUniformHashCode(),
            DateTime.SpecifyKind(entry.StartAt, DateTimeKind.Utc),
            entry.Period);
        return Etag((long)(await upsert.ExecuteScalarAsync())!);
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        await using var delete = Command(
            $"DELETE FROM {PostgresTables.Reminders} WHERE service = $1 AND grain = $2 AND name = $3 AND etag = $4",
            grainId.ToString(),
            reminderName,
            long.Parse(eTag, CultureInfo.InvariantCulture));
        return await delete.ExecuteNonQueryAsync() == 1;
    }

    public async Task TestOnlyClearTable()
    {
        await using var delete = Command($"DELETE FROM {PostgresTables.Reminders} WHERE service = $1");
        await delete.ExecuteNonQueryAsync();
    }

    private async Task<List<ReminderEntry>> Read(string sql, params object[] parameters)
    {
        await using var read = Command(sql, parameters);
        await using var rows = await read.ExecuteReaderAsync();
        var entries = new List<ReminderEntry>();
        while (await rows.ReadAsync())
        {
            entries.Add(new ReminderEntry
            {
                GrainId = GrainId.Parse(rows.GetString(0), CultureInfo.InvariantCulture),
                ReminderName = rows.GetString(1),
                StartAt = rows.GetDateTime(2),
                Period = rows.GetTimeSpan(3),
                ETag = Etag(rows.GetInt64(4)),
            });
        }

        return entries;
    }

    private NpgsqlCommand Command(string sql, params object[] parameters)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(cluster.Value.ServiceId);
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter);
        return command;
    }

    private static string Etag(long number) => number.ToString(CultureInfo.InvariantCulture);
}
