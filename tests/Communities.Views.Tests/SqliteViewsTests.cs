using Communities.Actors;
using Communities.Suites;

namespace Communities.Views.Tests;

/// <summary>What becomes of the file when programs stop, disks err and journals change.</summary>
public sealed class SqliteViewsTests : IDisposable
{
    private readonly Place _place = new();
    private readonly List<string> _announced = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Views_go_on_where_they_stopped_and_take_nothing_twice()
    {
        var world = RandomWorld.Of(31, 1_000);
        var path = _place.NewPath();
        for (var head = 0L; head < world.Journal.Feed.Head + 300; head += 300)
            await using (var part = await Open(path, new CutFeed(world.Journal.Feed, head), batchMax: 7))
                Assert.Equal(Math.Min(head, world.Journal.Feed.Head), part.Position);
        await using var views = await Open(path, world.Journal.Feed);
        Assert.Empty(_announced);
        Assert.Equal(await Expected(world), Dumps.Of(views));
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_nothing_behind_and_is_tried_again()
    {
        var world = RandomWorld.Of(32, 500);
        var feed = new FaultyFeed(world.Journal.Feed, 333, times: 3);
        await using var views = await Open(_place.NewPath(), feed, batchMax: 50);
        Assert.Contains("stay behind the journal", Assert.Single(_announced), StringComparison.Ordinal);
        Assert.Equal(await Expected(world), Dumps.Of(views));
    }

    [Fact]
    public async Task Views_of_another_version_are_rebuilt()
    {
        var world = RandomWorld.Of(33, 200);
        var path = _place.NewPath();
        await using (await Open(path, world.Journal.Feed)) { }
        using (var file = SqliteDatabase.Writer(Generation(path, 1))) file.Execute("PRAGMA user_version = 99");
        await using var views = await Open(path, world.Journal.Feed);
        Assert.Contains("another version", Assert.Single(_announced), StringComparison.Ordinal);
        Assert.Equal(await Expected(world), Dumps.Of(views));
    }

    [Fact]
    public async Task Views_ahead_of_the_journal_are_rebuilt()
    {
        var world = RandomWorld.Of(34, 200);
        var path = _place.NewPath();
        await using (await Open(path, world.Journal.Feed)) { }
        await using var views = await Open(path, new CutFeed(world.Journal.Feed, world.Journal.Feed.Head - 1));
        Assert.Contains("ahead of the journal", Assert.Single(_announced), StringComparison.Ordinal);
        Assert.Equal(world.Journal.Feed.Head - 1, views.Position);
    }

    [Fact]
    public async Task Views_of_another_journal_are_rebuilt()
    {
        var (world, other) = (RandomWorld.Of(35, 200), RandomWorld.Of(36, 600));
        var path = _place.NewPath();
        await using (await Open(path, world.Journal.Feed)) { }
        await using var views = await Open(path, other.Journal.Feed);
        Assert.Contains("of another one", Assert.Single(_announced), StringComparison.Ordinal);
        Assert.Equal(await Expected(other), Dumps.Of(views));
    }

    [Theory, InlineData(0), InlineData(5), InlineData(5_000)]
    public async Task A_file_cut_short_is_rebuilt(int length)
    {
        var world = RandomWorld.Of(37, 200);
        var path = _place.NewPath();
        await using (await Open(path, world.Journal.Feed)) { }
        await using (var file = File.Open(Generation(path, 1), FileMode.Open)) file.SetLength(length);
        await using var views = await Open(path, world.Journal.Feed);
        Assert.Equal(await Expected(world), Dumps.Of(views));
        Assert.NotEmpty(_announced);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Damage_met_while_reading_or_writing_is_mended_and_the_reader_gets_an_answer(bool isWriting)
    {
        var world = new World();
        var id = world.Open("Title");
        for (var i = 0; i < 2_000; i++) world.Reply(id, "A text that takes some room on the page that it lies on.");
        var path = _place.NewPath();
        await using (await Open(path, world.Journal.Feed)) { }
        await using (var file = File.Open(Generation(path, 1), FileMode.Open))
        {
            // All but the first pages, on which the schema and the progress lie.
            file.Position = 40 * 4096;
            file.Write(Enumerable.Repeat((byte)0xa5, (int)(file.Length - file.Position)).ToArray());
        }

        if (isWriting) world.Ask(id, new ThreadCommand.Edit(1_000, "Edited."));
        await using var views = await Open(path, world.Journal.Feed);
        Assert.Equal(51, (await views.Thread(World.Devs, id, 41, world.As("mia"), Ct))!.Posts.Count + 50);
        Assert.Contains(_announced, line => line.Contains("damaged", StringComparison.Ordinal));
        Assert.Equal(await Expected(world), Dumps.Of(views));
    }

    [Fact]
    public async Task Noise_in_place_of_the_file_is_rebuilt()
    {
        var world = RandomWorld.Of(38, 200);
        var path = _place.NewPath();
        await File.WriteAllTextAsync(Generation(path, 3), new string('x', 20_000), Ct);
        await using var views = await Open(path, world.Journal.Feed);
        Assert.Contains("damaged", Assert.Single(_announced), StringComparison.Ordinal);
        Assert.Equal(await Expected(world), Dumps.Of(views));
    }

    [Fact]
    public async Task A_rebuild_leaves_one_file_and_a_restart_goes_on_with_it()
    {
        var world = RandomWorld.Of(39, 300);
        var path = _place.NewPath();
        await using (var views = await Open(path, world.Journal.Feed))
        {
            await views.Rebuild(Ct);
            await views.Rebuild(Ct);
        }

        Assert.Equal([Path.GetFileName(Generation(path, 3))], _place.Files);
        await using var again = await Open(path, world.Journal.Feed);
        Assert.Empty(_announced);
        Assert.Equal(await Expected(world), Dumps.Of(again));
    }

    [Fact]
    public async Task An_unfinished_rebuild_does_not_count()
    {
        var world = RandomWorld.Of(40, 300);
        var path = _place.NewPath();
        await using (await Open(path, world.Journal.Feed)) { }
        ViewsFile.Create(path, 2).Dispose();
        await using var views = await Open(path, world.Journal.Feed);
        Assert.Equal(await Expected(world), Dumps.Of(views));
        Assert.DoesNotContain(Path.GetFileName(Generation(path, 2)), _place.Files);
    }

    [Fact]
    public async Task What_is_closed_says_so()
    {
        var world = new World();
        var views = await Open(_place.NewPath(), world.Journal.Feed);
        var waiting = views.WaitFor(long.MaxValue, Ct).AsTask();
        await views.DisposeAsync();
        await views.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => views.Communities(null, Ct).AsTask());
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_one_clear_error()
    {
        var path = Path.Combine(_place.NewPath(), "views.db");
        await File.WriteAllTextAsync(Path.GetDirectoryName(path)!, "a file, not a directory", Ct);
        await Assert.ThrowsAsync<IOException>(() => Open(path, new World().Journal.Feed));
    }

    private static string Generation(string path, int generation) => Path.ChangeExtension(path, $"{generation}.db");

    private async Task<IReadOnlyList<string>> Expected(World world)
    {
        await using var views = await Open(_place.NewPath(), world.Journal.Feed, announce: false);
        return Dumps.Of(views);
    }

    private async Task<SqliteViews> Open(string path, IFeed feed, int batchMax = 2_000, bool announce = true)
    {
        var views = await SqliteViews.Open(path, feed, new ViewsOptions
        {
            BatchMax = batchMax,
            Announce = line =>
            {
                if (announce) lock (_announced) _announced.Add(line);
            },
            Time = new HastyTime(),
        }, Ct);
        await views.WaitFor(feed.Head, Ct).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Ct);
        return views;
    }
}
