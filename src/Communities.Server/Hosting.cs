using System.Globalization;
using System.Security.Cryptography;
using Communities.Actors;
using Communities.Archive;
using Communities.Local;
using Communities.Views;
using Communities.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Communities.Server;

/// <summary>One process with all that works in it: engine, views and archive writer on one data directory.</summary>
internal sealed class Hosting : IAsyncDisposable
{
    /// <summary>How far the search for somebody who runs the site has come, or that it has ended.</summary>
    private const string OperatorMark = "host/operator";

    private const string Found = "found";
    private const int BatchMax = 4_096;

    /// <summary>
    /// How long the archive may take to finish when the program ends; what is left is archived next time.
    /// </summary>
    private static readonly TimeSpan _archivePatience = TimeSpan.FromSeconds(5);

    private readonly string _directory;

    private Hosting(string directory, LocalEngine engine, IArchiveStore store, ArchiveWriter archive,
        SqliteViews views) =>
        (_directory, Engine, Store, Archive, Views) = (directory, engine, store, archive, views);

    public LocalEngine Engine { get; }

    public IArchiveStore Store { get; }

    public ArchiveWriter Archive { get; }

    public SqliteViews Views { get; }

    /// <summary>Where the archive of this data directory lies, unless another place is named.</summary>
    public static IArchiveStore ArchiveOf(string directory, string? archive) =>
        ArchiveStores.Open(archive, Path.Combine(directory, "archive"));

    /// <summary>Opens the directory and sets everything going.</summary>
    public static async Task<Hosting> Open(string directory, string? archive, CancellationToken ct)
    {
        directory = Path.GetFullPath(directory);
        var store = ArchiveOf(directory, archive);
        var options = new LocalOptions { Directory = directory, Trouble = Tell };
        var engine = await LocalEngine.Start(options, Domain.Kinds, Domain.Reactors, ct);
        try
        {
            var views = await SqliteViews.Open(
                Path.Combine(directory, "views.db"), engine.Journal,
                    new ViewsOptions { Announce = line => Tell(line, null) }, ct);
            var writer = new ArchiveWriter(engine.Journal, engine.Journal, store);
            writer.Start();
            return new Hosting(directory, engine, store, writer, views);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Serves until the process is told to stop.</summary>
    /// <param name="urls">Where to listen, as ASP.NET Core writes it.</param>
    /// <param name="ready">Is told the addresses once requests are answered.</param>
    /// <param name="ownerless">Is told the key of the set-up link where nobody runs the site.</param>
    public async Task Serve(
        string urls, Action<IReadOnlyList<string>, CancellationToken> ready, Action<string>? ownerless = null)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        // A start that fails is told by us, in one sentence; what a server notes of itself means nothing to its
        // operator.
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true)
            .AddFilter(null, LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.None);
        builder.Services
            .AddSingleton<IActors>(Engine)
            .AddSingleton<IFeed>(Engine.Journal)
            .AddSingleton<IViews>(Views)
            .AddSingleton(TimeProvider.System)
            .AddCommunitiesWeb(new WebOptions
            {
                DataDirectory = _directory,
                Figures = () =>
                    new HostFigures(Engine.Activations, Archive.ArchivedThrough, Archive.LastError?.Message),
            });
        await using var app = builder.Build();
        app.MapCommunities();
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var stopping = app.Lifetime.ApplicationStopping;
        ready([.. addresses], stopping);
        if (ownerless is not null && await OperatorIsMissing())
        {
            var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
            app.Services.GetRequiredService<FirstOwner>().Await(key);
            ownerless(key);
        }

        await app.WaitForShutdownAsync(CancellationToken.None);
    }

    /// <summary>Waits until views, reactors and archive have taken in all that has happened.</summary>
    /// <exception cref="ArchiveUnavailableException">The archive cannot be written now.</exception>
    public async Task WhenCaughtUp(CancellationToken ct)
    {
        await Engine.WhenQuiet(ct);
        var head = Engine.Journal.Head;
        await Views.WaitFor(head, ct);
        var archived = Archive.WhenCaughtUp(head, ct);
        while (await Task.WhenAny(archived, Task.Delay(_archivePatience, ct)) != archived)
            if (Archive.LastError is { } e)
                throw new ArchiveUnavailableException($"The archive cannot be written: {e.Message}", e);
        await archived;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(_archivePatience);
        await Archive.Stop(patience.Token);
        await Archive.DisposeAsync();
        await Views.DisposeAsync();
        await Engine.DisposeAsync();
    }

    // What has no caller to be told of, in one line.
    private static void Tell(string what, Exception? why) =>
        Console.Error.WriteLine(why is null ? what : $"{what} {why.Message}");

    // Remembers where it has looked, so that a large journal is read once; the site answers meanwhile.
    private async Task<bool> OperatorIsMissing()
    {
        var mark = await Engine.Journal.Load(OperatorMark);
        if (mark == Found) return false;
        var position = mark is null ? 0 : long.Parse(mark, CultureInfo.InvariantCulture);
        var head = Engine.Journal.Head;
        while (position < head)
        {
            var batch = await Engine.Journal.Read(position, BatchMax);
            if (batch.Any(envelope => envelope.Name == "account.operator-made"))
            {
                await Engine.Journal.Save(OperatorMark, Found);
                return false;
            }

            position = batch[^1].Position;
        }

        if (position > 0) await Engine.Journal.Save(OperatorMark, position.ToString(CultureInfo.InvariantCulture));
        return true;
    }
}
