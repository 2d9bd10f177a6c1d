using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private const string Place = "thread:01k0000000000000";

    [Fact]
    public async Task A_draft_is_the_latest_text_of_its_place()
    {
        var world = NewWorld();
        Save(world, "alice", new DraftsCommand.Save(Place, "So", ReplyTo: 2));
        Save(world, "alice", new DraftsCommand.Save(Place, "So far", ReplyTo: 3, Base: 1));
        Save(world, "alice", new DraftsCommand.Save("new", "Text", "Title", "help", "a, b"));
        var views = await Look(world);
        var draft = await views.Draft(World.Devs, "alice", Place, Ct);
        Assert.Equal(("So far", 2, 3, (OtherDraft?)null), (draft!.Text, draft.Revision, draft.ReplyTo, draft.Other));
        var other = await views.Draft(World.Devs, "alice", "new", Ct);
        Assert.Equal(("Title", "help", "a, b"), (other!.Title, other.Category, other.Tags));
        Assert.Null(await views.Draft(World.Devs, "bob", Place, Ct));
    }

    [Fact]
    public async Task What_another_device_wrote_stays_readable_until_it_is_settled()
    {
        var world = NewWorld();
        Save(world, "alice", new DraftsCommand.Save(Place, "Phone"));
        Save(world, "alice", new DraftsCommand.Save(Place, "Desk"));
        var views = await Look(world);
        var draft = await views.Draft(World.Devs, "alice", Place, Ct);
        Assert.Equal(("Desk", "Phone"), (draft!.Text, draft.Other!.Text));
        Save(world, "alice", new DraftsCommand.Save(Place, "Desk, later", Base: 2));
        await CatchUp(views, world.Journal);
        Assert.Equal("Phone", (await views.Draft(World.Devs, "alice", Place, Ct))!.Other!.Text);
        Save(world, "alice", new DraftsCommand.Settle(Place));
        await CatchUp(views, world.Journal);
        Assert.Null((await views.Draft(World.Devs, "alice", Place, Ct))!.Other);
        Save(world, "alice", new DraftsCommand.Discard(Place));
        await CatchUp(views, world.Journal);
        Assert.Null(await views.Draft(World.Devs, "alice", Place, Ct));
    }

    [Fact]
    public async Task Drafts_are_listed_latest_first_with_the_thread_they_are_for_while_it_can_be_read()
    {
        var world = NewWorld();
        var (open, removed) = (world.Open("Open"), world.Open("Removed"));
        Save(world, "alice", new DraftsCommand.Save(Drafts.InThread(open), "a"));
        Save(world, "alice", new DraftsCommand.Save(Drafts.OfPost(removed, 1), "b"));
        Save(world, "alice", new DraftsCommand.Save(Drafts.OfPost(open, 1), "c"));
        Save(world, "bob", new DraftsCommand.Save("new", "d"));
        world.Ask(removed, new ThreadCommand.Remove(1));
        var views = await Look(world);
        Assert.Equal(
            [("c", "Open"), ("b", null), ("a", "Open")],
            (await views.Drafts("alice", ct: Ct)).Select(draft => (draft.Text, draft.Thread)));
        Assert.Equal(3, (await views.Drafts("alice", World.Devs, Ct)).Count);
        Assert.Empty(await views.Drafts("alice", "elsewhere", Ct));

        world.Journal.Ask($"{World.Devs}/alice", new MemberCommand.Leave(), "alice");
        await CatchUp(views, world.Journal);
        Assert.Equal(["c", "b", "a"], (await views.Drafts("alice", ct: Ct)).Select(draft => draft.Text));
        Assert.All(await views.Drafts("alice", ct: Ct), draft => Assert.Null(draft.Thread));
    }

    [Theory]
    [InlineData("How can I true a bent wheel?", "Truing wheels: how to true a bent wheel|Bent wheels")]
    [InlineData("wheel", "Wheel|Bent wheels|Truing wheels: how to true a bent wheel")]
    [InlineData("Vélos d'hiver", "Un vélo pour l'hiver")]
    [InlineData("what are the best brakes of all", "")]
    [InlineData("how do I", "")]
    [InlineData("", "")]
    [InlineData("\"'); * OR -", "")]
    public async Task Threads_about_the_same_are_found_by_their_titles(string title, string similar)
    {
        var world = NewWorld();
        world.Open("Wheel", at: world.Journal.Now.AddDays(-1));
        world.Open("Truing wheels: how to true a bent wheel", "Nothing else.");
        world.Open("Best saddle", "Not about a bent wheel.");
        world.Open("Un vélo pour l'hiver");
        world.Open("Bent wheels");
        world.Ask(world.Open("A bent wheel"), new ThreadCommand.Remove(1));
        var views = await Look(world);
        var found = await views.Similar(World.Devs, title, null, Viewer.Visitor, Ct);
        Assert.Equal(similar.Split('|', StringSplitOptions.RemoveEmptyEntries), found.Select(one => one.Title));
    }

    [Fact]
    public async Task Nobody_finds_a_like_thread_where_they_may_not_read()
    {
        var world = NewWorld(Visibility.Private);
        world.Open("A bent wheel");
        var views = await Look(world);
        Assert.Empty(await views.Similar(World.Devs, "bent wheel", null, Viewer.Visitor, Ct));
        Assert.Single(await views.Similar(World.Devs, "bent wheel", null, world.As("bob"), Ct));
    }

    [Fact]
    public async Task A_post_shows_what_is_known_of_the_pages_it_names()
    {
        const string Url = "https://example.org/a", Lost = "https://example.org/lost";
        var world = NewWorld();
        var thread = world.Open("Title", $"Look:\n\n{Url}\n\n{Lost}");
        world.Reply(thread, $"I know {Url} already.");
        var views = await Look(world);
        Assert.Equal([Url, Lost], (await views.WantedLinks(Ct)).Select(link => link.Url));
        Assert.Empty((await views.Thread(World.Devs, thread, 1, Viewer.Visitor, Ct))!.Posts[0].Links);

        world.Journal.Ask(Keys.OfLink(World.Devs, Url), new LinkCommand.Claim());
        world.Journal.Ask(Keys.OfLink(World.Devs, Url), new LinkCommand.Tell("A page", "About", "Example"));
        world.Journal.Ask(Keys.OfLink(World.Devs, Lost), new LinkCommand.Fail());
        await CatchUp(views, world.Journal);
        Assert.Empty(await views.WantedLinks(Ct));
        var posts = (await views.Thread(World.Devs, thread, 1, Viewer.Visitor, Ct))!.Posts;
        Assert.Equal(new LinkView(Url, "A page", "About", "Example"), Assert.Single(posts[0].Links));
        Assert.Empty(posts[1].Links);
        world.Ask(thread, new ThreadCommand.Edit(1, "Nothing more."));
        await CatchUp(views, world.Journal);
        Assert.Empty((await views.Thread(World.Devs, thread, 1, Viewer.Visitor, Ct))!.Posts[0].Links);
    }

    [Fact]
    public async Task What_a_spoiler_hides_is_in_no_excerpt_and_found_by_no_search()
    {
        var world = NewWorld();
        var thread = world.Open("Film", "The ||butler|| did it.\n\n:::spoiler The end\nwith a candlestick\n:::\n\nSo.");
        var views = await Look(world);
        var row = Assert.Single((await views.Threads(new ThreadQuery(World.Devs), Viewer.Visitor, Ct)).Items);
        Assert.Equal("The … did it. … So.", row.Excerpt);
        foreach (var word in (string[])["butler", "candlestick"])
            Assert.Empty((await views.Search(new SearchQuery(word, [World.Devs]), Ct)).Items);
        Assert.Single((await views.Search(new SearchQuery("did it", [World.Devs]), Ct)).Items);
        Assert.NotNull(thread);
    }

    private static void Save(World world, string account, DraftsCommand command) =>
        world.Journal.Ask($"{World.Devs}/{account}", command, account);
}
