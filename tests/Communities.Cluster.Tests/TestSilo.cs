using System.Net;
using System.Net.Sockets;
using Communities.Suites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;
using Orleans.Messaging;

namespace Communities.Cluster.Tests;

/// <summary>A silo in this process, with sockets of its own, whose cluster is kept in PostgreSQL.</summary>
internal sealed class TestSilo(IHost host) : IAsyncDisposable
{
    private bool _isStopped;

    public IServiceProvider Services => host.Services;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public NodeSlot Slot => host.Services.GetRequiredService<NodeSlot>();

    /// <summary>Starts a silo and has it join the others of its cluster.</summary>
    public static async Task<TestSilo> Start(
        PostgresServer database, string cluster, Action<ISiloBuilder>? configure = null)
    {
        var builder = NewHost(database);
        var ports = FreePorts();
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (cluster, cluster));
            silo.Configure<EndpointOptions>(o =>
                (o.AdvertisedIPAddress, o.SiloPort, o.GatewayPort) = (IPAddress.Loopback, ports[0], ports[1]));

            silo.Services.AddSingleton<IMembershipTable, PostgresMembership>();
            silo.AddReminders();
            silo.Services.AddSingleton<IReminderTable, PostgresReminders>();
            (configure ?? (s => s.AddNodeSlot()))(silo);

            // The loss of a silo is to be noticed soon: nobody here is busy for long.
            silo.Configure<ClusterMembershipOptions>(o =>
                (o.ProbeTimeout, o.NumMissedProbesLimit, o.NumVotesForDeathDeclaration) =
                    (TimeSpan.FromSeconds(1), 2, 1));
        });
        var host = builder.Build();
        await host.StartAsync();
        return new TestSilo(host);
    }

    /// <summary>Starts a client of the cluster, in a host of its own.</summary>
    public static async Task<IHost> StartClient(
        PostgresServer database, string cluster, Action<IClientBuilder>? configure = null)
    {
        var builder = NewHost(database);
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (cluster, cluster));
            client.Services.AddSingleton<IGatewayListProvider, PostgresGateways>();
            configure?.Invoke(client);
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>Ends it without a word to the others, and without finishing anything.</summary>
    public async Task Kill()
    {
        _isStopped = true;
        await host.StopAsync(new CancellationToken(canceled: true));
        host.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    private static HostApplicationBuilder NewHost(PostgresServer database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(database.ConnectionString));
        return builder;
    }

    private static int[] FreePorts()
    {
        TcpListener[] probes = [new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0)];
        Array.ForEach(probes, p => p.Start());
        int[] ports = [.. probes.Select(p => ((IPEndPoint)p.LocalEndpoint).Port)];
        Array.ForEach(probes, p => p.Dispose());
        return ports;
    }
}
