using Azure.Core;
using Azure.Identity;
using Communities.Actors;
using Communities.Archive;
using Communities.Files;
using Communities.Local;
using Communities.Postgres;
using Communities.Views;
using Npgsql;

namespace Communities.Silo;

/// <summary>
/// Where a process finds what it keeps: journals, views and archive. On PostgreSQL they are shared with all others; a
/// process that is alone has files of its own, as the program of one process does.
/// </summary>
internal sealed class Stores : IAsyncDisposable
{
    // Entra's name for PostgreSQL; a token is good for an hour, and a new one is asked for well before its end.
    private static readonly TokenRequestContext _tokens = new(["https://ossrdbms-aad.database.windows.net/.default"]);
    private static readonly TimeSpan _tokenAge = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _tokenRetry = TimeSpan.FromSeconds(10);

    private readonly List<IAsyncDisposable> _opened = [];
    private Func<int, CancellationToken, Task>? _project;

    private Stores(IJournals journals, IViews views, IArchiveStore archive) =>
        (Journals, Views, Archive) = (journals, views, archive);

    public IJournals Journals { get; }

    public IViews Views { get; }

    public IArchiveStore Archive { get; }

    /// <summary>The database; null where the process is alone.</summary>
    public NpgsqlDataSource? Database { get; private init; }

    /// <summary>Follows the feed of a partition into the views; null where they follow it by themselves.</summary>
    public Func<int, CancellationToken, Task>? Project => _project;

    /// <summary>The archive that the settings name.</summary>
    public static IArchiveStore OpenArchive(SiloSettings settings) =>
        ArchiveStores.Open(settings.Archive, Path.Combine(settings.Data, "archive"));

    /// <summary>The content of uploads, where the settings name it.</summary>
    public static IFiles OpenFiles(SiloSettings settings) => FileStores.Open(
        settings.Files, settings.Archive, Path.Combine(settings.Data, "files"), isShared: !settings.IsAlone);

    /// <summary>Opens all of them.</summary>
    public static Task<Stores> Open(SiloSettings settings, CancellationToken ct) =>
        settings.IsAlone ? OpenAlone(settings, ct) : OpenDatabase(settings, ct);

    public async ValueTask DisposeAsync()
    {
        for (var i = _opened.Count - 1; i >= 0; i--) await _opened[i].DisposeAsync();
    }

    private static async Task<Stores> OpenAlone(SiloSettings settings, CancellationToken ct)
    {
        var directory = Path.GetFullPath(settings.Data);
        var journal = SqliteJournal.Open(Path.Combine(directory, LocalEngine.JournalFile));
        try
        {
            var views = await SqliteViews.Open(
                Path.Combine(directory, "views.db"), journal, new ViewsOptions { Announce = Tell }, ct);
            return new Stores(new SoleJournal(journal), views, OpenArchive(settings)) { _opened = { journal, views } };
        }
        catch
        {
            await journal.DisposeAsync();
            throw;
        }
    }

    private static async Task<Stores> OpenDatabase(SiloSettings settings, CancellationToken ct)
    {
        var database = Connect(settings.Postgres);
        PostgresJournal? journal = null;
        try
        {
            journal = await PostgresJournal.Open(
                new PostgresOptions
                {
                    DataSource = database,
                    Schema = settings.Postgres.Schema,
                    Partitions = settings.Partitions,
                    Trouble = Tell,
                },
                ct);
            var views = await PostgresViews.Open(
                new PostgresViewsOptions
                {
                    DataSource = database,
                    Schema = settings.Postgres.Schema + "_views",
                    Announce = Tell,
                },
                journal.Feeds,
                ct);
            return new Stores(journal, views, OpenArchive(settings))
            {
                Database = database, _project = views.Project, _opened = { database, journal, views },
            };
        }
        catch
        {
            if (journal is not null) await journal.DisposeAsync();
            await database.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlDataSource Connect(PostgresSettings settings)
    {
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        switch (settings.Authentication)
        {
            case null or "":
                break;
            case "Entra":
                var identity = new DefaultAzureCredential();
                builder.UsePeriodicPasswordProvider(
                    async (_, ct) => (await identity.GetTokenAsync(_tokens, ct)).Token, _tokenAge, _tokenRetry);
                break;
            default:
                throw new ArgumentException(
                    $"Communities:Postgres:Authentication is Entra or not said, and not {settings.Authentication}.");
        }

        return builder.Build();
    }

    // What has no caller to be told of, in one line.
    internal static void Tell(string what) => Tell(what, null);

    internal static void Tell(string what, Exception? why) =>
        Console.Error.WriteLine(why is null ? what : $"{what} {why.Message}");
}
