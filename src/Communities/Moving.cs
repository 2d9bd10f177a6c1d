using Communities.Actors;

namespace Communities;

/// <summary>Brings posts that have left one thread to the other.</summary>
internal static class Moving
{
    // Who merges long threads need not tell hundreds of people where each of their posts is.
    private const int ToldMax = 100;

    /// <summary>
    /// Tells the thread that posts were let go to, the full one that another continues it, and those whose posts moved.
    /// </summary>
    public static Reactor Reactor { get; } = new(
        "moving",
        new HashSet<string>
        {
            Domain.EventName<ThreadEvent.Opened>(), Domain.EventName<ThreadEvent.PostsMoved>(),
            Domain.EventName<ThreadEvent.Overflowed>(), Domain.EventName<ThreadEvent.Merged>(),
            Domain.EventName<ThreadEvent.Received>(),
        },
        (happened, key, moment) => happened switch
        {
            ThreadEvent.Opened { Follows: { } full } =>
                [To(key, full, new ThreadCommand.Follow(Keys.LocalOf(key)))],
            ThreadEvent.Opened { Renews: { } old, IsHeld: false } =>
                [To(key, old, new ThreadCommand.Renew(Keys.LocalOf(key)))],
            ThreadEvent.PostsMoved { IsTold: false } e => [To(key, e.Target, new ThreadCommand.Receive(
                Keys.LocalOf(key), e.Posts, e.Heading, e.Answer, e.Total, moment.By, e.Reason))],
            ThreadEvent.Overflowed e => [To(key, e.Target, new ThreadCommand.Receive(
                e.Source, e.Posts, Total: e.Posts.Length, By: e.By, Reason: e.Reason))],
            ThreadEvent.Merged { Watchers: { } watchers } e =>
                [To(key, e.Target, new ThreadCommand.Watch(watchers))],
            ThreadEvent.Received { Total: > 0 and <= ToldMax } e => Told(key, e, moment),
            _ => [],
        });

    private static IEnumerable<Reaction> Told(string key, ThreadEvent.Received e, Moment moment) =>
        from moved in e.Posts.Index()
        group e.First + moved.Index by moved.Item.Author into own
        where own.Key.Length > 0 && own.Key != e.By
        select Reaction.Send(
            Keys.OfMember(Keys.CommunityOf(key), own.Key),
            new InboxCommand.Notify(
                new Notice(Reasons.Moved, Keys.LocalOf(key), own.First(), e.By, At: moment.At)));

    private static Reaction To(string key, string thread, ThreadCommand command) =>
        Reaction.Send(Keys.OfThread(Keys.CommunityOf(key), thread), command);
}
