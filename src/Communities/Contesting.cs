using System.Globalization;
using Communities.Actors;

namespace Communities;

/// <summary>Opens the threads of contests, rings their alarms, and tells and rewards whom they concern.</summary>
internal static class Contesting
{
    /// <summary>Where the results stand in the words around them.</summary>
    public const string ResultsMark = "{results}";

    // More of them and the post is no pleasure to read; all stand on the contest's page.
    private const int ResultsShown = 10;

    private const string Alarm = "phase";

    /// <summary>From contests to threads, members and inboxes; and from posts to their contests.</summary>
    public static Reactor Reactor { get; } = new(
        "contesting",
        new HashSet<string>
        {
            Domain.EventName<ContestEvent.Opened>(), Domain.EventName<ContestEvent.Postponed>(),
            Domain.EventName<ContestEvent.VotingBegan>(), Domain.EventName<ContestEvent.Closed>(),
            Domain.EventName<ContestEvent.Cancelled>(), Domain.EventName<ThreadEvent.Removed>(),
            Domain.EventName<ThreadEvent.Restored>(), Domain.EventName<ThreadEvent.Published>(),
            Domain.EventName<ThreadEvent.PostsMoved>(),
        },
        React) { SendsOnce = true };

    private static IEnumerable<Reaction> React(object happened, string key, Moment moment)
    {
        var (community, id) = (Keys.CommunityOf(key), Keys.LocalOf(key));
        return happened switch
        {
            ContestEvent.Opened e => [
                Reaction.Send(key, Opening(e, community, id), by: moment.By),
                Ring(e.Terms.EntriesUntil)],
            ContestEvent.Postponed e => [Ring(e.IsVoting ? e.VotingUntil : e.EntriesUntil)],
            ContestEvent.VotingBegan e => [Ring(e.Until), .. e.To.Select(account => Tell(account, "voting"))],
            ContestEvent.Closed e => [
                Reaction.CancelAlarm<Contest>(key, Alarm),
                Reaction.Send(key, new ThreadCommand.Reply(TextOf(e, community, id)), by: e.Organiser),
                .. e.Results.Where(result => result.IsWinner).SelectMany(Reward),
                .. e.To.Select(account => Tell(account, "results"))],
            ContestEvent.Cancelled e => [
                Reaction.CancelAlarm<Contest>(key, Alarm), .. e.To.Select(account => Tell(account, "cancelled"))],
            ThreadEvent.Removed { Number: > 1 } e => [Follow(e.Number, isShown: false)],
            ThreadEvent.Restored { Number: > 1 } e => [Follow(e.Number, isShown: true)],
            ThreadEvent.Published { Number: > 1 } e => [Follow(e.Number, isShown: true)],
            ThreadEvent.PostsMoved e => e.Posts.Select(post => Follow(post.Number, isShown: false)),
            _ => [],
        };

        Reaction Ring(DateTimeOffset at) => Reaction.SetAlarm(key, Alarm, at, new ContestCommand.Advance());

        Reaction Follow(int number, bool isShown) => Reaction.Send(key, new ContestCommand.Follow(number, isShown));

        IEnumerable<Reaction> Reward(ContestResult winner)
        {
            if (winner.Author.Length == 0) yield break;
            var member = Keys.OfMember(community, winner.Author);
            yield return Reaction.Send(member, new MemberCommand.Credit(Deed.Won, id));
            if (happened is ContestEvent.Closed { Badge: { } badge })
                yield return Reaction.Send(member, new MemberCommand.Award(badge));
        }

        Reaction Tell(string account, string what) => Reaction.Send(
            Keys.OfMember(community, account),
            new InboxCommand.Notify(new Notice(Reasons.Contest, Subject: $"{what}/{id}", At: moment.At)));
    }

    // Whoever reads the thread finds the way to the contest.
    private static ThreadCommand.Open Opening(ContestEvent.Opened e, string community, string id) => new(
        e.Title, $"{e.Rules}\n\n→ [{e.Title.Replace("]", "", StringComparison.Ordinal)}](/c/{community}/contests/{id})",
        e.Category, [], IsNews: true);

    // Numbers and names need no language.
    private static string TextOf(ContestEvent.Closed e, string community, string id)
    {
        var thread = $"/c/{community}/threads/{id}";
        var lines = e.Results.Take(ResultsShown).Select(result => string.Create(
            CultureInfo.InvariantCulture,
            $"- **{result.Place}** · @{result.Author} · [{result.Votes}]({thread}?post={result.Entry})"));
        var results = e.Results.IsEmpty ? "—" : string.Join('\n', lines);
        return e.Words.Contains(ResultsMark, StringComparison.Ordinal)
            ? e.Words.Replace(ResultsMark, results, StringComparison.Ordinal)
            : $"{e.Words}\n\n{results}".Trim();
    }
}
