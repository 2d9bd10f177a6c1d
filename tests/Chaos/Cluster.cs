using Communities.Suites;

namespace Communities.Chaos;

/// <summary>A whole cluster on this machine: PostgreSQL, Azurite, and silos, each in processes of their own.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    /// <summary>How long a cluster may take to start on a busy machine.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private Cluster(PostgresServer database, BlobServer blobs, IReadOnlyList<Silo> silos, ClusterName name) =>
        (Database, Blobs, Silos, Name) = (database, blobs, silos, name);

    /// <summary>Journal, views, membership and reminders.</summary>
    public PostgresServer Database { get; }

    /// <summary>The archive.</summary>
    public BlobServer Blobs { get; }

    /// <summary>The silos.</summary>
    public IReadOnlyList<Silo> Silos { get; }

    /// <summary>By what name its processes find each other.</summary>
    public ClusterName Name { get; }

    /// <summary>Starts one, and waits until all of its silos are ready.</summary>
    /// <param name="silos">How many.</param>
    /// <param name="program">The silos' program.</param>
    /// <param name="partitions">Of the journal; null for the default.</param>
    /// <param name="ct">Gives it up.</param>
    public static async Task<Cluster> Start(int silos, string program, int? partitions, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_patience);
        var name = new ClusterName($"chaos-{Guid.NewGuid():n}");
        var database = await PostgresServer.Start(isSynchronous: true);
        BlobServer? blobs = null;
        Cluster? cluster = null;
        try
        {
            blobs = await BlobServer.Start(patience.Token);
            var settings = new Dictionary<string, string>(name.Settings)
            {
                ["Communities__Role"] = "Silo",
                ["Communities__Postgres__ConnectionString"] = database.ConnectionString,
                ["Communities__Archive"] = blobs.ConnectionString,
                ["Orleans__Reminders__ProviderType"] = "PostgreSql",
                ["Orleans__Endpoints__AdvertisedIPAddress"] = "127.0.0.1",
                ["DOTNET_gcServer"] = "0", // Several on one machine: each with a heap a processor would be too much.
            };
            if (partitions is { } count) settings["Communities__Partitions"] = $"{count}";
            cluster = new Cluster(database, blobs,
                [.. Enumerable.Range(1, silos).Select(n => Silo.Prepare($"silo-{n}", program, settings))], name);
            foreach (var silo in cluster.Silos)
            {
                // One after the other: the first makes the tables, and finds itself alone.
                await silo.Start();
                await silo.WhenReady(mayEnd: 0, patience.Token);
            }

            return cluster;
        }
        catch (Exception e)
        {
            foreach (var line in cluster?.Silos.SelectMany(silo => silo.LastLines(10)) ?? [])
                await Console.Error.WriteLineAsync(line);
            if (cluster is not null) await cluster.DisposeAsync();
            else await Dispose(blobs, database);
            if (e is OperationCanceledException && !ct.IsCancellationRequested)
                throw new TimeoutException("The cluster did not start in time.", e);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in Silos) await silo.DisposeAsync();
        await Dispose(Blobs, Database);
    }

    private static async Task Dispose(BlobServer? blobs, PostgresServer database)
    {
        if (blobs is not null) await blobs.DisposeAsync();
        await database.DisposeAsync();
    }
}

/// <summary>By what name the processes of a cluster find each other.</summary>
internal sealed record ClusterName(string Id)
{
    /// <summary>What a process, silo or client, is told of it in its environment.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Orleans__ClusterId"] = Id,
        ["Orleans__ServiceId"] = "chaos",
        ["Orleans__Clustering__ProviderType"] = "PostgreSql",
    };
}
