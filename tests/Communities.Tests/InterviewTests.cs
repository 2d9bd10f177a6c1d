using Communities.Actors;
using static Communities.InterviewCommand;
using static Communities.InterviewEvent;

namespace Communities.Tests;

/// <summary>Interviews: questions first, answers live, a summary at the end.</summary>
public sealed class InterviewTests
{
    private const string Key = "devs/01k0000000000000";

    private static readonly DateTimeOffset Live = Spec.Start.AddHours(3);
    private static readonly Announced First = new("alice", ["bob"], Live, Live.AddHours(1));

    [Fact]
    public void Only_the_program_announces_one_and_once()
    {
        var announce = new Announce("alice", ["bob"], Live, Live.AddHours(1));
        Spec.Interview().When(announce, role: Role.Owner).Refused("program.needed");
        Spec.Interview().When(announce, role: Role.System).Then(First);
        Spec.Interview(First).When(announce, role: Role.System).Then();
        Spec.Interview().When(new Begin()).Refused("interview.missing");
    }

    [Fact]
    public void Its_host_or_a_manager_leads_it()
    {
        Spec.Interview(First).When(new Begin(), by: "bob").Refused("interview.foreign");
        Spec.Interview(First).When(new Begin()).Then(new Begun(Spec.Start.AddHours(1)));
        Spec.Interview(First).When(new Begin(), by: "carol", Role.Manager).Then(new Begun(Spec.Start.AddHours(1)));
        Spec.Interview(First).When(new Close(7), bar: Bar.Silenced).Refused("member.silenced");
    }

    [Fact]
    public void It_is_closed_with_a_post_that_sums_it_up_and_then_over()
    {
        Spec.Interview(First).When(new Close(1)).Refused("post.missing");
        Spec.Interview(First, new Begun(Live)).When(new Close(7)).Then(new Closed(7));
        Spec.Interview(First, new Closed(7)).When(new Begin()).Then();
        Spec.Interview(First, new Closed(7)).When(new Close(8)).Refused("interview.over");
        Spec.Interview(First, new Cancelled(["bob"])).When(new Change(["bob"], Live, Live.AddHours(1)))
            .Refused("interview.over");
    }

    [Fact]
    public void Its_guests_and_times_can_change_until_it_is_live()
    {
        var given = Spec.Interview(First);
        given.When(new Change(["bob", "carol"], Live, Live.AddHours(1)))
            .Then(new Changed(["bob", "carol"], Live, Live.AddHours(1), ["carol"]));
        given.When(new Change(["bob"], Live.AddDays(1), Live.AddDays(1).AddHours(1)))
            .Then(new Changed(["bob"], Live.AddDays(1), Live.AddDays(1).AddHours(1), ["bob"]));
        given.When(new Change([], Live, Live.AddHours(1))).Refused("guest.range");
        given.When(new Change(["bob", "bob"], Live, Live.AddHours(1))).Refused("guest.unknown");
        given.When(new Change(["bob"], Live, Live.AddMinutes(5))).Refused("length.range");
        given.When(new Change(["bob"], Spec.Start, Live)).Refused("time.past");
        Spec.Interview(First, new Begun(Live)).When(new Change(["bob"], Live.AddDays(1), Live.AddDays(2)))
            .Refused("interview.live");
    }

    [Fact]
    public void It_reminds_begins_and_ends_by_its_alarms()
    {
        var world = Announced();
        world.Pass(TimeSpan.FromHours(2));
        Assert.Equal(["interview.announced", "interview.reminded"], Names(world));
        world.Pass(TimeSpan.FromHours(1));
        Assert.Equal(InterviewPhase.Live, world.Interview(Key).Phase);
        world.Pass(TimeSpan.FromHours(1));
        Assert.Equal("interview.ended", Names(world)[^1]);

        Assert.Null(world.Ask(Key, new Close(2), "alice", new Standing(Role.Member)));
        Assert.True(world.Thread(Key).IsClosed);
    }

    [Fact]
    public void A_time_that_it_had_before_does_not_begin_it()
    {
        var world = Announced();
        var later = new Change(["bob"], Live.AddDays(1), Live.AddDays(1).AddHours(1));
        Assert.Null(world.Ask(Key, later, "alice", new Standing(Role.Member)));
        Spec.Interview(First).When(new Begin(Live.AddHours(-1)), role: Role.System).Then();
        world.Pass(TimeSpan.FromHours(4));
        Assert.Equal(InterviewPhase.Announced, world.Interview(Key).Phase);
    }

    private static World Announced()
    {
        var (world, member) = (new World(), new Standing(Role.Member));
        Assert.Null(world.Ask(Key, new ThreadCommand.Open("Ask Bob", "What?", null, []), "alice", member));
        Assert.Null(world.Ask(Key, new ThreadCommand.Reply("A summary"), "alice", member));
        Assert.Null(world.Ask(
            Key, new Announce("alice", ["bob"], Live, Live.AddHours(1)), "alice", Standing.System));
        return world;
    }

    private static List<string> Names(World world) =>
    [
        .. world.Journal.Where(envelope => envelope.Actor.Kind == Interview.Kind).Select(envelope => envelope.Name),
    ];
}
