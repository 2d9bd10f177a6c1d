using Communities.Actors;

namespace Communities;

/// <summary>Polls that come with a post, and that end at a time.</summary>
internal static class Polling
{
    private const string Ending = "end";

    /// <summary>Tells polls where they stand, and sets and forgets their alarms.</summary>
    public static Reactor Reactor { get; } = new(
        "polling",
        new HashSet<string>
        {
            Domain.EventName<ThreadEvent.Opened>(), Domain.EventName<ThreadEvent.Replied>(),
            Domain.EventName<ThreadEvent.Received>(), Domain.EventName<PollEvent.Opened>(),
            Domain.EventName<PollEvent.Closed>(),
        },
        (happened, key, moment) => happened switch
        {
            ThreadEvent.Opened { Poll: { } poll } => [Attach(key, poll, 1, moment.By)],
            ThreadEvent.Replied { Poll: { } poll } e => [Attach(key, poll, e.Number, moment.By)],
            ThreadEvent.Received e => Follow(key, e),
            PollEvent.Opened { ClosesAt: { } at } => [Reaction.SetAlarm(key, Ending, at, new PollCommand.Close())],
            PollEvent.Closed e => [Reaction.CancelAlarm<Poll>(key, Ending), .. Tell(key, e, moment)],
            _ => [],
        });

    private static IEnumerable<Reaction> Follow(string thread, ThreadEvent.Received e) =>
        from moved in e.Posts.Index()
        let poll = moved.Item.Poll
        where poll is not null
        select Reaction.Send(
            Keys.OfPoll(Keys.CommunityOf(thread), poll),
            new PollCommand.Follow(Keys.LocalOf(thread), e.First + moved.Index));

    private static IEnumerable<Reaction> Tell(string key, PollEvent.Closed e, Moment moment) =>
        e.To.Select(account => Reaction.Send(
            Keys.OfMember(Keys.CommunityOf(key), account),
            new InboxCommand.Notify(new Notice(
                Reasons.PollClosed, e.Thread, e.Number, moment.By, At: moment.At))));

    private static Reaction Attach(string thread, string poll, int number, string author) => Reaction.Send(
        Keys.OfPoll(Keys.CommunityOf(thread), poll), new PollCommand.Attach(Keys.LocalOf(thread), number, author));
}
