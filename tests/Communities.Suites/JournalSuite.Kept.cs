using Communities.Actors;

namespace Communities.Suites;

public abstract partial class JournalSuite
{
    [Fact]
    public async Task The_last_snapshot_is_kept()
    {
        await _journal.Append(Events(_anna, 1, 9));
        await _journal.SaveSnapshot(new ActorSnapshot(_anna, 4, "one", "{}"u8.ToArray()), Ct);
        await _journal.SaveSnapshot(new ActorSnapshot(_anna, 8, "two", """{"a":1}"""u8.ToArray()), Ct);
        await Reopen();

        var snapshot = await _journal.LoadSnapshot(_anna, Ct);
        Assert.Equal((8, "two"), (snapshot!.Version, snapshot.Format));
        Assert.Equal("""{"a":1}"""u8.ToArray(), snapshot.State.ToArray());
        Assert.Null(await _journal.LoadSnapshot(_bob, Ct));
    }

    [Fact]
    public async Task A_snapshot_of_what_never_became_durable_is_not_given()
    {
        await _journal.Append(Events(_anna, 1, 3));
        await _journal.SaveSnapshot(new ActorSnapshot(_anna, 4, "f", "{}"u8.ToArray()), Ct);
        await _journal.SaveSnapshot(new ActorSnapshot(_bob, 1, "f", "{}"u8.ToArray()), Ct);

        Assert.Null(await _journal.LoadSnapshot(_anna, Ct));
        Assert.Null(await _journal.LoadSnapshot(_bob, Ct));
    }

    [Fact]
    public async Task Alarms_come_by_time()
    {
        await _journal.SetAlarm(Alarm(_anna, "late", 30), Ct);
        await _journal.SetAlarm(Alarm(_bob, "soon", 10), Ct);
        await _journal.SetAlarm(Alarm(_anna, "middle", 20), Ct);
        await Reopen();

        Assert.Equal(_noon.AddMinutes(10), await _journal.NextAlarm(Ct));
        Assert.Empty(await _journal.DueAlarms(_noon.AddMinutes(9), 10, Ct));
        Assert.Equal(["soon", "middle"], (await _journal.DueAlarms(_noon.AddMinutes(20), 10, Ct)).Select(a => a.Name));
        Assert.Equal(["soon"], (await _journal.DueAlarms(_noon.AddMinutes(99), 1, Ct)).Select(a => a.Name));
        var alarm = (await _journal.DueAlarms(_noon.AddMinutes(10), 1, Ct))[0];
        Assert.Equal((_bob, _noon.AddMinutes(10), "greet"), (alarm.Target, alarm.Due, alarm.CommandName));
        Assert.Equal("""{"text":"tea"}"""u8.ToArray(), alarm.Command.ToArray());
    }

    [Fact]
    public async Task An_alarm_of_the_same_name_takes_the_place_of_the_one_before()
    {
        await _journal.SetAlarm(Alarm(_anna, "tea", 10), Ct);
        await _journal.SetAlarm(Alarm(_bob, "tea", 15), Ct);
        await _journal.SetAlarm(Alarm(_anna, "tea", 20), Ct);

        var alarms = await _journal.DueAlarms(_noon.AddMinutes(99), 10, Ct);
        Assert.Equal([(_bob, 15), (_anna, 20)], alarms.Select(a => (a.Target, (int)(a.Due - _noon).TotalMinutes)));
    }

    [Fact]
    public async Task A_cancelled_alarm_is_gone_and_the_others_stay()
    {
        await _journal.SetAlarm(Alarm(_anna, "tea", 10), Ct);
        await _journal.SetAlarm(Alarm(_anna, "nap", 10), Ct);
        await _journal.CancelAlarm(_anna, "tea", Ct);
        await _journal.CancelAlarm(_bob, "tea", Ct);

        Assert.Equal("nap", Assert.Single(await _journal.DueAlarms(_noon.AddMinutes(99), 10, Ct)).Name);
    }

    [Fact]
    public async Task A_delivered_alarm_is_forgotten_unless_it_was_set_to_another_time()
    {
        await _journal.SetAlarm(Alarm(_anna, "tea", 10), Ct);
        await _journal.SetAlarm(Alarm(_anna, "nap", 10), Ct);
        await _journal.SetAlarm(Alarm(_anna, "tea", 20), Ct);
        await _journal.ForgetAlarm(Alarm(_anna, "tea", 10), Ct);
        await _journal.ForgetAlarm(Alarm(_anna, "nap", 10), Ct);

        var alarm = Assert.Single(await _journal.DueAlarms(_noon.AddMinutes(99), 10, Ct));
        Assert.Equal(("tea", _noon.AddMinutes(20)), (alarm.Name, alarm.Due));
    }

    [Fact]
    public async Task Checkpoints_are_kept_by_name()
    {
        await _journal.Save("one", "5", Ct);
        await _journal.Save("two", """{"segment":7}""", Ct);
        await _journal.Save("one", "6", Ct);
        await CrashAndOpen();

        Assert.Equal(("6", """{"segment":7}"""), (await _journal.Load("one", Ct), await _journal.Load("two", Ct)));
        Assert.Null(await _journal.Load("three", Ct));
    }

    private static Alarm Alarm(ActorId target, string name, int minutes) =>
        new(target, name, _noon.AddMinutes(minutes), "greet", """{"text":"tea"}"""u8.ToArray());
}
