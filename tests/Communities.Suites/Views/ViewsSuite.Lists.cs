using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task Latest_threads_come_first_and_pinned_ones_before_all()
    {
        var world = NewWorld();
        var (old, pinned, newer) = (world.Open("Old"), world.Open("Pinned"), world.Open("Newer"));
        world.Ask(pinned, new ThreadCommand.Pin());
        world.Reply(old);
        var views = await Look(world);
        Assert.Equal([pinned, old, newer], await Ids(views, new ThreadQuery(World.Devs)));

        world.Ask(pinned, new ThreadCommand.Unpin());
        world.Ask(old, new ThreadCommand.Remove(2));
        await CatchUp(views, world.Journal);
        Assert.Equal([newer, pinned, old], await Ids(views, new ThreadQuery(World.Devs)));
    }

    [Fact]
    public async Task Top_threads_have_most_reactions_and_replies()
    {
        var world = NewWorld();
        var (few, most, some) = (world.Open("Few"), world.Open("Most"), world.Open("Some"));
        for (var i = 0; i < 2; i++) world.Reply(some);
        world.Reply(most);
        world.Ask(most, new ThreadCommand.React(1, "like"), "bob");
        world.Ask(most, new ThreadCommand.CountReactions(2, "like", 5), "");
        var views = await Look(world);
        Assert.Equal([most, some, few], await Ids(views, new ThreadQuery(World.Devs, ThreadSort.Top)));

        world.Ask(most, new ThreadCommand.Unreact(1, "like"), "bob");
        for (var i = 0; i < 4; i++) world.Reply(few);
        await CatchUp(views, world.Journal);
        Assert.Equal([most, few, some], await Ids(views, new ThreadQuery(World.Devs, ThreadSort.Top)));
    }

    [Fact]
    public async Task Top_of_a_time_holds_what_was_opened_since()
    {
        var world = NewWorld();
        var old = world.Open("Old");
        world.Reply(old);
        var since = world.Journal.Now.AddMilliseconds(1);
        var recent = world.Open("Recent");
        var views = await Look(world);
        Assert.Equal([recent], await Ids(views, new ThreadQuery(World.Devs, ThreadSort.Top, since)));
        Assert.Equal([old, recent], await Ids(views, new ThreadQuery(World.Devs, ThreadSort.Top)));
    }

    [Fact]
    public async Task A_thread_is_unanswered_while_only_its_author_writes()
    {
        var world = NewWorld();
        var (answered, alone, gone, open) =
            (world.Open("Answered"), world.Open("Alone"), world.Open("Gone"), world.Open("Open"));
        world.Reply(answered, by: "bob");
        world.Reply(alone, by: "alice");
        world.Reply(gone, by: "bob");
        world.Ask(gone, new ThreadCommand.Remove(2));
        var views = await Look(world);
        Assert.Equal([alone, open, gone], await Ids(views, new ThreadQuery(World.Devs, ThreadSort.Unanswered)));
    }

    [Theory, InlineData(ThreadSort.Latest), InlineData(ThreadSort.Top), InlineData(ThreadSort.Unanswered)]
    public async Task A_category_has_the_threads_of_its_subcategories(ThreadSort sort)
    {
        var world = NewWorld();
        world.Category("help");
        world.Category("help-cs", parent: "help");
        world.Category("news");
        var (above, below) = (world.Open("Above", category: "help"), world.Open("Below", category: "help-cs"));
        var other = world.Open("Other", category: "news");
        var none = world.Open("None");
        var views = await Look(world);
        Assert.Equal([below, above], await Ids(views, new ThreadQuery(World.Devs, sort, Category: "help")));
        Assert.Equal([below], await Ids(views, new ThreadQuery(World.Devs, sort, Category: "help-cs")));
        Assert.Equal([below], await Ids(views, new ThreadQuery(World.Devs, sort, Category: "help", Size: 1)));

        world.Ask(other, new ThreadCommand.Organise("Moved", "help-cs", []));
        world.Journal.Ask(World.Devs, new CommunityCommand.RemoveCategory("news"));
        world.Ask(none, new ThreadCommand.Organise("None", "news-gone", []));
        await CatchUp(views, world.Journal);
        Assert.Equal([other, below, above], await Ids(views, new ThreadQuery(World.Devs, sort, Category: "help")));
        var community = await views.Community(World.Devs, Viewer.Visitor, Ct);
        Assert.Equal([("help", 3), ("help-cs", 2)], community!.Categories.Select(c => (c.Slug, c.Threads)));
    }

    [Theory, InlineData(ThreadSort.Latest), InlineData(ThreadSort.Top), InlineData(ThreadSort.Unanswered)]
    public async Task A_tag_has_its_threads_and_counts_the_visible_ones(ThreadSort sort)
    {
        var world = NewWorld();
        var first = world.Open("One", tags: ["c#", "été"]);
        var second = world.Open("Two", tags: ["c#"]);
        world.Open("None");
        var views = await Look(world);
        Assert.Equal([second, first], await Ids(views, new ThreadQuery(World.Devs, sort, Tag: "c#")));
        Assert.Equal([first], await Ids(views, new ThreadQuery(World.Devs, sort, Tag: "été")));
        Assert.Equal(
            [new TagView("c#", 2), new TagView("été", 1)], await views.Tags(World.Devs, Viewer.Visitor, Ct));

        world.Ask(first, new ThreadCommand.Organise("One", null, ["net"]));
        world.Ask(second, new ThreadCommand.Remove(1));
        await CatchUp(views, world.Journal);
        Assert.Empty(await Ids(views, new ThreadQuery(World.Devs, sort, Tag: "c#")));
        Assert.Equal([new TagView("net", 1)], await views.Tags(World.Devs, Viewer.Visitor, Ct));
    }

    [Theory]
    [InlineData(ThreadSort.Latest, null), InlineData(ThreadSort.Latest, "help"), InlineData(ThreadSort.Top, null)]
    [InlineData(ThreadSort.Top, "help"), InlineData(ThreadSort.Unanswered, null)]
    public async Task Paging_neither_misses_nor_repeats_what_stays_while_others_write(ThreadSort sort, string? category)
    {
        var world = NewWorld();
        world.Category("help");
        world.Category("sub", parent: "help");
        var still = new HashSet<string>();
        for (var i = 0; i < 60; i++) still.Add(world.Open($"Thread {i}", category: i % 2 == 0 ? "help" : "sub"));
        var busy = world.Open("Busy", category: "sub");
        var views = await Look(world);

        var (seen, cursor) = (new List<string>(), (string?)null);
        do
        {
            var query = new ThreadQuery(World.Devs, sort, null, category, null, cursor, 7);
            var page = await views.Threads(query, Viewer.Visitor, Ct);
            Assert.InRange(page.Items.Count, 1, 7);
            seen.AddRange(page.Items.Select(thread => thread.Id));
            cursor = page.Next;
            world.Reply(busy);
            world.Open("New", category: "help");
            await CatchUp(views, world.Journal);
        }
        while (cursor is not null);

        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.True(still.IsSubsetOf(seen));
    }

    [Fact]
    public async Task A_row_tells_what_a_list_shows()
    {
        var world = NewWorld();
        var text = "# Hello\n\nA *long* story about [links](http://example.org/x) and `code`, " + new string('x', 300);
        var id = world.Open("Story", text, "alice", tags: ["a", "b"]);
        world.Reply(id, by: "bob");
        world.Reply(id, by: "mia");
        world.Reply(id, by: "bob");
        world.Ask(id, new ThreadCommand.Accept(2), "alice");
        world.Ask(id, new ThreadCommand.CountViews(9), "");
        var views = await Look(world);
        var row = Assert.Single((await views.Threads(new ThreadQuery(World.Devs), Viewer.Visitor, Ct)).Items);
        Assert.StartsWith("Hello A long story about links and code, xxx", row.Excerpt, StringComparison.Ordinal);
        Assert.InRange(row.Excerpt.Length, 40, 161);
        Assert.Equal(["a", "b"], row.Tags);
        Assert.Equal(new AuthorView("alice", "Alice", Role.Member), row.Author);
        Assert.Equal("bob", row.LastAuthor.Account);
        Assert.Equal(["bob", "mia", "alice"], row.Participants.Select(author => author.Account));
        Assert.True(row is { IsSolved: true, IsPinned: false, IsClosed: false });
        Assert.Equal(new ThreadCounters(4, 3, 0, 9), row.Counters);

        world.Ask(id, new ThreadCommand.Remove(4), "bob");
        world.Ask(id, new ThreadCommand.Remove(2), "bob");
        await CatchUp(views, world.Journal);
        row = Assert.Single((await views.Threads(new ThreadQuery(World.Devs), Viewer.Visitor, Ct)).Items);
        Assert.Equal(["mia", "alice"], row.Participants.Select(author => author.Account));
        Assert.Equal(("mia", 2), (row.LastAuthor.Account, row.Counters.Participants));
        Assert.False(row.IsSolved);
    }

    [Fact]
    public async Task Members_are_listed_by_name_and_found_by_its_beginning()
    {
        var world = NewWorld();
        world.Join("elodie", "Élodie");
        world.Join("eve", "Ève");
        for (var i = 0; i < 60; i++) world.Join($"user{i}", $"Zoé {i}");
        world.Journal.Ask("devs/bob", new MemberCommand.Leave(), "bob");
        var views = await Look(world);
        var first = await views.Members(new MembersQuery(World.Devs), Viewer.Visitor, Ct);
        Assert.Equal(["Alice", "Élodie", "Ève", "Mia", "Olga"], first.Items.Take(5).Select(member => member.Name));
        var second = await views.Members(new MembersQuery(World.Devs, Cursor: first.Next), Viewer.Visitor, Ct);
        Assert.Equal((50, 15, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Empty(first.Items.Select(m => m.Account).Intersect(second.Items.Select(m => m.Account)));
        var found = await views.Members(new MembersQuery(World.Devs, "elo"), Viewer.Visitor, Ct);
        Assert.Equal("Élodie", Assert.Single(found.Items).Name);
        Assert.Equal(11, (await views.Members(new MembersQuery(World.Devs, "USER5"), Viewer.Visitor, Ct)).Items.Count);
        Assert.Empty((await views.Members(new MembersQuery(World.Devs, "%"), Viewer.Visitor, Ct)).Items);
        var left = await views.Member(World.Devs, "bob", Viewer.Visitor, Ct);
        Assert.True(left!.HasLeft);
    }

    private static async Task<IEnumerable<string>> Ids(IViews views, ThreadQuery query) =>
        (await views.Threads(query, Viewer.Visitor, Ct)).Items.Select(thread => thread.Id);
}
