using System.Globalization;
using Communities.Actors;

namespace Communities.Suites;

public abstract partial class EngineSuite
{
    [Fact]
    public async Task What_was_answered_is_there_after_a_crash()
    {
        await Task.WhenAll(Enumerable.Range(1, 200).Select(n => Put(n, $"devs/{n % 7}").AsTask()));
        var states = await Task.WhenAll(Enumerable.Range(0, 7).Select(async n => Tins.Text(await See($"devs/{n}"))));
        await CrashAndStart();

        for (var n = 0; n < 7; n++)
        {
            Assert.Equal(states[n], Tins.Text(await See($"devs/{n}")));
        }
    }

    [Fact]
    public async Task Replay_comes_to_the_state_that_lived()
    {
        await Put(10);
        await Ask(new TinCommand.Take(3));
        await Put(5, at: new DateTimeOffset(2020, 2, 2, 2, 2, 2, TimeSpan.Zero));
        var live = Tins.Text(await See());
        await Restart();

        Assert.Equal(live, Tins.Text(await See()));
        Assert.Equal(live, Tins.Text(Tins.Fold(await History())));
    }

    [Fact]
    public async Task A_snapshot_is_the_fold_of_what_it_stands_for()
    {
        await Restart(new EngineLimits { SnapshotEvery = 10 });
        for (var n = 1; n <= 95; n++)
        {
            await Put(n);
        }

        await Restart();
        var snapshot = await _engine.Journal.LoadSnapshot(new ActorId(Tin.Kind, "devs/a"), Ct);
        Assert.InRange(snapshot!.Version, 60, 95);
        Assert.Equal(Tins.Text(Tins.Fold(await History())), Tins.Text(await See()));
        Assert.Equal(96, (await Put(1)).Version);
    }

    [Fact]
    public async Task A_snapshot_of_another_shape_is_not_read()
    {
        await Ask(new TinCommand.PutEach([1, 2, 3]));
        await _engine.Stop();
        _engine = await _place.Start();
        await _engine.Journal.SaveSnapshot(
            new ActorSnapshot(new ActorId(Tin.Kind, "devs/a"), 2, "another", """{"Coins":99}"""u8.ToArray()), Ct);

        Assert.Equal([1, 2, 3], (await See()).Puts);
    }

    [Fact]
    public async Task Idle_actors_leave_memory_and_come_back()
    {
        await Restart(new EngineLimits { IdleTime = TimeSpan.FromMinutes(4) }, reactors: []);
        await Put(3);
        await Put(4, "devs/b");
        Assert.Equal(2, _engine.Activations);

        _place.Time.Advance(TimeSpan.FromMinutes(3));
        await Put(5, "devs/b");
        _place.Time.Advance(TimeSpan.FromMinutes(3));
        await Until(() => _engine.Activations == 1);
        Assert.Equal(3, (await See()).Coins);
        Assert.Equal(2, (await Put(1)).Version);
    }

    [Fact]
    public async Task The_feed_has_every_event_once_in_the_order_of_the_answers()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 500).Select(n => Put(n, $"devs/{n % 9}").AsTask()));
        await _engine.WhenQuiet();

        var feed = await _engine.Journal.Read(0, int.MaxValue, Ct);
        Assert.Equal(Enumerable.Range(1, feed.Count).Select(At), feed.Select(e => e.Position));
        Assert.Equal(_engine.Journal.Head, feed[^1].Position);
        foreach (var history in feed.GroupBy(e => e.Actor))
        {
            Assert.Equal(Enumerable.Range(1, history.Count()).Select(n => (long)n), history.Select(e => e.Version));
        }

        var byPosition = feed.ToDictionary(e => e.Position);
        for (var n = 1; n <= answers.Length; n++)
        {
            var envelope = byPosition[answers[n - 1].Position];
            Assert.Equal((string.Create(CultureInfo.InvariantCulture, $"devs/{n % 9}"), answers[n - 1].Version),
                (envelope.Actor.Key, envelope.Version));
        }
    }

    private static async Task Until(Func<bool> isSo)
    {
        while (!isSo())
        {
            Ct.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
