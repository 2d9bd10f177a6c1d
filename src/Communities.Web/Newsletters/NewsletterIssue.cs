using Communities.Views;

namespace Communities.Web;

/// <summary>Puts an issue together: its words, and its threads and results as they are by now.</summary>
internal sealed class NewsletterIssue(IViews views)
{
    // What one plans for; the page has all of them.
    private const int GatheringsMax = 5;

    /// <summary>How far back results are shown: what an issue a month tells of.</summary>
    private static readonly TimeSpan ResultsFor = TimeSpan.FromDays(31);

    /// <summary>An issue as it is sent and read.</summary>
    /// <param name="community">The community's slug.</param>
    /// <param name="content">What it is made of.</param>
    /// <param name="at">When it was sent, or now.</param>
    /// <param name="texts">The language of whoever reads it.</param>
    /// <param name="viewer">Whoever reads it; a thread that this viewer may not see is left out.</param>
    /// <param name="ct">Ends waiting.</param>
    public async ValueTask<LetterBody> Compose(
        string community, NewsletterContent content, DateTimeOffset at, Texts texts, Viewer viewer,
        CancellationToken ct)
    {
        var words = content.In(texts.Code);
        var body = new LetterBody(words.Subject);
        if (words.Introduction.Length > 0) body.Markdown(words.Introduction);
        var threads = await views.PickedThreads(community, content.Threads, viewer, ct);
        if (threads.Count > 0) body.Heading(texts.NewsletterThreads);
        foreach (var thread in threads)
            body.Item(thread.Title, $"/c/{community}/t/{thread.Id}", texts.About(thread));
        if (content.Gatherings) await AddGatherings(body, community, at, texts, viewer, ct);
        if (content.Results) await AddResults(body, community, at, texts, viewer, ct);
        if (words.Closing.Length > 0) body.Markdown(words.Closing);
        return body;
    }

    private async ValueTask AddResults(
        LetterBody body, string community, DateTimeOffset at, Texts texts, Viewer viewer, CancellationToken ct)
    {
        var since = at - ResultsFor;
        var polls = await views.EndedPolls(community, since, viewer, ct);
        var contests = (await views.Contests(community, viewer, ct))
            .Where(contest => contest.Phase == ContestPhase.Closed && contest.EndedAt >= since).ToList();
        if (polls.Count + contests.Count > 0) body.Heading(texts.NewsletterResults);
        foreach (var contest in contests)
        {
            var page = await views.Contest(community, contest.Id, viewer, ct);
            var winners = page?.Entries.Where(entry => entry.Place == 1).Select(entry => entry.Author.Name) ?? [];
            body.Item(
                contest.Title, $"/c/{community}/contests/{contest.Id}",
                string.Join(" · ", winners.Append(texts.LetterVotes(contest.Voters))));
        }

        foreach (var poll in polls)
        {
            var result = await views.Poll(community, poll.Id, viewer, ct);
            var chosen = result?.Options.Where(option => result.Winners.Contains(option.Number))
                .Select(option => option.Text) ?? [];
            body.Item(
                poll.Question, $"/c/{community}/t/{poll.Thread}/{poll.Number}",
                string.Join(" · ", chosen.Append(texts.LetterVotes(poll.Voters))));
        }
    }

    private async ValueTask AddGatherings(
        LetterBody body, string community, DateTimeOffset at, Texts texts, Viewer viewer, CancellationToken ct)
    {
        var coming = await views.Gatherings(
            new GatheringQuery(community, at, Size: GatheringsMax, TakesPlace: true), viewer, ct);
        var next = coming.Items
            .Where(gathering => gathering.Starts > at && gathering.Status == GatheringStatus.Planned).ToList();
        if (next.Count > 0) body.Heading(texts.NewsletterGatherings);
        foreach (var gathering in next)
            body.Item(
                gathering.Title, $"/c/{community}/gatherings/{gathering.Id}",
                string.Join(" · ", new[]
                {
                    texts.Exact(TimeZoneInfo.ConvertTime(gathering.Starts, Zones.Of(gathering.Zone))), gathering.Place,
                }.Where(part => part is { Length: > 0 })));
    }

    /// <summary>As whom the recipients of a community read it: what all of them may see.</summary>
    public static Viewer Everybody(Visibility visibility) => visibility == Visibility.Private
        ? new Viewer(null, new Actors.Standing(Actors.Role.Member))
        : Viewer.Visitor;
}
