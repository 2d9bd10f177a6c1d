using Communities.Actors;
using Communities.Archive;
using Communities.Cluster;
using Communities.Files;
using Communities.Hosting;
using Communities.Views;
using Communities.Web;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Orleans.Dashboard;

namespace Communities.Silo;

/// <summary>One process of the cluster with all that works in it: a silo, or a front end that asks the silos.</summary>
internal sealed class ClusterSite : ISite
{
    private readonly IConfiguration _configuration;
    private readonly Stores _stores;
    private readonly IHost _node;
    private readonly ClusterQuiet _quiet;
    private readonly ArchiveWatch _archive;
    private readonly DatabaseGossip? _gossip;
    private Action _afterwards = () => { };

    private ClusterSite(SiloSettings settings, IConfiguration configuration, Stores stores, IHost node)
    {
        (_configuration, _stores, _node) = (configuration, stores, node);
        var services = node.Services;
        Actors = services.GetRequiredService<IActors>();
        Files = Stores.OpenFiles(settings);
        var grains = services.GetRequiredService<IGrainFactory>();
        _quiet = new ClusterQuiet(grains, stores.Journals);
        _archive = new ArchiveWatch(grains, stores.Journals.Partitions);
        if (stores.Database is { } shared) _gossip = new DatabaseGossip(shared, settings.Postgres.Schema);
        Web = new WebOptions
        {
            DataDirectory = Path.GetFullPath(settings.Data),
            BaseUrl = settings.BaseUrl,
            LinkCards = settings.LinkCards,
            Crawlers = settings.LetCrawlers,
            NewMembersPostsPerMinute = settings.NewMembersPostsPerMinute,
            VisitorReadsPerMinute = settings.VisitorReadsPerMinute,
            Filter = settings.ReadFilter(),
            TrustedProxies = settings.TrustedProxies,
            Mail = settings.Mail,
            Node = stores.Database is null ? "here" : Environment.MachineName,
            Providers = settings.Providers,
            KeepKeys = stores.Database is { } database
                ? keys => keys.Services.Configure<KeyManagementOptions>(
                    known => known.XmlRepository = new DatabaseKeys(database, settings.Postgres.Schema))
                : null,
            Figures = () => new HostFigures(_archive.Through, _archive.Trouble),
        };
    }

    public IActors Actors { get; }

    public IJournals Journals => _stores.Journals;

    public IViews Views => _stores.Views;

    public IArchiveStore Archive => _stores.Archive;

    public IFiles Files { get; }

    public WebOptions Web { get; }

    /// <summary>Joins the cluster that the settings name.</summary>
    public static async Task<ClusterSite> Open(
        SiloSettings settings, IConfiguration configuration, CancellationToken ct)
    {
        var stores = await Stores.Open(settings, ct);
        IHost? node = null;
        try
        {
            node = Node.Build(settings, configuration, stores);
            await node.StartAsync(ct);
            return new ClusterSite(settings, configuration, stores, node);
        }
        catch
        {
            node?.Dispose();
            await stores.DisposeAsync();
            throw;
        }
    }

    /// <summary>Alone, on a directory of its own, which is gone when the site is disposed.</summary>
    public static async Task<ClusterSite> OpenForOnce(
        SiloSettings settings, IConfiguration configuration, CancellationToken ct)
    {
        settings.Data = Directory.CreateTempSubdirectory("communities-demo-").FullName;
        try
        {
            var site = await Open(settings, configuration, ct);
            site._afterwards = () => Directory.Delete(settings.Data, recursive: true);
            return site;
        }
        catch
        {
            Directory.Delete(settings.Data, recursive: true);
            throw;
        }
    }

    public Task WhenQuiet(CancellationToken ct) => _quiet.WhenQuiet(ct);

    public async Task WhenCaughtUp(CancellationToken ct)
    {
        await WhenQuiet(ct);
        var heads = Journals.Feeds.All.Select(feed => feed.Head).ToList();
        foreach (var head in heads) await Views.WaitFor(head, ct);
        await _archive.WhenCaughtUp(heads, ct);
    }

    public IReadOnlyList<string> Telemetry { get; } = ["Microsoft.Orleans"];

    public void Add(WebApplicationBuilder builder)
    {
        Node.AddDashboard(builder, _configuration, _stores);
        if (_gossip is not null) builder.Services.AddSingleton<IGossip>(_gossip);
    }

    public void Map(WebApplication app) => app.MapOrleansDashboard("/dashboard").RequireOperator();

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_gossip is not null) await _gossip.DisposeAsync();
            await _archive.DisposeAsync();
            await _node.StopAsync();
            _node.Dispose();
            await _stores.DisposeAsync();
        }
        finally
        {
            _afterwards();
        }
    }
}
