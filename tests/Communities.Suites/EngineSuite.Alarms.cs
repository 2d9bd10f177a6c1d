using Communities.Actors;

namespace Communities.Suites;

public abstract partial class EngineSuite
{
    [Fact]
    public async Task An_alarm_fires_when_it_is_due_and_once()
    {
        await PutLater("tea", minutes: 10, coins: 5);
        await Pass(minutes: 9);
        Assert.Equal(0, (await See()).Coins);
        await Pass(minutes: 1);
        Assert.Equal(5, (await See()).Coins);
        Assert.Equal(_place.Time.GetUtcNow(), (await See()).LastAt);
        await Pass(minutes: 1000);
        Assert.Equal(5, (await See()).Coins);
        Assert.Null(await _engine.Journal.NextAlarm(Ct));
    }

    [Fact]
    public async Task An_alarm_set_again_is_moved()
    {
        await PutLater("tea", minutes: 10, coins: 5);
        await PutLater("tea", minutes: 20, coins: 7);
        await PutLater("nap", minutes: 15, coins: 100);
        await Pass(minutes: 14);
        Assert.Equal(0, (await See()).Coins);
        await Pass(minutes: 30);
        Assert.Equal([100, 7], (await See()).Puts);
    }

    [Fact]
    public async Task A_cancelled_alarm_does_not_fire()
    {
        await PutLater("tea", minutes: 10, coins: 5);
        await PutLater("nap", minutes: 10, coins: 7);
        await Ask(new TinCommand.PutNever("tea"));
        await _engine.WhenQuiet();
        await Pass(minutes: 30);
        Assert.Equal([7], (await See()).Puts);
    }

    [Fact]
    public async Task An_alarm_survives_a_crash_and_fires_late_but_once()
    {
        await PutLater("tea", minutes: 10, coins: 5);
        await _engine.Crash();
        _place.Time.Advance(TimeSpan.FromDays(2));
        _engine = await _place.Start();
        await _engine.WhenQuiet();
        await CrashAndStart();
        await _engine.WhenQuiet();

        Assert.Equal([5], (await See()).Puts);
    }

    [Fact]
    public async Task A_crash_between_an_alarm_and_its_forgetting_fires_it_once()
    {
        await PutLater("tea", minutes: 10, coins: 5);
        var fired = new TaskCompletionSource();
        _engine.Journal.At = step =>
        {
            if (step == JournalStep.ForgetAlarm)
            {
                fired.TrySetResult();
                throw new JournalUnavailableException("Not now.");
            }
        };
        _place.Time.Advance(TimeSpan.FromMinutes(10));
        await fired.Task;
        await CrashAndStart();
        await _engine.WhenQuiet();

        Assert.Equal([5], (await See()).Puts);
        Assert.Null(await _engine.Journal.NextAlarm(Ct));
    }

    [Fact]
    public async Task An_alarm_that_an_import_brings_rings_at_its_time_or_behind_all_that_comes_with_it()
    {
        var now = _place.Time.GetUtcNow();
        await Ask(new TinCommand.PutLater("later", now.AddMinutes(10), 1), id: $"{Call.RetellingPrefix}1");
        await Ask(new TinCommand.PutLater("rung", now.AddMinutes(-10), 2), id: $"{Call.RetellingPrefix}2");
        await Ask(new TinCommand.PutLater("due", now.AddMinutes(-10), 4), id: $"{Call.RetellingPrefix}3");
        await _engine.WhenQuiet();
        await Ask(new TinCommand.PutNever("rung"), id: $"{Call.RetellingPrefix}4");
        await Pass(minutes: 10);
        Assert.Equal([1], (await See()).Puts);
        await Pass(minutes: 50);
        Assert.Equal([1, 4], (await See()).Puts);
    }

    [Fact]
    public async Task An_alarm_may_be_far_away()
    {
        await PutLater("tea", minutes: 60 * 24 * 400, coins: 5);
        await Pass(minutes: 60 * 24 * 399);
        Assert.Equal(0, (await See()).Coins);
        await Pass(minutes: 60 * 24);
        Assert.Equal(5, (await See()).Coins);
    }

    [Fact]
    public async Task An_alarm_that_nobody_can_take_does_not_hold_up_the_others()
    {
        var due = _place.Time.GetUtcNow();
        var tin = new ActorId(Tin.Kind, "devs/a");
        await _engine.Journal.SetAlarm(new Alarm(tin, "unknown", due, "melt", "{}"u8.ToArray()), Ct);
        await _engine.Journal.SetAlarm(new Alarm(tin, "failing", due, "drop", "{}"u8.ToArray()), Ct);
        await _engine.Journal.SetAlarm(
            new Alarm(new ActorId("pot", "devs/a"), "nobody", due, "put", """{"Coins":1}"""u8.ToArray()), Ct);
        await Restart();
        await PutLater("tea", minutes: 1, coins: 5);
        await Pass(minutes: 1);
        await Pass(minutes: 1);

        Assert.Equal([5], (await See()).Puts);
        Assert.Equal(3, (await _engine.Journal.DueAlarms(DateTimeOffset.MaxValue, 10, Ct)).Count);
    }

    private async Task PutLater(string name, int minutes, int coins)
    {
        await Ask(new TinCommand.PutLater(name, _place.Time.GetUtcNow() + TimeSpan.FromMinutes(minutes), coins));
        await _engine.WhenQuiet();
    }

    private async Task Pass(int minutes)
    {
        _place.Time.Advance(TimeSpan.FromMinutes(minutes));
        await _engine.WhenQuiet();
    }
}
