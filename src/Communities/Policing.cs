using Communities.Actors;

namespace Communities;

/// <summary>Brings reports to their cases, and what many of them together mean to whom they are about.</summary>
internal static class Policing
{
    // What automoderation brings weighs something, and less than any two people.
    private const int AutomodWeight = 2;

    /// <summary>From reports, screened posts and direct removals to cases, members and threads.</summary>
    public static Reactor Reactor { get; } = new(
        "policing",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.Reported>(), Domain.EventName<MemberEvent.Suspected>(),
            Domain.EventName<MemberEvent.Cleared>(), Domain.EventName<ThreadEvent.Cooled>(),
            Domain.EventName<CaseEvent.Reported>(), Domain.EventName<CaseEvent.Relocated>(),
            Domain.EventName<ThreadEvent.Opened>(), Domain.EventName<ThreadEvent.Replied>(),
            Domain.EventName<ThreadEvent.Edited>(), Domain.EventName<ThreadEvent.Removed>(),
            Domain.EventName<ThreadEvent.Restored>(), Domain.EventName<ThreadEvent.Published>(),
            Domain.EventName<ThreadEvent.Received>(), Domain.EventName<ThreadEvent.Heated>(),
        },
        (happened, key, moment) => happened switch
        {
            MemberEvent.Reported e => [To(key, e.Subject, new CaseCommand.Receive(
                moment.By, e.Reason, e.Rule, e.Weight, e.Content, e.Thresholds, e.Text, e.IsIllegal))],
            MemberEvent.Suspected { IsPassed: true } e => [To(key, Subject.OfMember(Keys.LocalOf(key)),
                new CaseCommand.Presume(
                    [new(MeasureKind.Silence, Thresholds.SilenceHours)], Keys.LocalOf(key), null, e.Reason,
                    e.Rule ?? ""))],
            MemberEvent.Cleared { IsCalm: true } => [To(
                key, Subject.OfMember(Keys.LocalOf(key)), new CaseCommand.Relent())],
            CaseEvent.Reported { IsSettled: false, IsIllegal: false, By.Length: > 0 } e => Weigh(key, e),
            CaseEvent.Relocated e => [To(
                key, e.Of ?? e.Place,
                e.Of is null ? new CaseCommand.Follow(Subject.Parse(Keys.LocalOf(key))!.Value)
                    : new CaseCommand.Relocate(e.Place))],
            ThreadEvent e => OfThread(key, e, moment),
            _ => [],
        }) { SendsOnce = true };

    private static IEnumerable<Reaction> OfThread(string key, ThreadEvent happened, Moment moment)
    {
        var thread = Keys.LocalOf(key);
        return happened switch
        {
            ThreadEvent.Opened { Screening: { } s } e => Screened(1, s, new(
                moment.By, e.Category, e.Text, 1, e.Title, s.Score)),
            ThreadEvent.Replied { Screening: { } s } e => Screened(e.Number, s, new(
                moment.By, s.Category, e.Text, 1, null, s.Score)),
            ThreadEvent.Edited e => [
                .. e.Screening is { } s
                    ? Screened(e.Number, s, new(moment.By, s.Category, e.Text, e.Revision, null, s.Score)) : [],
                .. Case.PartsOf(e.Decision) is { } decision
                    ? [To(key, decision.Subject, new CaseCommand.Change(decision.Number, e.Revision, moment.By))]
                    : (IEnumerable<Reaction>)[]],

            // A moderator did it where the post stands; so that no removal is silent, its case records it.
            ThreadEvent.Removed { Decision: null, By: Removal.ByModerator } e when moment.By.Length > 0 =>
                [Direct(e.Number, isRemoved: true, e.Author, e.Reason, e.Category)],
            ThreadEvent.Restored { Decision: null } e when IsOther(e.Author) => [Direct(e.Number, false, e.Author)],
            ThreadEvent.Published { Decision: null } e when IsOther(e.Author) => [Direct(e.Number, false, e.Author)],

            ThreadEvent.Received e => e.Posts.Index().Select(moved => To(
                key, Subject.OfPost(e.Source, moved.Item.Number),
                new CaseCommand.Relocate(Subject.OfPost(thread, e.First + moved.Index)))),
            ThreadEvent.Heated { IsPassed: true } e => [To(key, Subject.OfThread(thread), new CaseCommand.Presume(
                [new(MeasureKind.Slow, Seconds: Thresholds.SlowSeconds)], e.Author ?? "", e.Category, e.Reason,
                e.Rule ?? ""))],
            ThreadEvent.Cooled { IsCalm: true } => [To(key, Subject.OfThread(thread), new CaseCommand.Relent())],
            _ => [],
        };

        bool IsOther(string author) => moment.By.Length > 0 && moment.By != author;

        IEnumerable<Reaction> Screened(int number, Screening screening, ReportedContent content) =>
            screening is { IsHeld: false, IsFlagged: false, SilenceHours: 0 } ? []
            : [To(key, Subject.OfPost(thread, number), new CaseCommand.Receive(
                "", Case.Automod, "", AutomodWeight, content, Thresholds.None, Screening: screening))];

        Reaction Direct(int number, bool isRemoved, string author, string? text = null, string? category = null) =>
            To(
                key, Subject.OfPost(thread, number),
                new CaseCommand.Record(moment.By, isRemoved, author, text, category));
    }

    // A member who is reported as such is one case; it is what they write that adds up.
    private static IEnumerable<Reaction> Weigh(string key, CaseEvent.Reported e)
    {
        if (e.Place.Kind != SubjectKind.Post) return [];
        var (community, id, report) = (Keys.CommunityOf(key), Keys.LocalOf(key), new WaitingReport(e.By, e.Weight));
        Reaction heat = Reaction.Send(
            Keys.OfThread(community, e.Place.Id),
            new ThreadCommand.Heat(id, report, e.Thresholds.SlowThread, e.Reason, e.Rule));
        return e.Author.Length == 0 ? [heat]
            : [heat, Reaction.Send(
                Keys.OfMember(community, e.Author),
                new MemberCommand.Suspect(id, report, e.Thresholds.SilenceMember, e.Reason, e.Rule))];
    }

    private static Reaction To(string key, Subject subject, CaseCommand command) =>
        Reaction.Send(Keys.OfCase(Keys.CommunityOf(key), subject), command);
}
