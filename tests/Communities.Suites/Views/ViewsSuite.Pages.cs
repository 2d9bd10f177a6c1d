using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Theory]
    [InlineData(1, 1, 1), InlineData(50, 1, 50), InlineData(51, 2, 1), InlineData(10_000, 200, 50)]
    public async Task A_page_has_fifty_posts_and_the_last_page_the_rest(int posts, int pages, int last)
    {
        var world = NewWorld();
        var id = world.Open("Long");
        for (var i = 2; i <= posts; i++) world.Reply(id, $"Post {i}", i % 2 == 0 ? "bob" : "alice");
        var views = await Look(world);
        var page = await views.Thread(World.Devs, id, pages, Viewer.Visitor, Ct);
        Assert.Equal((posts, pages, pages), (page!.LastNumber, page.PageNumber, page.PageCount));
        Assert.Equal(Enumerable.Range(posts - last + 1, last), page.Posts.Select(post => post.Number));
        Assert.Null(await views.Thread(World.Devs, id, pages + 1, Viewer.Visitor, Ct));
        Assert.Null(await views.Thread(World.Devs, id, 0, Viewer.Visitor, Ct));
        Assert.Null(await views.Thread(World.Devs, "0000000000000000", 1, Viewer.Visitor, Ct));
    }

    [Fact]
    public async Task A_page_tells_all_that_happened_to_its_thread_and_posts()
    {
        var world = NewWorld();
        var id = world.Open("Question", "How?", "alice");
        world.Ask(id, new ThreadCommand.Reply("So.", ReplyTo: 1), "bob");
        foreach (var kind in (string[])["like", "thanks"]) world.Ask(id, new ThreadCommand.React(2, kind), "alice");
        world.Ask(id, new ThreadCommand.React(2, "like"), "mia");
        world.Ask(id, new ThreadCommand.Accept(2), "alice");
        world.Ask(id, new ThreadCommand.Slow(60));
        world.Ask(id, new ThreadCommand.ScheduleClose(world.Journal.Now.AddDays(1)));
        var views = await Look(world);
        var thread = (await views.Thread(World.Devs, id, 1, world.As("alice"), Ct))!;
        Assert.Equal((60, 2), (thread.SlowSeconds, thread.Accepted));
        Assert.Equal(world.Journal.Now.AddDays(1).AddSeconds(-1), thread.ClosesAt);
        Assert.Equal((1, new AuthorView("bob", "Bob", Role.Member)), (thread.Posts[1].ReplyTo, thread.Posts[1].Author));
        Assert.Equal(
            [("like", 2), ("thanks", 1)],
            thread.Posts[1].Reactions.OrderBy(r => r.Key).Select(r => (r.Key, r.Value)));
        Assert.Equal(["like", "thanks"], thread.Posts[1].Mine.Order());
        Assert.Equal(world.Journal.Feeds.Of(World.Devs).Head, views.PositionOf(World.Devs));

        var reopening = world.Journal.Now.AddDays(2);
        world.Ask(id, new ThreadCommand.Close(reopening, "Enough."), "mia");
        world.Ask(id, new ThreadCommand.Unreact(2, "like"), "alice");
        await CatchUp(views, world.Journal);
        thread = (await views.Thread(World.Devs, id, 1, world.As("mia"), Ct))!;
        Assert.Equal((true, null, "Enough."), (thread.IsClosed, thread.ClosesAt, thread.ClosedReason));
        Assert.Equal(reopening, thread.ReopensAt);
        Assert.Equal((1, "like"), (thread.Posts[1].Reactions["like"], Assert.Single(thread.Posts[1].Mine)));

        world.Ask(id, new ThreadCommand.Reopen());
        await CatchUp(views, world.Journal);
        thread = (await views.Thread(World.Devs, id, 1, Viewer.Visitor, Ct))!;
        Assert.Equal((false, null, null), (thread.IsClosed, thread.ReopensAt, thread.ClosedReason));
        Assert.Empty(thread.Posts[1].Mine);
    }

    [Fact]
    public async Task Revisions_are_kept_unless_the_grace_replaces_them()
    {
        var world = NewWorld();
        var id = world.Open("Story", "First.", "alice");
        world.Ask(id, new ThreadCommand.Edit(1, "First!"), "alice");
        world.Journal.Now = world.Journal.Now.AddHours(1);
        world.Ask(id, new ThreadCommand.Edit(1, "Second."), "alice");
        world.Ask(id, new ThreadCommand.Edit(1, "Third."), "mia");
        var views = await Look(world);
        var revisions = await views.Revisions(World.Devs, id, 1, Viewer.Visitor, Ct);
        Assert.Equal(
            [(1, "First!", "Alice"), (2, "Second.", "Alice"), (3, "Third.", "Mia")],
            revisions.Select(revision => (revision.Revision, revision.Text, revision.ByName)));
        var post = (await views.Thread(World.Devs, id, 1, Viewer.Visitor, Ct))!.Posts[0];
        Assert.Equal((3, "Third."), (post.Revision, post.Text));
        Assert.Empty(await views.Revisions(World.Devs, id, 2, Viewer.Visitor, Ct));
        Assert.Empty(await views.Revisions(World.Devs, id, int.MaxValue, Viewer.Visitor, Ct));
        var list = await views.Threads(new ThreadQuery(World.Devs), Viewer.Visitor, Ct);
        Assert.Equal("Third.", Assert.Single(list.Items).Excerpt);
    }

    [Fact]
    public async Task Posts_of_accounts_that_are_gone_have_an_empty_author()
    {
        var world = NewWorld();
        var id = world.Open("Orphan", by: "");
        world.Reply(id, by: "");
        var views = await Look(world);
        var thread = (await views.Thread(World.Devs, id, 1, new Viewer("", Standing.None), Ct))!;
        Assert.Equal(new AuthorView("", "", Role.None), thread.Author);
        Assert.Equal(thread.Author, thread.Posts[1].Author);
        Assert.Equal(0, thread.Counters.Participants);
        var list = await views.Threads(new ThreadQuery(World.Devs), Viewer.Visitor, Ct);
        Assert.Empty(Assert.Single(list.Items).Participants);
        Assert.Empty(await Ids(views, new ThreadQuery(World.Devs, ThreadSort.Unanswered)));
    }

    [Fact]
    public async Task A_member_has_a_profile_memberships_and_posts()
    {
        var world = NewWorld();
        world.Journal.Ask("other", new CommunityCommand.Found("Other", null, "fr", Visibility.Private, null));
        world.Journal.Ask("other/bob", new MemberCommand.Join("Robert"), "bob", Standing.System);
        world.Journal.Ask("devs/bob", new MemberCommand.Describe("Bobby", "*Builder*"), "bob");
        var id = world.Open("Many", by: "alice");
        for (var i = 0; i < 60; i++) world.Reply(id, $"Answer {i}", by: "bob");
        world.Ask(id, new ThreadCommand.Remove(61), "bob");
        var views = await Look(world);
        var bob = (await views.Member(World.Devs, "bob", Viewer.Visitor, Ct))!;
        Assert.Equal(("Bobby", "*Builder*", Role.Member, false), (bob.Name, bob.Biography, bob.Role, bob.HasLeft));
        Assert.Equal(world.Journal.See<Member>("devs/bob").Counters, bob.Counters);
        Assert.Equal(
            [("devs", Role.Member, "Bobby"), ("other", Role.Member, "Robert")],
            (await views.Memberships("bob", Ct)).Select(m => (m.Community, m.Role, m.Name)));

        var first = await views.PostsBy(World.Devs, "bob", null, Viewer.Visitor, Ct);
        var second = await views.PostsBy(World.Devs, "bob", first.Next, Viewer.Visitor, Ct);
        Assert.Equal(Enumerable.Range(2, 59).Reverse(), first.Items.Concat(second.Items).Select(hit => hit.Number));
        Assert.Equal(("Answer 58", "Many", null), (first.Items[0].Snippet, first.Items[0].Title, second.Next));
        Assert.Null(await views.Member(World.Devs, "nobody", Viewer.Visitor, Ct));
    }

    [Fact]
    public async Task Communities_come_with_most_members_first_and_unlisted_ones_to_their_members_only()
    {
        var world = NewWorld();
        world.Journal.Ask("small", new CommunityCommand.Found("Small", null, "fr", Visibility.Public, null));
        world.Journal.Ask("quiet", new CommunityCommand.Found("Quiet", null, "fr", Visibility.Unlisted, "Bob"), "bob");
        world.Journal.Ask("quiet", new CommunityCommand.SetPurpose(Purpose.Saying("To be *quiet*.")));
        world.Journal.Ask("quiet/netiquette", new PolicyCommand.Publish("Hush."));
        world.Journal.Ask("quiet", new CommunityCommand.ChangeSettings("Hush", "Sh", "en", Visibility.Unlisted));
        var views = await Look(world);
        Assert.Equal(["devs", "small"], (await views.Communities(null, Ct)).Select(c => c.Slug));
        Assert.Equal(["devs", "small"], (await views.Communities("alice", Ct)).Select(c => c.Slug));
        Assert.Equal(["devs", "quiet", "small"], (await views.Communities("bob", Ct)).Select(c => c.Slug));
        var quiet = (await views.Community("quiet", Viewer.Visitor, Ct))!;
        Assert.Equal(("Hush", "Sh", "en"), (quiet.Name, quiet.Summary, quiet.Language));
        Assert.Equal(("To be *quiet*.", "Hush."), (quiet.Purpose.WhatFor, quiet.Rules));
        Assert.Equal(world.Journal.See<Community>("quiet").Counters, quiet.Counters);
        Assert.Null(await views.Community("none", Viewer.Visitor, Ct));
    }
}
