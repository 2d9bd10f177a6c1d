using System.Globalization;
using Communities.Exchange.Demo;

namespace Communities.Exchange.Tests;

public sealed class DemoTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void The_same_seed_gives_the_same_communities()
    {
        var first = DemoCommunity.All(_now, 7);
        var again = DemoCommunity.All(_now, 7);
        Assert.Equal(
            first.SelectMany(community => community.Records.Select(RecordWriter.Write)),
            again.SelectMany(community => community.Records.Select(RecordWriter.Write)));
    }

    [Fact]
    public void Their_history_ends_just_now_and_nothing_of_it_lies_in_the_future()
    {
        foreach (var community in DemoCommunity.All(_now, 7))
        {
            Assert.True(community.Records.All(record => record.Time <= _now));
            Assert.True(community.Records.Max(record => record.Time) > _now.AddDays(-1));
            Assert.InRange(community.Records.Count(record => record.Kind == Record.OfThread), 120, 300);
            Assert.DoesNotContain(community.Records, r => $"{r.Title}{r.Text}".Contains('{', StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task They_come_in_whole_are_animated_without_a_refusal_and_somebody_goes_on_writing()
    {
        await using var place = await Place.Open();
        var now = TimeProvider.System.GetUtcNow();
        var communities = DemoCommunity.All(now, 7);
        foreach (var community in communities)
        {
            var tally = await new Import(place.Engine, place.Feeds, new ImportOptions { Files = place.Files })
                .Run(community.Records, Ct);
            Assert.Empty(tally.Reasons);
            Assert.Equal(community.Records.Count, tally.Read);
            var month = new DemoMonth(place.Engine, community, now, () => place.Engine.WhenQuiet(Ct));
            await month.Play();
            Assert.Empty(month.Refused);
            var journeys = new DemoJourneys(place.Engine, community, now, () => place.Engine.WhenQuiet(Ct));
            await journeys.Play();
            Assert.Empty(journeys.Refused);
            var letters = new DemoNewsletters(place.Engine, community, now);
            await letters.Play();
            Assert.Empty(letters.Refused);
            foreach (var (i, row) in community.Texts.Rows("newsletters").Index())
            {
                var at = now.AddDays(int.Parse(row[3], CultureInfo.InvariantCulture));
                var written = at < now ? at.AddHours(-3) : now.AddHours(-3);
                var issue = await place.Engine.See<Newsletter>(
                    Keys.OfNewsletter(community.Slug, Keys.NewThread(written, (uint)i)), Ct);
                Assert.Equal(at < now ? NewsletterStatus.Sent : NewsletterStatus.Scheduled, issue.Status);
            }

            var state = await place.Engine.See<Community>(community.Slug, Ct);
            Assert.True(state.Journey.IsOn);
            Assert.Equal(1, state.PolicyOf(Policy.Netiquette).Current); // Its rules are in force.
            Assert.NotNull(state.Introductions);
            Assert.Equal(3, state.Ambassadors.Count);
            await They_were_taken_along_as_far_as_their_time_and_their_deeds_go(place, community, journeys, now);
            await place.Engine.WhenQuiet(Ct);
            await new DemoReaders(place.Engine, community).Play();
            foreach (var account in community.Members)
            {
                var inbox = await place.Engine.See<Inbox>(Keys.OfMember(community.Slug, account), Ct);
                Assert.InRange(inbox.Unseen.Count, 0, DemoReaders.UnseenMost);
            }
        }

        var bots = new Bots(place.Engine, communities, TimeProvider.System, 7);
        var done = 0;
        for (var i = 0; i < 20; i++) done += (await bots.Act(Ct)).Events.Count;
        Assert.InRange(done, 10, 20);
    }

    private static async Task They_were_taken_along_as_far_as_their_time_and_their_deeds_go(
        Place place, DemoCommunity community, DemoJourneys journeys, DateTimeOffset now)
    {
        var walks = new List<JourneyWalk>();
        foreach (var account in journeys.Accounts)
            walks.Add((await place.Engine.See<Member>(Keys.OfMember(community.Slug, account), Ct)).Walk!);
        Assert.All(walks, walk => Assert.True(walk is { IsEnded: false } && !(walk.NextAt <= now)));
        Assert.Contains(walks, walk => walk.IsAllDone);
        Assert.Contains(walks, walk => walk.NextAt is not null);
        Assert.Contains(walks, walk => walk.Sent.Length == walk.Steps.Length);
        Assert.Contains(walks, walk => walk.Done.Except(walk.Sent).Any());
    }
}
