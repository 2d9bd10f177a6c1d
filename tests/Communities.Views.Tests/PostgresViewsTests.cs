using Communities.Actors;
using Communities.Suites;

namespace Communities.Views.Tests;

/// <summary>What several processes see of the same tables, and what becomes of these when journals change.</summary>
public sealed class PostgresViewsTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly List<string> _announced = [];
    private ViewsPlace _place = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await ViewsPlace.Of(postgres);

    public async ValueTask DisposeAsync()
    {
        if (_place is not null) await _place.DisposeAsync();
    }

    [Fact]
    public async Task Two_who_project_the_same_partition_apply_nothing_twice()
    {
        var world = Busy(51);
        await using var one = await Open(world.Journal, batchMax: 20);
        await using var other = await Open(world.Journal, batchMax: 30);
        _place.Project(one, world.Journal.Feeds);
        _place.Project(other, world.Journal.Feeds);
        await CatchUp(one, world.Journal);
        await CatchUp(other, world.Journal);
        Assert.Equal(await Expected(world.Journal), Dumps.Of(one));
        Assert.Empty(_announced);
    }

    [Fact]
    public async Task Who_only_reads_is_told_of_everything_once_and_in_the_order_of_each_partition()
    {
        var world = new World(partitions: 3);
        await using var writer = await Open(world.Journal, batchMax: 10);
        await using var reader = await Open(world.Journal, batchMax: 4);
        var (told, from) = (new List<Envelope>(), world.Journal.Log.Count);
        _place.Project(writer, world.Journal.Feeds);
        await CatchUp(reader, world.Journal);
        using var subscription = reader.Subscribe(batch =>
        {
            Assert.All(batch, envelope => Assert.True(reader.PositionOf(envelope.Actor.Key) >= envelope.Position));
            told.AddRange(batch);
        });
        var id = world.Open("Watched");
        foreach (var slug in (string[])["a-1", "b-2", "c-3", "d-4"])
        {
            world.Journal.Ask(slug, new CommunityCommand.Found(slug, null, "en", Visibility.Public, "Bob"), "bob");
            for (var i = 0; i < 30; i++) world.Reply(id);
        }

        await CatchUp(reader, world.Journal);
        Assert.Equal(
            world.Journal.Log.Skip(from).OrderBy(world.Journal.PartitionOf).ThenBy(envelope => envelope.Position),
            told.OrderBy(world.Journal.PartitionOf));
        Assert.Equal(121, (await reader.Thread(World.Devs, id, 1, Viewer.Visitor, Ct))!.Counters.Posts);
        Assert.Equal(5, (await reader.Communities("bob", Ct)).Count);
        Assert.Equal(5, (await reader.Memberships("bob", Ct)).Count);
    }

    [Fact]
    public async Task Numbers_of_threads_and_members_differ_in_all_partitions()
    {
        var world = Busy(52, partitions: 4);
        foreach (var slug in (string[])["a-1", "b-2", "c-3", "d-4", "e-5"])
        {
            world.Journal.Ask(slug, new CommunityCommand.Found(slug, null, "en", Visibility.Public, "Bob"), "bob");
            world.Journal.Ask($"{slug}/0000000000000001", new ThreadCommand.Open(slug, slug, null, []), "bob");
        }

        await using var views = await Open(world.Journal);
        _place.Project(views, world.Journal.Feeds);
        await CatchUp(views, world.Journal);
        foreach (var slug in (string[])["a-1", "b-2", "c-3", "d-4", "e-5"])
        {
            var thread = await views.Thread(slug, "0000000000000001", 1, Viewer.Visitor, Ct);
            Assert.Equal((slug, slug, "bob"), (thread!.Title, thread.Posts[0].Text, thread.Author.Account));
        }
    }

    [Fact]
    public async Task A_rebuild_is_noticed_by_all_who_read_and_all_who_project()
    {
        var world = Busy(53);
        await using var one = await Open(world.Journal);
        await using var other = await Open(world.Journal);
        _place.Project(one, world.Journal.Feeds);
        for (var i = 0; i < 2; i++)
        {
            await CatchUp(other, world.Journal);
            await other.Rebuild(Ct);
            world.Open($"After {i}");
            await CatchUp(other, world.Journal);
            Assert.Equal($"After {i}", (await other.Threads(new ThreadQuery(World.Devs), Viewer.Visitor, Ct)).Items
                .First(thread => !thread.IsPinned).Title);
        }

        await CatchUp(one, world.Journal);
        Assert.Equal(await Expected(world.Journal), Dumps.Of(one));
        Assert.Equal(Dumps.Of(other), Dumps.Of(one));
        Assert.Equal(1, await Count($"{_place.Place.Schema}\\_{Schema.Version}\\_%"));
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_nothing_behind_and_is_tried_again()
    {
        var world = RandomWorld.Of(54, 500);
        var feeds = new Feeds(new FaultyFeed(world.Journal.Feed, 333, times: 3));
        await using var views = await _place.Open(feeds, batchMax: 50, Announce);
        _place.Project(views, feeds);
        await CatchUp(views, world.Journal);
        Assert.Contains("stay behind the journal", Assert.Single(_announced), StringComparison.Ordinal);
        Assert.Equal(await Expected(world.Journal), Dumps.Of(views));
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task Views_of_another_journal_are_written_anew_and_late_news_of_the_old_is_not_believed(int partitions)
    {
        var (world, other, schema) = (Busy(55), Busy(56, partitions), _place.Place.Schema);
        await using (var views = await Open(world.Journal))
        {
            _place.Project(views, world.Journal.Feeds);
            await CatchUp(views, world.Journal);
            await _place.Stop();
        }

        await using var again = await Open(other.Journal);
        await again.HasListened.WaitAsync(TimeSpan.FromMinutes(1), Ct);
        await _place.Place.Execute($"""
            SELECT pg_notify('{schema}_{Schema.Version}_', '{schema}_{Schema.Version}_1 0 {partitions * 5_000}')
            """);
        Assert.All(again.Positions, position => Assert.Equal(0, position));
        _place.Project(again, other.Journal.Feeds);
        await CatchUp(again, other.Journal);
        Assert.Equal(other.Journal.Feeds.All.Select(feed => feed.Head), again.Positions);
        Assert.Contains("of another one", Assert.Single(_announced), StringComparison.Ordinal);
        Assert.Equal(await Expected(other.Journal), Dumps.Of(again));
    }

    [Fact]
    public async Task Views_go_on_where_they_stopped_and_take_nothing_twice()
    {
        var world = RandomWorld.Of(57, 600);
        for (var head = 200L; head < world.Journal.Feed.Head + 200; head += 200)
        {
            var feeds = new Feeds(new CutFeed(world.Journal.Feed, head));
            await using var part = await _place.Open(feeds, batchMax: 60, Announce);
            _place.Project(part, feeds);
            await part.WaitFor(feeds.All[0].Head, Ct).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Ct);
            await _place.Stop();
        }

        Assert.Empty(_announced);
        await using var views = await Open(world.Journal);
        Assert.Equal(await Expected(world.Journal), Dumps.Of(views));
    }

    [Theory, InlineData(""), InlineData("_5_1")]
    public async Task Views_whose_tables_were_removed_are_written_anew(string schema)
    {
        var world = Busy(58);
        await using (var views = await Open(world.Journal))
        {
            _place.Project(views, world.Journal.Feeds);
            await CatchUp(views, world.Journal);
            await _place.Stop();
            await _place.Place.Execute($"DROP SCHEMA \"{_place.Place.Schema}{schema}\" CASCADE");
            if (schema.Length > 0)
                await Assert.ThrowsAsync<ViewsUnavailableException>(() => views.Communities(null, Ct).AsTask());
        }

        await using var again = await Open(world.Journal);
        _place.Project(again, world.Journal.Feeds);
        await CatchUp(again, world.Journal);
        Assert.Equal(await Expected(world.Journal), Dumps.Of(again));
    }

    [Fact]
    public async Task Tables_of_an_earlier_version_go_once_nobody_of_that_version_is_there()
    {
        var (schema, world) = (_place.Place.Schema, new World());
        await using (await Open(world.Journal)) { }
        await _place.Place.Execute($"""
            CREATE SCHEMA "{schema}_1_7"; INSERT INTO "{schema}".generations VALUES (1, 7, 1);
            """);
        await using (var old = await _place.Place.DataSource.OpenConnectionAsync(Ct))
        {
            await using var command = old.CreateCommand();
            command.CommandText = $"SELECT pg_advisory_lock_shared(hashtextextended('{schema}', 1))";
            await command.ExecuteNonQueryAsync(Ct);
            await LookAt(world);
            Assert.Equal(1, await Count($"{schema}\\_1\\_%"));
            command.CommandText = "SELECT pg_advisory_unlock_all()";
            await command.ExecuteNonQueryAsync(Ct);
        }

        await LookAt(world);
        Assert.Equal(0, await Count($"{schema}\\_1\\_%"));
    }

    [Fact]
    public async Task Texts_are_compared_byte_by_byte_whatever_the_language_of_the_database()
    {
        await using (await Open(new ToyJournal())) { }
        Assert.Equal(0, await _place.Place.Value<long>($"""
            SELECT count(*) FROM information_schema.columns WHERE table_schema LIKE '{_place.Place.Schema}\_%'
                AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
            """));
    }

    [Fact]
    public async Task What_is_closed_says_so()
    {
        var views = await Open(new World().Journal);
        var waiting = views.WaitFor(long.MaxValue, Ct).AsTask();
        await views.DisposeAsync();
        await views.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => views.Communities(null, Ct).AsTask());
    }

    // Whoever listens tidies up before it hears of anything.
    private async Task LookAt(World world)
    {
        await using var views = await Open(world.Journal);
        _place.Project(views, world.Journal.Feeds);
        world.Open("News");
        await CatchUp(views, world.Journal);
        await views.HasListened.WaitAsync(TimeSpan.FromMinutes(1), Ct);
        await _place.Stop();
    }

    private static World Busy(int seed, int partitions = 1) => RandomWorld.Of(seed, 400, partitions);

    private Task<long> Count(string schemas) =>
        _place.Place.Value<long>($"SELECT count(*) FROM pg_namespace WHERE nspname LIKE '{schemas}'");

    private async Task<IReadOnlyList<string>> Expected(ToyJournal journal)
    {
        await using var place = await ViewsPlace.Of(postgres);
        await using var views = await place.Open(journal.Feeds);
        place.Project(views, journal.Feeds);
        await CatchUp(views, journal);
        return Dumps.Of(views);
    }

    private Task<PostgresViews> Open(ToyJournal journal, int batchMax = 2_000) =>
        _place.Open(journal.Feeds, batchMax, Announce);

    private void Announce(string line)
    {
        lock (_announced) _announced.Add(line);
    }

    private static async Task CatchUp(IViews views, ToyJournal journal)
    {
        foreach (var feed in journal.Feeds.All)
            await views.WaitFor(feed.Head, Ct).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Ct);
    }
}
