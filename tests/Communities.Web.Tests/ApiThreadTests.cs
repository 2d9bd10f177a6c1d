using Communities.Actors;

namespace Communities.Web.Tests;

public sealed class ApiThreadTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task A_thread_is_opened_answered_and_read()
    {
        await site.Found("write", "olga", Visibility.Public, ("alice", Role.Member), ("bob", Role.Member));
        using var alice = await site.As("alice");
        using var bob = await site.As("bob");
        var opened = (await alice.Post(
            "/communities/write/threads", new { title = "Hello", text = "**World**", tags = new[] { "new" } })).Is(201);
        var path = $"/communities/write/threads/{opened["id"].GetString()}";
        Assert.Equal("/api/v1" + path, opened.Headers.Location?.OriginalString);
        var replied = (await bob.Post(path + "/posts", new { text = "Hi, ça va ?", replyTo = 1 })).Is(201);
        Assert.Equal(2, replied["number"].GetInt32());

        var thread = (await bob.Get($"{path}?at-least={replied.Version}")).Is(200);
        Assert.Equal("Hello", thread["title"].GetString());
        Assert.Equal(["**World**", "Hi, ça va ?"], Texts(thread));
        Assert.Equal(2, thread["counters"].GetProperty("posts").GetInt32());
        Assert.Equal("new", thread["tags"][0].GetString());
        Assert.Contains("ça", thread.Text);
    }

    [Fact]
    public async Task A_post_is_edited_removed_and_restored()
    {
        await site.Found("edit", "olga", Visibility.Public, ("alice", Role.Member), ("mona", Role.Moderator));
        using var alice = await site.As("alice");
        using var mona = await site.As("mona");
        using var visitor = site.Visitor();
        var path = $"/communities/edit/threads/{await site.Open("edit", "alice", text: "One")}";
        (await alice.Put(path + "/posts/1", new { text = "Two" })).Is(200);
        var edited = (await mona.Put(path + "/posts/1", new { text = "Three" })).Is(200);
        var revisions = (await visitor.Get($"{path}/posts/1/revisions?at-least={edited.Version}")).Is(200);
        Assert.Equal(
            ["Two", "Three"], revisions["items"].EnumerateArray().Select(r => r.GetProperty("text").GetString()));

        await site.Reply("edit", path[^16..], "alice", "Secret");
        var removed = (await alice.Delete(path + "/posts/2?reason=typo")).Is(200);
        var without = await visitor.Get($"{path}?at-least={removed.Version}");
        Assert.DoesNotContain("Secret", without.Text);
        (await visitor.Get(path + "/posts/2/revisions")).Refused(404, "post.missing");
        var restored = (await alice.Post(path + "/posts/2/restore")).Is(200);
        Assert.Contains("Secret", (await visitor.Get($"{path}?at-least={restored.Version}")).Text);
    }

    [Fact]
    public async Task Reactions_answers_and_order_are_kept()
    {
        await site.Found("react", "olga", Visibility.Public, ("alice", Role.Member), ("bob", Role.Member));
        using var alice = await site.As("alice");
        using var bob = await site.As("bob");
        using var olga = await site.As("olga");
        var thread = await site.Open("react", "alice");
        var path = $"/communities/react/threads/{thread}";
        await site.Reply("react", thread, "bob", "So.");
        (await alice.Post(path + "/posts/2/reactions", new { kind = "thanks" })).Is(200);
        (await alice.Post(path + "/accept", new { post = 2 })).Is(200);
        (await olga.Post(path + "/pin")).Is(200);
        (await olga.Post(path + "/slow", new { seconds = 60 })).Is(200);
        var closed = (await olga.Post(path + "/close", new { reason = "Solved" })).Is(200);

        var view = (await alice.Get($"{path}?at-least={closed.Version}")).Is(200);
        Assert.Equal(2, view["accepted"].GetInt32());
        Assert.Equal(60, view["slowSeconds"].GetInt32());
        Assert.True(view["isPinned"].GetBoolean());
        Assert.True(view["isClosed"].GetBoolean());
        var post = view["posts"][1];
        Assert.Equal(1, post.GetProperty("reactions").GetProperty("thanks").GetInt32());
        Assert.Equal("thanks", post.GetProperty("mine")[0].GetString());

        (await bob.Post(path + "/posts", new { text = "More" })).Refused(403, "thread.closed");
        (await olga.Post(path + "/reopen")).Is(200);
        (await olga.Post(path + "/unpin")).Is(200);
        (await alice.Delete(path + "/posts/2/reactions/thanks")).Is(200);
        var undone = (await alice.Delete(path + "/accept")).Is(200);
        view = await alice.Get($"{path}?at-least={undone.Version}");
        Assert.Equal(0, view["accepted"].GetInt32());
        Assert.False(view["isPinned"].GetBoolean());
        (await bob.Post(path + "/posts", new { text = "Again" })).Refused(429, "thread.slow");
    }

    [Fact]
    public async Task A_thread_closes_at_the_time_that_was_said()
    {
        await site.Found("later", "olga");
        using var olga = await site.As("olga");
        var path = $"/communities/later/threads/{await site.Open("later", "olga")}";
        var at = site.Time.GetUtcNow().AddHours(1);
        var closing = (await olga.Post(path + "/close", new { at })).Is(200);
        var view = await olga.Get($"{path}?at-least={closing.Version}");
        Assert.Equal(at.ToUnixTimeSeconds(), view["closesAt"].GetDateTimeOffset().ToUnixTimeSeconds());
        Assert.False(view["isClosed"].GetBoolean());
        (await olga.Post(path + "/close", new { at, reason = "both" })).Refused(400, "close.malformed");
        (await olga.Post(path + "/close", new { at = at.AddDays(-2) })).Refused(422, "time.past");
    }

    [Fact]
    public async Task Lists_are_sorted_filtered_and_paged()
    {
        await site.Found("lists", "olga");
        using var olga = await site.As("olga");
        (await olga.Post("/communities/lists/categories", new { slug = "help", name = "Help" })).Is(200);
        for (var i = 1; i <= 5; i++)
            (await olga.Post("/communities/lists/threads", new
            {
                title = $"Thread {i}", text = "Text", category = i % 2 == 0 ? "help" : null,
                tags = new[] { $"tag-{i}" },
            })).Is(201);
        await site.CaughtUp();

        var first = (await olga.Get("/communities/lists/threads?size=2")).Is(200);
        Assert.Equal(["Thread 5", "Thread 4"], Titles(first));
        var second = (await olga.Get($"/communities/lists/threads?size=2&cursor={first["next"].GetString()}")).Is(200);
        Assert.Equal(["Thread 3", "Thread 2"], Titles(second));
        Assert.Equal(["Thread 4", "Thread 2"], Titles(await olga.Get("/communities/lists/threads?category=help")));
        Assert.Equal(["Thread 3"], Titles(await olga.Get("/communities/lists/threads?tag=tag-3")));
        Assert.Equal(5, Titles(await olga.Get("/communities/lists/threads?sort=unanswered")).Count());
        Assert.Equal(5, Titles(await olga.Get("/communities/lists/threads?sort=top&period=week")).Count());
        Assert.Equal(5, (await olga.Get("/communities/lists/tags")).Is(200)["items"].GetArrayLength());
        (await olga.Post("/communities/lists/threads", new { title = "No", text = "No", category = "none" }))
            .Refused(404, "category.missing");
    }

    [Fact]
    public async Task A_long_thread_has_pages_of_fifty()
    {
        await site.Found("long", "olga");
        using var olga = await site.As("olga");
        var thread = await site.Open("long", "olga");
        for (var i = 0; i < 60; i++)
            await site.Actors.Ask(
                Keys.OfThread("long", thread), new ThreadCommand.Reply($"Reply {i}"), new Call("olga", new(Role.Owner)),
                TestContext.Current.CancellationToken);
        await site.CaughtUp();
        var path = $"/communities/long/threads/{thread}";
        Assert.Equal(50, (await olga.Get(path)).Is(200)["posts"].GetArrayLength());
        Assert.Equal(51, (await olga.Get(path + "?page=2")).Is(200)["posts"][0].GetProperty("number").GetInt32());
        (await olga.Get(path + "?page=0")).Refused(400, "page.range");
    }

    [Fact]
    public async Task Search_finds_words_without_their_accents()
    {
        await site.Found("find", "olga", Visibility.Public);
        await site.Found("hidden", "olga", Visibility.Private);
        await site.Open("find", "olga", "Crème brûlée", "Une recette délicieuse");
        await site.Open("hidden", "olga", "Crème secrète", "Une recette cachée");
        using var visitor = site.Visitor();
        using var olga = await site.As("olga");
        var found = (await visitor.Get("/search?q=recette")).Is(200);
        Assert.Equal("Crème brûlée", Assert.Single(found["items"].EnumerateArray()).GetProperty("title").GetString());
        Assert.Equal(2, (await olga.Get("/search?q=RECETTE")).Is(200)["items"].GetArrayLength());
        Assert.Equal(1, (await olga.Get("/search?q=creme+brulee&community=find")).Is(200)["items"].GetArrayLength());
        (await visitor.Get("/search?q=recette&community=hidden")).Refused(404, "community.missing");
        (await visitor.Get("/search")).Refused(400, "words.empty");
        (await visitor.Get("/search?q=a&from=yesterday")).Refused(400, "time.malformed");
        (await visitor.Get("/search?q=recette&cursor=nonsense")).Refused(400, "cursor.malformed");
    }

    private static IEnumerable<string?> Titles(Reply list) =>
        list["items"].EnumerateArray().Select(thread => thread.GetProperty("title").GetString());

    private static IEnumerable<string?> Texts(Reply thread) =>
        thread["posts"].EnumerateArray().Select(post => post.GetProperty("text").GetString());
}
