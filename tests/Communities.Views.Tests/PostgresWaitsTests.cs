using Communities.Suites;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Communities.Views.Tests;

/// <summary>How often a far database is waited for: what a read and a batch cost in the cloud.</summary>
public sealed class PostgresWaitsTests(SharedPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_waits_twice_and_a_batch_of_two_thousand_events_six_times()
    {
        using var waits = new Waits();
        await using var place = await postgres.NewPlace();
        var building = new NpgsqlDataSourceBuilder(place.ConnectionString);
        await using var source = building.UseLoggerFactory(waits).Build();
        var world = new World();
        var threads = Enumerable.Range(0, 20).Select(i => world.Open($"Needle {i}")).ToList();
        for (var i = 0; i < 500; i++) world.Reply(threads[i % 20], by: i % 3 == 0 ? "mia" : "bob");
        foreach (var thread in threads)
        {
            world.Ask(thread, new ThreadCommand.Remove(2));
            world.Ask(thread, new ThreadCommand.Edit(3, "Edited."));
            world.Ask(thread, new ThreadCommand.React(4, "like"), "alice");
        }

        var (feeds, head) = (world.Journal.Feeds, world.Journal.Feed.Head);
        Assert.InRange(head, 1_000, 2_000);
        await using var views = await PostgresViews.Open(
            new PostgresViewsOptions { DataSource = source, Schema = place.Schema, Readers = 1 }, feeds, Ct);
        using var done = new CancellationTokenSource();
        var before = waits.Count + 2; // It turns to the tables and looks where it is to begin.
        var projecting = views.Project(0, done.Token);
        await views.WaitFor(head, Ct);
        Assert.InRange(waits.Count - before, 1, 6);

        await views.Communities(null, Ct); // The first who reads turns to the tables, too.
        Assert.InRange(await Waited(() => views.Thread(World.Devs, threads[7], 1, world.As("alice"), Ct)), 1, 2);
        Assert.InRange(await Waited(() => views.Threads(new ThreadQuery(World.Devs), Viewer.Visitor, Ct)), 1, 2);
        Assert.InRange(await Waited(() => views.Search(new SearchQuery("needle", [World.Devs]), Ct)), 1, 2);
        Assert.Equal(1, await Waited(() => views.Community(World.Devs, Viewer.Visitor, Ct)));
        await done.CancelAsync();
        await projecting;

        async Task<int> Waited<T>(Func<ValueTask<T>> read)
        {
            var from = waits.Count;
            Assert.NotNull(await read());
            return waits.Count - from;
        }
    }

    /// <summary>Counts the batches that a data source's connections have sent.</summary>
    private sealed class Waits : ILoggerFactory, ILogger
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name is "BatchExecutionCompleted") Interlocked.Increment(ref _count);
        }

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }
}
