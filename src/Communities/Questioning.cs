using Communities.Actors;

namespace Communities;

/// <summary>
/// Who is asked for an answer hears of it, who does not want to be is not, and doubts reach who answered.
/// </summary>
internal static class Questioning
{
    /// <summary>From requests, settings and doubts to inboxes and members.</summary>
    public static Reactor Reactor { get; } = new(
        "questioning",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.AnswerRequested>(), Domain.EventName<MemberEvent.AnswerDeclined>(),
            Domain.EventName<InboxEvent.Preferred>(), Domain.EventName<ThreadEvent.AnswerDoubted>(),
        },
        (happened, key, moment) => happened switch
        {
            MemberEvent.AnswerRequested e when moment.By.Length > 0 => [Reaction.Send(key, new InboxCommand.Notify(
                new Notice(Reasons.AnswerRequested, e.Thread, 1, moment.By, At: moment.At)))],

            // One switch, and it stands where all others do.
            InboxEvent.Preferred e => [Reaction.Send(key, new MemberCommand.SetAsked(
                !e.Settings.Off.Contains(Reasons.AnswerRequested)))],
            ThreadEvent.AnswerDoubted e when e.Author.Length > 0 && e.Author != moment.By => [Reaction.Send(
                Keys.OfMember(Keys.CommunityOf(key), e.Author),
                new InboxCommand.Notify(new Notice(
                    Reasons.AnswerDoubted, Keys.LocalOf(key), e.Number, moment.By, At: moment.At)))],
            _ => [],
        });
}
