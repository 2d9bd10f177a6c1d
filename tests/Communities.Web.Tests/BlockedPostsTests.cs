namespace Communities.Web.Tests;

/// <summary>What is remembered of posts that rules refused: little, and not for long.</summary>
public sealed class BlockedPostsTests
{
    private readonly AheadTime _time = new();

    [Fact]
    public void A_raid_is_one_count_a_minute_and_a_few_texts()
    {
        var blocked = new BlockedPosts(_time);
        for (var i = 0; i < 1_000; i++) Note(blocked, $"raider{i % 50}", $"Buy {i}");
        Assert.Empty(blocked.Take(isLast: false));
        Assert.Equal(
            ["Buy 999", "Buy 998", "Buy 997", "Buy 996", "Buy 995"],
            blocked.Newest("devs", "shops").Select(text => text.Text));
        _time.Advance(BlockedPosts.Pace);
        var told = Assert.Single(blocked.Take(isLast: false));
        Assert.Equal(("devs", new RuleBlocks("shops", 1_000)), (told.Community, Assert.Single(told.Rules)));
        Assert.Equal(0, blocked.Untold("devs", "shops"));
        blocked.Return("devs", told.Rules);
        Assert.Equal(1_000, blocked.Untold("devs", "shops"));
    }

    [Fact]
    public void Of_an_author_one_text_is_kept_cut_short_and_forgotten_after_a_week()
    {
        var blocked = new BlockedPosts(_time);
        Note(blocked, "ann", "The first");
        Note(blocked, "ann", new string('x', BlockedPosts.TextMax - 1) + "\U0001F600 and more");
        var kept = Assert.Single(blocked.Newest("devs", "shops"));
        Assert.Equal(new string('x', BlockedPosts.TextMax - 1) + "…", kept.Text);
        Assert.Empty(blocked.Newest("others", "shops"));
        _time.Advance(TimeSpan.FromDays(BlockedPosts.TextDays));
        Assert.Empty(blocked.Newest("devs", "shops"));
    }

    private void Note(BlockedPosts blocked, string author, string text) => blocked.Note(
        "devs",
        new AutomodPost(author, null, text, _time.GetUtcNow(), 0, 0, TimeSpan.Zero, TimeSpan.Zero), ["shops"]);
}
