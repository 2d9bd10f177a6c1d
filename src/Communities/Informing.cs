using Communities.Actors;

namespace Communities;

/// <summary>Tells everybody whom a decision touches, and moderators of what is urgent.</summary>
internal static class Informing
{
    /// <summary>From what happens in cases to inboxes.</summary>
    public static Reactor Reactor { get; } = new(
        "informing",
        new HashSet<string>
        {
            Domain.EventName<CaseEvent.Reported>(), Domain.EventName<CaseEvent.Escalated>(),
            Domain.EventName<CaseEvent.Decided>(), Domain.EventName<CaseEvent.Undone>(),
            Domain.EventName<CaseEvent.Appealed>(), Domain.EventName<CaseEvent.Answered>(),
        },
        React);

    private static IEnumerable<Reaction> React(object happened, string key, Moment moment)
    {
        var (community, id) = (Keys.CommunityOf(key), Keys.LocalOf(key));
        return happened switch
        {
            CaseEvent.Reported { IsIllegal: true } e => Urgent(e.Category),
            CaseEvent.Escalated e => Urgent(e.Category),
            CaseEvent.Appealed e => Urgent(e.Category),
            CaseEvent.Reported { IsSettled: true } e => Tell(e.By, Reasons.Outcome, id),
            CaseEvent.Decided e => [
                .. IsTold(e) ? Tell(e.Author, Reasons.Decision, Case.IdOf(id, e.Number)) : [],
                .. e.Origin == DecisionOrigin.Automatic ? [] : All(e.Reports ?? [])],
            CaseEvent.Undone e => [
                .. e.IsAppeal ? [] : Tell(e.Author, Reasons.Decision, Case.IdOf(id, e.Number)),
                .. All(e.Reports ?? [])],
            CaseEvent.Answered e => Tell(e.Author, Reasons.Appealed, Case.IdOf(id, e.Number)),
            _ => [],
        };

        // Moderators, and who keeps order in the category.
        IEnumerable<Reaction> Urgent(string? category) =>
            [Reaction.Send(community, new CommunityCommand.TellStaff("", Reasons.Case, id, Category: category))];

        IEnumerable<Reaction> All(IEnumerable<WaitingReport> reports) =>
            reports.SelectMany(report => Tell(report.By, Reasons.Outcome, id));

        // Who decided is nobody's business here; it comes from the community.
        IEnumerable<Reaction> Tell(string account, string reason, string subject) =>
            account.Length == 0 ? []
            : [Reaction.Send(
                Keys.OfMember(community, account),
                new InboxCommand.Notify(new Notice(reason, Subject: subject, At: moment.At)))];
    }

    // Whose content is kept, and never was away, need not learn that somebody reported it.
    private static bool IsTold(CaseEvent.Decided e) =>
        e.Measures is not [{ Kind: MeasureKind.Keep }] || e.IsPublished || e.Replaces is not null;
}
