using System.Collections.Immutable;
using Communities.Actors;

namespace Communities.Views;

/// <content>Decisions, and what became of them.</content>
internal sealed partial class LogProjection
{
    /// <summary>The account that <see cref="Apply(CaseEvent, Envelope)"/> looks up; empty for none.</summary>
    public static string AccountIn(CaseEvent happened, Envelope envelope) => happened switch
    {
        CaseEvent.Decided e => e.Author,
        CaseEvent.Undone e => e.Author,
        CaseEvent.Answered e => e.Author,
        CaseEvent.Appealed => envelope.By,
        _ => "",
    };

    /// <summary>
    /// Takes in what everybody may know of a case; reports, claims and notes stand in the case alone.
    /// </summary>
    /// <remarks>
    /// What moderators did directly in a thread is told by the thread, and not again by the case that keeps it.
    /// </remarks>
    public void Apply(CaseEvent happened, Envelope envelope)
    {
        var own = Subject.Parse(Keys.LocalOf(envelope.Actor.Key));
        switch (happened)
        {
            case CaseEvent.Decided { Origin: not DecisionOrigin.Direct } e:
                Put("decided", e.By, e.Place, e.Number, e.Author, Slugs(e.Measures), e.Rule, e.Text, e.Reason);
                break;
            case CaseEvent.Undone { IsAppeal: false } e when envelope.By.Length > 0:
                Put("undone", e.By, e.Place, e.Number, e.Author, Slugs(e.Measures), text: e.Text);
                break;
            case CaseEvent.Appealed e: Put("appealed", envelope.By, own, e.Number, envelope.By, text: e.Text); break;
            case CaseEvent.Answered e:
                Put(e.IsOverturned ? "overturned" : "upheld", envelope.By, own, e.Number, e.Author, text: e.Text);
                break;
            case CaseEvent.Escalated: Put("escalated", envelope.By, own); break;
            case CaseEvent.Reopened: Put("case-reopened", envelope.By, own); break;
            default: break;
        }

        void Put(
            string act, string by, Subject? place, int decision = 0, string? author = null, string? measures = null,
            string? rule = null, string? text = null, string? reason = null) => Write(
            envelope with { By = by },
            new Act(act, LogField.Decisions)
            {
                Thread = place is { Kind: SubjectKind.Post or SubjectKind.Thread } it ? it.Id : null,
                Number = place is { Kind: SubjectKind.Post } post ? post.Number : 0,
                Member = author,
                Item = reason ?? "",
                Case = Keys.LocalOf(envelope.Actor.Key),
                Decision = decision,
                Rule = rule,
                Value = measures,
                After = text,
            });
    }

    // As the API names them, with their hours: "hide suspend:72".
    private static string Slugs(ImmutableArray<Measure> measures) => string.Join(' ', measures.Select(measure =>
        measure.Hours is { } hours ? $"{Slug(measure.Kind)}:{Number(hours)}" : Slug(measure.Kind)));

    private static string Slug(MeasureKind kind) =>
        kind == MeasureKind.RequestEdit ? "request-edit" : kind.ToString().ToLowerInvariant();
}
