using Communities.Suites;

namespace Communities.Views.Tests;

/// <summary>A database that goes away and comes back.</summary>
public sealed class PostgresAwayTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData(true), InlineData(false)]
    public async Task Readers_are_told_that_it_is_away_and_all_go_on_once_it_is_back(bool inGoodOrder)
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = await PostgresServer.Start();
        await using var place = new ViewsPlace(server.NewPlace());
        var world = new World();
        var id = world.Open("Long");
        var announced = new List<string>();
        await using var views = await place.Open(world.Journal.Feeds, announce: line =>
        {
            lock (announced) announced.Add(line);
        });
        place.Project(views, world.Journal.Feeds);
        await CatchUp(views, world);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Posts()));

        await server.Stop(inGoodOrder);
        world.Reply(id);
        var e = await Assert.ThrowsAsync<ViewsUnavailableException>(Posts);
        Assert.IsAssignableFrom<Npgsql.NpgsqlException>(e.InnerException);

        await server.Resume();
        world.Reply(id);
        await CatchUp(views, world);
        Assert.Equal(3, await Posts());
        lock (announced) Assert.Contains(announced, line => line.Contains("behind", StringComparison.Ordinal));

        async Task<int> Posts() => (await views.Thread(World.Devs, id, 1, Viewer.Visitor, Ct))!.Counters.Posts;
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_one_clear_error()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = await PostgresServer.Start();
        await server.Stop();
        await using var source = Npgsql.NpgsqlDataSource.Create(server.ConnectionString);
        var options = new PostgresViewsOptions { DataSource = source };
        var e = await Assert.ThrowsAsync<ViewsUnavailableException>(
            () => PostgresViews.Open(options, new World().Journal.Feeds, Ct));
        Assert.StartsWith("The views cannot be opened", e.Message, StringComparison.Ordinal);
    }

    private static async Task CatchUp(PostgresViews views, World world) =>
        await views.WaitFor(world.Journal.Feed.Head, Ct).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Ct);
}
