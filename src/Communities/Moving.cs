using Communities.Actors;

namespace Communities;

/// <summary>Brings posts that have left one thread to the other.</summary>
internal static class Moving
{
    /// <summary>Tells the thread that posts were let go to, and the full one that another continues it.</summary>
    public static Reactor Reactor { get; } = new(
        "moving",
        new HashSet<string>
        {
            Domain.EventName<ThreadEvent.Opened>(), Domain.EventName<ThreadEvent.PostsMoved>(),
            Domain.EventName<ThreadEvent.Overflowed>(),
        },
        (happened, key, moment) => happened switch
        {
            ThreadEvent.Opened { Follows: { } full } =>
                [To(key, full, new ThreadCommand.Follow(Keys.LocalOf(key)))],
            ThreadEvent.PostsMoved { IsTold: false } e => [To(key, e.Target, new ThreadCommand.Receive(
                Keys.LocalOf(key), e.Posts, e.Heading, e.Answer, e.Total, moment.By, e.Reason))],
            ThreadEvent.Overflowed e => [To(key, e.Target, new ThreadCommand.Receive(
                e.Source, e.Posts, Total: e.Posts.Length, By: e.By, Reason: e.Reason))],
            _ => [],
        });

    private static Reaction To(string key, string thread, ThreadCommand command) =>
        Reaction.Send(Keys.OfThread(Keys.CommunityOf(key), thread), command);
}
