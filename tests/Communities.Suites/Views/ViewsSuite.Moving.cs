using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task A_moved_post_is_in_its_new_thread_with_its_text_revisions_reactions_and_times()
    {
        var world = NewWorld();
        var (from, to) = (world.Open("From", by: "alice"), world.Open("To", by: "bob"));
        world.Reply(from, "Needle", "bob");
        var written = world.Journal.Now;
        world.Journal.Now = world.Journal.Now.AddHours(1);
        world.Ask(from, new ThreadCommand.Edit(2, "Needle edited"), "bob");
        world.Ask(from, new ThreadCommand.React(2, "like"), "alice");
        world.Ask(from, new ThreadCommand.CountReactions(2, "thanks", 3));
        world.Ask(from, new ThreadCommand.MovePosts([2], to, null, "Off topic"), "mia");
        var views = await Look(world);

        var old = (await views.Thread(World.Devs, from, 1, world.As("alice"), Ct))!;
        Assert.Equal([1], old.Posts.Select(post => post.Number));
        Assert.Equal((2, 1, 1), (old.LastNumber, old.Counters.Posts, old.Counters.Participants));
        Assert.Equal([new MovedView(2, new(to, 2))], old.Moved);
        var left = Assert.Single(old.Happenings);
        Assert.Equal(
            (1, "moved", new ThreadLink(to, "To"), 1, "Off topic", "mia"),
            (left.After, left.Kind, left.Other, left.Count, left.Reason, left.By.Account));

        var now = (await views.Thread(World.Devs, to, 1, world.As("alice"), Ct))!;
        var post = now.Posts[1];
        Assert.Equal((2, "Needle edited", "bob", written, 2), (
            post.Number, post.Text, post.Author.Account, post.At, post.Revision));
        Assert.Equal([("like", 1), ("thanks", 3)], post.Reactions.OrderBy(r => r.Key).Select(r => (r.Key, r.Value)));
        Assert.Equal(["like"], post.Mine);
        Assert.Equal(new ThreadCounters(2, 1, 4, 0), now.Counters);
        Assert.Equal(
            (1, "received", new ThreadLink(from, "From")),
            (now.Happenings[0].After, now.Happenings[0].Kind, now.Happenings[0].Other));
        Assert.Equal(["Needle", "Needle edited"], (await views.Revisions(World.Devs, to, 2, Viewer.Visitor, Ct))
            .Select(revision => revision.Text));
        Assert.Empty(await views.Revisions(World.Devs, from, 2, Viewer.Visitor, Ct));
        var hit = Assert.Single((await views.Search(new("needle", [World.Devs]), Ct)).Items);
        Assert.Equal((to, 2), (hit.Thread, hit.Number));
    }

    [Fact]
    public async Task A_post_is_found_from_wherever_it_was_however_often_it_moved()
    {
        var world = NewWorld();
        var (a, b, c) = (world.Open("A"), world.Open("B"), world.Open("C"));
        world.Reply(a);
        world.Ask(a, new ThreadCommand.MovePosts([2], b), "mia");
        world.Ask(b, new ThreadCommand.MovePosts([2], c), "mia");
        var views = await Look(world);
        Assert.Equal(new PostPlace(c, 2), await views.PlaceOf(World.Devs, a, 2, Viewer.Visitor, Ct));
        Assert.Equal(new PostPlace(c, 2), await views.PlaceOf(World.Devs, b, 2, Viewer.Visitor, Ct));
        Assert.Null(await views.PlaceOf(World.Devs, a, 1, Viewer.Visitor, Ct));
        Assert.Null(await views.PlaceOf(World.Devs, c, 2, Viewer.Visitor, Ct));
        Assert.Null(await views.PlaceOf(World.Devs, "0000000000000000", 1, Viewer.Visitor, Ct));
        Assert.Null(await views.PlaceOf(World.Devs, a, int.MaxValue, Viewer.Visitor, Ct));

        world.Ask(c, new ThreadCommand.MovePosts([2], a), "mia"); // Back again.
        await CatchUp(views, world.Journal);
        Assert.Equal(new PostPlace(a, 3), await views.PlaceOf(World.Devs, a, 2, Viewer.Visitor, Ct));
        Assert.Equal([1, 3], (await views.Thread(World.Devs, a, 1, Viewer.Visitor, Ct))!.Posts.Select(p => p.Number));

        world.Ask(a, new ThreadCommand.Remove(1), "mia");
        await CatchUp(views, world.Journal);
        Assert.Null(await views.PlaceOf(World.Devs, b, 2, Viewer.Visitor, Ct));
        Assert.NotNull(await views.PlaceOf(World.Devs, b, 2, world.As("mia"), Ct));
    }

    [Fact]
    public async Task Replies_name_their_posts_wherever_both_went()
    {
        var world = NewWorld();
        var (from, to) = (world.Open("From"), world.Open("To"));
        world.Reply(from); // 2
        world.Ask(from, new ThreadCommand.Reply("To 2", 2), "alice"); // 3
        world.Ask(from, new ThreadCommand.Reply("To 3", 3), "bob"); // 4
        world.Ask(from, new ThreadCommand.Reply("To 1", 1), "bob"); // 5
        world.Ask(from, new ThreadCommand.MovePosts([3, 5], to), "mia"); // 2, 3 there
        var views = await Look(world);
        Assert.Equal([(2, from), (1, from)], await Named(to));
        Assert.Equal([(2, to)], await Named(from));

        world.Ask(from, new ThreadCommand.MovePosts([2], to), "mia"); // 4 there
        await CatchUp(views, world.Journal);
        Assert.Equal([(4, null), (1, from)], await Named(to));

        world.Ask(to, new ThreadCommand.MovePosts([2, 3, 4], from), "mia"); // 6, 7, 8 here
        await CatchUp(views, world.Journal);
        Assert.Equal([(6, null), (8, null), (1, null)], await Named(from));

        async Task<IEnumerable<(int?, string?)>> Named(string id) =>
            (await views.Thread(World.Devs, id, 1, Viewer.Visitor, Ct))!.Posts
                .Where(post => post.ReplyTo is not null).Select(post => (post.ReplyTo, post.ReplyThread));
    }

    [Fact]
    public async Task A_merged_thread_is_nowhere_and_its_posts_are_elsewhere()
    {
        var world = NewWorld();
        world.Category("help");
        var (from, to) = (world.Open("From", category: "help", tags: ["x"]), world.Open("To"));
        for (var i = 0; i < 250; i++) world.Reply(from, "needle");
        world.Ask(from, new ThreadCommand.Remove(3), "bob");
        world.Ask(from, new ThreadCommand.Accept(4), "alice");
        world.Ask(from, new ThreadCommand.Merge(to, "The same"), "mia");
        var views = await Look(world);
        Assert.Null(await views.Thread(World.Devs, from, 1, world.As("mia"), Ct));
        Assert.Equal(
            [to], (await views.Threads(new(World.Devs), Viewer.Visitor, Ct)).Items.Select(thread => thread.Id));
        Assert.Empty((await views.Threads(new(World.Devs, Tag: "x"), Viewer.Visitor, Ct)).Items);
        Assert.Equal(0, (await views.Community(World.Devs, Viewer.Visitor, Ct))!.Categories[0].Threads);
        var thread = (await views.Thread(World.Devs, to, 1, Viewer.Visitor, Ct))!;
        Assert.Equal((252, 251, 5), (thread.LastNumber, thread.Counters.Posts, thread.Accepted));
        Assert.Equal((251, "received"), (thread.Happenings[0].Count, thread.Happenings[0].Kind));
        Assert.Equal((null, Removal.ByAuthor), (thread.Posts[3].Text, thread.Posts[3].Removal));
        Assert.Equal(new PostPlace(to, 2), await views.PlaceOf(World.Devs, from, 1, Viewer.Visitor, Ct));
        Assert.Equal(new PostPlace(to, 252), await views.PlaceOf(World.Devs, from, 251, Viewer.Visitor, Ct));
        Assert.Null(await views.PlaceOf(World.Devs, from, 252, Viewer.Visitor, Ct));
        Assert.NotEmpty((await views.Search(new("needle", [World.Devs]), Ct)).Items);

        world.Ask(to, new ThreadCommand.MovePosts([2, 5], from), "mia");
        await CatchUp(views, world.Journal);
        var revived = (await views.Thread(World.Devs, from, 6, Viewer.Visitor, Ct))!;
        Assert.Equal([252, 253], revived.Posts.Select(post => post.Number));
        Assert.Equal(253, revived.Accepted);
        Assert.Equal(1, (await views.Community(World.Devs, Viewer.Visitor, Ct))!.Categories[0].Threads);
    }

    [Fact]
    public async Task Posts_open_a_thread_of_their_own()
    {
        var world = NewWorld();
        world.Category("help");
        var from = world.Open("From");
        world.Reply(from, "About *something* else", "bob");
        world.Ask(from, new ThreadCommand.Reply("Yes", 2), "alice");
        var id = Keys.NewThread(world.Journal.Now, 77);
        world.Ask(from, new ThreadCommand.MovePosts([2, 3], id, new("Something else", "help", ["x"])), "mia");
        var views = await Look(world);
        var row = (await views.Threads(new(World.Devs, Category: "help", Tag: "x"), Viewer.Visitor, Ct)).Items[0];
        Assert.Equal(
            ("Something else", "bob", "alice", "About something else"),
            (row.Title, row.Author.Account, row.LastAuthor.Account, row.Excerpt));
        var thread = (await views.Thread(World.Devs, id, 1, Viewer.Visitor, Ct))!;
        Assert.Equal([(1, null), (2, 1)], thread.Posts.Select(post => (post.Number, post.ReplyTo)));
        Assert.Equal((0, "received", 2), (
            thread.Happenings[0].After, thread.Happenings[0].Kind, thread.Happenings[0].Count));
        Assert.Equal(2, (await views.Community(World.Devs, Viewer.Visitor, Ct))!.Counters.Threads);
    }

    [Fact]
    public async Task Old_posts_do_not_make_a_thread_look_new()
    {
        var world = NewWorld();
        var from = world.Open("From");
        world.Reply(from, by: "alice");
        var to = world.Open("To", by: "bob");
        world.Reply(to, by: "mia");
        var last = world.Journal.Now;
        world.Journal.Now = world.Journal.Now.AddDays(3);
        world.Ask(from, new ThreadCommand.MovePosts([2], to), "mia");
        var views = await Look(world);
        var row = (await views.Threads(new(World.Devs), Viewer.Visitor, Ct)).Items.Single(thread => thread.Id == to);
        Assert.Equal((last, "mia"), (row.LastPostAt, row.LastAuthor.Account));
        Assert.Equal(["mia", "bob", "alice"], row.Participants.Select(one => one.Account));
    }

    [Fact]
    public async Task An_unlisted_thread_is_read_by_its_address_and_found_nowhere()
    {
        var world = NewWorld();
        var id = world.Open("Hidden", "needle", tags: ["x"]);
        var other = world.Open("Other");
        world.Reply(other);
        world.Ask(id, new ThreadCommand.Unlist("A test"), "mia");
        world.Ask(other, new ThreadCommand.MovePosts([2], id), "mia");
        var views = await Look(world);
        Assert.True((await views.Thread(World.Devs, id, 1, Viewer.Visitor, Ct))!.IsUnlisted);
        Assert.Equal([other], (await views.Threads(new(World.Devs), world.As("mia"), Ct)).Items.Select(t => t.Id));
        Assert.Empty((await views.Search(new("needle", [World.Devs]), Ct)).Items);
        Assert.Empty(await views.Tags(World.Devs, Viewer.Visitor, Ct));
        Assert.Empty((await views.PostsBy(World.Devs, "alice", null, Viewer.Visitor, Ct)).Items
            .Where(hit => hit.Thread == id));
        Assert.Null((await views.Thread(World.Devs, other, 1, Viewer.Visitor, Ct))!.Happenings[0].Other);
        Assert.NotNull((await views.Thread(World.Devs, other, 1, world.As("mia"), Ct))!.Happenings[0].Other);
        var unlisted = new ThreadQuery(World.Devs, ThreadSort.Unlisted);
        Assert.Equal([id], (await views.Threads(unlisted, world.As("mia"), Ct)).Items.Select(thread => thread.Id));
        Assert.Empty((await views.Threads(unlisted, world.As("alice"), Ct)).Items);

        world.Ask(id, new ThreadCommand.List(), "mia");
        await CatchUp(views, world.Journal);
        Assert.Equal(2, (await views.Threads(new(World.Devs), Viewer.Visitor, Ct)).Items.Count);
        Assert.Equal([new TagView("x", 1)], await views.Tags(World.Devs, Viewer.Visitor, Ct));
    }

    [Fact]
    public async Task A_full_thread_and_the_one_that_continues_it_name_each_other()
    {
        var world = NewWorld();
        var full = world.Open("Long");
        for (var i = 2; i <= Thread.PostsMax; i++) world.Reply(full, "x");
        var next = Keys.NewThread(world.Journal.Now, 78);
        world.Ask(next, new ThreadCommand.Open("Long (2)", "On", null, [], Follows: full), "bob");
        var views = await Look(world);
        Assert.Equal(
            new ThreadLink(full, "Long"), (await views.Thread(World.Devs, next, 1, Viewer.Visitor, Ct))!.Follows);
        var last = (await views.Thread(World.Devs, full, 200, Viewer.Visitor, Ct))!;
        Assert.Equal(new ThreadLink(next, "Long (2)"), last.Followed);
        Assert.Equal("followed", Assert.Single(last.Happenings).Kind);
    }

    [Fact]
    public async Task The_first_post_of_a_day_is_found_though_posts_do_not_stand_by_their_times()
    {
        var world = NewWorld();
        var (from, to) = (world.Open("From"), world.Open("To"));
        world.Reply(from);
        world.Journal.Now = world.Journal.Now.AddDays(2);
        var day = world.Journal.Now;
        world.Reply(to);
        world.Ask(from, new ThreadCommand.MovePosts([2], to), "mia");
        var views = await Look(world);
        Assert.Equal(2, await views.FirstSince(World.Devs, to, day, Viewer.Visitor, Ct));
        Assert.Equal(1, await views.FirstSince(World.Devs, to, day.AddDays(-5), Viewer.Visitor, Ct));
        Assert.Null(await views.FirstSince(World.Devs, to, day.AddDays(5), Viewer.Visitor, Ct));
        Assert.Null(await views.FirstSince(World.Devs, from, day, Viewer.Visitor, Ct));
    }

    [Fact]
    public async Task A_page_tells_what_happened_between_its_posts()
    {
        var world = NewWorld();
        var id = world.Open("Talk");
        var until = world.Journal.Now.AddDays(1);
        world.Ask(id, new ThreadCommand.Pin(until), "mia");
        world.Reply(id);
        world.Ask(id, new ThreadCommand.Close(until, "Enough"), "mia");
        world.Ask(id, new ThreadCommand.Reopen(), "mia");
        world.Ask(id, new ThreadCommand.Archive("Done"), "mia");
        var views = await Look(world);
        var thread = (await views.Thread(World.Devs, id, 1, Viewer.Visitor, Ct))!;
        Assert.Equal((until, true), (thread.PinnedUntil, thread.IsArchived));
        Assert.Equal(
            [(1, "pinned", until, null), (2, "closed", until, "Enough"), (2, "reopened", null, null),
                (2, "archived", (DateTimeOffset?)null, "Done")],
            thread.Happenings.Select(h => (h.After, h.Kind, h.Until, h.Reason)));
        Assert.All(thread.Happenings, happening => Assert.Equal("mia", happening.By.Account));
    }
}
