using System.Collections.Immutable;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities.Tests;

/// <summary>Alice is trusted more as she takes part, and less when she is hardly there.</summary>
public sealed class TrustTests
{
    private static readonly Joined Joined = new("Alice", Role.Member);
    private static readonly int Today = DaySet.DayOf(Spec.Start);

    private static readonly MemberTotals Looked = new(Read: 30, Entered: 5);

    private static readonly MemberTotals TookPart =
        new(Posts: 3, Given: 1, Received: 1, Read: 100, Entered: 20);

    private static readonly MemberTotals Everywhere =
        new(Posts: 10, Given: 30, Received: 20, Read: 1_000, Entered: 100);

    [Fact]
    public void Who_has_looked_around_comes_to_level_1()
    {
        Told(Looked with { Read = 29 }, [], Joined).Then(new Tallied(Looked with { Read = 29 }, []));
        Told(Looked, [], Joined).Then(new Tallied(Looked, []), new Trusted(1, 0));
        Told(new(Read: 1), [], Joined, new Tallied(Looked with { Read = 29 }, []))
            .Then(new Tallied(new(Read: 1), []), new Trusted(1, 0));
    }

    [Fact]
    public void Who_takes_part_for_two_weeks_comes_to_level_2()
    {
        Told(TookPart, Days(14), Joined).Then(new Tallied(TookPart, Days(14)), new Trusted(1, 0));
        Told(TookPart, Days(15), Joined).Then(new Tallied(TookPart, Days(15)), new Trusted(2, 0));
    }

    [Fact]
    public void Opening_threads_is_no_reply()
    {
        var opened = TookPart with { Threads = 1 };
        Told(opened, Days(15), Joined).Then(new Tallied(opened, Days(15)), new Trusted(1, 0));
    }

    [Fact]
    public void Who_is_here_half_of_a_season_comes_to_level_3()
    {
        Told(Everywhere, Days(49), Joined).Then(new Tallied(Everywhere, Days(49)), new Trusted(2, 0));
        Told(Everywhere, Days(50), Joined).Then(new Tallied(Everywhere, Days(50)), new Trusted(3, 0));
        Told(Everywhere, Days(90, from: 100), Joined)
            .Then(new Tallied(Everywhere, Days(90, from: 100)), new Trusted(2, 0));
    }

    [Fact]
    public void A_day_of_activity_can_be_the_last_step() =>
        Spec.Member(Joined, new Trusted(1, 0), new Tallied(TookPart, Days(14, from: 1))).When(new Visit())
            .Without<Badged>().Then(new Visited(), new Trusted(2, 1));

    [Fact]
    public void Nobody_comes_to_a_level_twice_or_while_away()
    {
        Told(Looked, [], Joined, new Trusted(1, 0)).Then(new Tallied(Looked, []));
        Told(Looked, []).Then(new Tallied(Looked, []));
        Told(Looked, [], Joined, new Left()).Then(new Tallied(Looked, []));
    }

    [Fact]
    public void A_locked_level_stays() =>
        Told(Everywhere, Days(60), Joined, new Trusted(0, 0, IsLocked: true)).Then(new Tallied(Everywhere, Days(60)));

    [Fact]
    public void Level_3_ends_when_its_member_is_hardly_here_any_more()
    {
        var regular = new object[] { Joined, new Tallied(Everywhere, Days(50)), new Trusted(3, 0) };
        Reviewed(14, regular).Then(new Reviewed(Spec.Start.AddDays(56)));
        Reviewed(55, regular).Then(new Reviewed(Spec.Start.AddDays(56)));
        Reviewed(56, regular).Then(new Trusted(2, 3));
        Reviewed(56, [.. regular, new Trusted(3, 3, IsLocked: true)]).Then();
        Reviewed(56, [.. regular, new Trusted(4, 0)]).Then();
    }

    [Fact]
    public void The_alarm_rings_when_the_level_could_end_and_no_earlier()
    {
        Assert.Contains("member:devs/alice review at 09:00: review", Spec.Follows(new Trusted(3, 2), "devs/alice"));
        Assert.Equal(["member:devs/alice review never"], Spec.Follows(new Trusted(2, 3), "devs/alice"));
        Assert.Equal(["member:devs/alice review never"], Spec.Follows(new Trusted(3, 3, true), "devs/alice"));
        Assert.Equal(
            ["member:devs/alice review at 10:30: review"],
            Spec.Follows(new Reviewed(Spec.Start.AddMinutes(90)), "devs/alice"));
    }

    [Fact]
    public void Who_rises_is_told_and_who_falls_is_not()
    {
        Assert.Contains(
            Spec.Follows(new Trusted(2, 1), "devs/alice"),
            line => line.StartsWith("inbox:devs/alice") && line.Contains("\"subject\":\"trust-2\""));
        Assert.DoesNotContain(Spec.Follows(new Trusted(2, 3), "devs/alice"), line => line.StartsWith("inbox"));
    }

    [Theory]
    [InlineData(1, 30, "\"read\":30,\"entered\":1")]
    [InlineData(31, 40, "\"read\":10}")]
    public void What_a_member_reads_counts_for_the_member(int from, int to, string counted) =>
        Assert.Contains(
            Spec.Follows(new ReadingEvent.Read(from, to), "devs/01k0000000000000/alice"),
            line => line.StartsWith("member:devs/alice tally") && line.Contains(counted));

    [Fact]
    public void Managers_give_a_level_and_lock_it()
    {
        Spec.Member(Joined).When(new SetTrust(4), "max", Role.Manager).Then(new Trusted(4, 0));
        Spec.Member(Joined).When(new SetTrust(1, IsLocked: true), "max", Role.Manager).Then(new Trusted(1, 0, true));
        Spec.Member(Joined, new Trusted(4, 0)).When(new SetTrust(4), "max", Role.Manager).Then();
        Spec.Member(Joined).When(new SetTrust(5), "max", Role.Manager).Refused("trust.range");
        Spec.Member(Joined).When(new SetTrust(4), "mo", Role.Moderator).Refused("manager.needed");
        Spec.Member(Joined).When(new SetTrust(4), "alice", Role.Manager).Refused("trust.own");
        Spec.Member(Joined).When(new Review(), "max", Role.Owner).Refused("program.needed");
    }

    [Fact]
    public void A_level_is_there_again_when_its_member_comes_back() =>
        Assert.Equal(2, Spec.Member(Joined, new Trusted(2, 0), new Left(), Joined).State.Trust);

    [Theory]
    [InlineData(0, Role.Member, 50, true)]
    [InlineData(0, Role.Member, 49, false)]
    [InlineData(1, Role.Member, 50, false)]
    [InlineData(0, Role.Moderator, 50, false)]
    [InlineData(0, Role.None, 50, false)]
    public void Limits_bind_members_at_level_0_once_a_community_has_begun(
        int level, Role role, int members, bool are) =>
        Assert.Equal(are, NewMember.Is(
            Community.Initial with { Counters = new(Members: members) },
            Member.Initial with { Role = role, Trust = level }));

    [Fact]
    public void Posts_of_new_members_hold_two_links_and_one_image()
    {
        var two = "See https://a.example and http://b.example/x, and https://a.example again.";
        Thread().When(new ThreadCommand.Reply(two), isNew: true).Then(new ThreadEvent.Replied(2, two));
        var three = new ThreadCommand.Reply(two + " www.c.example");
        Thread().When(three, isNew: true).Refused("links.many");
        Thread().When(three).Then(new ThreadEvent.Replied(2, three.Text));
        Thread().When(new ThreadCommand.Edit(1, three.Text), isNew: true).Refused("links.many");
        Thread().When(new ThreadCommand.Reply("![](/files/a) ![b](/files/b)"), isNew: true).Refused("images.many");
        Thread().When(new ThreadCommand.Reply("@ann @bob @carol"), isNew: true).Refused("mentions.many");
        Spec.Thread().When(new ThreadCommand.Open("Buy", three.Text, null, []), isNew: true).Refused("links.many");
    }

    [Fact]
    public void New_members_reply_three_times_in_a_thread_of_somebody_else()
    {
        var thread = Spec.Thread(
            new ThreadEvent.Opened("How?", "So?", null, []), Spec.By("bob"),
            new ThreadEvent.Replied(2, "x"), new ThreadEvent.Replied(3, "x"), new ThreadEvent.Replied(4, "x"));
        thread.When(new ThreadCommand.Reply("x"), "bob", isNew: true).Refused("replies.many");
        thread.When(new ThreadCommand.Reply("x"), "bob").Then(new ThreadEvent.Replied(5, "x", To: "alice"));
        thread.When(new ThreadCommand.Reply("x"), "alice", isNew: true).Then(new ThreadEvent.Replied(5, "x"));
    }

    [Theory]
    [InlineData(2, 0, 0, null, null)]
    [InlineData(3, 0, 0, "first-threads.exceeded", null)]
    [InlineData(3, 9, 0, "first-threads.exceeded", null)]
    [InlineData(0, 10, 0, null, "first-replies.exceeded")]
    [InlineData(3, 10, 24, null, null)]
    public void The_first_day_has_its_limits(int threads, int replies, int hours, string? open, string? reply)
    {
        var member = Spec.Member(Joined, new Tallied(new(threads, threads + replies), [])).State;
        var at = Spec.Start.AddHours(hours);
        Assert.Equal(open, NewMember.FirstDayFault(member, new ThreadCommand.Open("x", "x", null, []), at)?.Code);
        Assert.Equal(reply, NewMember.FirstDayFault(member, new ThreadCommand.Reply("x"), at)?.Code);
        Assert.Null(NewMember.FirstDayFault(member, new ThreadCommand.React(1, "like"), at));
    }

    [Fact]
    public void Days_from_one_on_are_counted_over_words()
    {
        var days = DaySet.Empty.Add([100, 127, 128, 129, 200]);
        Assert.Equal([5, 4, 3, 2, 1, 0], ((int[])[0, 101, 128, 129, 130, 201]).Select(days.CountFrom));
    }

    private static Given<Thread, ThreadCommand, ThreadEvent> Thread() =>
        Spec.Thread(new ThreadEvent.Opened("How?", "So?", null, []));

    private static Outcome<MemberEvent> Told(
        MemberTotals totals, ImmutableArray<int> days, params object[] history) =>
        Spec.Member(history).When(new Tally(totals, days), "", Role.System).Without<Badged>();

    private static Outcome<MemberEvent> Reviewed(int days, object[] history) =>
        Spec.Member(history).When(new Review(), "", Role.System, minutes: days * 24 * 60);

    // So many days that end so many days before today.
    private static ImmutableArray<int> Days(int count, int from = 0) =>
        [.. Enumerable.Range(Today - from - count + 1, count)];
}
