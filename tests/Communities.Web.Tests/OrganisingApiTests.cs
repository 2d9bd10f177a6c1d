using System.Globalization;
using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>Moderators organise threads through the API, and old addresses lead to where posts are.</summary>
public sealed class OrganisingApiTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task Posts_are_moved_split_and_merged_and_their_addresses_redirect()
    {
        await site.Found("move", "olga", Visibility.Public, ("alice", Role.Member), ("mona", Role.Moderator));
        using var alice = await site.As("alice");
        using var mona = await site.As("mona");
        var (from, to) = (await site.Open("move", "alice", "From"), await site.Open("move", "alice", "To"));
        for (var i = 2; i <= 5; i++) await site.Reply("move", from, "alice", $"Post {i}");
        string[] path = [$"/communities/move/threads/{from}", $"/communities/move/threads/{to}"];
        (await alice.Post($"{path[0]}/move", new { posts = new[] { 2 }, to })).Refused(403, "moderator.needed");

        (await mona.Post($"{path[0]}/move", new { posts = new[] { 2, 3 }, to, reason = "Off topic" })).Is(200);
        await site.CaughtUp();
        Assert.Equal($"/api/v1{path[1]}/posts/2", Led(await alice.Get($"{path[0]}/posts/2")));
        Assert.Equal("Post 3", (await alice.Get($"{path[1]}/posts/3")).Is(200)["text"].GetString());
        Assert.Equal($"/api/v1{path[1]}/posts/3/reactions", Led(
            await mona.Post($"{path[0]}/posts/3/reactions", new { kind = "like" })));
        (await alice.Get($"{path[0]}/posts/9")).Refused(404, "post.missing");

        var split = (await mona.Post(
            $"{path[0]}/split", new { posts = new[] { 4 }, title = "Its own", tags = new[] { "new" } })).Is(201);
        await site.CaughtUp();
        var own = (await alice.Get($"/communities/move/threads/{split["id"].GetString()}")).Is(200);
        Assert.Equal("Its own", own["title"].GetString());
        Assert.Equal("received", own["happenings"][0].GetProperty("kind").GetString());

        (await mona.Post($"{path[0]}/merge", new { into = to })).Is(200);
        await site.CaughtUp();
        Assert.Equal($"/api/v1{path[1]}?page=1", Led(await alice.Get(path[0])));
        Assert.Equal($"/api/v1{path[1]}/posts/4", Led(await alice.Get($"{path[0]}/posts/1")));
        (await alice.Post($"{path[0]}/posts", new { text = "On" })).Refused(410, "thread.merged");
        var merged = (await alice.Get(path[1])).Is(200);
        Assert.Equal(5, merged["counters"].GetProperty("posts").GetInt32());
        var counters = (await alice.Get("/communities/move")).Is(200)["counters"];
        Assert.Equal((2, 6), (counters.GetProperty("threads").GetInt32(), counters.GetProperty("posts").GetInt32()));
    }

    [Fact]
    public async Task Nothing_is_moved_to_where_it_cannot_be()
    {
        await site.Found("target", "olga", Visibility.Public, ("mona", Role.Moderator));
        using var mona = await site.As("mona");
        var from = await site.Open("target", "olga", "From");
        await site.Reply("target", from, "olga", "x");
        var removed = await site.Open("target", "olga", "Removed");
        await site.Actors.Ask(
            Keys.OfThread("target", removed), new ThreadCommand.Remove(1), Call.System(),
            TestContext.Current.CancellationToken);
        var path = $"/communities/target/threads/{from}/move";
        (await mona.Post(path, new { posts = new[] { 2 }, to = removed })).Refused(410, "thread.removed");
        (await mona.Post(path, new { posts = new[] { 2 }, to = "0000000000000000" })).Refused(404, "thread.missing");
        (await mona.Post(path, new { posts = new[] { 2 }, to = from })).Refused(422, "posts.here");
        (await mona.Post($"/communities/target/threads/{from}/split", new { posts = new[] { 1 }, title = "x" }))
            .Refused(422, "posts.opening");
    }

    [Fact]
    public async Task Threads_are_unlisted_archived_and_pinned_until_a_time()
    {
        await site.Found("order", "olga", Visibility.Public, ("alice", Role.Member), ("mona", Role.Moderator));
        using var alice = await site.As("alice");
        using var mona = await site.As("mona");
        var path = $"/communities/order/threads/{await site.Open("order", "alice")}";
        var until = site.Time.GetUtcNow().AddHours(1);
        (await mona.Post($"{path}/pin", new { until })).Is(200);
        var unlisted = (await mona.Post($"{path}/unlist", new { reason = "A test" })).Is(200);
        var list = (await alice.Get($"/communities/order/threads?at-least={unlisted.Version}")).Is(200);
        Assert.Empty(list["items"].EnumerateArray());
        Assert.Single((await mona.Get("/communities/order/threads?sort=unlisted")).Is(200)["items"].EnumerateArray());
        Assert.Empty((await alice.Get("/communities/order/threads?sort=unlisted")).Is(200)["items"].EnumerateArray());
        (await alice.Get(path)).Is(200);

        (await mona.Post($"{path}/list")).Is(200);
        (await mona.Post($"{path}/archive")).Is(200);
        (await alice.Post($"{path}/posts", new { text = "x" })).Refused(403, "thread.archived");
        var unarchived = (await mona.Post($"{path}/unarchive")).Is(200);
        var thread = (await alice.Get($"{path}?at-least={unarchived.Version}")).Is(200);
        Assert.Equal(
            ["pinned", "unlisted", "listed", "archived", "unarchived"],
            thread["happenings"].EnumerateArray().Select(h => h.GetProperty("kind").GetString()));
        Assert.Equal(until.ToUnixTimeMilliseconds(), DateTimeOffset.Parse(
            thread["pinnedUntil"].GetString()!, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Tags_are_grouped_reserved_and_resolved()
    {
        await site.Found("labels", "olga", Visibility.Public, ("alice", Role.Member), ("mona", Role.Moderator));
        using var alice = await site.As("alice");
        using var mona = await site.As("mona");
        using var olga = await site.As("olga");
        const string Path = "/communities/labels";
        var official = new { name = "Official", tags = new[] { "news", "notice" }, isReserved = true, isSingle = true };
        (await mona.Put($"{Path}/tag-groups/official", official)).Refused(403, "manager.needed");
        (await olga.Put($"{Path}/tag-groups/official", official)).Is(200);
        (await olga.Put($"{Path}/tag-synonyms/infos", new { meaning = "news" })).Is(200);
        (await olga.Put($"{Path}/tag-synonyms/news", new { meaning = "infos" })).Refused(422, "synonym.deep");
        Assert.Equal("official", (await alice.Get($"{Path}/tag-groups")).Is(200)["items"][0].GetProperty("slug")
            .GetString());
        Assert.Equal("news", (await alice.Get($"{Path}/tag-synonyms")).Is(200)["items"][0].GetProperty("meaning")
            .GetString());

        (await alice.Post($"{Path}/threads", new { title = "T", text = "T", tags = new[] { "infos" } }))
            .Refused(403, "tag.reserved");
        (await mona.Post($"{Path}/threads", new { title = "T", text = "T", tags = new[] { "infos", "notice" } }))
            .Refused(422, "tag.single");
        var opened = (await alice.Post($"{Path}/threads", new { title = "T", text = "T" })).Is(201);
        var thread = $"{Path}/threads/{opened["id"].GetString()}";
        (await mona.Put(thread, new { title = "T", tags = new[] { "infos" } })).Is(200);
        await site.CaughtUp();
        var renamed = (await alice.Put(thread, new { title = "Better", tags = new[] { "own" } })).Is(200);
        var tags = (await alice.Get($"{thread}?at-least={renamed.Version}")).Is(200)["tags"];
        Assert.Equal(["own", "news"], tags.EnumerateArray().Select(tag => tag.GetString()));
        (await olga.Delete($"{Path}/tag-synonyms/infos")).Is(200);
        (await olga.Delete($"{Path}/tag-groups/official")).Is(200);
    }

    [Fact]
    public async Task Categories_are_put_in_order()
    {
        await site.Found("sorted", "olga");
        using var olga = await site.As("olga");
        foreach (var slug in (string[])["a", "b"])
            (await olga.Post("/communities/sorted/categories", new { slug, name = slug })).Is(200);
        (await olga.Put("/communities/sorted/categories/order", new { categories = new[] { "b" } }))
            .Refused(422, "order.malformed");
        var ordered = (await olga.Put("/communities/sorted/categories/order", new { categories = new[] { "b", "a" } }))
            .Is(200);
        var list = (await olga.Get($"/communities/sorted/categories?at-least={ordered.Version}")).Is(200)["items"];
        Assert.Equal(["b", "a"], list.EnumerateArray().Select(one => one.GetProperty("slug").GetString()));
    }

    private static string? Led(Reply reply)
    {
        Assert.Equal(307, (int)reply.Is(307).Status);
        return reply.Headers.Location?.OriginalString;
    }
}
