using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities.Tests;

/// <summary>Who goes for good keeps no seat at gatherings to come, and who waited has it.</summary>
public sealed class SeatTests
{
    private const string Ride = "01k0000000000000";
    private const string Talk = "01k0000000000001";
    private const string Decision = "member-ann.1";

    private static readonly Joined Joined = new("Alice", Role.Member);
    private static readonly DateTimeOffset Evening = Spec.Start.AddDays(2).AddHours(9);

    private static readonly GatheringPlan Meetup = new(
        GatheringForm.Meetup, "Ride", null, Evening, Evening.AddHours(2), ZonedTime.Utc, "Rue du Port 4", null,
        Capacity: 1, [], []);

    [Fact]
    public void A_member_knows_what_they_answered_until_they_say_no()
    {
        Told(new Promise(Ride), Joined).Then(new Promised(Ride));
        Told(new Promise(Ride), Joined, new Promised(Ride)).Then();
        Told(new Promise(Ride, IsOff: true), Joined, new Promised(Ride)).Then(new Promised(Ride, IsOff: true));
        Told(new Promise(Ride, IsOff: true), Joined).Then();
        Told(new Promise(Ride)).Then();
        Spec.Member(Joined).When(new Promise(Ride)).Refused("program.needed");
    }

    [Fact]
    public void Of_very_many_answers_the_latest_are_known()
    {
        var many = Enumerable.Range(0, Member.PromisesMax + 1).Select(n => new Promised($"01k00000000{n:00000}"));
        var alice = Spec.Member([Joined, .. many]).State;
        Assert.Equal(Member.PromisesMax, alice.Promises.Count);
        Assert.Equal("01k0000000000001", alice.Promises[0]);
    }

    [Fact]
    public void Who_leaves_is_excused_from_all_of_it()
    {
        object[] answered = [Joined, new Promised(Ride), new Promised(Talk)];
        Spec.Member(answered).When(new Leave()).Then(new Left(), new Excused([Ride, Talk], Spec.Start));
        Assert.Empty(Spec.Member([.. answered, new Left(), new Excused([Ride, Talk], Spec.Start)]).State.Promises);
        Spec.Member(Joined).When(new Leave()).Then(new Left());
    }

    [Fact]
    public void An_answer_that_is_heard_of_after_its_member_left_is_excused_from_then_on()
    {
        Told(new Promise(Ride), Joined, Spec.By("alice", 5), new Left())
            .Then(new Excused([Ride], Spec.Start.AddMinutes(5)));
        Told(new Promise(Ride), Joined, new Left(), Joined).Then(new Promised(Ride));
    }

    [Theory]
    [InlineData(MeasureKind.Ban, null, true)]
    [InlineData(MeasureKind.Suspend, null, true)]
    [InlineData(MeasureKind.Suspend, 72, false)]
    [InlineData(MeasureKind.Silence, null, false)]
    public void Who_is_kept_out_for_good_is_excused_and_for_a_time_is_not(MeasureKind kind, int? hours, bool isExcused)
    {
        var sanctioned = new Sanctioned(Decision, kind, hours is { } h ? Spec.Start.AddHours(h) : null, "No.");
        var outcome = Told(
            new MemberCommand.Sanction(Decision, new Measure(kind, hours), "No."), Joined, new Promised(Ride));
        if (isExcused) outcome.Then(sanctioned, new Excused([Ride], Spec.Start));
        else outcome.Then(sanctioned);
        var late = Told(new Promise(Ride), Joined, sanctioned);
        if (isExcused) late.Then(new Excused([Ride], Spec.Start));
        else late.Then(new Promised(Ride));
    }

    [Fact]
    public void What_was_over_before_stays_as_it_was()
    {
        var full = Spec.Gathering(
            new GatheringEvent.Planned(Meetup), new GatheringEvent.Answered("ann", Rsvp.Going),
            new GatheringEvent.Answered("bob", Rsvp.Waiting));
        full.When(new GatheringCommand.Excuse("ann", Evening.AddHours(1)), "", Role.System)
            .Then(new GatheringEvent.Answered("ann", Rsvp.None), new GatheringEvent.MovedUp("bob"));
        full.When(new GatheringCommand.Excuse("ann", Meetup.Ends), "", Role.System).Then();
        Spec.Gathering(new GatheringEvent.Planned(Meetup), new GatheringEvent.Cancelled(null, [], 1))
            .When(new GatheringCommand.Excuse("ann", Spec.Start), "", Role.System).Then();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_seat_of_who_goes_is_had_by_who_waited_and_nobody_is_named(bool isBanned)
    {
        var world = new World();
        foreach (var account in (string[])["alice", "ann", "bob"])
            world.Ask($"devs/{account}", new Join(account), account, new Standing(Role.None, MayJoin: true));
        Assert.Null(world.Ask($"devs/{Ride}", new GatheringCommand.Plan(Meetup), "alice", new(Role.Manager)));
        foreach (var account in (string[])["ann", "bob"])
            Assert.Null(world.Ask(
                $"devs/{Ride}", new GatheringCommand.Respond(Rsvp.Going), account, new(Role.Member)));

        Assert.Null(isBanned
            ? world.Ask(
                "devs/ann", new MemberCommand.Sanction(Decision, new(MeasureKind.Ban), "No."), "mo", Standing.System)
            : world.Ask("devs/ann", new Leave(), "ann", new(Role.Member)));
        Assert.Equal("bob", Assert.Single(world.Gathering($"devs/{Ride}").Going));
        Assert.Empty(world.Gathering($"devs/{Ride}").Waiting);
        var told = Assert.Single(world.Journal, happened => happened.Name == "inbox.notified"
            && happened.Actor.Key == "devs/bob");
        Assert.Equal("", ((InboxEvent.Notified)Domain.Happened(told)).Notice.By);
    }

    private static Outcome<MemberEvent> Told(MemberCommand command, params object[] history) =>
        Spec.Member(history).When(command, "", Role.System);
}
