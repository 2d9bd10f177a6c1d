using Communities.Actors;
using static Communities.GroupCommand;
using static Communities.GroupEvent;

namespace Communities.Tests;

/// <summary>The group helpers in the community devs; max founded it.</summary>
public sealed class GroupTests
{
    private const string Thread = "01k0000000000000";

    private static readonly Found Found = new("Helpers", "Who help", GroupAccess.Open, GroupCallers.Everybody);
    private static readonly Founded Founded = new("Helpers", "Who help", GroupAccess.Open, GroupCallers.Everybody);

    private static readonly object[] Owned = [new Joined("max"), new OwnerSet("max", true)];

    [Fact]
    public void A_manager_founds_a_group_and_looks_after_it()
    {
        Spec.Group().When(Found, "max", Role.Manager).Then(Founded, new Joined("max"), new OwnerSet("max", true));
        Spec.Group().When(Found, "mo", Role.Moderator).Refused("manager.needed");
        Spec.Group(Founded).When(Found, "max", Role.Manager).Refused("group.exists");
        Spec.Group().At("devs/é").When(Found, "max", Role.Manager).Refused("group.malformed");
        Spec.Group().When(Found with { Title = "" }, "max", Role.Manager).Refused("title.empty");
        Spec.Group().When(Found with { Access = (GroupAccess)9 }, "max", Role.Manager).Refused("group.unknown");
    }

    [Theory]
    [InlineData(GroupAccess.Open, "joined")]
    [InlineData(GroupAccess.Request, "asked")]
    [InlineData(GroupAccess.Closed, "group.closed")]
    public void A_member_comes_in_as_the_group_takes_members(GroupAccess access, string outcome)
    {
        var said = Group(Founded with { Access = access }).When(new Join());
        if (outcome == "joined") said.Then(new Joined("alice"));
        else if (outcome == "asked") said.Then(new Asked("alice", ["max"]));
        else said.Refused(outcome);
    }

    [Fact]
    public void Coming_in_or_asking_twice_happens_once()
    {
        Group(Founded, new Joined("alice")).When(new Join()).Then();
        Group(Founded with { Access = GroupAccess.Request }, new Asked("alice", [])).When(new Join()).Then();
        Group(Founded).When(new Join(), role: Role.None).Refused("member.needed");
        Spec.Group().When(new Join()).Refused("group.missing");
    }

    [Fact]
    public void Owners_let_in_take_out_and_appoint()
    {
        var asked = Group(Founded with { Access = GroupAccess.Request }, new Asked("alice", ["max"]));
        asked.When(new Add("alice"), "max").Then(new Joined("alice"));
        asked.When(new Remove("alice"), "max").Then(new Left("alice"));
        asked.When(new Add("alice"), "alice").Refused("owner.needed");
        asked.When(new Add("alice"), "olga", Role.Manager).Then(new Joined("alice"));
        asked.When(new Add("É"), "max").Refused("member.missing");
        Group(Founded, new Joined("alice")).When(new SetOwner("alice", true), "max").Then(new OwnerSet("alice", true));
        Group(Founded).When(new SetOwner("alice", true), "max").Refused("member.missing");
        Group(Founded, new Joined("alice")).When(new Remove("alice"), "alice").Refused("owner.needed");
    }

    [Fact]
    public void Anybody_leaves_also_who_has_left_the_community()
    {
        Group(Founded, new Joined("alice")).When(new Leave()).Then(new Left("alice"));
        Group(Founded, new Joined("alice")).When(new Leave(), role: Role.None).Then(new Left("alice"));
        Group(Founded, new Asked("alice", [])).When(new Leave()).Then(new Left("alice"));
        Group(Founded).When(new Leave()).Then();
    }

    [Fact]
    public void A_dissolved_group_leaves_its_name()
    {
        Group(Founded).When(new Dissolve(), "max").Then(new Dissolved());
        Group(Founded, new Dissolved()).When(new Join()).Refused("group.missing");
        Group(Founded, new Dissolved()).When(Found, "", Role.System).Then(Founded);
    }

    [Theory]
    [InlineData(GroupCallers.Everybody, "dave", true)]
    [InlineData(GroupCallers.Members, "dave", false)]
    [InlineData(GroupCallers.Members, "bob", true)]
    [InlineData(GroupCallers.Owners, "bob", false)]
    [InlineData(GroupCallers.Owners, "max", true)]
    public void A_post_calls_who_is_in_the_group_where_its_author_may(GroupCallers callers, string by, bool may)
    {
        var call = new GroupCommand.Call(Thread, 2, by, Spec.Start);
        var said = Group(Founded with { Callers = callers }, new Joined("alice"), new Joined("bob"))
            .When(call, "", Role.System);
        string[] all = ["alice", "bob", "max"];
        if (may) said.Then(new Called(Thread, 2, by, [.. all.Where(account => account != by)], Spec.Start));
        else said.Then();
        Group(Founded).When(call, "max", Role.Owner).Refused("program.needed");
    }

    [Fact]
    public void A_large_group_is_called_by_its_owners_only()
    {
        var crowd = Enumerable.Range(0, Communities.Group.CalledByAnybodyMax)
            .Select(i => (object)new Joined($"m{i:000}")).ToArray();
        var group = Group([Founded, .. crowd]);
        group.When(new GroupCommand.Call(Thread, 2, "m001", Spec.Start), "", Role.System).Then();
        Assert.Equal(
            Communities.Group.CalledByAnybodyMax,
            Assert.IsType<Called>(group.When(new GroupCommand.Call(Thread, 2, "max", Spec.Start), "", Role.System)
                .Decision[0]).To.Length);
    }

    [Fact]
    public void A_post_that_names_a_group_calls_it_and_its_members_are_told()
    {
        Assert.Contains(
            Spec.Follows(new ThreadEvent.Replied(2, "Dear @helpers"), $"devs/{Thread}"),
            line => line.StartsWith("group:devs/helpers call", StringComparison.Ordinal));
        Assert.Contains(
            Spec.Follows(new Called(Thread, 2, "bob", ["alice"], Spec.Start), "devs/helpers", ""),
            line => line.StartsWith("inbox:devs/alice notify", StringComparison.Ordinal)
                && line.Contains("\"reason\":\"group\"") && line.Contains("\"subject\":\"helpers\""));
        Assert.Contains(
            Spec.Follows(new Asked("alice", ["max"]), "devs/helpers"),
            line => line.StartsWith("inbox:devs/max notify", StringComparison.Ordinal));
        Assert.Empty(Spec.Follows(new Joined("alice"), "devs/helpers"));
    }

    private static Given<Group, GroupCommand, GroupEvent> Group(params object[] history) =>
        Spec.Group([history[0], .. Owned, .. history[1..]]);
}
