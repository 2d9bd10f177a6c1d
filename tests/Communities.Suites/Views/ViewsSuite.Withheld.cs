using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private static readonly Screening Held = new(IsHeld: true, IsFlagged: false, 0, ["links"]);

    /// <summary>Who reads, and whether they see what alice wrote in help and is kept from readers.</summary>
    public static TheoryData<string?, string?, bool> Keepers => new()
    {
        { null, null, false }, { "bob", null, false }, { "bob", "news", false }, { "bob", "help", true },
        { "alice", null, true }, { "mia", null, true },
    };

    [Theory, MemberData(nameof(Keepers))]
    public async Task A_post_that_waits_is_not_there_for_others(string? reader, string? keeps, bool sees)
    {
        var world = HelpAndNews();
        var id = world.Open("Question", by: "bob", category: "help");
        world.Ask(id, new ThreadCommand.Reply(Secret, Screening: Held), "alice");
        var views = await Look(world);
        var viewer = As(world, reader, keeps);

        var thread = (await views.Thread(World.Devs, id, 1, viewer, Ct))!;
        Assert.Equal(
            sees ? [Removal.None, Removal.Pending] : [Removal.None], thread.Posts.Select(post => post.Removal));
        Assert.Equal(sees ? 2 : 1, thread.LastNumber);
        Assert.Equal(1, thread.Counters.Posts);
        Assert.Equal("bob", (await views.Threads(new ThreadQuery(World.Devs), viewer, Ct)).Items[0].LastAuthor.Account);
        Assert.Single((await views.Threads(new ThreadQuery(World.Devs, ThreadSort.Unanswered), viewer, Ct)).Items);
        Assert.Equal(sees ? 1 : 0, (await views.Revisions(World.Devs, id, 2, viewer, Ct)).Count);
        Assert.Empty((await views.Search(new SearchQuery(Secret, [World.Devs]), Ct)).Items);
        Assert.Empty((await views.PostsBy(World.Devs, "alice", null, viewer, Ct)).Items);

        world.Ask(id, new ThreadCommand.Publish(2));
        await CatchUp(views, world.Journal);
        thread = (await views.Thread(World.Devs, id, 1, viewer, Ct))!;
        Assert.Equal((2, 2, Secret), (thread.LastNumber, thread.Counters.Posts, thread.Posts[1].Text));
        Assert.Equal(world.Journal.See<Thread>($"devs/{id}").Counters, thread.Counters);
        var row = (await views.Threads(new ThreadQuery(World.Devs), viewer, Ct)).Items[0];
        Assert.Equal(("alice", 2), (row.LastAuthor.Account, row.Participants.Count));
        Assert.Empty((await views.Threads(new ThreadQuery(World.Devs, ThreadSort.Unanswered), viewer, Ct)).Items);
        Assert.Single((await views.Search(new SearchQuery(Secret, [World.Devs]), Ct)).Items);
    }

    [Theory, MemberData(nameof(Keepers))]
    public async Task A_thread_that_waits_is_not_there_for_others(string? reader, string? keeps, bool sees)
    {
        var world = HelpAndNews();
        var id = Keys.NewThread(world.Journal.Now, 7);
        world.Ask(id, new ThreadCommand.Open(Secret, Secret, "help", [Secret], Screening: Held), "alice");
        var views = await Look(world);
        var viewer = As(world, reader, keeps);

        Assert.Equal(
            sees ? Removal.Pending : null, (await views.Thread(World.Devs, id, 1, viewer, Ct))?.Removal);
        foreach (var sort in Enum.GetValues<ThreadSort>())
            Assert.Empty((await views.Threads(new ThreadQuery(World.Devs, sort), viewer, Ct)).Items);
        Assert.Empty(await views.Tags(World.Devs, viewer, Ct));
        Assert.All((await views.Community(World.Devs, viewer, Ct))!.Categories, c => Assert.Equal(0, c.Threads));
        Assert.Empty((await views.Search(new SearchQuery(Secret, [World.Devs]), Ct)).Items);

        world.Ask(id, new ThreadCommand.Publish(1));
        await CatchUp(views, world.Journal);
        var thread = (await views.Thread(World.Devs, id, 1, viewer, Ct))!;
        Assert.Equal(world.Journal.See<Thread>($"devs/{id}").Counters, thread.Counters);
        Assert.Single((await views.Threads(new ThreadQuery(World.Devs, Category: "help"), viewer, Ct)).Items);
        Assert.Single(await views.Tags(World.Devs, viewer, Ct));
        Assert.Single((await views.Search(new SearchQuery(Secret, [World.Devs]), Ct)).Items);
    }

    [Theory, MemberData(nameof(Keepers))]
    public async Task A_hidden_post_leaves_a_gap_that_says_why(string? reader, string? keeps, bool sees)
    {
        const string Decision = "post-01k0000000000000-2.1";
        var world = HelpAndNews();
        var id = world.Open("Question", by: "bob", category: "help");
        world.Reply(id, Secret, "alice");
        world.Ask(id, new ThreadCommand.Withhold(2, Removal.Hidden, Decision, "Be kind."));
        world.Ask(id, new ThreadCommand.Edit(2, Secret + "!"), "alice");
        var views = await Look(world);
        var viewer = As(world, reader, keeps);

        var post = (await views.Thread(World.Devs, id, 1, viewer, Ct))!.Posts[1];
        Assert.Equal((Removal.Hidden, "Be kind."), (post.Removal, post.RemovedReason));
        Assert.Equal(sees ? (Secret + "!", Decision) : (null, null), (post.Text, post.Decision));
        Assert.Empty((await views.Search(new SearchQuery(Secret, [World.Devs]), Ct)).Items);

        world.Ask(id, new ThreadCommand.Withhold(2, Removal.ByModerator, Decision + "2"));
        world.Ask(id, new ThreadCommand.Lift(Decision));
        await CatchUp(views, world.Journal);
        Assert.Equal(Removal.ByModerator, (await views.Thread(World.Devs, id, 1, viewer, Ct))!.Posts[1].Removal);
        world.Ask(id, new ThreadCommand.Lift(Decision + "2"));
        await CatchUp(views, world.Journal);
        post = (await views.Thread(World.Devs, id, 1, viewer, Ct))!.Posts[1];
        Assert.Equal(
            (Removal.None, Secret + "!", null, null),
            (post.Removal, post.Text, post.RemovedReason, post.Decision));
    }

    [Theory, MemberData(nameof(Keepers))]
    public async Task What_is_erased_is_there_for_nobody(string? reader, string? keeps, bool sees)
    {
        _ = sees;
        var world = HelpAndNews();
        var (id, whole) = (world.Open("Question", by: "bob", category: "help"), world.Open(Secret, Secret));
        world.Reply(id, Secret, "alice");
        world.Journal.Now = world.Journal.Now.AddHours(1);
        world.Ask(id, new ThreadCommand.Edit(2, Secret + "!"), "alice");
        world.Ask(id, new ThreadCommand.Withhold(2, Removal.Hidden, "a.1"));
        world.Ask(id, new ThreadCommand.Withhold(2, Removal.Erased, "a.2"));
        world.Ask(whole, new ThreadCommand.Withhold(1, Removal.Erased, "b.1"));
        var views = await Look(world);
        var viewer = As(world, reader, keeps);

        var post = (await views.Thread(World.Devs, id, 1, viewer, Ct))!.Posts[1];
        Assert.Equal((Removal.Erased, null), (post.Removal, post.Text));
        Assert.Empty(await views.Revisions(World.Devs, id, 2, viewer, Ct));
        Assert.Null(await views.Thread(World.Devs, whole, 1, viewer, Ct));
        Assert.Empty((await views.Search(new SearchQuery(Secret, [World.Devs]), Ct)).Items);
    }

    [Fact]
    public async Task What_waits_at_the_end_leaves_nothing_unread_and_no_empty_page()
    {
        var world = HelpAndNews();
        var id = world.Open("Long", by: "bob", category: "help");
        for (var i = 2; i <= 50; i++) world.Reply(id);
        world.Ask(id, new ThreadCommand.Reply(Secret, Screening: Held), "alice");
        world.Journal.Ask($"devs/{id}/bob", new ReadingCommand.MarkRead(1, 50), "bob");
        var views = await Look(world);

        Assert.Equal(1, (await views.Thread(World.Devs, id, 1, world.As("bob"), Ct))!.PageCount);
        Assert.Null(await views.Thread(World.Devs, id, 2, world.As("bob"), Ct));
        Assert.Equal(2, (await views.Thread(World.Devs, id, 1, world.As("alice"), Ct))!.PageCount);
        Assert.Equal(0, (await views.Readings(World.Devs, [id], world.As("bob"), Ct))[id].Unread);
        Assert.Empty((await views.Threads(
            new ThreadQuery(World.Devs, ThreadSort.Unread), world.As("bob"), Ct)).Items);
    }

    [Fact]
    public async Task A_member_is_shown_with_the_categories_in_which_they_keep_order()
    {
        var world = HelpAndNews();
        world.Journal.Ask("devs/bob", new MemberCommand.Keep(["help", "news"]));
        var views = await Look(world);
        Assert.Equal(["help", "news"], (await views.Member(World.Devs, "bob", Viewer.Visitor, Ct))!.Kept);
        world.Journal.Ask("devs/bob", new MemberCommand.Leave(), "bob");
        await CatchUp(views, world.Journal);
        Assert.Empty((await views.Member(World.Devs, "bob", Viewer.Visitor, Ct))!.Kept);
    }

    private World HelpAndNews()
    {
        var world = NewWorld();
        world.Category("help");
        world.Category("news");
        return world;
    }

    private static Viewer As(World world, string? reader, string? keeps) => reader is null ? Viewer.Visitor
        : world.As(reader) with { Standing = world.As(reader).Standing with { Categories = keeps } };
}
