using Communities.Actors;
using Communities.Postgres;
using Communities.Suites;
using Npgsql;

namespace Communities.Benchmarks;

/// <summary>
/// Durable appends to the journal on PostgreSQL: a thousand callers on 200 actors, each of whom waits for its answer.
/// The server is on this machine, waits for its disk, and shares the processors.
/// </summary>
internal static class OnPostgres
{
    private const int Callers = 1_000;
    private const int Actors = 200;

    // As many as the journal has by default.
    private const int WritersMax = 8;

    // Enough for the compiler to have seen which code is hot, on a busy machine, too.
    private const int WarmUpCount = 300_000;

    public static async Task Run()
    {
        if (PostgresServer.Missing is { } missing)
        {
            Console.WriteLine($"  postgres: {missing}");
            return;
        }

        await using var server = await PostgresServer.Start(isSynchronous: true);
        foreach (var partitions in new[] { 1, 16 })
        {
            var (appends, batch) = await Appends(server, partitions);
            var bare = await BareInserts(server, connections: Math.Min(partitions, WritersMax));
            Harness.Tell(
                $"postgres-{partitions}", appends.PerSecond, "appends/s", bare.PerSecond,
                "bare Npgsql, 1,000 rows a commit over as many connections",
                $"{partitions} partitions, {batch:0} events a commit. An append cost this process "
                + $"{appends.CpuMicroseconds:0.0} µs of processor, a bare row {bare.CpuMicroseconds:0.0}.");
        }
    }

    private static async Task<(Measured Rate, double Batch)> Appends(PostgresServer server, int partitions)
    {
        await using var place = server.NewPlace();
        await using var journal = await PostgresJournal.Open(
            new() { DataSource = place.DataSource, Schema = place.Schema, Partitions = partitions });
        var (commits, events) = (0L, 0L);
        journal.Committed += (_, batch) =>
        {
            Interlocked.Increment(ref commits);
            Interlocked.Add(ref events, batch.Count);
        };
        var actors = Enumerable.Range(0, Actors).Select(n => new Actor(journal, $"devs{n}/thread")).ToList();
        var rate = await Harness.Rate(
            Callers, async (caller, _) => await actors[caller % Actors].Append(), warmUpCount: WarmUpCount);
        return (rate, events / (double)commits);
    }

    // The least that a journal on PostgreSQL can be: one table, one index, rows of JSON, a commit for many of them.
    private static async Task<Measured> BareInserts(PostgresServer server, int connections)
    {
        const int rows = Callers;
        await using var place = server.NewPlace();
        await place.Execute($"""
            CREATE SCHEMA {place.Schema};
            CREATE TABLE {place.Schema}.bare(
              connection int, position bigint, name text, by text, json bytea, PRIMARY KEY (connection, position))
            """);
        var (names, bys, jsons) = (Same("thread.replied"), Same("user0001"), Same(Site.Row));
        var commits = await Harness.Rate(connections, async (connection, i) =>
        {
            await using var insert = place.DataSource.CreateCommand(
                $"INSERT INTO {place.Schema}.bare SELECT $1, $2 + n, name, by, json "
                + "FROM unnest($3, $4, $5) WITH ORDINALITY AS e(name, by, json, n)");
            foreach (object value in new object[] { connection, (long)i * rows, names, bys, jsons })
            {
                insert.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            await insert.ExecuteNonQueryAsync();
        });
        return new Measured(commits.PerSecond * rows, commits.CpuMicroseconds / rows);

        static T[] Same<T>(T value) => [.. Enumerable.Repeat(value, rows)];
    }

    /// <summary>An actor as a journal sees it: one version after the other, handed over in order.</summary>
    private sealed class Actor(PostgresJournal journal, string key)
    {
        private readonly ActorId _id = new(Thread.Kind, key);
        private readonly IJournal _journal = ((IJournals)journal).Of(key);
        private readonly Lock _gate = new();
        private long _version;

        public Task<long> Append()
        {
            lock (_gate)
            {
                return _journal.Append([new Envelope(
                    0, _id, ++_version, "thread.replied", DateTimeOffset.UnixEpoch, "user0001", null, Site.Row)]);
            }
        }
    }
}
