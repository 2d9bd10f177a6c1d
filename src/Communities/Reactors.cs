using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>What follows from events for other actors.</summary>
internal static class Founding
{
    /// <summary>Who founds a community becomes its first owner.</summary>
    public static Reactor Reactor { get; } = new(
        "founding",
        new HashSet<string> { Domain.EventName<CommunityEvent.Founded>() },
        (happened, key, moment) => happened is CommunityEvent.Founded { FounderName: { } name } && moment.By.Length > 0
            ? [Reaction.Send(Keys.OfMember(key, moment.By), new MemberCommand.Join(name, Role.Owner))]
            : []) { SendsOnce = true };
}

/// <summary>Threads that close or reopen at a time.</summary>
internal static class Scheduling
{
    private const string Closing = "close";
    private const string Reopening = "reopen";
    private const string Unpinning = "unpin";

    /// <summary>Sets and forgets the alarms of threads.</summary>
    public static Reactor Reactor { get; } = new(
        "scheduling",
        new HashSet<string>
        {
            Domain.EventName<ThreadEvent.CloseScheduled>(),
            Domain.EventName<ThreadEvent.Closed>(),
            Domain.EventName<ThreadEvent.Reopened>(),
            Domain.EventName<ThreadEvent.Pinned>(),
            Domain.EventName<ThreadEvent.Unpinned>(),
        },
        (happened, key, _) => happened switch
        {
            ThreadEvent.CloseScheduled e => [Reaction.SetAlarm(key, Closing, e.At, new ThreadCommand.Close())],
            ThreadEvent.Closed { ReopenAt: { } at } => [
                Reaction.CancelAlarm<Thread>(key, Closing),
                Reaction.SetAlarm(key, Reopening, at, new ThreadCommand.Reopen())],
            ThreadEvent.Closed => [
                Reaction.CancelAlarm<Thread>(key, Closing),
                Reaction.CancelAlarm<Thread>(key, Reopening)],
            ThreadEvent.Reopened => [
                Reaction.CancelAlarm<Thread>(key, Closing),
                Reaction.CancelAlarm<Thread>(key, Reopening)],
            ThreadEvent.Pinned { Until: { } until } => [
                Reaction.SetAlarm(key, Unpinning, until, new ThreadCommand.Unpin())],
            ThreadEvent.Pinned or ThreadEvent.Unpinned => [Reaction.CancelAlarm<Thread>(key, Unpinning)],
            _ => [],
        });
}

/// <summary>What threads and members count for their community, and threads for their members.</summary>
/// <remarks><see cref="Audit"/> counts the same from the facts alone; both must come to the same numbers.</remarks>
internal static class Tallying
{
    /// <summary>Turns what happens into tallies.</summary>
    public static Reactor Reactor { get; } = new(
        "tallying",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.Joined>(), Domain.EventName<MemberEvent.Left>(),
            Domain.EventName<ThreadEvent.Opened>(), Domain.EventName<ThreadEvent.Replied>(),
            Domain.EventName<ThreadEvent.Edited>(), Domain.EventName<ThreadEvent.Removed>(),
            Domain.EventName<ThreadEvent.Restored>(), Domain.EventName<ThreadEvent.Reacted>(),
            Domain.EventName<ThreadEvent.Unreacted>(), Domain.EventName<ThreadEvent.ReactionsCounted>(),
            Domain.EventName<ThreadEvent.Accepted>(), Domain.EventName<ThreadEvent.Unaccepted>(),
            Domain.EventName<ThreadEvent.Viewed>(), Domain.EventName<ThreadEvent.PostsMoved>(),
            Domain.EventName<ThreadEvent.Merged>(), Domain.EventName<ThreadEvent.Received>(),
            Domain.EventName<ThreadEvent.Revived>(), Domain.EventName<ThreadEvent.Published>(),
        },
        React);

    private static IEnumerable<Reaction> React(object happened, string key, Moment moment)
    {
        var community = Keys.CommunityOf(key);
        return happened switch
        {
            MemberEvent.Joined => [Community(new(Members: +1))],
            MemberEvent.Left => [Community(new(Members: -1))],
            ThreadEvent.Opened { IsHeld: true } e => Active(new(Introductions: Introduction(e))),
            ThreadEvent.Replied { IsHeld: true } => Active(default),
            ThreadEvent.Opened e => [
                Community(new(Threads: +1, Posts: +1)),
                .. Active(new(Threads: +1, Posts: +1, Introductions: Introduction(e)))],
            ThreadEvent.Replied => [Community(new(Posts: +1)), .. Active(new(Posts: +1))],
            ThreadEvent.Edited => Active(default),
            ThreadEvent.Removed e => Vanished(e.Number, e.Author, e.Posts, -1),
            ThreadEvent.Restored e => Vanished(e.Number, e.Author, e.Posts, +1),
            ThreadEvent.Published e => Vanished(e.Number, e.Author, e.Posts, +1),
            ThreadEvent.Reacted e => [
                Community(new(Reactions: +1)), .. Active(new(Given: +1)), .. Of(e.Author, new(Received: +1))],
            ThreadEvent.Unreacted e => [
                Community(new(Reactions: -1)), .. Of(moment.By, new(Given: -1)), .. Of(e.Author, new(Received: -1))],
            ThreadEvent.ReactionsCounted e => [
                Community(new(Reactions: e.Count)), .. Of(e.Author, new(Received: e.Count))],
            ThreadEvent.Accepted e => Of(e.Author, new(Accepted: +1, OwnAccepted: e.IsOwn ? +1 : 0)),
            ThreadEvent.Unaccepted e => Of(e.Author, new(Accepted: -1, OwnAccepted: e.IsOwn ? -1 : 0)),
            ThreadEvent.Viewed e => [Community(new(Views: e.Count))],

            // What members count goes with their posts, and so stays.
            ThreadEvent.PostsMoved e => [Community(new(
                Posts: -e.Posts.Count(post => post.IsVisible), Reactions: -e.Posts.Sum(post => post.ReactionCount)))],
            ThreadEvent.Received e => Arrived(e),
            ThreadEvent.Merged e => Standing(e.Author, -1),
            ThreadEvent.Revived e => Standing(e.Author, +1),
            _ => [],
        };

        static int Introduction(ThreadEvent.Opened e) => e.GreetBy is null ? 0 : 1;

        IEnumerable<Reaction> Standing(string author, int threads) =>
            [Community(new(Threads: threads)), .. Of(author, new(Threads: threads))];

        IEnumerable<Reaction> Arrived(ThreadEvent.Received e)
        {
            var threads = e is { First: 1, Shown: > 0 } ? 1 : 0;
            var change = new CommunityCounters(
                Threads: threads, Posts: e.Shown, Reactions: e.Posts.Sum(post => post.ReactionCount));
            return [Community(change), .. threads > 0 ? Of(e.Posts[0].Author, new(Threads: threads)) : []];
        }

        IEnumerable<Reaction> Vanished(int number, string author, int posts, int sign)
        {
            var threads = number == 1 ? sign : 0;
            return [
                Community(new(Threads: threads, Posts: sign * posts)),
                .. Of(author, new(Threads: threads, Posts: sign))];
        }

        Reaction Community(CommunityCounters change) =>
            Reaction.Send(community, new CommunityCommand.Tally(change));

        IEnumerable<Reaction> Of(string account, MemberTotals totals) => Member(account, totals, []);

        IEnumerable<Reaction> Active(MemberTotals totals) => Member(moment.By, totals, [DaySet.DayOf(moment.At)]);

        IEnumerable<Reaction> Member(string account, MemberTotals totals, ImmutableArray<int> days) =>
            account.Length == 0 ? []
            : [Reaction.Send(Keys.OfMember(community, account), new MemberCommand.Tally(totals, days))];
    }
}
