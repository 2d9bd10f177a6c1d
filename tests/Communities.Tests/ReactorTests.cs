namespace Communities.Tests;

/// <summary>What follows from events.</summary>
public sealed class ReactorTests
{
    private const string Thread = "devs/01k0000000000000";
    private static readonly DateTimeOffset Noon = Spec.Start.Date.AddHours(12);
    private static readonly int Today = DaySet.DayOf(Spec.Start);

    [Fact]
    public void Who_founds_a_community_owns_it() =>
        Assert.Equal(
            ["""member:devs/max join {"name":"Max","role":"Owner"}"""],
            Spec.Follows(new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"), "devs", "max"));

    [Fact]
    public void What_the_program_founds_nobody_owns() =>
        Assert.Empty(Spec.Follows(new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, null), "devs", ""));

    [Fact]
    public void A_scheduled_close_sets_an_alarm() =>
        Assert.Equal(
            [$"thread:{Thread} close at 12:00: close"], Spec.Follows(new ThreadEvent.CloseScheduled(Noon), Thread));

    [Fact]
    public void Closing_until_a_time_sets_an_alarm_and_forgets_a_scheduled_close() =>
        Assert.Equal(
            [$"thread:{Thread} close never", $"thread:{Thread} reopen at 12:00: reopen"],
            Spec.Follows(new ThreadEvent.Closed(Noon), Thread));

    [Fact]
    public void Closing_for_good_or_reopening_forgets_both_alarms()
    {
        string[] both = [$"thread:{Thread} close never", $"thread:{Thread} reopen never"];
        Assert.Equal(both, Spec.Follows(new ThreadEvent.Closed(), Thread));
        Assert.Equal(both, Spec.Follows(new ThreadEvent.Reopened(), Thread));
    }

    [Fact]
    public void A_reply_counts_for_the_community_and_its_author() =>
        Assert.Equal(
            [
                """community:devs tally {"change":{"members":0,"threads":0,"posts":1,"reactions":0,"views":0}}""",
                $$"""member:devs/bob tally {"totals":{{Totals(posts: 1)}},"days":[{{Today}}]}""",
            ],
            Spec.Follows(new ThreadEvent.Replied(2, "x"), Thread, "bob"));

    [Fact]
    public void A_removed_thread_takes_all_its_posts_from_the_community_and_one_from_its_author() =>
        Assert.Equal(
            [
                """community:devs tally {"change":{"members":0,"threads":-1,"posts":-7,"reactions":0,"views":0}}""",
                $$"""member:devs/bob tally {"totals":{{Totals(threads: -1, posts: -1)}},"days":[]}""",
                """case:devs/post-01k0000000000000-1 record {"by":"mo","isRemoved":true,"author":"bob"}""",
            ],
            Spec.Follows(new ThreadEvent.Removed(1, Removal.ByModerator, "bob", 7), Thread, "mo"));

    [Fact]
    public void A_reaction_counts_for_who_gave_and_for_who_received_it() =>
        Assert.Equal(
            [
                """community:devs tally {"change":{"members":0,"threads":0,"posts":0,"reactions":1,"views":0}}""",
                $$"""member:devs/alice tally {"totals":{{Totals(given: 1)}},"days":[{{Today}}]}""",
                $$"""member:devs/bob tally {"totals":{{Totals(received: 1)}},"days":[]}""",
            ],
            Tallies(new ThreadEvent.Reacted(2, "like", "bob")));

    [Fact]
    public void What_an_unknown_author_wrote_counts_for_the_community_alone() =>
        Assert.Single(Spec.Follows(new ThreadEvent.Replied(2, "x"), Thread, ""));

    private static IEnumerable<string> Tallies(object happened) =>
        Spec.Follows(happened, Thread).Where(line => line.Contains(" tally ", StringComparison.Ordinal));

    private static string Totals(int threads = 0, int posts = 0, int given = 0, int received = 0) =>
        $$"""{"threads":{{threads}},"posts":{{posts}},"given":{{given}},"received":{{received}},"accepted":0}""";
}
