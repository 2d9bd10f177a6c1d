using Communities.Actors;

namespace Communities;

/// <summary>Tells members of what happens: answers, new threads, reactions, reminders.</summary>
internal static class Announcing
{
    /// <summary>Turns what happens into notices, and alarms that remind; and keeps inboxes and watchers true.</summary>
    public static Reactor Reactor { get; } = new(
        "announcing",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.Joined>(), Domain.EventName<MemberEvent.Left>(),
            Domain.EventName<ThreadEvent.Opened>(), Domain.EventName<ThreadEvent.Replied>(),
            Domain.EventName<ThreadEvent.Published>(), Domain.EventName<ThreadEvent.Reacted>(),
            Domain.EventName<ThreadEvent.Accepted>(),
            Domain.EventName<InboxEvent.LevelSet>(), Domain.EventName<WatchersEvent.Announced>(),
            Domain.EventName<ReadingEvent.Read>(), Domain.EventName<ReadingEvent.LevelSet>(),
            Domain.EventName<ReadingEvent.Bookmarked>(), Domain.EventName<ReadingEvent.Unbookmarked>(),
            Domain.EventName<ReadingEvent.Reminded>(),
        },
        (happened, key, moment) => happened switch
        {
            MemberEvent.Joined => [Reaction.Send(key, new InboxCommand.Open())],
            MemberEvent.Left => [Reaction.Send(key, new InboxCommand.Close())],
            ThreadEvent e => OfThread(e, key, moment),
            InboxEvent.LevelSet e when !Places.IsThread(e.Place) => [Reaction.Send(
                Keys.CommunityOf(key), new WatchersCommand.SetLevel(Keys.LocalOf(key), e.Place, e.Level))],
            WatchersEvent.Announced e => OfNewThread(e, key),
            ReadingEvent e => OfReading(e, key),
            _ => [],
        });

    private static IEnumerable<Reaction> OfThread(ThreadEvent happened, string key, Moment moment)
    {
        return happened switch
        {
            ThreadEvent.Opened { IsQuiet: true } or ThreadEvent.Opened { IsHeld: true } => [],
            ThreadEvent.Opened e => [Reaction.Send(Keys.CommunityOf(key), new WatchersCommand.Announce(
                new Opening(Keys.LocalOf(key), moment.By, e.Category, e.Tags)))],
            ThreadEvent.Replied e => [
                .. Tell(e.To ?? "", Reasons.Reply, e.Number),
                .. (e.Watchers ?? []).SelectMany(account => Tell(account, Reasons.Watched, e.Number))],
            ThreadEvent.Published { Number: 1, News: { } news } e => [Reaction.Send(
                Keys.CommunityOf(key), new WatchersCommand.Announce(
                    new Opening(Keys.LocalOf(key), e.Author, e.Category, news.Tags)))],
            ThreadEvent.Published e => [
                .. Tell(e.To ?? "", Reasons.Reply, e.Number, e.Author),
                .. (e.Watchers ?? []).SelectMany(account => Tell(account, Reasons.Watched, e.Number, e.Author))],
            ThreadEvent.Reacted e => Tell(e.Author, Reasons.Reaction, e.Number),
            ThreadEvent.Accepted e when moment.By.Length > 0 => Tell(e.Author, Reasons.Accepted, e.Number),
            _ => [],
        };

        IEnumerable<Reaction> Tell(string account, string reason, int number, string? author = null) =>
            account.Length == 0 || account == (author ?? moment.By) ? []
            : [Telling(key, account, new Notice(reason, Keys.LocalOf(key), number, author ?? moment.By))];
    }

    // Who watches a place watches what is opened there.
    private static IEnumerable<Reaction> OfNewThread(WatchersEvent.Announced e, string community) =>
    [
        Reaction.Send(Keys.OfThread(community, e.Thread), new ThreadCommand.Watch(e.To)),
        .. e.To.Select(account => Telling(community, account, new Notice(Reasons.Opened, e.Thread, 1, e.By))),
    ];

    private static IEnumerable<Reaction> OfReading(ReadingEvent happened, string key)
    {
        var (community, account, thread) = (Keys.CommunityOf(key), Keys.ReaderOf(key), Keys.ThreadOf(key));
        var (inbox, threadKey) = (Keys.OfMember(community, account), Keys.OfThread(community, thread));
        return happened switch
        {
            ReadingEvent.Read e => [Reaction.Send(inbox, new InboxCommand.Read(thread, e.To))],
            ReadingEvent.LevelSet e => [
                e.Level == Level.Watching
                    ? Reaction.Send(threadKey, new ThreadCommand.Watch([account]))
                    : Reaction.Send(threadKey, new ThreadCommand.Unwatch(account)),
                Reaction.Send(inbox, new InboxCommand.SetThread(thread, e.Level))],
            ReadingEvent.Bookmarked { RemindAt: { } at } e => [
                Reaction.SetAlarm(key, AlarmOf(e.Number), at, new ReadingCommand.Remind(e.Number))],
            ReadingEvent.Bookmarked e => [Reaction.CancelAlarm<Reading>(key, AlarmOf(e.Number))],
            ReadingEvent.Unbookmarked e => [Reaction.CancelAlarm<Reading>(key, AlarmOf(e.Number))],
            ReadingEvent.Reminded e => [Telling(key, account, new Notice(Reasons.Reminder, thread, e.Number))],
            _ => [],
        };
    }

    private static Reaction Telling(string key, string account, Notice notice) =>
        Reaction.Send(Keys.OfMember(Keys.CommunityOf(key), account), new InboxCommand.Notify(notice));

    private static string AlarmOf(int number) => $"remind-{number}";
}
