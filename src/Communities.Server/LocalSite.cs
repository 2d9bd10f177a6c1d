using Communities.Actors;
using Communities.Archive;
using Communities.Files;
using Communities.Hosting;
using Communities.Local;
using Communities.Views;
using Communities.Web;

namespace Communities.Server;

/// <summary>One process with all that works in it: engine, views and archive writer on one data directory.</summary>
internal sealed class LocalSite : ISite
{
    /// <summary>
    /// How long the archive may take to finish when the program ends; what is left is archived next time.
    /// </summary>
    private static readonly TimeSpan _archivePatience = TimeSpan.FromSeconds(5);

    private readonly LocalEngine _engine;
    private readonly SqliteViews _views;
    private readonly ArchiveWriter _writer;
    private Action _afterwards = () => { };

    private LocalSite(
        string directory, SiteSettings settings, LocalEngine engine, SqliteViews views, Places places,
        ArchiveWriter writer)
    {
        (_engine, _views, Archive, Files, _writer) = (engine, views, places.Archive, places.Files, writer);
        Journals = new SoleJournal(engine.Journal);
        Web = new WebOptions
        {
            DataDirectory = directory,
            BaseUrl = settings.BaseUrl,
            TrustedProxies = settings.TrustedProxies,
            Mail = settings.Mail,
            LinkCards = settings.LinkCards,
            Crawlers = settings.LetCrawlers,
            NewMembersPostsPerMinute = settings.NewMembersPostsPerMinute,
            VisitorReadsPerMinute = settings.VisitorReadsPerMinute,
            Filter = settings.ReadFilter(),
            Providers = settings.Providers,
            Figures = () => new HostFigures([_writer.ArchivedThrough], _writer.LastError?.Message),
        };
    }

    public IActors Actors => _engine;

    public IJournals Journals { get; }

    public IViews Views => _views;

    public IArchiveStore Archive { get; }

    public IFiles Files { get; }

    public WebOptions Web { get; }

    /// <summary>Opens the directory and sets everything going.</summary>
    public static async Task<LocalSite> Open(
        string directory, Places places, SiteSettings settings, CancellationToken ct)
    {
        directory = Path.GetFullPath(directory);
        var options = new LocalOptions { Directory = directory, Trouble = Tell };
        var engine = await LocalEngine.Start(options, Domain.Kinds, Domain.Reactors, ct);
        try
        {
            var views = await SqliteViews.Open(
                Path.Combine(directory, "views.db"), engine.Journal,
                new ViewsOptions { Announce = line => Tell(line, null) }, ct);
            var writer = new ArchiveWriter(engine.Journal, engine.Journal, places.Archive);
            writer.Start();
            return new LocalSite(directory, settings, engine, views, places, writer);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a directory of its own, which is gone when the site is disposed.</summary>
    public static async Task<LocalSite> OpenForOnce(
        Func<string, Places> places, SiteSettings settings, CancellationToken ct)
    {
        var directory = Directory.CreateTempSubdirectory("communities-demo-").FullName;
        try
        {
            var site = await Open(directory, places(directory), settings, ct);
            site._afterwards = () => Directory.Delete(directory, recursive: true);
            return site;
        }
        catch
        {
            Directory.Delete(directory, recursive: true);
            throw;
        }
    }

    public Task WhenQuiet(CancellationToken ct) => _engine.WhenQuiet(ct);

    public async Task WhenCaughtUp(CancellationToken ct)
    {
        await WhenQuiet(ct);
        var head = _engine.Journal.Head;
        await Views.WaitFor(head, ct);
        var archived = _writer.WhenCaughtUp(head, ct);
        while (await Task.WhenAny(archived, Task.Delay(_archivePatience, ct)) != archived)
            if (_writer.LastError is { } e)
                throw new ArchiveUnavailableException($"The archive cannot be written: {e.Message}", e);
        await archived;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(_archivePatience);
            await _writer.Stop(patience.Token);
            await _writer.DisposeAsync();
            await _views.DisposeAsync();
            await _engine.DisposeAsync();
        }
        finally
        {
            _afterwards();
        }
    }

    // What has no caller to be told of, in one line.
    private static void Tell(string what, Exception? why) =>
        Console.Error.WriteLine(why is null ? what : $"{what} {why.Message}");
}

/// <summary>What lies where the options say, in the data directory or elsewhere.</summary>
internal sealed record Places(IArchiveStore Archive, IFiles Files);
