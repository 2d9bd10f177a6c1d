using System.Globalization;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>Sums up what happened since the digest before; writes nothing where nothing did.</summary>
internal sealed class DigestLetters(IViews views, IActors actors) : ILetterSource
{
    // A digest is looked through over a coffee.
    private const int BestMax = 5;
    private const int UnansweredMax = 3;
    private const int ResultsMax = 3;

    public LetterKind Kind => LetterKind.Digest;

    public async ValueTask<LetterBody?> Write(LetterOrder order, CancellationToken ct)
    {
        if (order.Account is null
            || !long.TryParse(order.Of, NumberStyles.None, CultureInfo.InvariantCulture, out var from)) return null;
        var since = DateTimeOffset.FromUnixTimeMilliseconds(from);
        var (texts, community) = (order.Texts, order.Community);
        var isNew = new ThreadQuery(community, ThreadSort.Top, since, Size: BestMax * 2);
        var best = (await views.Threads(isNew, order.Viewer, ct)).Items.Where(IsOfOthers).Take(BestMax).ToList();
        var taken = best.Select(thread => thread.Id).ToHashSet();
        var latest = (await views.Threads(new ThreadQuery(community, Size: BestMax * 4), order.Viewer, ct)).Items
            .Where(thread => thread.LastPostAt >= since && IsOfOthers(thread) && taken.Add(thread.Id))
            .Take(BestMax).ToList();
        if (best.Count + latest.Count == 0) return null; // Nothing happened: nothing is sent.

        var waiting = (await views.Threads(
                new ThreadQuery(community, ThreadSort.Unanswered, Size: UnansweredMax * 4), order.Viewer, ct)).Items
            .Where(thread => thread.OpenedAt >= since && thread.Author.Account != order.Account && !thread.IsClosed)
            .Take(UnansweredMax).ToList();
        var results = (await views.EndedPolls(community, since, order.Viewer, ct)).Take(ResultsMax).ToList();

        var isLast = await IsUnread(order, ct);
        var body = new LetterBody(texts.DigestSubject(order.CommunityName, best.Count + latest.Count));
        if (isLast) body.Paragraph(texts.DigestLast((int)Recipient.UnreadMax.TotalDays));
        Section(texts.DigestBest, best);
        Section(texts.DigestWentOn, latest);
        Section(texts.DigestWaiting, waiting);
        if (results.Count > 0) body.Heading(texts.NewsletterResults);
        foreach (var poll in results)
            body.Item(poll.Question, $"/c/{community}/t/{poll.Thread}/{poll.Number}", texts.LetterVotes(poll.Voters));
        body.Action(texts.DigestAction(order.CommunityName), $"/c/{community}");
        if (isLast) await actors.Ask(order.Key, new RecipientCommand.Rest(), Call.System(), ct);
        return body;

        bool IsOfOthers(ThreadRow thread) =>
            thread.Author.Account != order.Account || thread.LastAuthor.Account != order.Account;

        void Section(string title, List<ThreadRow> threads)
        {
            if (threads.Count > 0) body.Heading(title);
            foreach (var thread in threads)
                body.Item(thread.Title, $"/c/{community}/t/{thread.Id}", texts.About(new(
                    thread.Id, thread.Title, thread.Excerpt, Math.Max(0, thread.Counters.Posts - 1), thread.IsSolved)));
        }
    }

    // Neither here nor by a link in a letter, for long: it ends, and this letter says so.
    private async ValueTask<bool> IsUnread(LetterOrder order, CancellationToken ct)
    {
        var since = order.Now - Recipient.UnreadMax;
        var member = await actors.See<Member>(Keys.OfMember(order.Community, order.Account!), ct);
        return !(order.Recipient.SeenAt > since) && !(member.JoinedAt > since)
            && member.ActiveDays.CountFrom(DaySet.DayOf(since)) == 0;
    }
}
