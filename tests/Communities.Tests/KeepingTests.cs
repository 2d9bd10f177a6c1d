using Communities.Actors;
using static Communities.CommunityCommand;

namespace Communities.Tests;

/// <summary>Who keeps order in a category hears of what is urgent there, as moderators do.</summary>
public sealed class KeepingTests
{
    private static readonly Subject Post = Subject.OfPost("01k0000000000000", 3);

    [Fact]
    public void Keepers_are_told_of_their_categories_and_of_those_below_and_of_no_others()
    {
        var devs = Spec.Community(
            new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"),
            new CommunityEvent.CategoryAdded(new("bikes", "Bikes")),
            new CommunityEvent.CategoryAdded(new("brakes", "Brakes", Parent: "bikes")),
            new CommunityEvent.CategoryAdded(new("cakes", "Cakes")),
            new CommunityEvent.StaffSet("max", true), new CommunityEvent.KeeperSet("ann", ["bikes"]),
            new CommunityEvent.KeeperSet("bob", ["cakes"]), new CommunityEvent.KeeperSet("max", ["cakes"]));
        Told("bikes", "ann", "max");
        Told("brakes", "ann", "max");
        Told("cakes", "bob", "max");
        Told(null, "max");
        devs.When(new SetKeeper("bob", ["cakes"]), "", Role.System).Then();
        devs.When(new SetKeeper("bob", []), "", Role.System).Then(new CommunityEvent.KeeperSet("bob", []));
        devs.When(new SetKeeper("bob", []), "max", Role.Owner).Refused("program.needed");

        void Told(string? category, params string[] to) => devs
            .When(new TellStaff("", Reasons.Case, "x", Category: category), "", Role.System)
            .Then(new CommunityEvent.StaffTold("", [.. to], Reasons.Case, "x"));
    }

    [Fact]
    public void What_is_urgent_in_a_case_is_told_with_its_category()
    {
        const string key = "devs/post-01k0000000000000-3";
        CaseEvent[] urgent = [new CaseEvent.Escalated(null, "brakes"), new CaseEvent.Appealed(1, "No", "brakes")];
        foreach (var happened in urgent)
            Assert.EndsWith(
                """
                "subject":"post-01k0000000000000-3","category":"brakes"}
                """, Assert.Single(Spec.Follows(happened, key), line => line.Contains(" tell-staff ")));
    }

    [Fact]
    public void A_community_knows_who_keeps_order_in_which_categories_until_they_leave()
    {
        var world = new World();
        world.Ask(
            "devs", new Found("Devs", null, "en", Visibility.Public, "Max"), "max", new(Role.None, IsOperator: true));
        world.Ask("devs", new AddCategory(new("brakes", "Brakes")), "max", new(Role.Owner));
        world.Ask("devs/ann", new MemberCommand.Join("Ann"), "ann", new(Role.None, MayJoin: true));
        world.Ask("devs/ann", new MemberCommand.Keep(["brakes"]), "max", new(Role.Owner));
        Assert.Equal(["brakes"], world.Community("devs").Keepers["ann"]);
        world.Ask("devs", new TellStaff("", Reasons.Case, Post.ToString(), Category: "brakes"), "", Standing.System);
        Assert.Contains(world.Journal, told => told.Name == "inbox.notified" && told.Actor.Key == "devs/ann");
        world.Ask("devs/ann", new MemberCommand.Leave(), "ann", new(Role.Member));
        Assert.Empty(world.Community("devs").Keepers);
    }
}
