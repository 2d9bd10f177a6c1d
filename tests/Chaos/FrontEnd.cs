using Communities.Actors;
using Communities.Cluster;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Communities.Chaos;

/// <summary>A front end in a process without a silo: it asks the actors as a client of the cluster.</summary>
internal sealed class FrontEnd : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly NpgsqlDataSource _database;

    private FrontEnd(IHost host, NpgsqlDataSource database) => (_host, _database) = (host, database);

    /// <summary>The actors of the cluster.</summary>
    public IActors Actors => _host.Services.GetRequiredService<IActors>();

    /// <summary>Joins the cluster.</summary>
    public static async Task<FrontEnd> Join(Cluster cluster, CancellationToken ct)
    {
        var database = NpgsqlDataSource.Create(cluster.Database.ConnectionString);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(cluster.Name.Settings.ToDictionary(
            setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => (string?)setting.Value));
        builder.Services.AddSingleton(database);
        builder.UseOrleansClient(client => client.AddCommunitiesClient(Domain.Kinds));
        var host = builder.Build();
        await host.StartAsync(ct);
        return new FrontEnd(host, database);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _database.DisposeAsync();
    }
}
