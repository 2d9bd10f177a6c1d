using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities.Tests;

/// <summary>Decisions on alice, and what they keep her from.</summary>
public sealed class SanctionTests
{
    private const string First = "post-01k0000000000000-3.1";
    private const string Second = "member-alice.1";

    private static readonly Joined Joined = new("Alice", Role.Member);
    private static readonly Measure Silence = new(MeasureKind.Silence, Hours: 24);

    [Fact]
    public void A_decision_silences_for_some_hours()
    {
        var sanction = new MemberCommand.Sanction(First, Silence, "Please calm down.");
        var silenced = new Sanctioned(First, MeasureKind.Silence, Spec.Start.AddHours(24), "Please calm down.");
        Spec.Member(Joined).When(sanction, "", Role.System).Then(silenced);
        Spec.Member(Joined, silenced).When(sanction, "", Role.System).Then();
        Spec.Member(Joined).When(sanction, "mo", Role.Owner).Refused("program.needed");

        var alice = Spec.Member(Joined, silenced).State;
        Assert.Equal(Bar.Silenced, alice.BarAt(Spec.Start.AddHours(23)));
        Assert.Equal(Bar.None, alice.BarAt(Spec.Start.AddHours(24)));
    }

    [Fact]
    public void A_ban_has_no_end() =>
        Spec.Member(Joined).When(new MemberCommand.Sanction(First, new(MeasureKind.Ban), "No."), "", Role.System)
            .Then(new Sanctioned(First, MeasureKind.Ban, null, "No."));

    [Fact]
    public void What_bars_nobody_is_no_sanction() =>
        Spec.Member(Joined).When(new MemberCommand.Sanction(First, new(MeasureKind.Hide), ""), "", Role.System).Then();

    [Fact]
    public void Of_several_sanctions_the_one_that_keeps_from_most_holds_and_then_the_next()
    {
        var alice = Spec.Member(
            Joined,
            new Sanctioned(First, MeasureKind.Silence, null, ""),
            new Sanctioned(Second, MeasureKind.Suspend, Spec.Start.AddHours(72), "")).State;
        Assert.Equal(Second, alice.SanctionAt(Spec.Start)?.Decision);
        Assert.Equal(First, alice.SanctionAt(Spec.Start.AddHours(72))?.Decision);
    }

    [Fact]
    public void What_a_decision_did_is_lifted_and_nothing_else()
    {
        var history = new object[]
        {
            Joined, new Sanctioned(First, MeasureKind.Suspend, null, ""), new Struck(First, Spec.Start.AddDays(180)),
            new Sanctioned(Second, MeasureKind.Silence, null, ""), new Struck(Second, Spec.Start.AddDays(180)),
        };
        Spec.Member(history).When(new Lift(First), "", Role.System).Then(new Lifted(First));
        var alice = Spec.Member([.. history, new Lifted(First)]);
        Assert.Equal(Bar.Silenced, alice.State.BarAt(Spec.Start));
        Assert.Equal(1, alice.State.ActiveStrikes(Spec.Start));
        alice.When(new Lift(First), "", Role.System).Then();
    }

    [Theory]
    [InlineData(MeasureKind.Ban, null, 7 * 24)]
    [InlineData(MeasureKind.Suspend, 72, 72)]
    [InlineData(MeasureKind.Suspend, 2_000, 7 * 24)]
    [InlineData(MeasureKind.Silence, null, 0)]
    public void Who_is_kept_out_is_owed_a_letter_while_it_is_news(MeasureKind kind, int? hours, int forHours)
    {
        var sanctioned = new Sanctioned(First, kind, hours is { } h ? Spec.Start.AddHours(h) : null, "Calm down.");
        var owed = Spec.Follows(sanctioned, "devs/alice", "mo")
            .Where(line => line.StartsWith("recipient", StringComparison.Ordinal)).ToList();
        if (forHours == 0) Assert.Empty(owed);
        else
        {
            Assert.StartsWith("recipient:~/devs.alice owe ", Assert.Single(owed));
            Assert.Contains($"\"of\":\"{First}\"", owed[0]);
            Assert.Contains($"\"notAfter\":\"{Spec.Start.AddHours(forHours):yyyy-MM-ddTHH}", owed[0]);
            Assert.DoesNotContain("Calm", owed[0]); // Words wait with nobody.
        }
    }

    [Fact]
    public void A_strike_counts_until_it_expires()
    {
        var until = Spec.Start.AddDays(180);
        Spec.Member(Joined).When(new MemberCommand.Strike(First, until), "", Role.System)
            .Then(new Struck(First, until));
        var alice = Spec.Member(Joined, new Struck(First, until));
        alice.When(new MemberCommand.Strike(First, until), "", Role.System).Then();
        Assert.Equal(1, alice.State.ActiveStrikes(until.AddSeconds(-1)));
        Assert.Equal(0, alice.State.ActiveStrikes(until));
        Assert.Single(alice.State.Apply(
            new Struck(Second, until.AddDays(180)), new Moment("", until.AddDays(1))).Strikes);
    }

    [Fact]
    public void A_sanction_ends_by_its_alarm_which_lifting_takes_away()
    {
        var world = new World();
        Ask(new Join("Alice"));
        Ask(new MemberCommand.Sanction(First, Silence, ""));
        Ask(new MemberCommand.Sanction(Second, new(MeasureKind.Suspend, Hours: 48), ""));
        world.Pass(TimeSpan.FromHours(25));
        Assert.Equal(Second, Assert.Single(world.Member("devs/alice").Sanctions).Decision);
        Ask(new Lift(Second));
        var before = world.Journal.Count;
        world.Pass(TimeSpan.FromHours(48));
        Assert.Equal(before, world.Journal.Count);
        Assert.Empty(world.Member("devs/alice").Sanctions);

        void Ask(MemberCommand command) => Assert.Null(world.Ask("devs/alice", command, "", Standing.System));
    }

    [Theory]
    [InlineData(MeasureKind.Suspend, "member.suspended")]
    [InlineData(MeasureKind.Ban, "member.banned")]
    public void Who_is_kept_out_cannot_come_back_by_leaving(MeasureKind kind, string code)
    {
        var outside = Spec.Member(Joined, new Sanctioned(First, kind, null, ""), new Left());
        outside.When(new Join("Alice"), role: Role.None).Refused(code);
        outside.When(new AskToJoin("Alice", ""), role: Role.None, mayApply: true).Refused(code);
        outside.When(new Join("Alice", InvitedBy: "bob"), "", Role.System).Refused(code);
        Spec.Invitation(new InvitationEvent.Issued("bob", 5, Spec.Start.AddDays(1), null, ""))
            .When(new InvitationCommand.Redeem("Alice"), role: Role.None, bar: Bar.Banned).Refused("member.banned");
    }

    [Theory]
    [InlineData(Bar.Unconsented, "consent.needed")]
    [InlineData(Bar.Silenced, "member.silenced")]
    [InlineData(Bar.Suspended, "member.suspended")]
    [InlineData(Bar.Banned, "member.banned")]
    public void Nothing_is_written_by_who_is_barred(Bar bar, string code)
    {
        var role = bar >= Bar.Suspended ? Role.None : Role.Member;
        var thread = Spec.Thread(new ThreadEvent.Opened("How?", "So?", null, []));
        ThreadCommand[] writing =
        [
            new ThreadCommand.Open("How?", "So?", null, []), new ThreadCommand.Reply("So."),
            new ThreadCommand.Edit(1, "So"), new ThreadCommand.React(1, "like"), new ThreadCommand.Remove(1),
        ];
        Assert.All(writing, command => thread.When(command, role: role, bar: bar).Refused(code));
        Spec.Poll().When(new PollCommand.Vote([0]), role: role, bar: bar).Refused(code);
        Spec.Conversation().When(new ConversationCommand.Send("Hi"), role: role, bar: bar).Refused(code);
        Spec.Group().When(new GroupCommand.Join(), role: role, bar: bar).Refused(code);
        Spec.Community(new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"))
            .When(new CommunityCommand.SetPurpose(Purpose.Saying("None")), role: role, bar: bar).Refused(code);
        Assert.Equal(code, Upload.Initial.Decide(
            new UploadCommand.Store("a", "b", 1, "c"),
            new Turn("alice", new Standing(role, Bar: bar), Spec.Start, "devs/x")).Refusal?.Code);

        var alice = Spec.Member(Joined);
        alice.When(new Describe("Alice", ""), role: role, bar: bar).Refused(code);
        alice.When(new Portray(null), role: role, bar: bar).Refused(code);
        alice.When(new Leave(), role: role, bar: bar).Then(new Left());
    }
}
