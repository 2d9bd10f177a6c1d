using System.Text.Json;
using Communities.Actors;

namespace Communities.Web.Tests;

public sealed class ApiConversationTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task Members_write_to_each_other_and_nobody_else_reads_it()
    {
        var (alice, bob, path) = await Begun("talk");
        var answered = (await bob.Post($"{path}/messages", new { text = "Yes." })).Is(201);
        Assert.Equal(2, answered["number"].GetInt32());
        var seen = (await alice.Get($"{path}?at-least={answered.Version}")).Is(200);
        Assert.Equal(
            ["Noon at the wombats?", "Yes."],
            seen["messages"].EnumerateArray().Select(message => message.GetProperty("text").GetString()));
        var row = (await alice.Get("/me/conversations")).Is(200)["items"][0];
        Assert.Equal((1, "Lunch"), (row.GetProperty("unread").GetInt32(), row.GetProperty("subject").GetString()));
        await alice.Put($"{path}/read", new { number = 2 });

        using var olga = await site.As("olga");
        using var root = await site.As("root", isOperator: true);
        using var visitor = site.Visitor();
        foreach (var other in (ApiClient[])[olga, root, visitor])
        {
            (await other.Get(path)).Refused(404, "conversation.missing");
            (await other.Get($"{path}/live")).Refused(404, "conversation.missing");
            Assert.DoesNotContain("wombats", (await other.Get("/search?q=wombats")).Text);
            Assert.DoesNotContain("Lunch", (await other.Get("/communities/talk/threads")).Text);
        }

        (await olga.Post($"{path}/messages", new { text = "Hm" })).Refused(404, "conversation.missing");
        (await olga.Post($"{path}/participants", new { account = "nobody" })).Refused(404, "conversation.missing");
        Assert.Equal(0, (await olga.Get("/me/conversations")).Is(200)["items"].GetArrayLength());
        (await visitor.Get("/me/conversations")).Refused(401, "account.foreign");
    }

    [Fact]
    public async Task Participants_come_and_go_rename_and_mute()
    {
        var (alice, bob, path) = await Begun("change");
        (await bob.Post($"{path}/participants", new { account = "stranger" })).Refused(404, "recipient.missing");
        (await bob.Post($"{path}/participants", new { account = "carol" })).Is(200);
        (await bob.Put($"{path}/subject", new { subject = "Dinner" })).Is(200);
        (await bob.Put($"{path}/muted", new { muted = true })).Is(200);
        var left = (await alice.Delete($"{path}/participants/me")).Is(200);
        (await alice.Get($"{path}?at-least={left.Version}")).Refused(404, "conversation.missing");
        using var carol = await site.As("carol");
        var seen = (await carol.Get(path)).Is(200);
        Assert.Equal("Dinner", seen["subject"].GetString());
        Assert.Equal(
            ["bob", "carol"],
            seen["participants"].EnumerateArray().Select(person => person.GetProperty("account").GetString()));
    }

    [Fact]
    public async Task A_block_ends_what_two_write()
    {
        var (alice, bob, path) = await Begun("blocks");
        await site.Actors.Ask(
            "blocks/bob", new InboxCommand.Block("alice"), new Call("bob", new Standing(Role.Member)),
            TestContext.Current.CancellationToken);
        (await alice.Post($"{path}/messages", new { text = "Well?" })).Refused(403, "recipient.closed");
        (await bob.Post($"{path}/messages", new { text = "No." })).Refused(409, "recipient.blocked");
        object again = new { subject = "Lunch", text = "Well?", with = new[] { "bob" } };
        (await alice.Post("/communities/blocks/conversations", again)).Refused(403, "recipient.closed");
        (await alice.Post($"{path}/participants", new { account = "carol" })).Is(200);
        (await alice.Post($"{path}/messages", new { text = "Carol?" })).Is(201);
    }

    [Fact]
    public async Task A_message_is_in_the_inbox_until_it_is_read()
    {
        var (_, bob, path) = await Begun("notices");
        await site.CaughtUp();
        var inbox = await site.See<Inbox>("notices/bob");
        Assert.Equal((Reasons.Message, path[^16..]), (inbox.Unseen[0].Reason, inbox.Unseen[0].Subject));
        (await bob.Put($"{path}/read", new { number = 1 })).Is(200);
        await site.CaughtUp();
        Assert.Empty((await site.See<Inbox>("notices/bob")).Unseen);
    }

    [Fact]
    public async Task Who_has_it_open_is_told_live_and_who_watches_the_community_is_not()
    {
        var (alice, bob, path) = await Begun("live");
        var ct = TestContext.Current.CancellationToken;
        using var mine = new StreamReader(await bob.Stream($"{path}/live", ct));
        using var others = new StreamReader(await alice.Stream("/communities/live/live", ct));
        await mine.ReadLineAsync(ct);
        await others.ReadLineAsync(ct);
        (await alice.Post($"{path}/messages", new { text = "Still there?" })).Is(201);
        Assert.Equal("conversation.messaged", (await Told(mine)).GetProperty("kind").GetString());

        await site.Open("live", "alice");
        var told = await Told(others);
        while (told.GetProperty("kind").GetString() == "member.visited") told = await Told(others);
        Assert.Equal("thread.opened", told.GetProperty("kind").GetString());

        (await bob.Delete($"{path}/participants/me")).Is(200);
        while (await mine.ReadLineAsync(ct) is not null)
        {
            // What was told until then; the stream ends with taking part.
        }
    }

    [Fact]
    public async Task A_conversation_is_begun_once_however_often_it_is_asked_for()
    {
        var (alice, _, _) = await Begun("once");
        object start = new { subject = "Again", text = "?", with = new[] { "bob" } };
        var first = (await alice.Post("/communities/once/conversations", start, once: "k")).Is(201);
        var second = (await alice.Post("/communities/once/conversations", start, once: "k")).Is(201);
        Assert.Equal(first["id"].GetString(), second["id"].GetString());
    }

    private static async Task<JsonElement> Told(StreamReader live)
    {
        string? line;
        do line = await live.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.StartsWith("data:", StringComparison.Ordinal));
        return JsonDocument.Parse(line![5..]).RootElement;
    }

    private async Task<(ApiClient Alice, ApiClient Bob, string Path)> Begun(string community)
    {
        await site.Found(
            community, "olga", Visibility.Public, ("alice", Role.Member), ("bob", Role.Member), ("carol", Role.Member));
        var (alice, bob) = (await site.As("alice"), await site.As("bob"));
        object start = new { subject = "Lunch", text = "Noon at the wombats?", with = new[] { "bob" } };
        var begun = (await alice.Post($"/communities/{community}/conversations", start)).Is(201);
        await site.CaughtUp();
        return (alice, bob, $"/communities/{community}/conversations/{begun["id"].GetString()}");
    }
}
