using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>Reports, cases, decisions and appeals, as programs meet them.</summary>
public sealed class ApiCaseTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task A_post_is_reported_removed_appealed_and_back()
    {
        var (root, thread) = await Begun("court");
        using var alice = await site.As("alice");
        using var bob = await site.As("bob");
        using var mo = await site.As("mo");
        using var max = await site.As("max");
        var post = $"{root}/threads/{thread}/posts/2";
        (await alice.Post($"{post}/reports", new { reason = "rude" })).Refused(422, "report-reason.unknown");
        (await alice.Post($"{post}/reports", new { reason = "illegal" })).Refused(422, "text.empty");
        (await alice.Post($"{post}/reports", new { reason = "spam", text = "Buys" })).Is(200);
        (await alice.Post($"{post}/reports", new { reason = "spam" })).Refused(409, "report.repeated");
        (await bob.Post($"{post}/reports", new { reason = "spam" })).Refused(403, "report.own");
        (await alice.Post($"{root}/threads/{thread}/posts/9/reports", new { reason = "spam" }))
            .Refused(404, "subject.missing");

        await site.CaughtUp();
        var waiting = (await mo.Get($"{root}/cases?kind=post&sort=age")).Is(200)["items"];
        Assert.Equal($"post-{thread}-2", Assert.Single(waiting.EnumerateArray()).GetProperty("id").GetString());
        var @case = $"{root}/cases/post-{thread}-2";
        var seen = (await mo.Get(@case)).Is(200);
        Assert.Equal("Buy this", seen["content"].GetProperty("text").GetString());
        Assert.Equal("Buys", seen["reports"][0].GetProperty("text").GetString());
        (await alice.Get(@case)).Refused(403, "moderator.needed");

        (await mo.Post($"{@case}/claim", new { })).Is(200);
        (await max.Post($"{@case}/claim", new { })).Refused(409, "case.claimed");
        (await mo.Post($"{@case}/notes", new { text = "Knows better" })).Is(200);
        var decision = new
        {
            measures = new object[] { new { kind = "remove" }, new { kind = "silence", hours = 24 } },
            reason = "spam", text = "Please do not.", seen = seen["case"].GetProperty("version").GetInt64(),
        };
        var decided = (await mo.Post($"{@case}/decisions", decision)).Is(200);
        await site.CaughtUp();
        (await bob.Post($"{root}/threads/{thread}/posts", new { text = "Why?" })).Refused(403, "member.silenced");
        var told = (await bob.Get($"{@case}/decisions/1?at-least={decided.Version}")).Is(200);
        Assert.Equal("No advertising, and nothing posted again and again.", told["rule"].GetString());
        Assert.False(told.Json.TryGetProperty("note", out _));
        (await alice.Get($"{@case}/decisions/1")).Refused(404, "decision.missing");
        var mine = (await alice.Get($"{root}/reports")).Is(200)["items"][0];
        Assert.Equal("remove", mine.GetProperty("outcome")[0].GetProperty("kind").GetString());

        (await bob.Post($"{@case}/decisions/1/appeal", new { text = "It is an answer" })).Is(200);
        (await mo.Post($"{@case}/decisions/1/answer", new { overturned = false, text = "No" }))
            .Refused(403, "appeal.own");
        (await max.Post($"{@case}/decisions/1/answer", new { overturned = true, text = "It is" })).Is(200);
        await site.CaughtUp();
        (await bob.Post($"{root}/threads/{thread}/posts", new { text = "Thanks" })).Is(201);
        Assert.Equal("Buy this", (await alice.Get($"{root}/threads/{thread}")).Is(200)["posts"][1]
            .GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_decision_is_undone_and_a_case_opened_by_a_moderator()
    {
        var (root, thread) = await Begun("bench");
        using var mo = await site.As("mo");
        var @case = $"{root}/cases/post-{thread}-2";
        (await mo.Post($"{@case}/claim", new { })).Refused(404, "case.missing");
        (await mo.Post(@case, new { note = "Seen by chance" })).Is(200);
        (await mo.Post($"{@case}/decisions", new { measures = new[] { new { kind = "hide" } }, reason = "spam" }))
            .Refused(422, "text.empty");
        (await mo.Post(
            $"{@case}/decisions", new { measures = new[] { new { kind = "hide" } }, reason = "spam", text = "No" }))
            .Is(200);
        await site.CaughtUp();
        using var visitor = site.Visitor();
        Assert.DoesNotContain("Buy this", (await visitor.Get($"{root}/threads/{thread}")).Text);
        (await mo.Post($"{@case}/decisions/1/undo", new { text = "A mistake" })).Is(200);
        await site.CaughtUp();
        Assert.Contains("Buy this", (await visitor.Get($"{root}/threads/{thread}")).Text);
        (await mo.Post($"{root}/cases/nonsense/claim", new { })).Refused(404, "case.missing");
    }

    [Fact]
    public async Task A_private_message_is_out_of_reach_until_who_takes_part_reports_it()
    {
        var (root, _) = await Begun("letters");
        using var alice = await site.As("alice");
        using var mo = await site.As("mo");
        using var bob = await site.As("bob");
        var started = (await bob.Post(
            $"{root}/conversations", new { with = new[] { "alice" }, subject = "Hi", text = "Threat" })).Is(201);
        await site.CaughtUp();
        var id = started["id"].GetString();
        (await mo.Post($"{root}/cases/message-{id}-1", new { })).Refused(404, "subject.missing");
        (await mo.Post($"{root}/conversations/{id}/messages/1/reports", new { reason = "spam" }))
            .Refused(404, "subject.missing");
        (await alice.Post($"{root}/conversations/{id}/messages/1/reports", new { reason = "harassment" })).Is(200);
        await site.CaughtUp();
        Assert.Equal("Threat", (await mo.Get($"{root}/cases/message-{id}-1")).Is(200)["content"]
            .GetProperty("text").GetString());
    }

    private async Task<(string Root, string Thread)> Begun(string community)
    {
        await site.Found(
            community, "max", Visibility.Public, ("alice", Role.Member), ("bob", Role.Member), ("mo", Role.Moderator));
        var thread = await site.Open(community, "alice", "How?", "Like so?");
        using var bob = await site.As("bob");
        (await bob.Post($"/communities/{community}/threads/{thread}/posts", new { text = "Buy this" })).Is(201);
        await site.CaughtUp();
        return ($"/communities/{community}", thread);
    }
}
