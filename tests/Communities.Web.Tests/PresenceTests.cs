using System.Text;
using System.Text.Json;
using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>Who has a thread open and who writes there, as members are told it.</summary>
public sealed class PresenceTests : IDisposable
{
    private const string Thread = "devs/00000000000000aa";

    private readonly HeldTime _time = new();
    private readonly Presence _presence;

    public PresenceTests() => _presence = new(_time);

    [Fact]
    public void Members_are_told_who_is_here_and_visitors_are_a_number()
    {
        using var mia = Enter("mia");
        using var visitor = Enter(null);
        Advance();
        using var mod = Enter("mod");
        Advance();
        var told = Told(mia)!;
        Assert.Equal(["mia", "mod"], told.Here.Select(member => member.Account));
        Assert.Equal((1, 0), (told.Visitors, told.More));
        Assert.Null(Told(visitor));
    }

    [Fact]
    public void Whoever_has_two_pages_open_is_here_until_both_are_closed()
    {
        using var mia = Enter("mia");
        var first = Enter("mod");
        var second = Enter("mod");
        Leave(first);
        Advance();
        Assert.Equal(2, Told(mia)!.Here.Count);
        Leave(second);
        Advance();
        Assert.Single(Told(mia)!.Here);
    }

    [Fact]
    public void Who_wrote_or_says_it_no_more_is_not_writing()
    {
        using var mia = Enter("mia");
        _presence.Writes(Thread, "mod", "Mod");
        _presence.Writes(Thread, "olga", "Olga");
        Advance();
        Assert.Equal(["Mod", "Olga"], Told(mia)!.Writing.Select(member => member.Name));
        _presence.Wrote(Thread, Replied("mod"));
        Advance();
        Assert.Equal(["Olga"], Told(mia)!.Writing.Select(member => member.Name));
        _time.Advance(Presence.WritingLife);
        Assert.Empty(Told(mia)!.Writing);
    }

    [Fact]
    public void Somebody_who_does_not_want_to_be_seen_sees_and_is_not()
    {
        using var shy = Enter("shy", isShown: false);
        using var mia = Enter("mia");
        Advance();
        Assert.Equal(["mia"], Told(shy)!.Here.Select(member => member.Account));
        Assert.Equal(0, Told(mia)!.Visitors);
    }

    [Fact]
    public void A_crowd_is_named_in_part_and_told_less_often()
    {
        var crowd = Enumerable.Range(0, 400).Select(n => Enter($"user{n:D3}")).ToList();
        Advance();
        var told = Told(crowd[0])!;
        Assert.Equal((PresenceView.NamedMax, 400 - PresenceView.NamedMax), (told.Here.Count, told.More));
        using var late = Enter("late");
        Advance();
        Assert.Null(Told(crowd[0]));
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(401 - PresenceView.NamedMax, Told(crowd[0])!.More);
    }

    [Fact]
    public void Processes_tell_each_other_who_is_here_and_forget_one_that_is_gone()
    {
        var wire = new Wire();
        using var one = new Presence(_time, wire);
        var two = new Presence(_time, wire);
        using var mia = Connection("mia");
        one.Enter(mia);
        using var mod = Connection("mod");
        two.Enter(mod);
        two.Writes(Thread, "mod", "mod");
        Advance();
        Advance();
        var told = Told(mia)!;
        Assert.Equal(["mia", "mod"], told.Here.Select(member => member.Account));
        Assert.Equal(["mod"], told.Writing.Select(member => member.Account));

        two.Dispose(); // Killed: it says nothing any more, not even that.
        for (var i = 0; i < 20; i++) _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["mia"], Told(mia)!.Here.Select(member => member.Account));
    }

    [Fact]
    public void What_another_version_says_is_passed_over()
    {
        var wire = new Wire();
        using var presence = new Presence(_time, wire);
        using var mia = Connection("mia");
        presence.Enter(mia);
        wire.Say("""{"from":"x"}""");
        wire.Say("not even JSON");
        Advance();
        Assert.Equal(["mia"], Told(mia)!.Here.Select(member => member.Account));
    }

    public void Dispose() => _presence.Dispose();

    private void Advance() => _time.Advance(TimeSpan.FromMilliseconds(200));

    private LiveConnection Enter(string? account, bool isShown = true)
    {
        var connection = Connection(account, isShown);
        _presence.Enter(connection);
        return connection;
    }

    private void Leave(LiveConnection connection)
    {
        _presence.Leave(connection);
        connection.Dispose();
    }

    private static LiveConnection Connection(string? account, bool isShown = true) => new(
        new LiveReader(account ?? "@", account, account, isShown), "devs", Keys.LocalOf(Thread), _ => { });

    // The last of what it was told since it was asked.
    private static PresenceView? Told(LiveConnection connection)
    {
        PresenceView? last = null;
        while (connection.Untold.TryRead(out var untold))
        {
            var sent = Encoding.UTF8.GetString(connection.Sent(untold));
            if (sent.Length == 0) continue;
            last = JsonSerializer.Deserialize(sent[(sent.IndexOf("data: ") + 6)..], WebJson.Default.PresenceView);
        }

        return last;
    }

    private static Envelope Replied(string by) => new(
        9, new ActorId("thread", Thread), 2, "thread.replied", DateTimeOffset.UnixEpoch, by, null, default);

    private sealed class Wire : IGossip
    {
        private Action<string> _all = _ => { };

        public void Say(string text) => _all(text);

        public IDisposable Hear(Action<string> heard)
        {
            _all += heard;
            return new Deaf(() => _all = (_all - heard)!);
        }

        private sealed class Deaf(Action end) : IDisposable
        {
            public void Dispose() => end();
        }
    }

    /// <summary>Time that stands still until a test moves it, and then rings every timer once.</summary>
    private sealed class HeldTime : TimeProvider
    {
        private readonly List<Timer> _timers = [];
        private DateTimeOffset _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(_timers, () => callback(state));
            _timers.Add(timer);
            return timer;
        }

        public void Advance(TimeSpan by)
        {
            _now += by;
            foreach (var timer in _timers.ToList()) timer.Ring();
        }

        private sealed class Timer(List<Timer> all, Action ring) : ITimer
        {
            public void Ring() => ring();

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => all.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
