using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>The same request twice is done once.</summary>
public sealed class ApiRepeatTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task A_thread_that_is_opened_twice_under_one_name_is_one()
    {
        await site.Found("twice", "olga");
        using var olga = await site.As("olga");
        var body = new { title = "Once", text = "Once" };
        var first = (await olga.Post("/communities/twice/threads", body, "the-key")).Is(201);
        var second = (await olga.Post("/communities/twice/threads", body, "the-key")).Is(201);
        Assert.Equal(first["id"].GetString(), second["id"].GetString());
        Assert.Equal(first.Version, second.Version);
        var other = (await olga.Post("/communities/twice/threads", body, "another-key")).Is(201);
        Assert.NotEqual(first["id"].GetString(), other["id"].GetString());
        await site.CaughtUp();
        Assert.Equal(2, (await olga.Get("/communities/twice/threads"))["items"].GetArrayLength());
    }

    [Fact]
    public async Task A_thread_that_is_opened_again_after_midnight_is_still_one()
    {
        await site.Found("midnight", "olga");
        using var olga = await site.As("olga");
        var body = new { title = "Once", text = "Once" };
        var first = (await olga.Post("/communities/midnight/threads", body, "late")).Is(201);
        site.Time.Advance(TimeSpan.FromHours(24));
        var second = (await olga.Post("/communities/midnight/threads", body, "late")).Is(201);
        Assert.Equal(first["id"].GetString(), second["id"].GetString());
    }

    [Fact]
    public async Task A_reply_that_is_sent_twice_is_one()
    {
        await site.Found("reply", "olga");
        using var olga = await site.As("olga");
        var path = $"/communities/reply/threads/{await site.Open("reply", "olga")}/posts";
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => olga.Post(path, new { text = "Hi" }, "same")));
        Assert.All(replies, reply => Assert.Equal(2, reply.Is(201)["number"].GetInt32()));
        Assert.Equal(3, (await olga.Post(path, new { text = "Hi" }))["number"].GetInt32());
    }

    [Fact]
    public async Task Two_people_may_choose_the_same_name_for_a_request()
    {
        await site.Found("both", "olga", Visibility.Public, ("alice", Role.Member));
        using var olga = await site.As("olga");
        using var alice = await site.As("alice");
        var path = $"/communities/both/threads/{await site.Open("both", "olga")}/posts";
        Assert.Equal(2, (await olga.Post(path, new { text = "Hi" }, "1")).Is(201)["number"].GetInt32());
        Assert.Equal(3, (await alice.Post(path, new { text = "Hi" }, "1")).Is(201)["number"].GetInt32());
    }

    [Fact]
    public async Task One_name_for_two_kinds_of_request_is_no_repeat()
    {
        await site.Found("kinds", "olga");
        using var olga = await site.As("olga");
        var path = $"/communities/kinds/threads/{await site.Open("kinds", "olga")}";
        (await olga.Post(path + "/posts", new { text = "Hi" }, "1")).Is(201);
        (await olga.Post(path + "/pin", null, "1")).Is(200);
        Assert.True((await site.See<Thread>(path["/communities/".Length..].Replace("/threads", ""))).IsPinned);
    }

    [Fact]
    public async Task A_write_that_changes_nothing_still_names_a_version_that_can_be_read()
    {
        await site.Found("same", "olga");
        using var olga = await site.As("olga");
        var path = $"/communities/same/threads/{await site.Open("same", "olga")}";
        var first = (await olga.Post(path + "/pin")).Is(200);
        var again = (await olga.Post(path + "/pin")).Is(200);
        Assert.True(again.Version >= first.Version);
        Assert.True((await olga.Get($"{path}?at-least={again.Version}")).Is(200)["isPinned"].GetBoolean());
    }

    [Fact]
    public async Task A_read_that_names_a_version_which_never_comes_is_told_to_try_again()
    {
        await using var impatient = new Impatient();
        await impatient.InitializeAsync();
        using var visitor = impatient.Visitor();
        var reply = (await visitor.Get("/communities?at-least=1000000")).Refused(503, "views.behind");
        Assert.NotNull(reply.Headers.RetryAfter);
    }

    private sealed class Impatient : ApiSite
    {
        protected override WebOptions Options(string directory) =>
            new() { DataDirectory = directory, AtLeastPatience = TimeSpan.FromMilliseconds(10) };
    }
}
