using Communities.Cluster;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace Communities.Silo;

/// <summary>
/// Puts together the part of a process that belongs to Orleans. Whatever the configuration says under <c>Orleans</c> is
/// taken as it is; what it does not say is made so that one process works by itself, on this machine.
/// </summary>
internal static class Node
{
    /// <summary>The stream provider by which silos tell each other what they have committed.</summary>
    private const string Stream = "feed";

    /// <summary>Orleans' name for where the subscriptions to streams are kept.</summary>
    private const string Subscriptions = "PubSubStore";

    private const string Section = "Orleans";

    public static IHost Build(SiloSettings settings, IConfiguration configuration, Stores stores)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        if (settings.Role == SiloRole.Web) builder.Configuration.AddInMemoryCollection(OfClients(configuration));
        else builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter(null, LogLevel.Error)
            .AddFilter("Orleans.Messaging", LogLevel.Critical); // What does not arrive is asked again, or is told.
        builder.Services.AddSingleton(stores).AddSingleton(stores.Journals);
        if (stores.Database is { } database) builder.Services.AddSingleton(database);
        if (settings.Role == SiloRole.Web)
            builder.UseOrleansClient(client => client.AddCommunitiesClient(Domain.Kinds));
        else
            builder.UseOrleans(silo => AddSilo(silo, settings, configuration, stores));
        return builder.Build();
    }

    /// <summary>The dashboard asks the silos as any client does, so that it is on every web.</summary>
    public static void AddDashboard(WebApplicationBuilder builder, IConfiguration configuration, Stores stores)
    {
        builder.Configuration.AddConfiguration(configuration);
        var said = OfClients(builder.Configuration).ToList();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(said);
        if (stores.Database is { } database) builder.Services.AddSingleton(database);
        builder.UseOrleansClient(client =>
        {
            if (!Says(configuration, "Clustering")) client.UseLocalhostClustering(Gateway(configuration));
            client.AddDashboard(dashboard => dashboard.HideTrace = true);
        });
    }

    private static void AddSilo(
        ISiloBuilder silo, SiloSettings settings, IConfiguration configuration, Stores stores)
    {
        if (!Says(configuration, "Clustering"))
        {
            silo.UseLocalhostClustering(
                configuration.GetValue($"{Section}:Endpoints:SiloPort", EndpointOptions.DEFAULT_SILO_PORT),
                Gateway(configuration));
        }

        if (!Says(configuration, "Reminders")) silo.UseInMemoryReminderService();
        if (!Says(configuration, $"Streaming:{Stream}")) silo.AddMemoryStreams(Stream);
        if (!Says(configuration, $"GrainStorage:{Subscriptions}"))
        {
            if (stores.Database is null) silo.AddMemoryGrainStorage(Subscriptions);
            else silo.AddPostgresGrainStorage(Subscriptions);
        }

        silo.AddCommunitiesCluster(
            stores.Journals,
            Domain.Kinds,
            Domain.Reactors,
            new NodeOptions { ActivationsMax = settings.ActivationsMax, Trouble = Stores.Tell, Stream = Stream });
        silo.AddCommunitiesFollower<ArchiveGrain>();
        if (stores.Project is not null) silo.AddCommunitiesFollower<ViewsGrain>();
        silo.AddDashboard();
    }

    // A client, too, looks for the providers that these sections name, and does not start where it has none.
    private static IEnumerable<KeyValuePair<string, string?>> OfClients(IConfiguration configuration) =>
        configuration.AsEnumerable().Where(setting =>
            !setting.Key.StartsWith($"{Section}:Reminders", StringComparison.OrdinalIgnoreCase)
            && !setting.Key.StartsWith($"{Section}:GrainStorage", StringComparison.OrdinalIgnoreCase));

    private static bool Says(IConfiguration configuration, string part) =>
        configuration.GetSection($"{Section}:{part}").Exists();

    private static int Gateway(IConfiguration configuration) =>
        configuration.GetValue($"{Section}:Endpoints:GatewayPort", EndpointOptions.DEFAULT_GATEWAY_PORT);
}
