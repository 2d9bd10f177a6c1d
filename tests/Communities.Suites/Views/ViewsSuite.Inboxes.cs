using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private static readonly Standing AsMember = new(Role.Member);

    [Fact]
    public async Task An_answer_is_told_with_its_thread_and_words()
    {
        var world = NewWorld();
        var id = world.Open("Which brakes?");
        world.Reply(id, "Old.");
        Answer(world, id, "**Disc** ones.");
        Answer(world, id, "Or rim ones.", "mia");
        var views = await Look(world);

        var notice = Assert.Single((await views.Notices("alice", null, true, null, Ct)).Items);
        Assert.Equal(
            (World.Devs, "Devs", Reasons.Reply, id, "Which brakes?", "Or rim ones.", 3, 4, 2, false),
            (notice.Community, notice.CommunityName, notice.Reason, notice.Thread, notice.Title, notice.Excerpt,
                notice.Number, notice.Last, notice.Count, notice.IsSeen));
        Assert.Equal(new AuthorView("mia", "Mia", Role.Moderator), notice.By);
        Assert.Equal(notice, await views.Notice("alice", World.Devs, notice.Id, Ct));
        Assert.Equal(1, await views.Unseen("alice", Ct));
        Assert.Empty((await views.Notices("bob", null, false, null, Ct)).Items);
    }

    [Fact]
    public async Task What_has_been_seen_or_read_is_no_longer_unseen()
    {
        var world = NewWorld();
        var (first, second) = (world.Open("First"), world.Open("Second"));
        Answer(world, first);
        Answer(world, second);
        var views = await Look(world);
        Assert.Equal(2, await views.Unseen("alice", Ct));

        MarkRead(world, "alice", first, 2);
        await CatchUp(views, world.Journal);
        Assert.Equal([second], (await views.Notices("alice", null, true, null, Ct)).Items.Select(one => one.Thread));
        world.Journal.Ask($"{World.Devs}/alice", new InboxCommand.See(99), "alice");
        await CatchUp(views, world.Journal);
        Assert.Equal(0, await views.Unseen("alice", Ct));
        var kept = (await views.Notices("alice", World.Devs, false, null, Ct)).Items;
        Assert.Equal([(second, true), (first, true)], kept.Select(one => (one.Thread!, one.IsSeen)));
    }

    [Fact]
    public async Task What_is_told_of_a_private_community_its_former_members_do_not_see()
    {
        var world = NewWorld(Visibility.Private);
        var id = world.Open("Plans");
        Answer(world, id);
        var (key, command) = Bookmarked(id, 1, "alice");
        world.Journal.Ask(key, command, "alice");
        var views = await Look(world);
        Assert.Single((await views.Notices("alice", null, false, null, Ct)).Items);
        Assert.Single((await views.Bookmarks("alice", null, Ct)).Items);

        world.Journal.Ask($"{World.Devs}/alice", new MemberCommand.Leave(), "alice");
        await CatchUp(views, world.Journal);
        Assert.Empty((await views.Notices("alice", null, false, null, Ct)).Items);
        Assert.Empty((await views.Bookmarks("alice", null, Ct)).Items);
        Assert.Empty(await views.Readings(World.Devs, [id], world.As("alice"), Ct));
    }

    [Fact]
    public async Task A_notice_of_a_removed_post_or_thread_says_nothing_of_it()
    {
        var world = NewWorld();
        var id = world.Open(Secret);
        Answer(world, id, Secret);
        world.Ask(id, new ThreadCommand.Remove(2), "mia");
        var views = await Look(world);
        Assert.Equal((Secret, ""), await One());
        world.Ask(id, new ThreadCommand.Remove(1), "mia");
        await CatchUp(views, world.Journal);
        Assert.Equal((null, ""), await One());

        async Task<(string?, string)> One()
        {
            // What a moderator takes from alice she is told of, too, by another notice.
            var notice = Assert.Single(
                (await views.Notices("alice", null, false, null, Ct)).Items, one => one.Reason != Reasons.Decision);
            return (notice.Title, notice.Excerpt);
        }
    }

    [Fact]
    public async Task Notices_go_on_where_a_page_ended_even_within_one_moment()
    {
        var world = NewWorld();
        var ids = Enumerable.Range(0, 60).Select(n => world.Open($"Thread {n}")).ToList();
        foreach (var id in ids)
        {
            world.Journal.Ask(
                $"{World.Devs}/alice",
                new InboxCommand.Notify(new Notice(Reasons.Opened, id, 1, "bob")), at: world.Journal.Now);
        }

        var views = await Look(world);
        var page = await views.Notices("alice", null, false, null, Ct);
        Assert.Equal(50, page.Items.Count);
        Answer(world, ids[0]); // What comes meanwhile moves nothing.
        await CatchUp(views, world.Journal);
        var rest = await views.Notices("alice", null, false, page.Next, Ct);
        Assert.Null(rest.Next);
        Assert.Equal(
            ids.Order(),
            page.Items.Concat(rest.Items).Where(one => one.Reason == Reasons.Opened)
                .Select(one => one.Thread!).Order());
        await Assert.ThrowsAsync<MalformedCursorException>(
            () => views.Notices("alice", null, false, "x", Ct).AsTask());
    }

    [Fact]
    public async Task Unread_posts_are_counted_from_the_last_one_read()
    {
        var world = NewWorld();
        var id = world.Open("Long", by: "bob");
        for (var i = 0; i < 5; i++) world.Reply(id);
        var (own, other) = (world.Open("Mine"), world.Open("New", by: "bob"));
        MarkRead(world, "alice", id, 4);
        var views = await Look(world);

        var readings = await views.Readings(World.Devs, [id, own, other], world.As("alice"), Ct);
        Assert.Equal(new ReadingView(4, 2, false, Level.Tracking), readings[id]);
        Assert.Equal(new ReadingView(0, 0, false, Level.Watching), readings[own]);
        Assert.Equal(new ReadingView(0, 0, true, Level.Normal), readings[other]);
        Assert.Empty(await views.Readings(World.Devs, [id], Viewer.Visitor, Ct));

        SetLevel(world, "alice", id, Level.Muted);
        SetLevel(world, "alice", other, Level.Muted);
        await CatchUp(views, world.Journal);
        readings = await views.Readings(World.Devs, [id, other], world.As("alice"), Ct);
        Assert.Equal(new ReadingView(4, 0, false, Level.Muted), readings[id]);
        Assert.Equal(new ReadingView(0, 0, false, Level.Muted), readings[other]);
    }

    [Fact]
    public async Task Marking_all_as_read_leaves_nothing_unread_until_more_is_written()
    {
        var world = NewWorld();
        var (read, unread) = (world.Open("Read", by: "bob"), world.Open("Unread", by: "bob"));
        MarkRead(world, "alice", read, 1);
        world.Reply(read);
        world.Journal.Ask($"{World.Devs}/alice", new InboxCommand.MarkAllRead(), "alice");
        var views = await Look(world);
        var readings = await views.Readings(World.Devs, [read, unread], world.As("alice"), Ct);
        Assert.Equal(new ReadingView(2, 0, false, Level.Tracking), readings[read]);
        Assert.False(readings[unread].IsNew);

        world.Reply(read);
        var later = world.Open("Later", by: "bob");
        await CatchUp(views, world.Journal);
        readings = await views.Readings(World.Devs, [read, later], world.As("alice"), Ct);
        Assert.Equal(1, readings[read].Unread);
        Assert.True(readings[later].IsNew);
    }

    [Fact]
    public async Task Who_watches_a_place_watches_what_is_opened_there_unless_they_say_otherwise()
    {
        var world = NewWorld();
        world.Journal.Ask($"{World.Devs}/bob", new InboxCommand.SetLevel("tag:disc", Level.Watching), "bob");
        var (watched, muted) = (Open("Watched"), Open("Muted"));
        SetLevel(world, "bob", muted, Level.Normal);
        var views = await Look(world);
        var readings = await views.Readings(World.Devs, [watched, muted], world.As("bob"), Ct);
        Assert.Equal((Level.Watching, Level.Normal), (readings[watched].Level, readings[muted].Level));
        Assert.Equal(2, await views.Unseen("bob", Ct));

        string Open(string title)
        {
            var id = Keys.NewThread(world.Journal.Now, (uint)title.Length);
            world.Journal.Ask(
                Keys.OfThread(World.Devs, id), new ThreadCommand.Open(title, "x", null, ["disc"]), "alice", AsMember);
            return id;
        }
    }

    [Fact]
    public async Task Bookmarks_come_latest_first_with_their_notes()
    {
        var world = NewWorld();
        var id = world.Open("Brakes");
        world.Reply(id, "Disc.");
        var due = world.Journal.Now.AddDays(1);
        foreach (var (number, note) in new (int, string?)[] { (1, null), (2, "Try"), (7, "Never there") })
        {
            var (key, command) = Bookmarked(id, number, "alice", note, number == 2 ? due : null);
            world.Journal.Ask(key, command, "alice");
        }

        var views = await Look(world);
        Assert.Equal(
            [(2, "Disc.", "Try", due), (1, "Text.", null, (DateTimeOffset?)null)],
            (await views.Bookmarks("alice", null, Ct)).Items
                .Select(one => (one.Post.Number, one.Post.Snippet, one.Note, one.RemindAt)));
        Assert.Equal([1, 2, 7], await views.BookmarkedIn("alice", World.Devs, id, Ct));
        Assert.Empty((await views.Bookmarks("bob", null, Ct)).Items);

        world.Journal.Ask(Keys.OfReading(World.Devs, id, "alice"), new ReadingCommand.Remind(2));
        world.Journal.Ask(Keys.OfReading(World.Devs, id, "alice"), new ReadingCommand.Unbookmark(1), "alice");
        await CatchUp(views, world.Journal);
        var left = Assert.Single((await views.Bookmarks("alice", null, Ct)).Items);
        Assert.Equal((2, (DateTimeOffset?)null), (left.Post.Number, left.RemindAt));
        var told = Assert.Single((await views.Notices("alice", null, true, null, Ct)).Items);
        Assert.Equal(Reasons.Reminder, told.Reason);
    }

    private static void Answer(World world, string thread, string text = "Answer.", string by = "bob") =>
        world.Journal.Ask(Keys.OfThread(World.Devs, thread), new ThreadCommand.Reply(text), by, AsMember);

    private static void MarkRead(World world, string account, string thread, int to) => world.Journal.Ask(
        Keys.OfReading(World.Devs, thread, account), new ReadingCommand.MarkRead(1, to), account);

    private static void SetLevel(World world, string account, string thread, Level level) => world.Journal.Ask(
        Keys.OfReading(World.Devs, thread, account), new ReadingCommand.SetLevel(level), account);

    private static (string Key, ReadingCommand.Bookmark Command) Bookmarked(
        string thread, int number, string account, string? note = null, DateTimeOffset? remindAt = null) =>
        (Keys.OfReading(World.Devs, thread, account), new ReadingCommand.Bookmark(number, note, remindAt));
}
