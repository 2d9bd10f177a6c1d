using Communities.Actors;

namespace Communities;

/// <summary>From knowledge pages to the threads that they are made from, and on to those who wrote there.</summary>
internal static class TakingUp
{
    // Whoever makes a page of a hundred threads at once need not ring at a hundred doors.
    private const int ToldMax = 50;

    /// <summary>Tells authors that what they wrote was taken up.</summary>
    public static Reactor Reactor { get; } = new(
        "taking-up",
        new HashSet<string>
        {
            Domain.EventName<KnowledgeEvent.Revised>(), Domain.EventName<ThreadEvent.TakenUp>(),
        },
        (happened, key, moment) => happened switch
        {
            // What an import brings was taken up long ago: the inboxes leave it out.
            KnowledgeEvent.Revised e when moment.By.Length > 0 => e.Added.Take(ToldMax).Select(post => Reaction.Send(
                Keys.OfThread(Keys.CommunityOf(key), post.Thread),
                new ThreadCommand.TakeUp(post.Number, Keys.LocalOf(key), moment.By))),
            ThreadEvent.TakenUp e when e.Author != e.By => [Reaction.Send(
                Keys.OfMember(Keys.CommunityOf(key), e.Author),
                new InboxCommand.Notify(new Notice(
                    Reasons.TakenUp, Keys.LocalOf(key), e.Number, e.By, e.Category, moment.At)))],
            _ => [],
        });
}
