using Communities.Actors;

namespace Communities;

/// <summary>Brings reports to their cases, and what many of them together mean to whom they are about.</summary>
internal static class Policing
{
    /// <summary>From reports and screened posts to cases, members and threads.</summary>
    public static Reactor Reactor { get; } = new(
        "policing",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.Reported>(), Domain.EventName<MemberEvent.Suspected>(),
            Domain.EventName<CaseEvent.Reported>(), Domain.EventName<ThreadEvent.Received>(),
        },
        (happened, key, moment) => happened switch
        {
            MemberEvent.Reported e => [Reaction.Send(
                Keys.OfCase(Keys.CommunityOf(key), e.Subject),
                new CaseCommand.Receive(
                    moment.By, e.Reason, e.Rule, e.Weight, e.Content, e.Thresholds, e.Text, e.IsIllegal))],
            MemberEvent.Suspected { IsPassed: true } e => [Silence(key, e)],
            CaseEvent.Reported { IsSettled: false, IsIllegal: false, By.Length: > 0 } e => Weigh(key, e),
            ThreadEvent.Received e => Relocate(key, e),
            _ => [],
        });

    private static Reaction Silence(string member, MemberEvent.Suspected e) => Reaction.Send(
        Keys.OfCase(Keys.CommunityOf(member), Subject.OfMember(Keys.LocalOf(member))),
        new CaseCommand.Presume(
            [new(MeasureKind.Silence, Thresholds.SilenceHours)], Keys.LocalOf(member), null, e.Reason, e.Rule ?? ""));

    // A member who is reported as such is one case; it is what they write that adds up.
    private static IEnumerable<Reaction> Weigh(string key, CaseEvent.Reported e) =>
        e.Author.Length == 0 || e.Place.Kind != SubjectKind.Post ? []
        : [Reaction.Send(
            Keys.OfMember(Keys.CommunityOf(key), e.Author),
            new MemberCommand.Suspect(
                Keys.LocalOf(key), new(e.By, e.Weight), e.Thresholds.SilenceMember, e.Reason, e.Rule))];

    private static IEnumerable<Reaction> Relocate(string thread, ThreadEvent.Received e) =>
        from moved in e.Posts.Index()
        select Reaction.Send(
            Keys.OfCase(Keys.CommunityOf(thread), Subject.OfPost(e.Source, moved.Item.Number)),
            new CaseCommand.Relocate(Subject.OfPost(Keys.LocalOf(thread), e.First + moved.Index)));
}
