using Communities.Actors;
using Communities.Postgres;
using Communities.Suites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Communities.Cluster.Tests;

/// <summary>
/// A cluster of a test's own, wired as a host wires it: each silo with its own way to the journals, and a client.
/// </summary>
internal sealed class Wired(PostgresPlace place, PostgresServer database, int partitions, bool isTwin)
    : IAsyncDisposable
{
    private readonly string _cluster = Guid.NewGuid().ToString("n");
    private readonly List<IHost> _clients = [];

    public List<WiredSilo> Silos { get; } = [];

    public static async Task<Wired> Start(SharedPostgres postgres, int silos, int partitions = 4)
    {
        var wired = new Wired(await postgres.NewPlace(), await postgres.Server(), partitions, isTwin: false);
        for (var i = 0; i < silos; i++)
        {
            await wired.Add();
        }

        return wired;
    }

    /// <summary>Another cluster, of one silo, on the same journals.</summary>
    public async Task<Wired> Twin()
    {
        var twin = new Wired(place, database, partitions, isTwin: true);
        await twin.Add();
        return twin;
    }

    public Task<PostgresJournal> OpenJournals() => PostgresJournal.Open(new PostgresOptions
    {
        DataSource = place.DataSource, Schema = place.Schema, Partitions = partitions,
        Patience = TimeSpan.FromSeconds(5),
    });

    /// <summary>Another silo joins.</summary>
    public async Task<WiredSilo> Add(
        NodeOptions? options = null, Func<IJournals, IJournals>? wrap = null, Action<ISiloBuilder>? configure = null)
    {
        var journals = await OpenJournals();
        var silo = await TestSilo.Start(database, _cluster, builder =>
        {
            builder.AddCommunitiesCluster(wrap?.Invoke(journals) ?? journals, Tins.Kinds, Tins.Reactors, options);
            configure?.Invoke(builder);
        });
        Silos.Add(new WiredSilo(silo, journals));
        return Silos[^1];
    }

    /// <summary>The actors, as a program sees them that is no silo.</summary>
    public async Task<IActors> Client(Action<IClientBuilder>? configure = null)
    {
        _clients.Add(await TestSilo.StartClient(database, _cluster, client =>
        {
            client.AddCommunitiesClient(Tins.Kinds);
            configure?.Invoke(client);
        }));
        return _clients[^1].Services.GetRequiredService<IActors>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.StopAsync();
            client.Dispose();
        }

        foreach (var silo in Silos)
        {
            await silo.DisposeAsync();
        }

        if (!isTwin)
        {
            await place.DisposeAsync();
        }
    }
}

/// <summary>A silo and its way to the journals.</summary>
internal sealed class WiredSilo(TestSilo silo, PostgresJournal journals) : IAsyncDisposable
{
    public PostgresJournal Journals => journals;

    public Node Node => silo.Slot.Node!;

    public IServiceProvider Services => silo.Services;

    public IActors Actors => silo.Services.GetRequiredService<IActors>();

    /// <summary>Ends it as a killed process ends.</summary>
    public async Task Kill()
    {
        await journals.Abandon();
        await silo.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        await silo.DisposeAsync();
        await journals.DisposeAsync();
    }
}
