using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task Categories_stand_in_the_order_that_was_chosen()
    {
        var world = NewWorld();
        foreach (var slug in (string[])["a", "b", "c"]) world.Category(slug);
        world.Journal.Ask(World.Devs, new CommunityCommand.OrderCategories(["c", "a", "b"]));
        world.Category("d");
        var views = await Look(world);
        var community = await views.Community(World.Devs, Viewer.Visitor, Ct);
        Assert.Equal(["c", "a", "b", "d"], community!.Categories.Select(category => category.Slug));
    }

    [Fact]
    public async Task A_synonym_takes_the_place_of_its_tag_in_threads_that_had_it()
    {
        var world = NewWorld();
        var (one, both) = (world.Open("One", tags: ["js", "x"]), world.Open("Both", tags: ["js", "javascript"]));
        var hidden = world.Open("Hidden", tags: ["js"]);
        world.Ask(hidden, new ThreadCommand.Unlist());
        var views = await Look(world);
        world.Journal.Ask(World.Devs, new CommunityCommand.AddSynonym("js", "javascript"));
        world.Reply(one);
        await CatchUp(views, world.Journal);
        Assert.Equal(["javascript", "x"], (await views.Thread(World.Devs, one, 1, Viewer.Visitor, Ct))!.Tags);
        Assert.Equal(["javascript"], (await views.Thread(World.Devs, hidden, 1, Viewer.Visitor, Ct))!.Tags);
        Assert.Equal([new TagView("javascript", 2), new TagView("x", 1)], await views.Tags(
            World.Devs, Viewer.Visitor, Ct));
        var tagged = await views.Threads(new(World.Devs, Tag: "javascript"), Viewer.Visitor, Ct);
        Assert.Equal([one, both], tagged.Items.Select(thread => thread.Id));
        Assert.Empty((await views.Threads(new(World.Devs, Tag: "js"), Viewer.Visitor, Ct)).Items);
    }
}
