using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private static void Write(World world, string category, string text, int on = 0, string by = "mia") =>
        world.Journal.Ask($"{World.Devs}/{category}", new KnowledgeCommand.Revise(on, text, "So"), by);

    [Fact]
    public async Task A_knowledge_page_says_what_was_written_last_and_what_it_is_made_from()
    {
        var world = NewWorld();
        world.Category("help");
        var (thread, gone) = (world.Open("Bent wheel", category: "help"), world.Open("Gone", category: "help"));
        world.Reply(thread, "Turn it");
        world.Ask(thread, new ThreadCommand.Accept(2));
        Write(world, "help", "First");
        Write(world, "help", $"See /c/devs/threads/{thread}?post=2 and /c/devs/threads/{gone}.", 1, "alice");
        world.Ask(gone, new ThreadCommand.Remove(1));
        var views = await Look(world);
        var page = await views.Knowledge(World.Devs, "help", Viewer.Visitor, Ct);
        Assert.Equal((2, "Alice", "HELP", false), (page!.Revision, page.By.Name, page.Name, page.IsLocked));
        var source = Assert.Single(page.Sources);
        Assert.Equal(
            (thread, 2, "Bent wheel", "Bob", true),
            (source.Thread, source.Number, source.Title, source.Author.Name, source.IsAccepted));
        Assert.Equal(["alice", "mia"], page.Writers.Select(writer => writer.Account).Order());
        var taken = Assert.Single((await views.Thread(World.Devs, thread, 1, Viewer.Visitor, Ct))!.TakenUp);
        Assert.Equal((2, "help", "HELP"), (taken.Number, taken.Category, taken.Name));
        Assert.Equal(2, Assert.Single(await views.KnowledgePages(World.Devs, Viewer.Visitor, Ct)).Sources);

        Write(world, "help", "Nothing of it", 2);
        await CatchUp(views, world.Journal);
        Assert.Empty((await views.Thread(World.Devs, thread, 1, Viewer.Visitor, Ct))!.TakenUp);
    }

    [Fact]
    public async Task A_page_that_nobody_has_written_is_empty_and_one_of_no_category_is_none()
    {
        var world = NewWorld();
        world.Category("help");
        world.Category("new");
        Write(world, "help", "Text");
        world.Journal.Ask($"{World.Devs}/new", new KnowledgeCommand.Lock(), "mia");
        world.Journal.Ask(World.Devs, new CommunityCommand.RemoveCategory("help"), "olga");
        var views = await Look(world);
        var empty = await views.Knowledge(World.Devs, "new", Viewer.Visitor, Ct);
        Assert.Equal((0, "", true), (empty!.Revision, empty.Text, empty.IsLocked));
        Assert.Null(empty.At);
        Assert.Null(await views.Knowledge(World.Devs, "none", Viewer.Visitor, Ct));
        Assert.Equal("help", (await views.Knowledge(World.Devs, "help", Viewer.Visitor, Ct))!.Name);
        Assert.Equal(["help"], (await views.KnowledgePages(World.Devs, Viewer.Visitor, Ct)).Select(p => p.Category));
    }

    [Fact]
    public async Task A_hidden_revision_is_read_by_those_who_keep_order_only()
    {
        var world = NewWorld();
        world.Category("help");
        Write(world, "help", "Rude");
        Write(world, "help", "Kind", 1);
        world.Journal.Ask($"{World.Devs}/help", new KnowledgeCommand.Hide(1), "mia");
        var views = await Look(world);
        Assert.Null(await views.KnowledgeText(World.Devs, "help", 1, world.As("bob"), Ct));
        Assert.Equal("Rude", await views.KnowledgeText(World.Devs, "help", 1, world.As("mia"), Ct));
        Assert.Equal("Kind", await views.KnowledgeText(World.Devs, "help", 2, Viewer.Visitor, Ct));
        var revisions = await views.KnowledgeRevisions(World.Devs, "help", Viewer.Visitor, Ct);
        Assert.Equal([(2, "So", false), (1, "", true)], revisions.Select(r => (r.Number, r.Summary, r.IsHidden)));
        world.Journal.Ask($"{World.Devs}/help", new KnowledgeCommand.Show(1), "mia");
        await CatchUp(views, world.Journal);
        Assert.Equal("Rude", await views.KnowledgeText(World.Devs, "help", 1, world.As("bob"), Ct));
    }

    [Fact]
    public async Task Accepted_answers_wait_until_a_page_links_to_them()
    {
        var world = NewWorld();
        world.Category("help");
        world.Category("sub", "help");
        world.Category("other");
        var (below, liked) = (Answered("Below", "sub"), Answered("Liked", "help"));
        var open = world.Open("Open", category: "help");
        Answered("Elsewhere", "other");
        world.Reply(open);
        world.Ask(liked, new ThreadCommand.React(2, "like"), "alice");
        var views = await Look(world);
        var untaken = await views.Untaken(World.Devs, "help", Viewer.Visitor, Ct);
        Assert.Equal(2, untaken.Total);
        Assert.Equal([(liked, 1), (below, 0)], untaken.Answers.Select(answer => (answer.Thread, answer.Reactions)));
        Write(world, "help", $"/c/devs/threads/{liked}?post=2");
        await CatchUp(views, world.Journal);
        untaken = await views.Untaken(World.Devs, "help", Viewer.Visitor, Ct);
        Assert.Equal([below], untaken.Answers.Select(answer => answer.Thread));

        string Answered(string title, string category)
        {
            var thread = world.Open(title, category: category);
            world.Reply(thread, $"Answer to {title}");
            world.Ask(thread, new ThreadCommand.Accept(2));
            return thread;
        }
    }

    [Fact]
    public async Task Knowledge_is_found_by_its_words_headings_first()
    {
        var world = NewWorld();
        world.Category("one");
        world.Category("two");
        Write(world, "one", "Something about vélos and wheels and wheels");
        Write(world, "two", "## Wheels\n\nTrue them");
        var views = await Look(world);
        Assert.Equal(["two", "one"], await Found("wheels"));
        Assert.Equal(["one"], await Found("velos wheel"));
        Assert.Equal([], await Found("wheels saddle"));
        Assert.Equal([], await Found(""));
        var hit = (await views.FindKnowledge([World.Devs], "velos", Ct))[0];
        Assert.Contains("wheels", hit.Snippet, StringComparison.Ordinal);
        Assert.Empty(await views.FindKnowledge(["elsewhere"], "wheels", Ct));
        Write(world, "two", "Nothing", 1);
        await CatchUp(views, world.Journal);
        Assert.Equal(["one"], await Found("wheels"));

        async Task<IEnumerable<string>> Found(string words) =>
            (await views.FindKnowledge([World.Devs], words, Ct)).Select(hit => hit.Category);
    }

    [Fact]
    public async Task What_a_private_community_knows_is_its_own()
    {
        var world = NewWorld(Visibility.Private);
        world.Category("help");
        Write(world, "help", "Secret");
        var views = await Look(world);
        Assert.Null(await views.Knowledge(World.Devs, "help", Viewer.Visitor, Ct));
        Assert.Empty(await views.KnowledgePages(World.Devs, Viewer.Visitor, Ct));
        Assert.Empty(await views.KnowledgeRevisions(World.Devs, "help", Viewer.Visitor, Ct));
        Assert.Null(await views.KnowledgeText(World.Devs, "help", 1, Viewer.Visitor, Ct));
        Assert.Equal(0, (await views.Untaken(World.Devs, "help", Viewer.Visitor, Ct)).Total);
        Assert.NotNull(await views.Knowledge(World.Devs, "help", world.As("bob"), Ct));
    }
}
