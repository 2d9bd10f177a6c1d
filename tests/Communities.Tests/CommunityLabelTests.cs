using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities.Tests;

/// <summary>The order of categories, groups of tags, and tags that mean the same.</summary>
public sealed class CommunityLabelTests
{
    private static readonly object[] Founded =
    [
        new Founded("Devs", null, "en", Visibility.Public, "Max"), new CategoryAdded(new("a", "A")),
        new CategoryAdded(new("b", "B")),
    ];

    [Fact]
    public void A_manager_orders_categories()
    {
        Spec.Community(Founded).When(new OrderCategories(["b", "a"]), "max", Role.Manager)
            .Then(new CategoriesOrdered(["b", "a"]));
        Spec.Community(Founded).When(new OrderCategories(["a", "b"]), "max", Role.Manager).Then();
        Spec.Community(Founded).When(new OrderCategories(["b", "a"]), "mo", Role.Moderator).Refused("manager.needed");
        Assert.Equal(["b", "a"], Spec.Community([.. Founded, new CategoriesOrdered(["b", "a"])]).State.Categories
            .Select(category => category.Slug));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a", "b", "c")]
    [InlineData("a", "a")]
    public void An_order_names_each_category_once(params string[] slugs) =>
        Spec.Community(Founded).When(new OrderCategories([.. slugs]), "max", Role.Manager).Refused("order.malformed");

    [Fact]
    public void A_group_of_tags_is_made_changed_and_removed()
    {
        var group = new TagGroup("parts", "Parts", ["disc", "rim"], IsSingle: true);
        Spec.Community(Founded).When(new SetTagGroup(group), "max", Role.Manager).Then(new TagGroupSet(group));
        var grouped = Spec.Community(
            [.. Founded, new TagGroupSet(group), new TagGroupSet(group with { Name = "All" })]);
        Assert.Equal("All", Assert.Single(grouped.State.TagGroups).Name);
        grouped.When(new RemoveTagGroup("parts"), "max", Role.Manager).Then(new TagGroupRemoved("parts"));
        grouped.When(new RemoveTagGroup("other"), "max", Role.Manager).Then();
        Spec.Community(Founded).When(new SetTagGroup(group with { Tags = [] }), "max", Role.Manager)
            .Refused("tag.malformed");
        Spec.Community(Founded).When(new SetTagGroup(group with { Slug = "No!" }), "max", Role.Manager)
            .Refused("group.malformed");
    }

    [Fact]
    public void A_tag_means_another_one_in_groups_too()
    {
        var world = Spec.Community([.. Founded, new TagGroupSet(new("parts", "Parts", ["discs", "rim"]))]);
        world.When(new AddSynonym("discs", "disc"), "max", Role.Manager).Then(new SynonymAdded("discs", "disc"));
        var after = Spec.Community([.. Founded, new TagGroupSet(new("parts", "Parts", ["discs", "disc"])),
            new SynonymAdded("discs", "disc")]);
        Assert.Equal(("disc", "rim"), (after.State.Meant("discs"), after.State.Meant("rim")));
        Assert.Equal(["disc"], after.State.TagGroups[0].Tags);
        after.When(new AddSynonym("discs", "disc"), "max", Role.Manager).Then();
        after.When(new RemoveSynonym("discs"), "max", Role.Manager).Then(new SynonymRemoved("discs"));
    }

    [Theory]
    [InlineData("disc", "disc")]
    [InlineData("rim", "discs")]
    [InlineData("disc", "rim")]
    public void No_tag_means_one_that_means_another(string tag, string meaning) =>
        Spec.Community([.. Founded, new SynonymAdded("discs", "disc")])
            .When(new AddSynonym(tag, meaning), "max", Role.Manager).Refused("synonym.deep");
}
