using Communities.Suites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: AssemblyFixture(typeof(SharedPostgres))]
[assembly: AssemblyFixture(typeof(Communities.Cluster.Tests.Trio))]

namespace Communities.Cluster.Tests;

/// <summary>
/// A cluster of three silos and a client. Tests share it, and put nodes of their own into it, one after the other.
/// </summary>
public sealed class Trio : IAsyncDisposable
{
    private readonly Lazy<Task> _start;
    private readonly List<TestSilo> _silos = [];
    private IHost? _client;

    /// <summary>Made by the runner, once.</summary>
    public Trio() => _start = new(Start);

    internal IReadOnlyList<TestSilo> Silos => _silos;

    internal IGrainFactory Client => _client!.Services.GetRequiredService<IGrainFactory>();

    /// <summary>For tests that use it, one at a time.</summary>
    internal SemaphoreSlim Turn { get; } = new(1);

    /// <summary>Of its own, since it has to outlive the silos.</summary>
    internal PostgresServer Database { get; private set; } = null!;

    /// <summary>Started by the first test that needs it; skipped where PostgreSQL is not installed.</summary>
    internal Task Ready()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        return _start.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.StopAsync();
            _client.Dispose();
        }

        await Task.WhenAll(_silos.Select(s => s.DisposeAsync().AsTask()));
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }

        Turn.Dispose();
    }

    private async Task Start()
    {
        Database = await PostgresServer.Start();
        var cluster = Guid.NewGuid().ToString("n");
        _silos.Add(await TestSilo.Start(Database, cluster));
        _silos.AddRange(await Task.WhenAll(TestSilo.Start(Database, cluster), TestSilo.Start(Database, cluster)));
        _client = await TestSilo.StartClient(Database, cluster);
    }
}
