using Communities.Actors;
using static Communities.SlotCommand;
using static Communities.SlotEvent;

namespace Communities.Tests;

/// <summary>The editorial calendar: drafted, reviewed, scheduled, published at its time, and again.</summary>
public sealed class SlotTests
{
    private const string Here = "01k0000000000000";
    private const string Key = $"devs/{Here}";

    private static readonly SlotContent Words = new(SlotKind.Question, "Which?", "Say which.", "alice", "brakes");
    private static readonly SlotTime Tomorrow = new(Spec.Start.AddDays(1).DateTime, ZonedTime.Utc);
    private static readonly Standing Manager = new(Role.Manager);

    [Fact]
    public void A_member_proposes_what_a_manager_plans()
    {
        Spec.Slot().When(new Open(Words)).Then(new Opened(Words));
        Spec.Slot().When(new Open(Words, Tomorrow)).Refused("manager.needed");
        Spec.Slot().When(new Open(Words), by: "bob").Refused("manager.needed");
        Spec.Slot().When(new Open(Words, Tomorrow), by: "bob", Role.Manager)
            .Then(new Opened(Words, Tomorrow, Tomorrow.Moment, null, Tomorrow.Day));
        Spec.Slot().When(new Open(Words), role: Role.None).Refused("member.needed");
        Spec.Slot().When(new Open(Words), bar: Bar.Silenced).Refused("member.silenced");
    }

    [Fact]
    public void Another_manager_reviews_where_there_is_one()
    {
        var slot = Drafted();
        slot.When(new Review(), role: Role.Manager).Refused("review.own");
        slot.When(new Review(IsAlone: true), role: Role.Manager).Then(new Reviewed());
        slot.When(new Review(), by: "bob", Role.Manager).Then(new Reviewed());
        slot.When(new Review(), by: "bob").Refused("manager.needed");
    }

    [Fact]
    public void Nothing_is_scheduled_unreviewed_or_without_a_time()
    {
        Drafted().When(new SlotCommand.Schedule(), role: Role.Manager).Refused("slot.unreviewed");
        Drafted(new Reviewed()).When(new SlotCommand.Schedule(), role: Role.Manager).Then(new Scheduled());
        Spec.Slot(new Opened(Words), new Reviewed())
            .When(new SlotCommand.Schedule(), role: Role.Manager).Refused("time.empty");
        Drafted(new Reviewed()).When(new SlotCommand.Schedule(), role: Role.Manager, minutes: 60 * 25)
            .Refused("time.past");
    }

    [Fact]
    public void What_is_written_again_is_reviewed_again_unless_nobody_else_is_there()
    {
        var scheduled = Drafted(new Reviewed(), new Scheduled());
        var other = Words with { Text = "Say why." };
        scheduled.When(new Edit(other)).Refused("manager.needed");
        scheduled.When(new Edit(other), role: Role.Manager).Then(new Edited(other));
        scheduled.When(new Edit(other, IsAlone: true), role: Role.Manager).Then(new Edited(other, IsKept: true));
        Assert.Equal(SlotStatus.Draft, Drafted(new Reviewed(), new Scheduled(), new Edited(other)).State.Status);
    }

    [Fact]
    public void A_stranger_finds_nothing_to_change()
    {
        Drafted().When(new Edit(Words), by: "bob").Refused("manager.needed");
        Drafted().When(new Submit(), by: "bob").Refused("manager.needed");
        Drafted().When(new Submit()).Then(new Submitted("Which?"));
        Drafted().When(new Due(Tomorrow.Moment), role: Role.Owner).Refused("program.needed");
        Spec.Slot().When(new Submit()).Refused("slot.missing");
    }

    [Fact]
    public void What_is_no_thread_is_no_slot()
    {
        Open(Words with { Title = "" }).Refused("title.empty");
        Open(Words with { Text = " " }).Refused("text.empty");
        Open(Words with { Kind = (SlotKind)9 }).Refused("slot.unknown");
        Open(Words with { Kind = SlotKind.Poll }).Refused("slot.malformed");
        Open(Words with { Kind = SlotKind.Poll, Poll = new(["One"], PollTerms.Default) }).Refused("option.range");
        Open(Words with { Kind = SlotKind.Interview, Interview = new([], 1, default, 60) }).Refused("guest.range");
        Open(Words with { Kind = SlotKind.Interview, Interview = new(["bob"], 1, default, 5) })
            .Refused("length.range");

        static Outcome<SlotEvent> Open(SlotContent content) => Spec.Slot().When(new Open(content));
    }

    [Fact]
    public void A_time_that_is_over_or_in_no_zone_is_refused()
    {
        Plan(new(Spec.Start.AddMinutes(-1).DateTime, ZonedTime.Utc)).Refused("time.past");
        Plan(new(new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc), "Europe/Paris")).Refused("time.past");
        Plan(new(new DateTime(9999, 12, 31, 23, 0, 0, DateTimeKind.Utc), "America/Lima")).Refused("time.far");
        Plan(new(Tomorrow.Local, "Mars/Olympus")).Refused("zone.unknown");

        static Outcome<SlotEvent> Plan(SlotTime time) => Drafted().When(new Plan(time), role: Role.Manager);
    }

    [Fact]
    public void It_is_published_at_its_time_in_its_authors_name_once()
    {
        var world = Planned(Words);
        world.Pass(TimeSpan.FromHours(23));
        Assert.DoesNotContain(world.Journal, envelope => envelope.Name == "thread.opened");
        world.Pass(TimeSpan.FromHours(1));
        world.Pass(TimeSpan.FromDays(7));

        var opened = Assert.Single(world.Journal, envelope => envelope.Name == "thread.opened");
        Assert.Equal("alice", opened.By);
        Assert.Equal(SlotStatus.Published, world.Slot(Key).Status);
        Assert.Null(world.Slot(Key).Content);
        Assert.Null(Domain.Happened(opened) is ThreadEvent.Opened e ? e.IsQuiet : true);
        Assert.Equal("slot.over", world.Ask(Key, new Edit(Words), "bob", Manager)?.Code);
    }

    [Fact]
    public void An_alarm_for_a_time_that_it_had_before_publishes_nothing()
    {
        var slot = Drafted(new Reviewed(), new Scheduled());
        slot.When(new Due(Tomorrow.Moment.AddHours(-1)), by: "", Role.System).Then();
        slot.When(new Due(Tomorrow.Moment), by: "", Role.System);
        Drafted().When(new Due(Tomorrow.Moment), by: "", Role.System).Then(new Missed("alice", "Which?"));
    }

    [Fact]
    public void A_poll_is_open_before_its_thread_brings_it()
    {
        var world = Planned(Words with { Kind = SlotKind.Poll, Poll = new(["This", "That"], PollTerms.Default, 7) });
        world.Pass(TimeSpan.FromDays(1));

        var names = world.Journal.Select(envelope => envelope.Name).ToList();
        Assert.True(names.IndexOf("poll.opened") < names.IndexOf("thread.opened"));
        var poll = world.Poll($"devs/{world.Slot(Key).Poll}");
        Assert.Equal((1, "alice"), (poll.Number, poll.Author));
        Assert.Equal(Spec.Start.AddDays(8), poll.ClosesAt);
        world.Pass(TimeSpan.FromDays(8));
        Assert.True(world.Poll($"devs/{world.Slot(Key).Poll}").IsClosed);
    }

    [Fact]
    public void A_series_goes_on_by_the_clocks_of_its_place_and_says_which_it_is()
    {
        var words = Words with { Title = "Question {n} of {date}" };
        var start = new SlotTime(new DateTime(2026, 3, 22, 9, 0, 0, DateTimeKind.Unspecified), "Europe/Paris");
        var world = Planned(words, start, new(Rhythm.Weekly, start.Day, new(9, 0), Count: 3));
        for (var i = 0; i < 40; i++) world.Pass(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));

        // Summer time begins on 29 March: nine o'clock is an hour earlier then.
        var threads = world.Journal.Where(envelope => envelope.Name == "thread.opened").ToList();
        Assert.Equal(
            ["Question 1 of 22 March 2026", "Question 2 of 29 March 2026", "Question 3 of 5 April 2026"],
            threads.Select(thread => ((ThreadEvent.Opened)Domain.Happened(thread)).Title));
        Assert.Equal(
            ["03-22 08:00", "03-29 07:00", "04-05 07:00"],
            world.Journal.Where(envelope => envelope.Name == "slot.opened")
                .Select(envelope => ((Opened)Domain.Happened(envelope)).At!.Value.ToString(
                    "MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Days_that_went_by_while_nobody_was_there_are_published_once_and_not_made_up_for()
    {
        var world = Planned(Words, null, new(Rhythm.Weekly, Tomorrow.Day, new(9, 0)));
        world.Pass(TimeSpan.FromDays(30));

        Assert.Single(world.Journal, envelope => envelope.Name == "thread.opened");
        var next = (Opened)Domain.Happened(world.Journal.Last(envelope => envelope.Name == "slot.opened"));
        Assert.Equal((Tomorrow.Day.AddDays(35), 2, true), (next.Day, next.Occurrence, next.IsScheduled));
    }

    [Fact]
    public void One_of_a_series_is_moved_changed_or_left_out_alone()
    {
        var rule = new Recurrence(Rhythm.Weekly, Tomorrow.Day, new(9, 0));
        var world = Planned(Words, null, rule);
        var later = Tomorrow with { Local = Tomorrow.Local.AddDays(2) };
        Assert.Null(world.Ask(Key, new Plan(later), "bob", Manager));
        Assert.Null(world.Ask(Key, new Edit(Words with { Title = "This once?" }, IsAlone: true), "bob", Manager));
        world.Pass(TimeSpan.FromDays(3));

        var published = (Published)Domain.Happened(world.Journal.Last(e => e.Name == "slot.published"));
        Assert.Equal("This once?", published.Content.Title);
        Assert.Equal((Tomorrow.Day.AddDays(7), "Which?"), (published.Next!.Day, published.Next.Content.Title));

        Assert.Null(world.Ask($"devs/{published.Next.Id}", new Cancel(), "bob", Manager));
        var cancelled = (Cancelled)Domain.Happened(world.Journal.Last(e => e.Name == "slot.cancelled"));
        Assert.Equal((Tomorrow.Day.AddDays(14), 3), (cancelled.Next!.Day, cancelled.Next.Occurrence));
        Assert.Null(world.Ask($"devs/{cancelled.Next.Id}", new Cancel(EndsSeries: true), "bob", Manager));
        Assert.Null(((Cancelled)Domain.Happened(world.Journal.Last(e => e.Name == "slot.cancelled"))).Next);
    }

    [Fact]
    public void Those_who_write_and_review_are_told()
    {
        Assert.Contains(
            Spec.Follows(new Opened(Words), Key, by: "bob"),
            line => line.StartsWith("inbox:devs/alice notify", StringComparison.Ordinal)
                && line.Contains($"assigned {Here} Which?", StringComparison.Ordinal));
        Assert.Contains(
            Spec.Follows(new Submitted("Which?"), Key),
            line => line.StartsWith("community:devs tell-staff", StringComparison.Ordinal));
        Assert.Contains(
            Spec.Follows(new Missed("alice", "Which?"), Key, by: ""),
            line => line.StartsWith("inbox:devs/alice notify", StringComparison.Ordinal));
    }

    private static Given<Slot, SlotCommand, SlotEvent> Drafted(params object[] then) =>
        Spec.Slot([new Opened(Words, Tomorrow, Tomorrow.Moment, null, Tomorrow.Day), .. then]);

    private static World Planned(SlotContent words, SlotTime? time = null, Recurrence? rule = null)
    {
        var world = new World();
        world.Ask("devs", new CommunityCommand.Found("Devs", null, "en", Visibility.Public, null), "", Standing.System);
        Assert.Null(world.Ask(Key, new Open(words, time ?? Tomorrow, rule), "bob", Manager));
        Assert.Null(world.Ask(Key, new Review(IsAlone: true), "bob", Manager));
        Assert.Null(world.Ask(Key, new SlotCommand.Schedule(), "bob", Manager));
        return world;
    }
}
