using Communities.Actors;

namespace Communities;

/// <summary>Tells participants of messages, and forgets what they have read.</summary>
internal static class Corresponding
{
    /// <summary>Brings conversations into inboxes.</summary>
    public static Reactor Reactor { get; } = new(
        "corresponding",
        new HashSet<string>
        {
            Domain.EventName<ConversationEvent.Messaged>(), Domain.EventName<ConversationEvent.Added>(),
            Domain.EventName<ConversationEvent.Read>(), Domain.EventName<ConversationEvent.Left>(),
        },
        (happened, key, moment) => happened switch
        {
            ConversationEvent.Messaged e => e.To.Select(account => Tell(key, account, moment)),
            ConversationEvent.Added e => [Tell(key, e.Account, moment)],
            ConversationEvent.Read or ConversationEvent.Left => [Reaction.Send(
                Keys.OfMember(Keys.CommunityOf(key), moment.By), new InboxCommand.Settle(Keys.LocalOf(key)))],
            _ => [],
        });

    private static Reaction Tell(string key, string account, Moment moment) => Reaction.Send(
        Keys.OfMember(Keys.CommunityOf(key), account),
        new InboxCommand.Notify(new Notice(
            Reasons.Message, By: moment.By, Subject: Keys.LocalOf(key), At: moment.At)));
}
