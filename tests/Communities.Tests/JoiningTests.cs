using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities.Tests;

/// <summary>Alice wants to come into the community devs, which asks first.</summary>
public sealed class JoiningTests
{
    private static readonly Applied Applied = new("Alice", "I build.");

    [Theory]
    [InlineData(Visibility.Public, null, Joining.Open)]
    [InlineData(Visibility.Public, Joining.Request, Joining.Request)]
    [InlineData(Visibility.Unlisted, Joining.Invitation, Joining.Invitation)]
    [InlineData(Visibility.Private, null, Joining.Invitation)]
    [InlineData(Visibility.Private, Joining.Request, Joining.Invitation)]
    public void A_community_takes_members_as_its_managers_say_and_a_private_one_by_invitation(
        Visibility visibility, Joining? chosen, Joining joining)
    {
        var founded = new CommunityEvent.Founded("Devs", null, "en", visibility, "Max");
        var state = chosen is { } it
            ? Spec.Community(founded, new CommunityEvent.JoiningSet(it, null)).State
            : Spec.Community(founded).State;
        Assert.Equal(joining, state.Joining);
    }

    [Fact]
    public void Managers_say_how_one_joins()
    {
        var community = Spec.Community(new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"));
        var asks = new CommunityCommand.SetJoining(Joining.Request, "Why?");
        community.When(asks, "max", Role.Manager).Then(new CommunityEvent.JoiningSet(Joining.Request, "Why?"));
        community.When(asks, "mo", Role.Moderator).Refused("manager.needed");
        community.When(asks with { Joining = (Joining)7 }, "max", Role.Manager).Refused("joining.unknown");
        community.When(asks with { Question = new('x', Text.LineMax + 1) }, "max", Role.Manager)
            .Refused("question.long");
        Spec.Community(new CommunityEvent.Founded("Devs", null, "en", Visibility.Private, "Max"))
            .When(asks, "max", Role.Manager).Refused("joining.unknown");
    }

    [Fact]
    public void A_person_asks_to_join_where_requests_are_taken()
    {
        Asking(new AskToJoin("Alice", "I build.")).Then(Applied);
        Asking(new AskToJoin("Alice", null)).Then(Applied with { Answer = "" });
        Spec.Member().When(new AskToJoin("Alice", ""), role: Role.None).Refused("community.closed");
        Spec.Member().When(new AskToJoin("Alice", ""), "bob", Role.Owner, mayApply: true).Refused("account.foreign");
        Asking(new AskToJoin("", "")).Refused("name.empty");
        Asking(new AskToJoin("Alice", new('x', JoinRequest.AnswerMax + 1))).Refused("answer.long");
        Spec.Member(new Joined("Alice", Role.Member)).When(new AskToJoin("Alice", ""), mayApply: true).Then();
    }

    [Fact]
    public void Who_asks_is_no_member_yet() =>
        Spec.Member(Applied).When(new Describe("Alice", ""), role: Role.None).Refused("member.needed");

    [Fact]
    public void A_moderator_lets_in_who_asked()
    {
        Spec.Member(Applied).When(new Admit(), "mo", Role.Moderator).Then(new Joined("Alice", Role.Member));
        Spec.Member(Applied).When(new Admit(), "alice", Role.None).Refused("moderator.needed");
        Spec.Member().When(new Admit(), "mo", Role.Moderator).Refused("request.missing");
        Assert.Null(Spec.Member(Applied, new Joined("Alice", Role.Member)).State.Request);
    }

    [Fact]
    public void A_request_is_declined_with_a_reason()
    {
        Spec.Member(Applied).When(new Decline("Full"), "mo", Role.Moderator).Then(new Declined("Full"));
        Spec.Member(Applied).When(new Decline(""), "mo", Role.Moderator).Refused("reason.empty");
        Spec.Member(Applied, new Declined("Full")).When(new Admit(), "mo", Role.Moderator).Refused("request.missing");
    }

    [Fact]
    public void Who_was_declined_may_ask_again_a_week_later()
    {
        var declined = Spec.Member(Applied, new Declined("Full"));
        var again = new AskToJoin("Alice", "Now?");
        var week = JoinRequest.AgainAfter.TotalMinutes;
        declined.When(again, role: Role.None, minutes: week - 1, mayApply: true).Refused("request.slow");
        declined.When(again, role: Role.None, minutes: week, mayApply: true).Then(Applied with { Answer = "Now?" });
    }

    [Fact]
    public void A_request_can_be_taken_back()
    {
        Spec.Member(Applied).When(new Withdraw(), role: Role.None).Then(new Withdrawn());
        Spec.Member().When(new Withdraw(), role: Role.None).Then();
        Spec.Member(Applied).When(new Withdraw(), "bob", Role.Owner).Refused("account.foreign");
        Spec.Member(Applied, new Withdrawn()).When(new Admit(), "mo", Role.Moderator).Refused("request.missing");
    }

    [Fact]
    public void Who_keeps_order_is_told_that_somebody_asks()
    {
        Assert.Equal(
            ["""community:devs tell-staff {"of":"alice"}"""], Spec.Follows(Applied, "devs/alice"));
        var community = Spec.Community(
            new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"),
            new CommunityEvent.StaffSet("mo", true), new CommunityEvent.StaffSet("max", true),
            new CommunityEvent.StaffSet("mo", false));
        community.When(new CommunityCommand.TellStaff("alice"), "", Role.System)
            .Then(new CommunityEvent.StaffTold("alice", ["max"]));
        community.When(new CommunityCommand.SetStaff("max", true), "", Role.System).Then();
        community.When(new CommunityCommand.SetStaff("mo", true), "max", Role.Owner).Refused("program.needed");
        var told = Assert.Single(Spec.Follows(new CommunityEvent.StaffTold("alice", ["max"]), "devs"));
        Assert.StartsWith(
            """inbox:devs/max notify {"notice":{"reason":"request","by":"alice","subject":"asks",""", told);
    }

    [Theory]
    [InlineData(Role.Member, "mo", "inbox:devs/alice notify")]
    [InlineData(Role.Moderator, "alice", "community:devs set-staff")]
    public void What_joining_means_for_others(Role role, string by, string follows) =>
        Assert.Contains(
            Spec.Follows(new Joined("Alice", role), "devs/alice", by),
            line => line.StartsWith(follows, StringComparison.Ordinal));

    [Fact]
    public void A_profile_holds_a_few_addresses_of_the_web()
    {
        var member = Spec.Member(new Joined("Alice", Role.Member));
        var described = new Describe("Alice", "", "Lyon", "she/her", ["https://example.org/a"]);
        member.When(described).Then(new Described("Alice", "", "Lyon", "she/her", ["https://example.org/a"]));
        member.When(described, isNew: true).Refused("trust.needed");
        member.When(described with { Links = ["javascript:alert(1)"] }).Refused("addresses.malformed");
        member.When(described with { Links = [.. Enumerable.Repeat("https://example.org", 6)] })
            .Refused("addresses.many");
        member.When(described with { Location = "a\nb" }).Refused("location.malformed");
        member.When(described with { Pronouns = new('x', 61) }).Refused("pronouns.long");
    }

    private static Outcome<MemberEvent> Asking(AskToJoin command) =>
        Spec.Member().When(command, role: Role.None, mayJoin: false, mayApply: true);

    [Fact]
    public void What_who_joins_says_yes_to_is_kept_by_its_version_and_said_once()
    {
        var open = new Standing(Role.None, MayJoin: true, MayApply: true);
        var agreed = new HouseRules(3, 2);
        var (rules, purpose) = (new ConsentGiven("netiquette", 3), new ConsentGiven("purpose", 2));
        Assert.Equal(
            [new Joined("Alice", Role.Member), rules, purpose],
            Decided(Member.Initial, new Join("Alice", Agreed: agreed), open));
        Assert.Equal(
            [new Applied("Alice", "I build."), rules, purpose],
            Decided(Member.Initial, new AskToJoin("Alice", "I build.", agreed), open));

        // Nobody says yes in somebody else's name.
        Assert.Equal(
            [new Joined("Alice", Role.Member)],
            Decided(Member.Initial, new Join("Alice", Agreed: agreed), new(Role.Manager), by: "max"));

        var before = Spec.Member(new Joined("Alice", Role.Member), rules, purpose, new Left()).State;
        Assert.Equal([new Joined("Alice", Role.Member)], Decided(before, new Join("Alice", Agreed: agreed), open));
        Assert.Equal(HouseRules.None, agreed.Without(before.Consents));
        Assert.Equal(new HouseRules(4), new HouseRules(4, 5).Without(before.Consents));
    }

    [Fact]
    public void A_community_asks_for_its_rules_in_force_and_for_a_purpose_that_says_what_does_not_belong()
    {
        var founded = new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max");
        var said = new CommunityEvent.PurposeSet(new("Code", "", "", "No cakes", []));
        var open = new CommunityEvent.PurposeSet(Purpose.Saying("Code"));
        Assert.Equal(HouseRules.None, Spec.Community(founded, open).State.HouseRules);
        Assert.Equal(new HouseRules(0, 2), Spec.Community(founded, open, said).State.HouseRules);
        Assert.Equal(
            new HouseRules(4, 1),
            Spec.Community(founded, said, new CommunityEvent.PolicyEnforced("netiquette", 4, 2)).State.HouseRules);
    }

    private static IEnumerable<MemberEvent> Decided(
        Member member, MemberCommand command, Standing standing, string by = "alice") =>
        member.Decide(command, new Turn(by, standing, Spec.Start, "devs/alice"));
}
