using System.Text.Json;
using Communities.Actors;

namespace Communities.Web.Tests;

public sealed class ApiPollTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task A_poll_is_opened_brought_by_a_post_voted_in_and_ended()
    {
        var (thread, poll) = await Asked("ballot", new { question = "Which?", options = Colours });
        using var alice = await site.As("alice");
        using var bob = await site.As("bob");
        using var visitor = site.Visitor();
        (await visitor.Put($"{poll}/ballot", new { choices = new[] { 1 } })).Refused(401, "member.needed");
        (await bob.Put($"{poll}/ballot", new { choices = new[] { 4 } })).Refused(422, "ballot.malformed");
        (await bob.Put($"{poll}/ballot", new { choices = new[] { 1, 2 } })).Refused(422, "ballot.range");
        await bob.Put($"{poll}/ballot", new { choices = new[] { 1 } });
        var voted = (await bob.Put($"{poll}/ballot", new { choices = new[] { 2 } })).Is(200);
        (await bob.Post($"{poll}/close")).Refused(403, "poll.foreign");

        var seen = (await bob.Get($"{thread}?at-least={voted.Version}")).Is(200);
        var shown = seen["posts"][0].GetProperty("poll");
        Assert.Equal([0, 1, 0], Votes(shown));
        Assert.Equal(2, shown.GetProperty("mine")[0].GetInt32());
        Assert.Equal("single", shown.GetProperty("terms").GetProperty("way").GetString());
        Assert.Equal(0, (await visitor.Get($"{poll}/ballots")).Is(200)["items"].GetArrayLength());

        (await alice.Post($"{poll}/close")).Is(200);
        (await bob.Delete($"{poll}/ballot")).Refused(403, "poll.closed");
        var reopened = (await alice.Post($"{poll}/reopen")).Is(200);
        var withdrawn = (await bob.Delete($"{poll}/ballot")).Is(200);
        Assert.True(withdrawn.Version > reopened.Version);
        var now = (await visitor.Get($"{poll}?at-least={withdrawn.Version}")).Is(200);
        Assert.Equal(0, now["voters"].GetInt32());
    }

    [Fact]
    public async Task What_is_kept_back_is_in_no_answer()
    {
        var (thread, poll) = await Asked(
            "kept", new { question = "Which?", options = Colours, secret = false, results = "atEnd" });
        using var alice = await site.As("alice");
        using var bob = await site.As("bob");
        var voted = (await bob.Put($"{poll}/ballot", new { choices = new[] { 2 } })).Is(200);
        foreach (var path in (string[])[thread, poll, $"{poll}/ballots"])
        {
            var answer = (await alice.Get($"{path}?at-least={voted.Version}")).Is(200);
            Assert.DoesNotContain("\"votes\"", answer.Text);
            Assert.DoesNotContain("bob", answer.Text.Replace("\"mine\"", "", StringComparison.Ordinal));
        }

        var closed = (await alice.Post($"{poll}/close")).Is(200);
        Assert.Equal([0, 1, 0], Votes((await alice.Get($"{poll}?at-least={closed.Version}")).Json));
        Assert.Contains("bob", (await alice.Get($"{poll}/ballots")).Text);
        (await alice.Post($"{poll}/reopen")).Refused(409, "poll.counted");
    }

    [Fact]
    public async Task A_hundred_who_vote_at_once_have_a_ballot_each_and_one_who_votes_a_hundred_times_one()
    {
        var (_, poll) = await Asked("rush", new { question = "Which?", options = Colours });
        var voters = Enumerable.Range(0, 50).Select(n => $"voter{n}").ToArray();
        foreach (var voter in voters) await site.As(voter);
        var key = Keys.OfPoll("rush", poll[^16..]);
        await Task.WhenAll(voters.Concat(Enumerable.Repeat("bob", 50)).Select((voter, at) => site.Actors.Ask(
            key, new PollCommand.Vote([1 + (at % 3)]), new Call(voter, new Standing(Role.Member)),
            TestContext.Current.CancellationToken).AsTask()));
        await site.CaughtUp();
        var view = (await (await site.As("bob")).Get(poll)).Is(200);
        Assert.Equal((51, 51), (view["voters"].GetInt32(), Votes(view.Json).Sum()));
    }

    [Fact]
    public async Task A_poll_is_refused_with_a_reason()
    {
        await site.Found("noes", "olga", Visibility.Public, ("alice", Role.Member));
        using var alice = await site.As("alice");
        var path = "/communities/noes/polls";
        (await alice.Post(path, new { question = "", options = Colours })).Refused(422, "question.empty");
        (await alice.Post(path, new { question = "W?", options = Colours[..1] })).Refused(422, "option.range");
        (await alice.Post(path, new { question = "W?", options = new[] { "a", "A" } })).Refused(409, "option.taken");
        (await alice.Post(path, new { question = "W?", options = Colours, way = "ranked", most = 4 }))
            .Refused(422, "choices.range");
        (await alice.Get(path + "/none")).Refused(400, "poll.malformed");
        (await alice.Get(path + "/01k0000000000000")).Refused(404, "poll.missing");
    }

    [Fact]
    public async Task A_thread_watched_live_is_told_of_votes_and_of_nobody_who_voted()
    {
        var (thread, poll) = await Asked("watched", new { question = "Which?", options = Colours });
        using var bob = await site.As("bob");
        using var visitor = site.Visitor();
        using var live = new StreamReader(
            await visitor.Stream($"{thread}/live", TestContext.Current.CancellationToken));
        await live.ReadLineAsync(TestContext.Current.CancellationToken);
        (await bob.Put($"{poll}/ballot", new { choices = new[] { 2 } })).Is(200);
        string? line;
        do line = await live.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.StartsWith("data:", StringComparison.Ordinal));
        var told = JsonDocument.Parse(line![5..]).RootElement;
        Assert.Equal("poll.voted", told.GetProperty("kind").GetString());
        Assert.Equal(poll[^16..], told.GetProperty("poll").GetString());
        Assert.DoesNotContain("bob", line);
    }

    private static readonly string[] Colours = ["Red", "Green", "Blue"];

    // A community in which alice has asked this with a thread, and it can be voted in.
    private async Task<(string Thread, string Poll)> Asked(string community, object question)
    {
        await site.Found(community, "olga", Visibility.Public, ("alice", Role.Member), ("bob", Role.Member));
        using var alice = await site.As("alice");
        var poll = (await alice.Post($"/communities/{community}/polls", question)).Is(201)["id"].GetString();
        var opened = (await alice.Post(
            $"/communities/{community}/threads", new { title = "Colours", text = "Choose.", poll })).Is(201);
        await site.CaughtUp();
        return (
            $"/communities/{community}/threads/{opened["id"].GetString()}", $"/communities/{community}/polls/{poll}");
    }

    private static IEnumerable<int> Votes(JsonElement poll) =>
        poll.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("votes").GetInt32());
}
