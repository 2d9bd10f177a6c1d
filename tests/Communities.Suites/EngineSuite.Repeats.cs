using Communities.Actors;

namespace Communities.Suites;

public abstract partial class EngineSuite
{
    [Fact]
    public async Task A_repeat_is_not_done_again_and_is_answered_as_before()
    {
        var first = await Ask(new TinCommand.PutEach([1, 2]), id: "one");
        await Put(4);
        var repeat = await Ask(new TinCommand.PutEach([1, 2]), id: "one");

        AssertRepeats(first, repeat);
        Assert.Equal(7, (await See()).Coins);
    }

    [Fact]
    public async Task A_repeat_of_what_is_not_yet_durable_waits_and_is_answered_alike()
    {
        _engine.Journal.Hold();
        var asked = Put(1, id: "one").AsTask();
        var again = Put(1, id: "one").AsTask();
        var other = Put(1, id: "two").AsTask();
        await _engine.Journal.WhenHolding(2);
        Assert.False(again.IsCompleted);
        _engine.Journal.Release();

        AssertRepeats(await asked, await again);
        Assert.False((await other).IsRepeat);
        Assert.Equal(2, (await See()).Coins);
    }

    [Fact]
    public async Task A_repeat_is_known_after_a_crash()
    {
        var first = await Put(1, id: "one");
        await CrashAndStart();

        AssertRepeats(first, await Put(1, id: "one"));
    }

    [Fact]
    public async Task A_repeat_is_known_from_a_snapshot()
    {
        await Restart(new EngineLimits { SnapshotEvery = 4 });
        var first = await Ask(new TinCommand.PutEach([1, 2]), id: "one");
        await Ask(new TinCommand.PutEach([1, 2, 3, 4, 5, 6]));
        await Restart();

        Assert.NotNull(await _engine.Journal.LoadSnapshot(new ActorId(Tin.Kind, "devs/a"), Ct));
        AssertRepeats(first, await Ask(new TinCommand.PutEach([1, 2]), id: "one"));
    }

    [Fact]
    public async Task The_same_id_to_another_actor_is_another_command()
    {
        await Put(1, id: "one");
        Assert.False((await Put(1, "devs/b", id: "one")).IsRepeat);
        Assert.False((await Put(1, id: "One")).IsRepeat);
    }

    [Fact]
    public async Task A_refused_command_may_be_asked_again()
    {
        Assert.NotNull((await Ask(new TinCommand.Take(1), id: "one")).Refusal);
        await Put(1);

        var answer = await Ask(new TinCommand.Take(1), id: "one");
        Assert.Null(answer.Refusal);
        Assert.False(answer.IsRepeat);
        Assert.Single(answer.Events);
    }

    private static void AssertRepeats(Answer first, Answer repeat)
    {
        Assert.False(first.IsRepeat);
        Assert.True(repeat.IsRepeat);
        Assert.Equal((first.Version, first.Position), (repeat.Version, repeat.Position));
        Assert.Equal(first.Events, repeat.Events);
        Assert.Null(repeat.Refusal);
    }
}
