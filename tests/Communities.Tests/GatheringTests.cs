using Communities.Actors;
using static Communities.GatheringCommand;
using static Communities.GatheringEvent;

namespace Communities.Tests;

/// <summary>Gatherings: planned, come to, waited for, remembered.</summary>
public sealed class GatheringTests
{
    private const string Key = "devs/01k0000000000000";

    private static readonly DateTimeOffset Evening = Spec.Start.AddDays(2).AddHours(9);

    private static readonly GatheringPlan Meetup = new(
        GatheringForm.Meetup, "Ride", null, Evening, Evening.AddHours(2), "Europe/Paris", "Rue du Port 4", null, 0,
        [], GatheringPlan.DefaultReminders);

    private static readonly GatheringPlan Room = Meetup with { Form = GatheringForm.Room, Place = null };

    private static readonly GatheringPlan Barcamp = Meetup with { Form = GatheringForm.Barcamp };

    private static readonly Standing Member = new(Role.Member);

    [Fact]
    public void Who_has_been_here_for_long_plans_and_hosts() =>
        Spec.Gathering().When(new Plan(Meetup), trust: Trust.Regular).Then(new Planned(Meetup));

    [Fact]
    public void A_newcomer_plans_nothing_and_a_moderator_anything()
    {
        Spec.Gathering().When(new Plan(Meetup)).Refused("trust.needed");
        Spec.Gathering().When(new Plan(Meetup), role: Role.None).Refused("member.needed");
        Spec.Gathering().When(new Plan(Meetup), role: Role.Moderator).Then(new Planned(Meetup));
        Given(Meetup).When(new Plan(Meetup), role: Role.Moderator).Refused("gathering.exists");
    }

    public static TheoryData<GatheringPlan, string> BadPlans { get; } = new()
    {
        { Meetup with { Title = " " }, "title.empty" },
        { Meetup with { Form = (GatheringForm)9 }, "form.unknown" },
        { Meetup with { Zone = "Europe/Atlantis" }, "zone.unknown" },
        { Meetup with { Starts = Spec.Start }, "time.past" },
        { Meetup with { Ends = Meetup.Starts }, "end.range" },
        { Meetup with { Ends = Meetup.Starts.AddDays(32) }, "end.far" },
        { Meetup with { Place = null }, "place.empty" },
        { Room with { Form = GatheringForm.Interview }, "link.empty" },
        { Room with { Link = "javascript:alert(1)" }, "link.malformed" },
        { Meetup with { Capacity = -1 }, "capacity.range" },
        { Meetup with { Hosts = [.. Enumerable.Range(0, 11).Select(n => $"host{n}")] }, "hosts.many" },
        { Meetup with { Reminders = [0] }, "reminder.range" },
        { Meetup with { Reminders = [1, 2, 3, 4, 5] }, "reminder.range" },
        { Meetup with { Category = "No such" }, "category.missing" },
    };

    [Theory, MemberData(nameof(BadPlans))]
    public void A_plan_says_what_it_must(GatheringPlan plan, string code) =>
        Spec.Gathering().When(new Plan(plan), role: Role.Manager).Refused(code);

    [Fact]
    public void Those_who_come_beyond_the_seats_wait_in_order_and_move_up_by_themselves()
    {
        var full = Given(
            Meetup with { Capacity = 1 }, new Answered("ann", Rsvp.Going), new Answered("ben", Rsvp.Waiting),
            new Answered("cem", Rsvp.Waiting));
        full.When(new Respond(Rsvp.Going), "dan").Then(new Answered("dan", Rsvp.Waiting));
        full.When(new Respond(Rsvp.Going), "ben").Then();
        full.When(new Respond(Rsvp.None), "ann").Then(new Answered("ann", Rsvp.None), new MovedUp("ben"));
        full.When(new Respond(Rsvp.Interested), "ann").Then(new Answered("ann", Rsvp.Interested), new MovedUp("ben"));
        full.When(new Respond(Rsvp.None), "cem").Then(new Answered("cem", Rsvp.None));
        full.When(new Excuse("ann"), "alice").Then(new Answered("ann", Rsvp.None), new MovedUp("ben"));
        full.When(new Excuse("ann"), "ben").Refused("gathering.foreign");
    }

    [Fact]
    public void More_seats_let_as_many_move_up_and_fewer_send_nobody_home()
    {
        var full = Given(
            Meetup with { Capacity = 2 }, new Answered("ann", Rsvp.Going), new Answered("bob", Rsvp.Going),
            new Answered("cem", Rsvp.Waiting), new Answered("dan", Rsvp.Waiting), new Answered("eve", Rsvp.Waiting));
        full.When(new Change(Meetup with { Capacity = 4 })).Then(
            new Changed(Meetup with { Capacity = 4 }, 1), new MovedUp("cem"), new MovedUp("dan"));
        full.When(new Change(Meetup)).Then(
            new Changed(Meetup, 1), new MovedUp("cem"), new MovedUp("dan"), new MovedUp("eve"));
        var fewer = Given(
            Meetup with { Capacity = 2 }, new Answered("ann", Rsvp.Going), new Answered("bob", Rsvp.Going),
            new Answered("cem", Rsvp.Waiting), new Changed(Meetup with { Capacity = 1 }, 1));
        Assert.Equal(2, fewer.State.Going.Count);
        fewer.When(new Respond(Rsvp.None), "ann").Then(new Answered("ann", Rsvp.None));
        fewer.When(new Respond(Rsvp.Interested), "ann").Then(new Answered("ann", Rsvp.Interested));
    }

    [Fact]
    public void A_change_of_time_or_place_is_told_and_one_of_words_is_not()
    {
        var planned = Given(Meetup, new Answered("ann", Rsvp.Going), new Answered("bob", Rsvp.Interested));
        planned.When(new Change(Meetup with { Title = "Ride out" })).Then(
            new Changed(Meetup with { Title = "Ride out" }, 1));
        var later = Meetup with { Ends = Meetup.Ends.AddHours(1) };
        planned.When(new Change(later)).Then(new Changed(later, 1, ["ann", "bob"]));
        var elsewhere = Meetup with { Place = "Rue du Lac 1" };
        planned.When(new Change(elsewhere)).Then(new Changed(elsewhere, 1, ["ann", "bob"]));
        planned.When(new Change(later), "ann").Refused("gathering.foreign");
    }

    [Fact]
    public void What_goes_on_can_be_made_longer_but_not_begun_anew()
    {
        var running = Given(Meetup, new Began("Ride", "alice"));
        var longer = Meetup with { Ends = Meetup.Ends.AddHours(1) };
        running.When(new Change(longer), minutes: Minutes(Evening.AddHours(1))).Then(new Changed(longer, 1, []));
        running.When(new Change(Meetup with { Starts = Evening.AddMinutes(30) }), minutes: Minutes(Evening))
            .Refused("gathering.late");
    }

    [Fact]
    public void What_was_called_off_or_is_over_takes_nobody()
    {
        Given(Meetup, new Cancelled(null, [], 1)).When(new Respond(Rsvp.Going), "bob").Refused("gathering.cancelled");
        Given(Meetup, new Ended()).When(new Respond(Rsvp.Going), "bob").Refused("gathering.over");
        Given(Meetup, new Ended()).When(new Cancel()).Refused("gathering.over");
        Given(Meetup, new Answered("bob", Rsvp.Waiting)).When(new Cancel("Rain"))
            .Then(new Cancelled("Rain", ["bob"], 1));
    }

    [Fact]
    public void People_are_reminded_once_and_not_of_what_was_moved()
    {
        var planned = Given(Meetup, new Answered("ann", Rsvp.Going), new Answered("bob", Rsvp.Waiting));
        Asked(planned, new Remind(60, Evening), Evening.AddMinutes(-60))
            .Then(new Reminded(60, Evening, ["alice", "ann"]));
        Asked(planned, new Remind(60, Evening.AddDays(1)), Evening.AddMinutes(-60)).Then();
        Asked(planned, new Remind(60, Evening), Evening).Then();
        Asked(planned, new Remind(30, Evening), Evening.AddMinutes(-30)).Then();

        // After a downtime both are due: the earlier one would come too late.
        Asked(planned, new Remind(1440, Evening), Evening.AddMinutes(-20)).Then();
        planned.When(new Remind(60, Evening)).Refused("program.needed");
    }

    [Fact]
    public void Who_has_come_is_ticked_off_by_hosts_or_by_the_code_at_the_door()
    {
        var planned = Given(Meetup, new CodeSet("VELO42"));
        planned.When(new Attend(["ann"])).Refused("attendance.early");
        planned.When(new Attend(["ann", "ann"]), minutes: Minutes(Evening)).Then(new GatheringEvent.Attended(["ann"]));
        planned.When(new Attend(["ann"]), "ann", minutes: Minutes(Evening)).Refused("gathering.foreign");
        planned.When(new CheckIn("velo 42"), "bob", minutes: Minutes(Evening))
            .Then(new GatheringEvent.Attended(["bob"]));
        planned.When(new CheckIn("velo 43"), "bob", minutes: Minutes(Evening)).Refused("door.wrong");
        planned.When(new CheckIn("velo 42"), "bob").Refused("attendance.early");
        Given(Meetup).When(new CheckIn("velo 42"), "bob", minutes: Minutes(Evening)).Refused("door.missing");
        planned.When(new SetCode("x")).Refused("door.malformed");
        planned.When(new SetCode("velo-42")).Then();
        Given(Meetup, new GatheringEvent.Attended(["ann"])).When(new Miss(["ann", "bob"]), minutes: Minutes(Evening))
            .Then(new Missed(["ann"]));
    }

    [Fact]
    public void A_recap_thanks_those_who_came_once()
    {
        var over = Given(
            Meetup, new Answered("ann", Rsvp.Going), new GatheringEvent.Attended(["bob"]), new Ended());
        over.When(new Recap("It was", "good"), minutes: Minutes(Evening.AddHours(3)))
            .Then(new Recapped("It was", "good", null, ["bob"]));
        over.When(new Recap("It was", "good")).Refused("recap.early");
        Given(Meetup, new Ended(), new Recapped("It was", "good", null, [])).When(
            new Recap("It was", "good"), minutes: Minutes(Evening.AddHours(3))).Refused("recap.exists");
    }

    [Fact]
    public void A_barcamp_has_sessions_that_are_voted_for_and_put_on_a_board()
    {
        var board = Given(
            Barcamp, Spec.By("bob"), new SessionProposed(1, "Tubes", null), new SessionProposed(2, "Lights", null),
            Spec.By("alice"), new BoardSet(["Hall"], [Evening]), new SessionPlaced(1, 1, 1));
        board.When(new Propose("Locks"), "cem").Then(new SessionProposed(3, "Locks", null));
        board.When(new Vote(2), "cem").Then(new SessionVoted(2));
        board.When(new Vote(3), "cem").Refused("session-proposal.missing");
        board.When(new PlaceSession(2, 1, 1)).Refused("session.taken");
        board.When(new PlaceSession(2, 2, 1)).Refused("board.range");
        board.When(new PlaceSession(1, 0, 0)).Then(new SessionPlaced(1, 0, 0));
        board.When(new PlaceSession(1, 0, 0), "bob").Refused("gathering.foreign");
        board.When(new Retract(1), "cem").Refused("gathering.foreign");
        board.When(new Retract(1), "bob").Then(new SessionRetracted(1));
        board.When(new SetBoard(["Hall"], [Evening.AddDays(1)])).Refused("times.range");
        Assert.Equal(0, board.State.Apply(new BoardSet([], []), Spec.By("alice")).Sessions[0].Room);
        Given(Meetup).When(new Propose("Locks"), "cem").Refused("board.missing");
        Given(Meetup with { Form = GatheringForm.Conference }).When(new Propose("Locks"), "cem")
            .Refused("gathering.foreign");
    }

    [Fact]
    public void A_gathering_opens_its_talk_reminds_opens_its_room_and_closes_it()
    {
        var world = new World();
        foreach (var account in (string[])["alice", "ann", "bob"])
            world.Ask(
                $"devs/{account}", new MemberCommand.Join(account), account, new Standing(Role.None, MayJoin: true));
        Assert.Null(world.Ask(Key, new Plan(Room with { Capacity = 1 }), "alice", new Standing(Role.Manager)));
        var talk = world.Thread(Key);
        Assert.Equal("alice", Assert.Single(talk.Posts).Author);
        Assert.Null(world.Ask(Key, new Respond(Rsvp.Going), "ann", Member));
        Assert.Null(world.Ask(Key, new Respond(Rsvp.Going), "bob", Member));
        Assert.Empty(world.Inbox("devs/bob").Unseen);
        Assert.Null(world.Ask(Key, new Respond(Rsvp.None), "ann", Member));
        Assert.Equal(Reasons.GatheringSeat, Assert.Single(world.Inbox("devs/bob").Unseen).Reason);

        world.Pass(Evening.AddDays(-1) - world.Now);
        world.Pass(TimeSpan.FromHours(23));
        Assert.Equal(
            [Reasons.GatheringSeat, Reasons.GatheringSoon, Reasons.GatheringSoon],
            world.Inbox("devs/bob").Unseen.Select(unseen => unseen.Reason));
        Assert.Empty(world.Inbox("devs/ann").Unseen);
        var room = $"devs/{Gathering.RoomOf(Keys.LocalOf(Key))}";
        Assert.True(world.Thread(room).IsMissing);

        world.Pass(TimeSpan.FromHours(1));
        Assert.Equal(GatheringStatus.Running, world.Gathering(Key).Status);
        Assert.Equal("alice", Assert.Single(world.Thread(room).Posts).Author);
        Assert.False(world.Thread(room).IsClosed);
        world.Pass(TimeSpan.FromHours(2));
        Assert.Equal(GatheringStatus.Ended, world.Gathering(Key).Status);
        Assert.True(world.Thread(room).IsClosed);

        Assert.Null(world.Ask(Key, new Recap("It was", "good"), "alice", Member));
        Assert.False(world.Thread($"devs/{Gathering.RecapOf(Keys.LocalOf(Key))}").IsMissing);
        Assert.Contains(world.Inbox("devs/bob").Unseen, unseen => unseen.Reason == Reasons.GatheringRecap);
    }

    [Fact]
    public void Who_is_ticked_off_has_attended_once_and_who_is_missed_has_not()
    {
        var world = new World();
        world.Ask("devs/ann", new MemberCommand.Join("Ann"), "ann", new Standing(Role.None, MayJoin: true));
        Assert.Null(world.Ask(Key, new Plan(Meetup), "alice", new Standing(Role.Manager)));
        world.Pass(Evening - world.Now);
        foreach (var (command, attended) in ((GatheringCommand, int)[])[
            (new Attend(["ann"]), 1), (new Attend(["ann"]), 1), (new Miss(["ann"]), 0), (new Miss(["ann"]), 0),
            (new Attend(["ann"]), 1)])
        {
            Assert.Null(world.Ask(Key, command, "alice", new Standing(Role.Manager)));
            Assert.Equal(attended, world.Member("devs/ann").Deeds.Attended);
        }
    }

    [Fact]
    public void After_a_long_downtime_nothing_begins_that_is_over()
    {
        var world = new World();
        Assert.Null(world.Ask(Key, new Plan(Room), "alice", new Standing(Role.Manager)));
        world.Pass(TimeSpan.FromDays(30));
        Assert.Equal(GatheringStatus.Ended, world.Gathering(Key).Status);
        Assert.True(world.Thread($"devs/{Gathering.RoomOf(Keys.LocalOf(Key))}").IsMissing);
    }

    [Fact]
    public void Only_reminders_to_come_have_an_alarm() =>
        Assert.Equal(
            ["gathering:devs/01k0000000000000 remind-60 at 17:00: remind",
                "gathering:devs/01k0000000000000 begin at 18:00: begin",
                "gathering:devs/01k0000000000000 end at 20:00: end"],
            Spec.Follows(new Planned(Meetup), Key, minutes: Minutes(Evening.AddHours(-5)))
                .Where(line => line.StartsWith("gathering", StringComparison.Ordinal)));

    [Fact]
    public void A_muted_thread_keeps_back_no_reminder_of_what_one_comes_to()
    {
        var world = new World();
        world.Ask("devs/ann", new MemberCommand.Join("Ann"), "ann", new Standing(Role.None, MayJoin: true));
        Assert.Null(world.Ask(Key, new Plan(Meetup), "alice", new Standing(Role.Manager)));
        world.Ask($"{Key}/ann", new ReadingCommand.SetLevel(Level.Muted), "ann", Member);
        Assert.Null(world.Ask(Key, new Respond(Rsvp.Going), "ann", Member));
        world.Pass(Evening.AddDays(-1) - world.Now);
        Assert.Equal(Reasons.GatheringSoon, Assert.Single(world.Inbox("devs/ann").Unseen).Reason);
    }

    private static double Minutes(DateTimeOffset at) => (at - Spec.Start).TotalMinutes;

    private static Given<Gathering, GatheringCommand, GatheringEvent> Given(
        GatheringPlan plan, params object[] then) => Spec.Gathering([new Planned(plan), .. then]);

    private static Outcome<GatheringEvent> Asked(
        Given<Gathering, GatheringCommand, GatheringEvent> given, GatheringCommand command, DateTimeOffset at) =>
        given.When(command, "", Role.System, Minutes(at));
}
