using Communities.Actors;

namespace Communities;

/// <summary>E-mails that are owed at a time, or since something happened to a member.</summary>
internal static class Mailing
{
    private const string Digesting = "digest";
    private const string Sending = "send";

    // Who tries an issue looks for it at once.
    private static readonly TimeSpan TrialFor = TimeSpan.FromDays(1);

    // Whoever is kept out learns it by then, or by coming here.
    private static readonly TimeSpan DecisionFor = TimeSpan.FromDays(7);

    /// <summary>
    /// Sets the alarms of digests and newsletters, ends what a member wants who leaves, and writes to who is kept out.
    /// </summary>
    public static Reactor Reactor { get; } = new(
        "mailing",
        new HashSet<string>
        {
            Domain.EventName<RecipientEvent.DigestSet>(), Domain.EventName<MemberEvent.Left>(),
            Domain.EventName<MemberEvent.Sanctioned>(),
            Domain.EventName<NewsletterEvent.Planned>(), Domain.EventName<NewsletterEvent.Unplanned>(),
            Domain.EventName<NewsletterEvent.Began>(), Domain.EventName<NewsletterEvent.Discarded>(),
            Domain.EventName<NewsletterEvent.Tried>(),
        },
        (happened, key, moment) => happened switch
        {
            RecipientEvent.DigestSet { At: { } at } =>
                [Reaction.SetAlarm(key, Digesting, at, new RecipientCommand.Digest())],
            RecipientEvent.DigestSet => [Reaction.CancelAlarm<Recipient>(key, Digesting)],
            MemberEvent.Left => [Reaction.Send(
                Keys.OfRecipient(Keys.CommunityOf(key), Keys.LocalOf(key)), new RecipientCommand.Leave())],
            MemberEvent.Sanctioned { Kind: MeasureKind.Suspend or MeasureKind.Ban } e => [Reaction.Send(
                Keys.OfRecipient(Keys.CommunityOf(key), Keys.LocalOf(key)),
                new RecipientCommand.Owe(
                    $"decision-{e.Decision}", LetterKind.Decision, e.Decision,
                    e.Until < moment.At + DecisionFor ? e.Until : moment.At + DecisionFor))],
            NewsletterEvent.Planned e => [Reaction.SetAlarm(key, Sending, e.At, new NewsletterCommand.Send())],
            NewsletterEvent.Tried e => [Reaction.Send(
                Keys.OfRecipient(Keys.CommunityOf(key), e.Account),
                new RecipientCommand.Owe(
                    $"trial-{Keys.LocalOf(key)}-{moment.At.ToUnixTimeMilliseconds()}", LetterKind.Trial,
                    Keys.LocalOf(key), moment.At + TrialFor))],
            NewsletterEvent => [Reaction.CancelAlarm<Newsletter>(key, Sending)],
            _ => [],
        });
}
