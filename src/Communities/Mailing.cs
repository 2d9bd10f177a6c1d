using Communities.Actors;

namespace Communities;

/// <summary>E-mails that are owed at a time, or since something happened to a member.</summary>
internal static class Mailing
{
    private const string Digesting = "digest";

    /// <summary>Sets the alarms of digests, and ends what a member wants who leaves.</summary>
    public static Reactor Reactor { get; } = new(
        "mailing",
        new HashSet<string>
        {
            Domain.EventName<RecipientEvent.DigestSet>(), Domain.EventName<MemberEvent.Left>(),
        },
        (happened, key, _) => happened switch
        {
            RecipientEvent.DigestSet { At: { } at } =>
                [Reaction.SetAlarm(key, Digesting, at, new RecipientCommand.Digest())],
            RecipientEvent.DigestSet => [Reaction.CancelAlarm<Recipient>(key, Digesting)],
            MemberEvent.Left => [Reaction.Send(
                Keys.OfRecipient(Keys.CommunityOf(key), Keys.LocalOf(key)), new RecipientCommand.Leave())],
            _ => [],
        });
}
