using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private const string Secret = "sesame";

    public static TheoryData<string?, bool> Readers => new()
    {
        { null, false }, { "stranger", false }, { "bob", false }, { "alice", true }, { "mia", true }, { "olga", true },
    };

    [Theory, MemberData(nameof(Readers))]
    public async Task A_removed_post_is_shown_to_its_author_and_moderators_only(string? reader, bool sees)
    {
        var world = NewWorld();
        var id = world.Open("Question", by: "bob");
        world.Reply(id, Secret, by: "alice");
        world.Ask(id, new ThreadCommand.React(2, "like"), "bob");
        world.Journal.Now = world.Journal.Now.AddHours(1);
        world.Ask(id, new ThreadCommand.Edit(2, Secret + "!"), "alice");
        world.Ask(id, new ThreadCommand.Remove(2, "Off topic"), "mia");
        var views = await Look(world);
        var viewer = reader is null ? Viewer.Visitor : world.As(reader);

        var post = (await views.Thread(World.Devs, id, 1, viewer, Ct))!.Posts[1];
        Assert.Equal((2, Removal.ByModerator, "alice"), (post.Number, post.Removal, post.Author.Account));
        Assert.Equal(sees ? Secret + "!" : null, post.Text);
        Assert.Equal(sees ? 1 : 0, post.Reactions.Count);
        Assert.Equal(sees ? 2 : 0, (await views.Revisions(World.Devs, id, 2, viewer, Ct)).Count);
        Assert.Empty((await views.Search(new SearchQuery(Secret, [World.Devs]), Ct)).Items);
        Assert.Empty((await views.PostsBy(World.Devs, "alice", null, viewer, Ct)).Items);

        world.Ask(id, new ThreadCommand.Restore(2), "mia");
        await CatchUp(views, world.Journal);
        Assert.Equal(Secret + "!", (await views.Thread(World.Devs, id, 1, viewer, Ct))!.Posts[1].Text);
        Assert.Single((await views.Search(new SearchQuery(Secret, [World.Devs]), Ct)).Items);
        Assert.Single((await views.PostsBy(World.Devs, "alice", null, viewer, Ct)).Items);
    }

    [Theory, MemberData(nameof(Readers))]
    public async Task A_removed_thread_is_shown_to_its_author_and_moderators_only(string? reader, bool sees)
    {
        var world = NewWorld();
        world.Category("help");
        var id = world.Open(Secret, Secret, "alice", "help", [Secret]);
        world.Reply(id, Secret, by: "bob");
        world.Ask(id, new ThreadCommand.Remove(1), "mia");
        var views = await Look(world);
        var viewer = reader is null ? Viewer.Visitor : world.As(reader);

        var thread = await views.Thread(World.Devs, id, 1, viewer, Ct);
        Assert.Equal(sees, thread is { IsRemoved: true, Counters.Posts: 0, Counters.Participants: 0 });
        Assert.Equal(sees, thread is not null);
        Assert.Equal(sees ? 1 : 0, (await views.Revisions(World.Devs, id, 2, viewer, Ct)).Count);
        foreach (var sort in Enum.GetValues<ThreadSort>())
        {
            Assert.Empty((await views.Threads(new ThreadQuery(World.Devs, sort), viewer, Ct)).Items);
            Assert.Empty((await views.Threads(new ThreadQuery(World.Devs, sort, Category: "help"), viewer, Ct)).Items);
            Assert.Empty((await views.Threads(new ThreadQuery(World.Devs, sort, Tag: Secret), viewer, Ct)).Items);
        }

        Assert.Empty((await views.Search(new SearchQuery(Secret, [World.Devs]), Ct)).Items);
        Assert.Empty((await views.PostsBy(World.Devs, "bob", null, viewer, Ct)).Items);
        Assert.Empty(await views.Tags(World.Devs, viewer, Ct));
        Assert.Equal(0, (await views.Community(World.Devs, viewer, Ct))!.Categories[0].Threads);

        world.Ask(id, new ThreadCommand.Restore(1), "mia");
        await CatchUp(views, world.Journal);
        thread = await views.Thread(World.Devs, id, 1, viewer, Ct);
        Assert.Equal(world.Journal.See<Thread>($"devs/{id}").Counters, thread!.Counters);
        Assert.Equal(2, (await views.Search(new SearchQuery(Secret, [World.Devs]), Ct)).Items.Count);
        Assert.Single(await views.Tags(World.Devs, viewer, Ct));
        Assert.Equal(1, (await views.Community(World.Devs, viewer, Ct))!.Categories[0].Threads);
    }

    [Theory]
    [InlineData(null, false), InlineData("stranger", false), InlineData("bob", false)]
    [InlineData("alice", true), InlineData("mia", true), InlineData("operator", true)]
    public async Task A_private_community_is_not_there_for_others_than_its_members(string? reader, bool sees)
    {
        var world = NewWorld(Visibility.Private);
        var id = world.Open(Secret, Secret, tags: [Secret]);
        world.Journal.Ask("devs/bob", new MemberCommand.Leave(), "bob");
        world.Journal.Ask(
            "devs/helpers", new GroupCommand.Found(Secret, null, GroupAccess.Open, GroupCallers.Everybody), "alice");
        var views = await Look(world);
        var viewer = reader switch
        {
            null => Viewer.Visitor,
            "operator" => new Viewer("operator", new Standing(Role.None, IsOperator: true)),
            _ => world.As(reader),
        };

        Assert.Equal(sees, await views.Community(World.Devs, viewer, Ct) is not null);
        Assert.Equal(sees, (await views.Threads(new ThreadQuery(World.Devs), viewer, Ct)).Items.Count > 0);
        Assert.Equal(sees, await views.Thread(World.Devs, id, 1, viewer, Ct) is not null);
        Assert.Equal(sees, (await views.Revisions(World.Devs, id, 1, viewer, Ct)).Count > 0);
        Assert.Equal(sees, await views.Member(World.Devs, "alice", viewer, Ct) is not null);
        Assert.Equal(sees, (await views.Members(new MembersQuery(World.Devs), viewer, Ct)).Items.Count > 0);
        Assert.Equal(sees, (await views.PostsBy(World.Devs, "alice", null, viewer, Ct)).Items.Count > 0);
        Assert.Equal(sees, (await views.Groups(World.Devs, null, viewer, Ct)).Count > 0);
        Assert.Equal(sees, await views.Group(World.Devs, "helpers", viewer, Ct) is not null);
        var activity = new ActivityQuery(World.Devs, "alice");
        Assert.Equal(sees, (await views.Activity(activity, viewer, Ct)).Items.Count > 0);
        Assert.Equal(sees, (await views.Tags(World.Devs, viewer, Ct)).Count > 0);
        Assert.Equal(reader is "alice" or "mia", (await views.Communities(reader, Ct)).Count > 0);
        Assert.Empty((await views.Search(new SearchQuery(Secret, []), Ct)).Items);
        Assert.Empty((await views.Search(new SearchQuery(Secret, ["other"]), Ct)).Items);
    }
}
