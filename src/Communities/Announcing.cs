using Communities.Actors;

namespace Communities;

/// <summary>Tells members of what happens: answers, reactions, reminders; and opens and closes their inboxes.</summary>
internal static class Announcing
{
    /// <summary>Turns what happens into notices, and alarms that remind.</summary>
    public static Reactor Reactor { get; } = new(
        "announcing",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.Joined>(), Domain.EventName<MemberEvent.Left>(),
            Domain.EventName<ThreadEvent.Reacted>(), Domain.EventName<ThreadEvent.Accepted>(),
            Domain.EventName<ReadingEvent.Read>(), Domain.EventName<ReadingEvent.LevelSet>(),
            Domain.EventName<ReadingEvent.Bookmarked>(), Domain.EventName<ReadingEvent.Unbookmarked>(),
            Domain.EventName<ReadingEvent.Reminded>(),
        },
        React);

    private static IEnumerable<Reaction> React(object happened, string key, Moment moment)
    {
        var community = Keys.CommunityOf(key);
        return happened switch
        {
            MemberEvent.Joined => [Reaction.Send(key, new InboxCommand.Open())],
            MemberEvent.Left => [Reaction.Send(key, new InboxCommand.Close())],
            ThreadEvent.Reacted e => Tell(e.Author, Reasons.Reaction, e.Number),
            ThreadEvent.Accepted e when moment.By.Length > 0 => Tell(e.Author, Reasons.Accepted, e.Number),
            ReadingEvent e => OfReading(e, key),
            _ => [],
        };

        IEnumerable<Reaction> Tell(string account, string reason, int number) =>
            account.Length == 0 || account == moment.By ? []
            : [Reaction.Send(Keys.OfMember(community, account), new InboxCommand.Notify(
                new Notice(reason, Keys.LocalOf(key), number, moment.By)))];
    }

    private static IEnumerable<Reaction> OfReading(ReadingEvent happened, string key)
    {
        var inbox = Keys.OfMember(Keys.CommunityOf(key), Keys.ReaderOf(key));
        var thread = Keys.ThreadOf(key);
        return happened switch
        {
            ReadingEvent.Read e => [Reaction.Send(inbox, new InboxCommand.Read(thread, e.To))],
            ReadingEvent.LevelSet e => [Reaction.Send(inbox, new InboxCommand.SetThread(thread, e.Level))],
            ReadingEvent.Bookmarked { RemindAt: { } at } e => [
                Reaction.SetAlarm(key, AlarmOf(e.Number), at, new ReadingCommand.Remind(e.Number))],
            ReadingEvent.Bookmarked e => [Reaction.CancelAlarm<Reading>(key, AlarmOf(e.Number))],
            ReadingEvent.Unbookmarked e => [Reaction.CancelAlarm<Reading>(key, AlarmOf(e.Number))],
            ReadingEvent.Reminded e => [Reaction.Send(
                inbox, new InboxCommand.Notify(new Notice(Reasons.Reminder, thread, e.Number)))],
            _ => [],
        };
    }

    private static string AlarmOf(int number) => $"remind-{number}";
}
