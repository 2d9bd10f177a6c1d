using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private const string Talk = "01k0000000000008";

    [Fact]
    public async Task A_conversation_is_read_by_who_takes_part_and_by_nobody_else()
    {
        var world = Talking();
        var views = await Look(world);
        foreach (var account in (string[])["alice", "bob"])
        {
            var seen = (await views.Conversation(World.Devs, Talk, null, world.As(account), Ct))!;
            Assert.Equal("Lunch", seen.Subject);
            Assert.Equal(["Noon at **wombats**?", "Yes."], seen.Messages.Select(message => message.Text));
            Assert.Equal(["Alice", "Bob"], seen.Participants.Select(one => one.Name));
            Assert.Single((await views.Conversations(account, null, Ct)).Items);
        }

        Viewer[] others = [
            Viewer.Visitor, world.As("mia"), world.As("olga"), new("root", new Standing(Role.None, IsOperator: true)),
            new("alice", new Standing(Role.None))];
        foreach (var viewer in others)
            Assert.Null(await views.Conversation(World.Devs, Talk, null, viewer, Ct));
        Assert.Empty((await views.Conversations("mia", null, Ct)).Items);
        Assert.Empty((await views.Search(new SearchQuery("wombats", [World.Devs]), Ct)).Items);
        Assert.Empty((await views.PostsBy(World.Devs, "alice", null, world.As("alice"), Ct)).Items);
    }

    [Fact]
    public async Task A_list_of_conversations_tells_what_is_unread()
    {
        var world = Talking();
        var views = await Look(world);
        var row = Assert.Single((await views.Conversations("alice", null, Ct)).Items);
        Assert.Equal(("Devs", "Lunch", 2, 1), (row.CommunityName, row.Subject, row.Messages, row.Unread));
        Assert.Equal(("Bob", "Yes.", "bob"), (row.LastBy.Name, row.Excerpt, Assert.Single(row.Others).Account));
        Ask(world, new ConversationCommand.MarkRead(2), "alice");
        Ask(world, new ConversationCommand.Mute(), "alice");
        Ask(world, new ConversationCommand.Rename("Dinner"), "bob");
        await CatchUp(views, world.Journal);
        row = Assert.Single((await views.Conversations("alice", null, Ct)).Items);
        Assert.Equal(("Dinner", 0, true), (row.Subject, row.Unread, row.IsMuted));
    }

    [Fact]
    public async Task Who_is_added_reads_from_the_beginning_and_who_leaves_reads_no_more()
    {
        var world = Talking();
        Ask(world, new ConversationCommand.Add("mia"), "bob");
        Ask(world, new ConversationCommand.Leave(), "bob");
        var views = await Look(world);
        Assert.Null(await views.Conversation(World.Devs, Talk, null, world.As("bob"), Ct));
        Assert.Empty((await views.Conversations("bob", null, Ct)).Items);
        var seen = (await views.Conversation(World.Devs, Talk, null, world.As("mia"), Ct))!;
        Assert.Equal((2, 0), (seen.Messages.Count, seen.Read));
        Assert.Equal("Bob", seen.Messages[1].Author.Name);
        Assert.Equal(["Alice", "Mia"], seen.Participants.Select(one => one.Name));
        Assert.Equal(2, Assert.Single((await views.Conversations("mia", null, Ct)).Items).Unread);
    }

    [Fact]
    public async Task Messages_and_conversations_come_in_parts()
    {
        var world = Talking();
        for (var i = 3; i <= 70; i++) Ask(world, new ConversationCommand.Send($"No. {i}"), "bob");
        for (var i = 0; i < 35; i++)
            world.Journal.Ask(
                Keys.OfConversation(World.Devs, Keys.NewThread(world.Journal.Now, (uint)i)),
                new ConversationCommand.Start($"Talk {i}", "Hello", ["alice"]), "mia");
        var views = await Look(world);
        var latest = (await views.Conversation(World.Devs, Talk, null, world.As("alice"), Ct))!;
        Assert.Equal(Enumerable.Range(21, 50), latest.Messages.Select(message => message.Number));
        var earlier = (await views.Conversation(World.Devs, Talk, 21, world.As("alice"), Ct))!;
        Assert.Equal(Enumerable.Range(1, 20), earlier.Messages.Select(message => message.Number));

        var first = await views.Conversations("alice", null, Ct);
        var second = await views.Conversations("alice", first.Next, Ct);
        Assert.Equal((30, 6, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Equal("Talk 34", first.Items[0].Subject);
        Assert.Equal(36, first.Items.Concat(second.Items).Select(row => row.Id).Distinct().Count());
    }

    private World Talking()
    {
        var world = NewWorld();
        Ask(world, new ConversationCommand.Start("Lunch", "Noon at **wombats**?", ["bob"]), "alice");
        Ask(world, new ConversationCommand.Send("Yes."), "bob");
        return world;
    }

    private static void Ask(World world, ConversationCommand command, string by) => world.Journal.Ask(
        Keys.OfConversation(World.Devs, Talk), command, by, new Standing(Role.Member));
}
