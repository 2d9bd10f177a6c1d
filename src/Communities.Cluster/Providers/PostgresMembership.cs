using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using Orleans.Configuration;

namespace Communities.Cluster;

/// <summary>Who is in the cluster, in PostgreSQL.</summary>
/// <remarks>
/// Every change moves the table's version from the one that its author has read to the next, in the same transaction;
/// whoever has read an older one changes nothing and reads again.
/// </remarks>
internal sealed class PostgresMembership(NpgsqlDataSource database, IOptions<ClusterOptions> cluster) : IMembershipTable
{
    private const string Columns =
        "address, etag, status, name, host, role, gateway_port, started_at, alive_at, suspected_by, suspected_at";

    private string Cluster => cluster.Value.ClusterId;

    public async Task InitializeMembershipTable(bool tryInitTableVersion)
    {
        await PostgresTables.Ensure(database);
        if (!tryInitTableVersion) return;
        await using var add = database.CreateCommand(
            $"INSERT INTO {PostgresTables.Versions} (cluster, version) VALUES ($1, 0) ON CONFLICT DO NOTHING");
        add.Parameters.AddWithValue(Cluster);
        await add.ExecuteNonQueryAsync();
    }

    public async Task DeleteMembershipTableEntries(string clusterId)
    {
        await using var delete = database.CreateCommand(
            $"""
            WITH version AS (DELETE FROM {PostgresTables.Versions} WHERE cluster = $1)
            DELETE FROM {PostgresTables.Members} WHERE cluster = $1
            """);
        delete.Parameters.AddWithValue(clusterId);
        await delete.ExecuteNonQueryAsync();
    }

    public async Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate)
    {
        await using var delete = database.CreateCommand(
            $"DELETE FROM {PostgresTables.Members} WHERE cluster = $1 AND status = $2 AND alive_at < $3");
        delete.Parameters.AddWithValue(Cluster);
        delete.Parameters.AddWithValue((int)SiloStatus.Dead);
        delete.Parameters.AddWithValue(beforeDate.UtcDateTime);
        await delete.ExecuteNonQueryAsync();
    }

    public Task<MembershipTableData> ReadRow(SiloAddress key) => Read(key.ToParsableString());

    public Task<MembershipTableData> ReadAll() => Read(null);

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => Change(
        $"""
        INSERT INTO {PostgresTables.Members} (cluster, {Columns})
        SELECT $1, $4, 1, $5, $6, $7, $8, $9, $10, $11, $12, $13 WHERE EXISTS (SELECT 1 FROM moved)
        ON CONFLICT DO NOTHING
        """,
        entry,
        tableVersion,
        etag: 0);

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => Change(
        $"""
        UPDATE {PostgresTables.Members} SET etag = etag + 1, status = $5, name = $6, host = $7, role = $8,
            gateway_port = $9, started_at = $10, alive_at = $11, suspected_by = $12, suspected_at = $13
        WHERE cluster = $1 AND address = $4 AND etag = $14 AND EXISTS (SELECT 1 FROM moved)
        """,
        entry,
        tableVersion,
        long.Parse(etag, CultureInfo.InvariantCulture));

    public async Task UpdateIAmAlive(MembershipEntry entry)
    {
        await using var update = database.CreateCommand(
            $"UPDATE {PostgresTables.Members} SET alive_at = $3 WHERE cluster = $1 AND address = $2");
        update.Parameters.AddWithValue(Cluster);
        update.Parameters.AddWithValue(entry.SiloAddress.ToParsableString());
        update.Parameters.AddWithValue(Utc(entry.IAmAliveTime));
        await update.ExecuteNonQueryAsync();
    }

    /// <summary>The addresses of the silos that clients can call.</summary>
    public static async Task<IList<Uri>> Gateways(NpgsqlDataSource database, string cluster)
    {
        await using var read = database.CreateCommand(
            $"""
            SELECT address, gateway_port FROM {PostgresTables.Members}
            WHERE cluster = $1 AND status = $2 AND gateway_port > 0
            """);
        read.Parameters.AddWithValue(cluster);
        read.Parameters.AddWithValue((int)SiloStatus.Active);
        await using var rows = await read.ExecuteReaderAsync();
        var gateways = new List<Uri>();
        while (await rows.ReadAsync())
        {
            var silo = SiloAddress.FromParsableString(rows.GetString(0));
            var gateway = new IPEndPoint(silo.Endpoint.Address, rows.GetInt32(1));
            gateways.Add(SiloAddress.New(gateway, silo.Generation).ToGatewayUri());
        }

        return gateways;
    }

    // Version and entries in one statement, so that they belong together.
    private async Task<MembershipTableData> Read(string? address)
    {
        await using var read = database.CreateCommand(
            $"""
            SELECT v.version, {Columns} FROM {PostgresTables.Versions} v
            LEFT JOIN {PostgresTables.Members} m ON m.cluster = v.cluster AND ($2::text IS NULL OR m.address = $2)
            WHERE v.cluster = $1
            """);
        read.Parameters.AddWithValue(Cluster);
        read.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)address ?? DBNull.Value);
        await using var rows = await read.ExecuteReaderAsync();
        var version = new TableVersion(0, "0");
        var members = new List<Tuple<MembershipEntry, string>>();
        while (await rows.ReadAsync())
        {
            var number = rows.GetInt32(0);
            version = new TableVersion(number, number.ToString(CultureInfo.InvariantCulture));
            if (!rows.IsDBNull(1)) members.Add(Member(rows));
        }

        return new MembershipTableData(members, version);
    }

    // Where the change itself is refused, the version must stay, too.
    private async Task<bool> Change(string change, MembershipEntry entry, TableVersion to, long etag)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(
            $"""
            WITH moved AS (UPDATE {PostgresTables.Versions} SET version = $2 WHERE cluster = $1 AND version = $3
                RETURNING 1)
            {change}
            """,
            connection,
            transaction);
        command.Parameters.AddWithValue(Cluster);
        command.Parameters.AddWithValue(to.Version);
        command.Parameters.AddWithValue(int.Parse(to.VersionEtag, CultureInfo.InvariantCulture));
        Add(command.Parameters, entry);
        if (etag > 0) command.Parameters.AddWithValue(etag);
        var changed = await command.ExecuteNonQueryAsync() == 1;
        if (changed) await transaction.CommitAsync();
        return changed;
    }

    private static void Add(NpgsqlParameterCollection parameters, MembershipEntry entry)
    {
        parameters.AddWithValue(entry.SiloAddress.ToParsableString());
        parameters.AddWithValue((int)entry.Status);
        parameters.AddWithValue(entry.SiloName ?? "");
        parameters.AddWithValue(entry.HostName ?? "");
        parameters.AddWithValue(entry.RoleName ?? "");
        parameters.AddWithValue(entry.ProxyPort);
        parameters.AddWithValue(Utc(entry.StartTime));
        parameters.AddWithValue(Utc(entry.IAmAliveTime));
        var suspects = entry.SuspectTimes ?? [];
        parameters.AddWithValue(suspects.Select(s => s.Item1.ToParsableString()).ToArray());
        parameters.AddWithValue(suspects.Select(s => Utc(s.Item2)).ToArray());
    }

    private static Tuple<MembershipEntry, string> Member(NpgsqlDataReader rows)
    {
        var entry = new MembershipEntry
        {
            SiloAddress = SiloAddress.FromParsableString(rows.GetString(1)),
            Status = (SiloStatus)rows.GetInt32(3),
            SiloName = rows.GetString(4),
            HostName = rows.GetString(5),
            RoleName = rows.GetString(6),
            ProxyPort = rows.GetInt32(7),
            StartTime = rows.GetDateTime(8),
            IAmAliveTime = rows.GetDateTime(9),
            SuspectTimes = [.. rows.GetFieldValue<string[]>(10).Select(SiloAddress.FromParsableString)
                .Zip(rows.GetFieldValue<DateTime[]>(11), Tuple.Create)],
        };
        return Tuple.Create(entry, rows.GetInt64(2).ToString(CultureInfo.InvariantCulture));
    }

    private static DateTime Utc(DateTime at) => DateTime.SpecifyKind(at, DateTimeKind.Utc);
}

/// <summary>Where a client finds the silos of a cluster whose membership is in PostgreSQL.</summary>
internal sealed class PostgresGateways(NpgsqlDataSource database, IOptions<ClusterOptions> cluster)
    : Orleans.Messaging.IGatewayListProvider
{
    /// <summary>A client may call a silo that has gone for so long, and then tries another one.</summary>
    public TimeSpan MaxStaleness { get; } = TimeSpan.FromSeconds(10);

    [Obsolete("Every provider is one that is asked again.")]
    public bool IsUpdatable => true;

    // A client may start before the first silo has made the tables.
    public Task InitializeGatewayListProvider() => PostgresTables.Ensure(database);

    public Task<IList<Uri>> GetGateways() => PostgresMembership.Gateways(database, cluster.Value.ClusterId);
}
