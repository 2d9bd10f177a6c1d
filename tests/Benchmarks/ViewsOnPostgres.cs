using Communities.Actors;
using Communities.Suites;
using Communities.Views;

namespace Communities.Benchmarks;

/// <summary>
/// What a journal costs to be projected into views on PostgreSQL, and pages and lists to be read there; against SQLite.
/// </summary>
internal static class ViewsOnPostgres
{
    private const int Threads = 200;
    private const int RepliesPerThread = 250;
    private const int Readers = 16;

    public static async Task Run()
    {
        if (PostgresServer.Missing is { } why)
        {
            Console.WriteLine($"  postgres-views: {why}");
            return;
        }

        using var directory = Harness.NewDirectory();
        await using var site = await Site.Open(directory.Path);
        var threads = Enumerable.Range(0, Threads).ToList();
        await site.OpenThreads(threads);
        await site.Fill(threads, RepliesPerThread);
        await site.Engine.WhenQuiet();
        var feed = site.Engine.Journal;

        await using var server = await PostgresServer.Start(isSynchronous: true);
        await using var place = server.NewPlace();
        await using var postgres = await PostgresViews.Open(
            new PostgresViewsOptions { DataSource = place.DataSource, Schema = place.Schema }, new Feeds(feed));

        var reference = await Projected(directory["reference.db"], feed);
        using var done = new CancellationTokenSource();
        var projecting = Task.CompletedTask;
        var seconds = await Harness.Seconds(async () =>
        {
            projecting = postgres.Project(0, done.Token);
            await postgres.WaitFor(feed.Head);
        });
        Harness.Tell(
            "postgres-views project", feed.Head / seconds, "events/s", feed.Head / reference.Seconds, "SQLite",
            $"Goal: 5,000. {feed.Head:N0} events, as 200 threads of 250 replies make them.");

        await using var other = reference.Views;
        await Compare("thread page", 50, postgres, other, (views, i) => Page(views, i));
        await Compare("thread list", 30, postgres, other, (views, i) => List(views));
        await done.CancelAsync();
        await projecting;
    }

    private static async Task<(SqliteViews Views, double Seconds)> Projected(string path, IFeed feed)
    {
        SqliteViews? views = null;
        var seconds = await Harness.Seconds(async () =>
        {
            views = await SqliteViews.Open(path, feed);
            await views.WaitFor(feed.Head);
        });
        return (views!, seconds);
    }

    private static async Task Compare(
        string what, int count, IViews postgres, IViews sqlite, Func<IViews, int, ValueTask<int>> read)
    {
        var (one, other) = (await Rate(postgres), await Rate(sqlite));
        Harness.Tell(
            $"postgres-views {what}", one.PerSecond, "reads/s", other.PerSecond, "SQLite",
            $"{Readers} readers; {one.CpuMicroseconds:0} µs of this process each, without the server's.");

        Task<Measured> Rate(IViews views) => Harness.Rate(Readers, async (reader, i) =>
        {
            if (await read(views, (i * Readers) + reader) != count)
                throw new InvalidOperationException($"The {what} is not whole.");
        });
    }

    private static async ValueTask<int> Page(IViews views, int i)
    {
        var thread = await views.Thread(
            Site.Slug, Keys.LocalOf(Site.ThreadKey(i % Threads)), 1 + (i / Threads % 5), Viewer.Visitor);
        return thread?.Posts.Count ?? 0;
    }

    private static async ValueTask<int> List(IViews views) =>
        (await views.Threads(new ThreadQuery(Site.Slug), Viewer.Visitor)).Items.Count;
}
