using System.Collections.Concurrent;
using Communities.Actors;
using Communities.Local;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Communities.Web.Tests;

/// <summary>
/// The whole program in this process, on a free port, over the local engine and the views in a directory of its own.
/// </summary>
public class ApiSite : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("communities-").FullName;
    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private readonly UnforeseenLog _unforeseen = new();
    private WebApplication? _app;
    private LocalEngine? _engine;
    private SqliteViews? _views;

    /// <summary>The key of the set-up link.</summary>
    public string SetupKey { get; private set; } = "";

    public AheadTime Time { get; } = new();

    public Uri Address { get; private set; } = new("http://localhost");

    public IActors Actors => Services.GetRequiredService<IActors>();

    public IViews Views => Services.GetRequiredService<IViews>();

    public Feeds Feeds => Services.GetRequiredService<Feeds>();

    internal LocalEngine Engine => _engine!;

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        _engine = await LocalEngine.Start(
            new LocalOptions { Directory = _directory, Time = Time }, Domain.Kinds, Domain.Reactors);
        _views = await SqliteViews.Open(Path.Combine(_directory, "views.db"), _engine.Journal);
        var (actors, feeds, views) = ((IActors)_engine, new Feeds(_engine.Journal), (IViews)_views);
        if (PartitionCount > 1)
        {
            var divided = new Divided(_engine.Journal, new Partitions(PartitionCount));
            (actors, feeds, views) =
                (new DividedActors(_engine, divided), divided.Feeds, new DividedViews(_views, divided));
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(_unforeseen);
        builder.Services
            .AddSingleton(actors)
            .AddSingleton(feeds)
            .AddSingleton(views)
            .AddSingleton<TimeProvider>(Time)
            .AddCommunitiesWeb(Options(_directory));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapCommunities();
        SetupKey = Services.GetRequiredService<FirstOwner>().Await(_ => ValueTask.FromResult(true));
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_views is not null) await _views.DisposeAsync();
        if (_engine is not null) await _engine.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
        Assert.True(_unforeseen.Told.IsEmpty, string.Join("\n\n", _unforeseen.Told));
    }

    /// <summary>Into how many partitions its journal is divided, for all who look at it.</summary>
    protected virtual int PartitionCount => 1;

    /// <summary>How the site runs: without limits that a test would meet by chance.</summary>
    protected virtual WebOptions Options(string directory) => new()
    {
        DataDirectory = directory,
        SignInsPerMinute = 10_000,
        SignUpsPerHour = 10_000,
        WritesPerMinute = 1_000_000, QuickRefusalsPerMinute = 1_000_000,
        MailsPerHour = 10_000,
        WrongTokensPerMinute = 10_000,
    };

    /// <summary>A program that shows no token: a visitor.</summary>
    public ApiClient Visitor() => new(this, null);

    /// <summary>A program with a token of this account, which is opened where there is none yet.</summary>
    public async Task<ApiClient> As(string account, bool isOperator = false)
    {
        if (_tokens.TryGetValue(account, out var known)) return new ApiClient(this, known);
        var key = Keys.OfAccount(account);
        await Actors.Ask(key, new AccountCommand.Open(account, null, "en"), Call.System());
        if (isOperator) await Actors.Ask(key, new AccountCommand.MakeOperator(), Call.System());
        var (token, command) = ApiTokens.New(account, "test");
        await Actors.Ask(key, command, Call.System());
        return new ApiClient(this, _tokens[account] = token);
    }

    /// <summary>A community with its owner and these members.</summary>
    public async Task Found(
        string slug, string owner, Visibility visibility = Visibility.Public,
        params (string Account, Role Role)[] members)
    {
        var founded = await Actors.Ask(
            slug, new CommunityCommand.Found(slug, null, "en", visibility, owner),
            new Call(owner, new Standing(Role.None, IsOperator: true)));
        Assert.Null(founded.Refusal);
        await _engine!.WhenQuiet();

        // Who tests something else posts what comes, and as fast as it goes.
        await Actors.Ask(slug, new CommunityCommand.SetNudges(Nudges.Kinds), Call.System());
        foreach (var (account, role) in members)
            await Actors.Ask(Keys.OfMember(slug, account), new MemberCommand.Join(account, role), Call.System());
        await CaughtUp();
    }

    /// <summary>A thread with its opening post.</summary>
    public async Task<string> Open(string community, string account, string title = "A question", string text = "How?")
    {
        var thread = Keys.NewThread(Time.GetUtcNow(), (uint)Random.Shared.Next());
        var opened = await Actors.Ask(
            Keys.OfThread(community, thread), new ThreadCommand.Open(title, text, null, []),
            new Call(account, new Standing(Role.Member)));
        Assert.Null(opened.Refusal);
        await CaughtUp();
        return thread;
    }

    public async Task Reply(string community, string thread, string account, string text)
    {
        var answer = await Actors.Ask(
            Keys.OfThread(community, thread), new ThreadCommand.Reply(text),
            new Call(account, new Standing(Role.Member)));
        Assert.Null(answer.Refusal);
        await CaughtUp();
    }

    /// <summary>The state of an actor.</summary>
    public ValueTask<TActor> See<TActor>(string key) where TActor : class, IActor =>
        Actors.See<TActor>(key, TestContext.Current.CancellationToken);

    /// <summary>Waits until everything that follows from what was done can be read.</summary>
    public async Task CaughtUp()
    {
        await _engine!.WhenQuiet();
        await _views!.WaitFor(_engine.Journal.Head);
    }
}

/// <summary>What the program logs as an error, which no request may be able to cause.</summary>
internal sealed class UnforeseenLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Told { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose() => GC.SuppressFinalize(this);

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Told.Enqueue($"{formatter(state, exception)} {exception}");
    }
}

/// <summary>The real time, and as much later as a test says.</summary>
public sealed class AheadTime : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;
}
