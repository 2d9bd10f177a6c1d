using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Versions.Compatibility;
using Orleans.Versions.Selector;

namespace Communities.Cluster;

/// <summary>Makes a silo a node of the engine, or a process a front end of it.</summary>
public static class ClusterHosting
{
    /// <summary>
    /// Hosts these kinds of actors in this silo, with their events in these journals, which the caller opens before and
    /// closes behind the silo. <see cref="IActors"/> is among the services then. Clustering, reminders and streams are
    /// the host's to choose.
    /// </summary>
    public static ISiloBuilder AddCommunitiesCluster(
        this ISiloBuilder silo,
        IJournals journals,
        IReadOnlyList<ActorKind> kinds,
        IReadOnlyList<Reactor> reactors,
        NodeOptions? options = null)
    {
        var services = silo.Services;
        services.AddSingleton(journals);
        services.AddSingleton<IActors, NodeActors>();
        services.AddSingleton(s => new NodeOpening(() => new Node(
            Logging(options ?? new NodeOptions(), s.GetRequiredService<ILogger<Node>>()),
            journals, kinds, reactors, s.GetRequiredService<IGrainFactory>())));
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, NodeLifecycle>();
        if (options?.Stream is { } stream)
        {
            services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s =>
                new SiloFeedStream(StreamOf(s, stream, journals)));
        }

        return silo.AddNodeSlot().AddCommunitiesFollower<ReactorGrain>();
    }

    /// <summary>Has grains of this class follow every partition's feed, wherever in the cluster.</summary>
    public static ISiloBuilder AddCommunitiesFollower<TFollower>(this ISiloBuilder silo)
        where TFollower : FollowerGrain
    {
        silo.Services.AddSingleton(new FollowerType(typeof(TFollower)));
        return silo;
    }

    /// <summary>
    /// Asks the actors of a cluster from a process of its own: <see cref="IActors"/> is among the services then. The
    /// kinds are those that it asks; it hosts none and needs no grain classes.
    /// </summary>
    public static IClientBuilder AddCommunitiesClient(
        this IClientBuilder client, IReadOnlyList<ActorKind> kinds, AskingOptions? options = null)
    {
        Liveness.Client(client.Services);
        client.Services.AddSingleton<IActors>(services => new ClusterActors(
            services.GetRequiredService<IGrainFactory>(), WireKind.All(kinds), options ?? new AskingOptions()));
        return client;
    }

    /// <summary>
    /// Makes the program a client of the cluster that <paramref name="cluster"/> describes, which asks its actors.
    /// </summary>
    public static IHostApplicationBuilder AddCommunitiesClient(
        this IHostApplicationBuilder host,
        IReadOnlyList<ActorKind> kinds,
        Action<IClientBuilder> cluster,
        AskingOptions? options = null) => host.UseOrleansClient(client =>
        {
            cluster(client);
            client.AddCommunitiesClient(kinds, options);
        });

    /// <summary>
    /// Has a client told, by the streams of this provider, of what the silos commit, for its own way to the journals.
    /// </summary>
    public static IClientBuilder AddCommunitiesFeed(this IClientBuilder client, IJournals journals, string stream)
    {
        client.Services.AddSingleton<IHostedService>(s => new ClientFeedStream(StreamOf(s, stream, journals)));
        return client;
    }

    private static FeedStream StreamOf(IServiceProvider services, string provider, IJournals journals)
    {
        var log = services.GetRequiredService<ILogger<FeedStream>>();
        return new FeedStream(services, provider, journals, (told, why) => Log.Trouble(log, told, why));
    }

    private static NodeOptions Logging(NodeOptions options, ILogger log) =>
        options.Trouble is null ? options with { Trouble = (told, why) => Log.Trouble(log, told, why) } : options;

    /// <summary>What a silo needs to be given a node.</summary>
    internal static ISiloBuilder AddNodeSlot(this ISiloBuilder silo)
    {
        var services = silo.Services;
        Liveness.Silo(services);
        services.AddSingleton<NodeSlot>();

        // One strategy for each grain type, since those of actors and of followers are not the same.
        services.AddPlacementDirector<PartitionPlacement, PartitionPlacementDirector>(ServiceLifetime.Transient);

        // Old and new silos run side by side while a new version is brought out: each is asked for what it knows.
        services.Configure<GrainVersioningOptions>(versions =>
        {
            versions.DefaultCompatibilityStrategy = nameof(BackwardCompatible);
            versions.DefaultVersionSelectorStrategy = nameof(AllCompatibleVersions);
        });

        // The node knows better how long an actor is idle. Orleans makes room beside that when memory is short.
        services.Configure<GrainCollectionOptions>(o => o.EnableActivationSheddingOnMemoryPressure = true);
        return silo;
    }
}
