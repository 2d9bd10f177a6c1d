using System.Collections.Immutable;

namespace Communities.Exchange.Tests;

/// <summary>A rule of automoderation, tried on a real community that was imported.</summary>
public sealed class TrialTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_rule_is_tried_on_a_small_real_community() => Tries("conlang_meta_se_tiny");

    [Fact]
    public Task A_rule_is_tried_on_a_large_real_community()
    {
        if (Environment.GetEnvironmentVariable("COMMUNITIES_BIG_TESTS") != "1")
            Assert.Skip("Large sets are imported where COMMUNITIES_BIG_TESTS is 1.");
        return Tries("slicer_discourse");
    }

    private async Task Tries(string set)
    {
        var path = SharedData.Require(set);
        await using var place = await Place.Open();
        await using (var file = File.OpenRead(path))
            Assert.Null((await new Import(place.Engine, place.Feeds, new ImportOptions { Community = "other" })
                .Run(file, Ct)).Fault);
        await place.Quiet(0);
        var posts = SharedData.Stats(path)["posts"];

        var everything = await Try(place, AutomodTest.Pattern, ["(?s)^.", ], 0);
        Assert.Equal((posts, posts), (everything.Posts, everything.Found));
        var links = await Try(place, AutomodTest.Links, [], 1);
        Assert.Equal(posts, links.Posts);
        Assert.InRange(links.Found, 1, posts - 1);
        Assert.All(links.Samples, sample => Assert.Equal(TrialOutcome.Unseen, sample.Outcome));
    }

    private async Task<TrialResult> Try(Place place, AutomodTest test, ImmutableArray<string> terms, int number)
    {
        var head = new FilterHead(0, 1, new sbyte[256]);
        var trial = new AutomodTrial(
            new AutomodRule(
                "rule", "Rule", test, terms, number, 0, AutomodScope.Everybody, new(AutomodActionKind.Hold), true),
            "en", new TextFilter(head, head), DateTimeOffset.MinValue);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var feed = place.Feed;
        for (var position = 0L; await feed.Read(position, 1_000, Ct) is { Count: > 0 } batch;)
        {
            foreach (var envelope in batch)
                if (envelope.Actor.Prefix == "other") trial.Take(envelope);
            position = batch[^1].Position;
        }

        var result = trial.Result();
        output.WriteLine($"{test}: {result.Found} of {result.Posts} posts in {watch.Elapsed.TotalSeconds:F1} s");
        return result;
    }
}
