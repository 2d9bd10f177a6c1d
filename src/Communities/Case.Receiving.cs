using System.Collections.Immutable;
using Communities.Actors;
using static Communities.CaseCommand;
using static Communities.CaseEvent;

namespace Communities;

/// <content>What comes in, and what it does before anybody has looked.</content>
public sealed partial record Case
{
    private Decision<CaseEvent> Receiving(Receive c, Turn turn)
    {
        var content = c.Content;
        var reported = new Reported(
            c.By, c.Reason, c.Rule, c.Weight, content.Author, PlaceOf(turn), content.Revision, c.Thresholds, c.Text,
            IsMissing || content.Revision > Revision ? content : null, c.Screening, c.IsIllegal, IsSettled(c),
            c.IsIllegal ? content.Category ?? Category : null);
        if (reported.IsSettled) return [reported];
        var measures = With(reported).Automatic(c, turn);
        return measures.IsEmpty ? [reported] : [reported, Automatically(measures, c, turn)];
    }

    // Moderators have looked at this very content, or so many have reported it that one more changes nothing.
    private bool IsSettled(Receive c) => !c.IsIllegal && (
        (Status == CaseStatus.Resolved && c.Content.Revision <= DecidedRevision && c.Screening is null)
        || (Waiting.Count >= WaitingMax && !Waiting.Exists(report => report.By == c.By)));

    private ImmutableArray<Measure> Automatic(Receive c, Turn turn)
    {
        if (c.Screening is { SilenceHours: > 0 and var hours } && !StandsAutomatic(MeasureKind.Silence))
            return [new Measure(MeasureKind.Silence, hours)];
        var isHidden = IsHeld || Decisions.Exists(decision => decision is { Stands: true, Withheld: not null });
        return c.Thresholds.HidePost > 0 && Weight >= c.Thresholds.HidePost && !isHidden && !c.Content.IsStaff
            && PlaceOf(turn).Kind == SubjectKind.Post
                ? [new Measure(MeasureKind.Hide)]
                : [];
    }

    private bool StandsAutomatic(MeasureKind kind) => Decisions.Exists(decision =>
        decision is { Stands: true, Origin: DecisionOrigin.Automatic }
        && decision.Measures.Any(measure => measure.Kind == kind));

    private CaseEvent.Decided Automatically(ImmutableArray<Measure> measures, Receive c, Turn turn) => new(
        Decisions.Count + 1, "", DecisionOrigin.Automatic, measures, c.Content.Author, PlaceOf(turn), c.Reason, c.Rule);

    private Decision<CaseEvent> Presuming(Presume c, Turn turn) =>
        c.Measures.Any(measure => StandsAutomatic(measure.Kind)) || Decisions.Count >= DecisionsMax ? []
        : [new CaseEvent.Decided(
            Decisions.Count + 1, "", DecisionOrigin.Automatic, c.Measures, c.Author, PlaceOf(turn), c.Reason, c.Rule,
            Category: c.Category)];

    // Where people reported the member or the thread as such, a moderator still has to look.
    private Decision<CaseEvent> Relenting(Turn turn) =>
        Decisions.FindLast(decision => decision is { Stands: true, Origin: DecisionOrigin.Automatic }) is { } last
            ? [Undoing(last, "", null, turn)]
            : [];

    // What the author changed within moments keeps its revision.
    private Decision<CaseEvent> Changing(Change c) =>
        c.By == Author && Find(c.Number) is { Stands: true, Withheld: not null }
        && (Status == CaseStatus.Resolved || c.Revision > Revision)
            ? [new CaseEvent.Changed(c.Number, c.Revision)]
            : [];

    private Case With(Reported e)
    {
        var next = e.Content is { } content ? With(content) : this;
        if (e.IsSettled) return next;
        if (e.IsIllegal || next.Revision != Revision) next = next with { ChangedAt = Version + 1 };
        return next with
        {
            Status = CaseStatus.Open,
            Waiting = Waiting.RemoveAll(report => report.By == e.By).Add(new(e.By, e.Weight, e.IsIllegal)),
            IsHeld = IsHeld || e.Screening is { IsHeld: true },
        };
    }
}
