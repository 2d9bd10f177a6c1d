using Npgsql;

namespace Communities.Cluster;

/// <summary>
/// The tables in which a cluster on PostgreSQL keeps who is in it, what it is to be reminded of, and what Orleans' own
/// grains remember. They are made when a silo starts; several may start at once.
/// </summary>
internal static class PostgresTables
{
    /// <summary>The schema of these tables, beside those of the journal and the views.</summary>
    private const string Schema = "orleans";

    public const string Versions = Schema + ".membership_versions";
    public const string Members = Schema + ".members";
    public const string Reminders = Schema + ".reminders";
    public const string States = Schema + ".states";

    // CREATE … IF NOT EXISTS is not safe against another one at the same moment; this lock, held to the end of the
    // transaction, is.
    private const string Make = $"""
        SELECT pg_advisory_xact_lock(7306086967);
        CREATE SCHEMA IF NOT EXISTS {Schema};
        CREATE TABLE IF NOT EXISTS {Versions} (cluster text PRIMARY KEY, version int NOT NULL);
        CREATE TABLE IF NOT EXISTS {Members} (
            cluster text NOT NULL,
            address text NOT NULL,
            etag bigint NOT NULL,
            status int NOT NULL,
            name text NOT NULL,
            host text NOT NULL,
            role text NOT NULL,
            gateway_port int NOT NULL,
            started_at timestamptz NOT NULL,
            alive_at timestamptz NOT NULL,
            suspected_by text[] NOT NULL,
            suspected_at timestamptz[] NOT NULL,
            PRIMARY KEY (cluster, address));
        CREATE TABLE IF NOT EXISTS {Reminders} (
            service text NOT NULL,
            grain text NOT NULL,
            name text NOT NULL,
            hash bigint NOT NULL,
            start_at timestamptz NOT NULL,
            period interval NOT NULL,
            etag bigint NOT NULL,
            PRIMARY KEY (service, grain, name));
        CREATE INDEX IF NOT EXISTS reminders_by_hash ON {Reminders} (service, hash);
        CREATE TABLE IF NOT EXISTS {States} (
            service text NOT NULL,
            storage text NOT NULL,
            grain text NOT NULL,
            name text NOT NULL,
            etag bigint NOT NULL,
            state bytea NOT NULL,
            PRIMARY KEY (service, storage, grain, name));
        """;

    /// <summary>Makes what is missing.</summary>
    public static async Task Ensure(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var make = new NpgsqlCommand(Make, connection, transaction)) await make.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
