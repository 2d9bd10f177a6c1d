using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities.Tests;

/// <summary>Alice becomes an ambassador of the community devs, greets others, and is thanked.</summary>
public sealed class AmbassadorTests
{
    private static readonly Joined Joined = new("Alice", Role.Member);

    [Fact]
    public void Managers_entrust_members_and_nobody_entrusts_themselves()
    {
        var alice = Spec.Member(Joined);
        alice.When(new Entrust(true, "You greet everybody"), "max", Role.Manager)
            .Then(new Entrusted(true, "You greet everybody"));
        alice.When(new Entrust(true, ""), "max", Role.Manager).Then(new Entrusted(true));
        alice.When(new Entrust(true), "mo", Role.Moderator).Refused("manager.needed");
        alice.When(new Entrust(true), "alice", Role.Manager).Refused("role.own");
        alice.When(new Entrust(true, new('x', Text.LineMax + 1)), "max", Role.Manager).Refused("thanks.long");
        Spec.Member(Joined, new Entrusted(true)).When(new Entrust(true), "max", Role.Manager).Then();
        Spec.Member(Joined, new Entrusted(true)).When(new Entrust(false), "max", Role.Manager)
            .Then(new Entrusted(false));
        Spec.Member().When(new Entrust(true), "max", Role.Manager).Refused("member.needed");
    }

    [Fact]
    public void Who_leaves_is_no_ambassador_any_more() =>
        Assert.False(Spec.Member(Joined, new Entrusted(true), new Left(), Joined).State.IsAmbassador);

    [Fact]
    public void Members_thank_ambassadors_once_a_month()
    {
        var alice = Spec.Member(Joined, new Entrusted(true));
        alice.When(new Thank("You answered me"), "bob", Role.Member).Then(new Thanked("You answered me"));
        alice.When(new Thank("Me"), "alice", Role.Member).Refused("thanks.own");
        alice.When(new Thank(" "), "bob", Role.Member).Refused("thanks.empty");
        alice.When(new Thank("You"), "eve", Role.None).Refused("member.needed");
        Spec.Member(Joined).When(new Thank("You"), "bob", Role.Member).Refused("ambassador.missing");

        var thanked = Spec.Member(Joined, new Entrusted(true), Spec.By("bob"), new Thanked("You"));
        var month = Member.ThanksAfter.TotalMinutes;
        thanked.When(new Thank("Again"), "bob", Role.Member, minutes: month - 1).Refused("thanks.repeated");
        thanked.When(new Thank("Again"), "bob", Role.Member, minutes: month).Then(new Thanked("Again"));
        thanked.When(new Thank("Too"), "carol", Role.Member).Then(new Thanked("Too"));
    }

    [Fact]
    public void The_community_knows_its_ambassadors_and_they_are_told()
    {
        var world = new World();
        world.Ask("devs", new CommunityCommand.Found("Devs", null, "en", Visibility.Public, "Max"), "max",
            Standing.System);
        world.Ask("devs/alice", new Join("Alice"), "alice", Standing.System);
        world.Ask("devs/bob", new Join("Bob"), "bob", Standing.System);
        Assert.Null(world.Ask("devs/alice", new Entrust(true), "max", new Standing(Role.Owner)));

        Assert.Equal(["alice"], world.Community("devs").Ambassadors);
        Assert.Contains(world.Journal, told => told.Name == "inbox.notified" && told.Actor.Key == "devs/alice");

        world.Ask("devs", new CommunityCommand.TellStaff("bob", Reasons.Case, "x", Ambassadors: true), "",
            Standing.System);
        world.Ask("devs/alice", new Leave(), "alice", new Standing(Role.Member));
        Assert.Empty(world.Community("devs").Ambassadors);
    }

    [Fact]
    public void What_ambassadors_should_see_is_told_to_them_and_to_staff_and_the_rest_to_staff_alone()
    {
        var devs = Spec.Community(
            new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"),
            new CommunityEvent.StaffSet("max", true), new CommunityEvent.AmbassadorSet("alice", true));
        devs.When(new CommunityCommand.TellStaff("bob", Reasons.Request, "x", Ambassadors: true), "", Role.System)
            .Then(new CommunityEvent.StaffTold("bob", ["alice", "max"], Reasons.Request, "x"));
        devs.When(new CommunityCommand.TellStaff("bob", Reasons.Request, "x"), "", Role.System)
            .Then(new CommunityEvent.StaffTold("bob", ["max"], Reasons.Request, "x"));
        devs.When(new CommunityCommand.SetAmbassador("bob", true), "max", Role.Owner).Refused("program.needed");
    }
}
