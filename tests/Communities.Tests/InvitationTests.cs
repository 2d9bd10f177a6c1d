using Communities.Actors;
using static Communities.InvitationCommand;
using static Communities.InvitationEvent;

namespace Communities.Tests;

/// <summary>Bob invites to the community devs.</summary>
public sealed class InvitationTests
{
    private const string Id = "01k0000000000000";
    private static readonly DateTimeOffset Later = Spec.Start.AddDays(7);
    private static readonly Issued Issued = new("bob", 2, Later, "Friends", "sealed");
    private static readonly MemberCommand.Invite Invite = new(Id, 2, Later, "Friends", "sealed");
    private static readonly MemberEvent.Invited Invited = new(Id, 2, Later, "Friends", "sealed");

    [Theory]
    [InlineData(Role.Member, 1, 1, "trust.needed")]
    [InlineData(Role.Member, 2, 10, null)]
    [InlineData(Role.Member, 2, 11, "uses.range")]
    [InlineData(Role.Member, 2, 0, "uses.range")]
    [InlineData(Role.Moderator, 0, 5_000, null)]
    [InlineData(Role.Moderator, 0, 5_001, "uses.range")]
    public void Trusted_members_invite_a_few_and_moderators_many(Role role, int trust, int uses, string? code)
    {
        var said = Alice().When(Invite with { Uses = uses }, role: role, trust: trust);
        if (code is null) said.Then(Invited with { Uses = uses });
        else said.Refused(code);
    }

    [Fact]
    public void An_invitation_lasts_ninety_days_at_most()
    {
        Alice().When(Invite with { Until = Spec.Start.AddDays(90) }, trust: 2)
            .Then(Invited with { Until = Spec.Start.AddDays(90) });
        Alice().When(Invite with { Until = Spec.Start.AddDays(91) }, trust: 2).Refused("invitation.long");
        Alice().When(Invite with { Until = Spec.Start }, trust: 2).Refused("time.past");
        Alice().When(Invite with { Note = "a\nb" }, trust: 2).Refused("note.malformed");
        Alice().When(Invite with { Id = "x" }, trust: 2).Refused("invitation.missing");
        Alice().When(Invite, "bob", Role.Owner).Refused("account.foreign");
    }

    [Fact]
    public void A_member_writes_ten_invitations_a_day()
    {
        var history = Enumerable.Repeat<object>(Invited, Invitation.DayMax).ToArray();
        Alice(history).When(Invite, trust: 2).Refused("invitations.exceeded");
        Alice(history).When(Invite, trust: 2, minutes: 24 * 60).Then(Invited);
    }

    [Fact]
    public void What_a_member_writes_becomes_an_invitation() =>
        Assert.Contains(
            """invitation:devs/01k0000000000000 issue {"by":"alice","uses":2,"until":"2026-03-09T09:00:00+00:00","""
            + "\"note\":\"Friends\",\"sealed\":\"sealed\"}",
            Spec.Follows(Invited, "devs/alice"));

    [Fact]
    public void Only_the_program_issues_it_and_once()
    {
        var issue = new Issue("bob", 2, Later, "Friends", "sealed");
        Spec.Invitation().When(issue, "", Role.System).Then(Issued);
        Spec.Invitation(Issued).When(issue, "", Role.System).Then();
        Spec.Invitation().When(issue, "bob", Role.Owner).Refused("program.needed");
    }

    [Fact]
    public void Somebody_comes_by_it_until_it_is_used_up()
    {
        Spec.Invitation(Issued).When(new Redeem("Alice"), role: Role.None).Then(new Redeemed("Alice", "bob"));
        Spec.Invitation(Issued, new Redeemed("Alice", "bob")).When(new Redeem("Alice"), role: Role.None).Then();
        var full = Spec.Invitation(
            Issued, new Redeemed("Alice", "bob"), Spec.By("carol"), new Redeemed("Carol", "bob"));
        full.When(new Redeem("Dave"), "dave", Role.None).Refused("invitation.past");
        full.When(new Redeem("Carol"), "carol", Role.None).Then();
    }

    [Fact]
    public void It_ends_with_its_time_or_when_it_is_taken_back()
    {
        var minutes = TimeSpan.FromDays(7).TotalMinutes;
        Spec.Invitation(Issued).When(new Redeem("Alice"), role: Role.None, minutes: minutes)
            .Refused("invitation.past");
        Spec.Invitation(Issued, new Revoked()).When(new Redeem("Alice"), role: Role.None).Refused("invitation.past");
        Spec.Invitation().When(new Redeem("Alice"), role: Role.None).Refused("invitation.missing");
        Spec.Invitation(Issued).When(new Redeem(""), role: Role.None).Refused("name.empty");
        Spec.Invitation(Issued).When(new Redeem("Alice"), role: Role.Member).Then();
    }

    [Fact]
    public void Who_wrote_it_or_a_moderator_takes_it_back()
    {
        Spec.Invitation(Issued).When(new Revoke(), "bob").Then(new Revoked());
        Spec.Invitation(Issued).When(new Revoke(), "mo", Role.Moderator).Then(new Revoked());
        Spec.Invitation(Issued).When(new Revoke(), "alice").Refused("moderator.needed");
        Spec.Invitation(Issued, new Revoked()).When(new Revoke(), "bob").Then();
    }

    [Fact]
    public void Who_came_by_it_joins_at_level_1_and_it_is_known_who_invited_them()
    {
        Assert.Contains(
            """member:devs/alice join {"name":"Alice","role":"Member","invitedBy":"bob","trust":1}""",
            Spec.Follows(new Redeemed("Alice", "bob"), $"devs/{Id}"));
        Spec.Member().When(new MemberCommand.Join("Alice", InvitedBy: "bob", Trust: 1), "", Role.System)
            .Then(new MemberEvent.Joined("Alice", Role.Member, "bob", 1));
        Spec.Member().When(new MemberCommand.Join("Alice", InvitedBy: "bob"), role: Role.None)
            .Refused("program.needed");
    }

    private static Given<Member, MemberCommand, MemberEvent> Alice(params object[] history) =>
        Spec.Member([new MemberEvent.Joined("Alice", Role.Member), .. history]);
}
