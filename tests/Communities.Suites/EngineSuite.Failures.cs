using Communities.Actors;

namespace Communities.Suites;

public abstract partial class EngineSuite
{
    [Fact]
    public async Task A_failed_append_leaves_nothing_and_the_actor_goes_on()
    {
        await Restart(reactors: []);
        await Put(1);
        _engine.Journal.At = step => throw new JournalUnavailableException($"No {step} today.");
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Put(2).AsTask());
        _engine.Journal.At = null;

        Assert.Equal(1, (await See()).Coins);
        var answer = await Put(4);
        Assert.Equal((2, At(2)), (answer.Version, answer.Position));
        Assert.Equal([1, 4], (await See()).Puts);
    }

    [Fact]
    public async Task When_an_append_fails_all_that_was_decided_behind_it_fails_too()
    {
        await Restart(reactors: []);
        await Put(1);
        _engine.Journal.Hold();
        var first = Put(2).AsTask();
        await _engine.Journal.WhenHolding(1);
        var second = Put(3).AsTask();
        var refused = Ask(new TinCommand.Take(100)).AsTask();
        var third = Put(4).AsTask();
        await _engine.Journal.WhenHolding(3);
        var fails = true;
        _engine.Journal.At = step =>
        {
            if (step == JournalStep.Append && fails)
            {
                fails = false;
                throw new JournalUnavailableException("The disk is full.");
            }
        };
        _engine.Journal.Release();

        foreach (var asked in (Task[])[first, second, refused, third])
        {
            await Assert.ThrowsAsync<JournalUnavailableException>(() => asked);
        }

        Assert.Equal(2, (await Put(5)).Version);
        Assert.Equal([1, 5], (await See()).Puts);
    }

    [Fact]
    public async Task A_repeat_of_what_failed_is_done()
    {
        await Restart(reactors: []);
        _engine.Journal.At = _ => throw new JournalUnavailableException("Not now.");
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Put(2, id: "one").AsTask());
        _engine.Journal.At = null;

        var answer = await Put(2, id: "one");
        Assert.False(answer.IsRepeat);
        Assert.Equal(1, answer.Version);
    }

    [Fact]
    public async Task A_lost_race_is_decided_again_on_what_won()
    {
        await Restart(reactors: []);
        await Put(1);
        var tin = new ActorId(Tin.Kind, "devs/a");
        await _engine.Journal.Append([new Envelope(
            0, tin, 2, "tin.taken", _place.Time.GetUtcNow(), "bob", null, """{"Coins":1}"""u8.ToArray())]);

        _engine.Journal.Hold();
        var refused = Ask(new TinCommand.Take(1)).AsTask();
        await _engine.Journal.WhenHolding(1);
        var put = Put(7).AsTask();
        await _engine.Journal.WhenHolding(2);
        _engine.Journal.Release();

        Assert.Equal("tin.empty", (await refused).Refusal!.Code);
        Assert.Equal((2, 0, 0), ((await refused).Version, (await refused).Position, (await refused).Events.Count));
        Assert.Equal((3, At(3)), ((await put).Version, (await put).Position));
        Assert.Equal(7, (await See()).Coins);
    }

    [Fact]
    public async Task A_mistake_in_an_actor_reaches_its_caller_and_nobody_else()
    {
        await Put(1);
        var before = Put(2).AsTask();
        var dropped = Ask(new TinCommand.Drop()).AsTask();
        var spoiled = Ask(new TinCommand.Spoil()).AsTask();
        var behind = Put(3).AsTask();

        Assert.IsType<InvalidOperationException>(
            (await Assert.ThrowsAsync<ActorFaultException>(() => dropped)).InnerException);
        await Assert.ThrowsAsync<ActorFaultException>(() => spoiled);
        Assert.Equal((2, 3), ((await before).Version, (await behind).Version));
        Assert.Equal([1, 2, 3], (await See()).Puts);
        Assert.Equal(3, (await History()).Count);
    }

    [Fact]
    public async Task An_event_that_nobody_knows_stops_its_actor_and_no_other()
    {
        await _engine.Journal.Append([new Envelope(
            0, new ActorId(Tin.Kind, "devs/a"), 1, "tin.melted", _place.Time.GetUtcNow(), "", null, "{}"u8.ToArray())]);

        await Assert.ThrowsAsync<ActorFaultException>(() => Put(1).AsTask());
        await Assert.ThrowsAsync<ActorFaultException>(() => See().AsTask());
        Assert.Equal(1, (await Put(1, "devs/b")).Version);
    }
}
