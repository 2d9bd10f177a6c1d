using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task A_feed_tells_of_threads_as_they_were_opened_each_with_its_text()
    {
        var world = NewWorld();
        var (first, second, gone) = (world.Open("First"), world.Open("Second"), world.Open("Gone"));
        world.Reply(first);
        world.Ask(gone, new ThreadCommand.Remove(1));
        world.Ask(second, new ThreadCommand.Edit(1, "Mended"));
        var views = await Look(world);
        var opened = await views.Opened(World.Devs, null, null, Viewer.Visitor, Ct);
        Assert.Equal([second, first], opened.Select(thread => thread.Id));
        Assert.Equal("Mended", opened[0].Text);
        Assert.True(opened[0].RevisedAt > opened[0].At);
        Assert.NotEqual("", opened[1].Author.Name);

        Assert.Empty(await views.Opened(World.Devs, "nothing", null, Viewer.Visitor, Ct));
        Assert.Empty(await views.Opened(World.Devs, null, "nothing", Viewer.Visitor, Ct));
        Assert.Empty(await views.Opened("nowhere", null, null, Viewer.Visitor, Ct));
    }

    [Fact]
    public async Task A_feed_of_a_category_holds_its_sub_categories_and_that_of_a_tag_the_tag()
    {
        var world = NewWorld();
        world.Category("feed-above");
        world.Category("feed-below", "feed-above");
        var (above, below, other) = (world.Open("Above"), world.Open("Below"), world.Open("Other"));
        world.Ask(above, new ThreadCommand.Organise("Above", "feed-above", ["red"]));
        world.Ask(below, new ThreadCommand.Organise("Below", "feed-below", ["red", "blue"]));
        var views = await Look(world);
        Assert.Equal([below, above], await OpenedIn(views, "feed-above", null));
        Assert.Equal([below], await OpenedIn(views, "feed-below", null));
        Assert.Equal([below, above], await OpenedIn(views, null, "red"));
        Assert.Equal([below], await OpenedIn(views, "feed-above", "blue"));
        Assert.Equal([other, below, above], await OpenedIn(views, null, null));
    }

    [Fact]
    public async Task A_site_map_holds_every_listed_thread_those_opened_first_before()
    {
        var world = NewWorld();
        var (first, second, gone) = (world.Open("First"), world.Open("Second"), world.Open("Gone"));
        world.Ask(gone, new ThreadCommand.Remove(1));
        world.Reply(first);
        var views = await Look(world);
        var listed = await views.Listed(World.Devs, 1, Viewer.Visitor, Ct);
        Assert.Equal([first, second], listed.Select(thread => thread.Id));
        Assert.True(listed[0].LastPostAt > listed[1].LastPostAt);
        Assert.Empty(await views.Listed(World.Devs, 2, Viewer.Visitor, Ct));
    }

    [Fact]
    public async Task A_private_community_has_no_feed_for_who_is_no_member()
    {
        var world = NewWorld();
        world.Open("Inside");
        world.Journal.Ask(World.Devs, new CommunityCommand.ChangeSettings("Devs", null, "en", Visibility.Private));
        var views = await Look(world);
        Assert.Empty(await views.Opened(World.Devs, null, null, Viewer.Visitor, Ct));
        Assert.Empty(await views.Listed(World.Devs, 1, Viewer.Visitor, Ct));
        var member = new Viewer("alice", new Standing(Role.Member));
        Assert.Single(await views.Opened(World.Devs, null, null, member, Ct));
        Assert.Single(await views.Listed(World.Devs, 1, member, Ct));
    }

    private static async Task<IEnumerable<string>> OpenedIn(IViews views, string? category, string? tag) =>
        (await views.Opened(World.Devs, category, tag, Viewer.Visitor, Ct)).Select(thread => thread.Id);
}
