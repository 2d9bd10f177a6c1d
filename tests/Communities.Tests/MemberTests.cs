using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities.Tests;

/// <summary>Alice in the community devs.</summary>
public sealed class MemberTests
{
    private static readonly Joined Joined = new("Alice", Role.Member);

    [Fact]
    public void A_person_joins() =>
        Spec.Member().When(new Join("Alice"), role: Role.None).Then(new Joined("Alice", Role.Member));

    [Fact]
    public void Joining_twice_happens_once() => Spec.Member(Joined).When(new Join("Alice")).Then();

    [Fact]
    public void A_private_community_takes_whom_a_manager_brings()
    {
        Spec.Member().When(new Join("Alice"), role: Role.None, mayJoin: false).Refused("community.closed");
        Spec.Member().When(new Join("Alice"), "max", Role.Manager, mayJoin: false).Then(Joined);
    }

    [Fact]
    public void Nobody_joins_for_somebody_else() =>
        Spec.Member().When(new Join("Alice"), "bob", Role.Moderator).Refused("account.foreign");

    [Fact]
    public void Nobody_joins_with_a_role_but_by_the_program()
    {
        Spec.Member().When(new Join("Alice", Role.Owner), "alice", Role.Owner).Refused("program.needed");
        Spec.Member().When(new Join("Alice", Role.None), "alice", Role.None).Refused("program.needed");
        Spec.Member().When(new Join("Alice", Role.Owner), "", Role.System).Then(new Joined("Alice", Role.Owner));
    }

    [Fact]
    public void A_display_name_has_60_characters_at_most()
    {
        Spec.Member().When(new Join(new('x', 61)), role: Role.None).Refused("name.long");
        Spec.Member().When(new Join("\u200b"), role: Role.None).Refused("name.empty");
        Spec.Member().When(new Join("a\u202eb"), role: Role.None).Refused("name.malformed");
    }

    [Fact]
    public void Who_left_may_come_back()
    {
        Spec.Member(Joined).When(new Leave()).Then(new Left());
        Spec.Member(Joined, new Left()).When(new Join("Alice"), role: Role.None).Then(Joined);
        Spec.Member(Joined, new Left()).When(new Leave()).Refused("member.needed");
    }

    [Fact]
    public void Nobody_leaves_for_somebody_else() =>
        Spec.Member(Joined).When(new Leave(), "max", Role.Owner).Refused("account.foreign");

    [Fact]
    public void An_owner_does_not_leave_the_community_alone() =>
        Spec.Member(new Joined("Alice", Role.Owner)).When(new Leave(), role: Role.Owner).Refused("owner.needed");

    [Fact]
    public void A_member_describes_themselves()
    {
        Spec.Member(Joined).When(new Describe("Alice B.", "I bake.")).Then(new Described("Alice B.", "I bake."));
        Spec.Member(Joined).When(new Describe("Alice B.", null)).Then(new Described("Alice B.", ""));
        Spec.Member(Joined).When(new Describe("Alice", ""), "max", Role.Manager).Then(new Described("Alice", ""));
        Spec.Member(Joined).When(new Describe("Fool", ""), "bob", Role.Moderator).Refused("account.foreign");
    }

    [Fact]
    public void A_description_has_its_limits()
    {
        Spec.Member(Joined).When(new Describe("", "")).Refused("name.empty");
        Spec.Member(Joined).When(new Describe("A", new('x', Text.AboutMax + 1))).Refused("biography.long");
        Spec.Member(Joined).When(new Describe("A", new(' ', Text.AboutMax + 1))).Refused("biography.long");
        Spec.Member().When(new Describe("A", "")).Refused("member.needed");
    }

    [Theory]
    [InlineData(Role.Manager, Role.Member, Role.Moderator)]
    [InlineData(Role.Owner, Role.Member, Role.Owner)]
    [InlineData(Role.Owner, Role.Owner, Role.Member)]
    [InlineData(Role.System, Role.Member, Role.Owner)]
    public void Managers_appoint_below_themselves_and_owners_anybody(Role by, Role from, Role to) =>
        Spec.Member(new Joined("Alice", from)).When(new Appoint(to), "max", by).Then(new Appointed(to));

    [Theory]
    [InlineData(Role.Moderator, Role.Member, Role.Moderator, "manager.needed")]
    [InlineData(Role.Manager, Role.Member, Role.Manager, "role.higher")]
    [InlineData(Role.Manager, Role.Manager, Role.Member, "role.higher")]
    [InlineData(Role.Manager, Role.Owner, Role.Member, "role.higher")]
    [InlineData(Role.Owner, Role.Member, Role.None, "role.unknown")]
    [InlineData(Role.Owner, Role.Member, Role.System, "role.unknown")]
    [InlineData(Role.Owner, Role.Member, (Role)99, "role.unknown")]
    public void Nobody_appoints_above_themselves(Role by, Role from, Role to, string code) =>
        Spec.Member(new Joined("Alice", from)).When(new Appoint(to), "max", by).Refused(code);

    [Fact]
    public void An_operator_appoints_like_an_owner() =>
        Spec.Member(Joined).When(new Appoint(Role.Owner), "root", Role.None, isOperator: true)
            .Then(new Appointed(Role.Owner));

    [Fact]
    public void Nobody_appoints_themselves() =>
        Spec.Member(Joined).When(new Appoint(Role.Owner), "alice", Role.Owner).Refused("role.own");

    [Fact]
    public void Appointing_twice_happens_once() =>
        Spec.Member(Joined).When(new Appoint(Role.Member), "max", Role.Owner).Then();

    [Fact]
    public void A_day_counts_once()
    {
        Spec.Member(Joined).When(new Visit()).Then(new Visited());
        Spec.Member(Joined, new Visited()).When(new Visit(), minutes: 60).Then();
        Spec.Member(Joined, new Visited()).When(new Visit(), minutes: 24 * 60).Then(new Visited());
        Spec.Member(Joined).When(new Visit(), "bob").Refused("account.foreign");
        Spec.Member().When(new Visit(), role: Role.None).Refused("member.needed");
    }

    [Fact]
    public void Only_the_program_tallies_and_also_for_who_left()
    {
        var tally = new Tally(new(Posts: 1), [20_000]);
        Spec.Member().When(tally, "", Role.System).Then(new Tallied(new(Posts: 1), [20_000]));
        Spec.Member(Joined).When(tally, "alice", Role.Owner).Refused("program.needed");
    }

    [Fact]
    public void A_tally_of_nothing_new_is_nothing() =>
        Spec.Member(new Tallied(default, [20_000])).When(new Tally(default, [20_000]), "", Role.System).Then();

    [Fact]
    public void A_member_counts_what_the_tallies_brought_and_active_days() =>
        Assert.Equal(
            new MemberCounters(1, 3, 0, 2, 0, 3),
            Spec.Member(
                Joined, new Visited(), new Tallied(new(1, 2), [20_000]), new Tallied(new(0, 1, 0, 2), [20_000, 19_000]))
                .State.Counters);
}
