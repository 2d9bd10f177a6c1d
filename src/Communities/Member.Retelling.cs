using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities;

/// <content>
/// What an import says of the member that the program itself had found where the file comes from: it is so here as
/// well, at the same times, and nothing is found a second time.
/// </content>
public sealed partial record Member
{
    /// <summary>
    /// Until then a file says what came of what the member did: badges, steps. Null where it follows from what is
    /// counted.
    /// </summary>
    public DateTimeOffset? CopiedUntil { get; init; }

    private Decision<MemberEvent> Retelling(Retell c, Turn turn) => c.Happened switch
    {
        JourneyBegun e => Setting(e, turn),
        StepSent e => Walk is { IsEnded: false } walk && walk.Next?.Id == e.Id
            ? Sending(walk, turn.At)
            : Refusals.Untold,
        StepDone e => Walk is { IsEnded: false } way && way.Undone.FirstOrDefault(step => step.Id == e.Id) is { } step
            ? [Doing(way, step)]
            : Refusals.Untold,
        JourneyEnded => Walk is { IsEnded: false } ? [new JourneyEnded()] : Refusals.Untold,
        WelcomeDismissed => Walk is { IsDismissed: false } ? [new WelcomeDismissed()] : Refusals.Untold,
        Sanctioned or Struck or Lifted or SanctionEnded => RetellingSanctions(c.Happened, turn),
        Reported or Judged or Suspected or Cleared => RetellingReports(c.Happened),
        _ => Refusals.Untold,
    };

    // The first time of a step, and the later ones, follow from the steps: a file cannot say them wrong.
    private Decision<MemberEvent> Setting(JourneyBegun e, Turn turn) =>
        Walk is not null || Role == Role.None || e.Steps.IsDefaultOrEmpty || e.Steps.Contains(null!)
            || e.Steps.Any(step => !Keys.IsAccount(step.Id) || !Enum.IsDefined(step.Kind) || !step.IsInRange)
            || e.Steps.DistinctBy(step => step.Id).Count() < e.Steps.Length
            ? Refusals.Untold
        : e.Steps.Length > Journey.StepsMax ? Journey.TooMany
        : Beginning(e.Steps, turn.At);

    private Decision<MemberEvent> RetellingSanctions(MemberEvent happened, Turn turn) => happened switch
    {
        Sanctioned e when Text.Fault("reason", e.Reason, ReasonTemplate.DecisionTextMax, mayBeEmpty: true)
            is { } fault => fault,
        Sanctioned e => e.Reason is not null && Case.PartsOf(e.Decision) is not null
            && Enum.IsDefined(e.Kind) && new Measure(e.Kind).IsSanction
            && (e.Until is null || (e.Until > turn.At && e.Until <= turn.At.AddHours(Measure.HoursMax)))
            && !Sanctions.Exists(known => known.Decision == e.Decision && known.Kind == e.Kind)
            ? Barring(e, turn)
            : Refusals.Untold,
        Struck e => Case.PartsOf(e.Decision) is not null
            && e.Until > turn.At && e.Until <= turn.At.AddDays(ModerationSettings.StrikeDaysMax)
            && !Strikes.Exists(known => known.Decision == e.Decision)
            ? [e]
            : Refusals.Untold,
        Lifted e => Sanctions.Exists(known => known.Decision == e.Decision)
            || Strikes.Exists(known => known.Decision == e.Decision)
            ? [e]
            : Refusals.Untold,
        SanctionEnded e => Sanctions.Exists(known =>
            known.Decision == e.Decision && known.Kind == e.Kind && !known.IsInForce(turn.At))
            ? [e]
            : Refusals.Untold,
        _ => Refusals.Untold,
    };

    private Decision<MemberEvent> RetellingReports(MemberEvent happened) => happened switch
    {
        Reported e when Text.Fault("text", e.Text, Case.TextMax, mayBeEmpty: true) is { } fault => fault,
        Reported e when Text.LineFault("rule", e.Rule, Text.LineMax, mayBeEmpty: true) is { } fault => fault,
        Reported e => e.Rule is not null && e.Subject.IsSound && Keys.IsTag(e.Reason)
            && e.Weight is >= 0 and <= Case.WeightMax && ReportedContent.IsSound(e.Content)
            && e.Thresholds is not null && e.Thresholds.Fault() is null
            ? [e]
            : Refusals.Untold,
        Judged e => Reports?.Find(e.Subject) is { } made && made.IsAgreed != e.IsAgreed
            ? [e with { Before = made.IsAgreed }]
            : Refusals.Untold,
        Suspected e => GatheredReports.IsSound(e.Case, e.Report, e.Reason, e.Rule ?? "")
            && e.Report.Weight is >= 0 and <= Case.WeightMax
            && (Suspicions ?? GatheredReports.None).Takes(e.Case)
            ? [e]
            : Refusals.Untold,
        Cleared e => e.Case is not null && Suspicions?.ByCase.ContainsKey(e.Case) == true ? [e] : Refusals.Untold,
        _ => Refusals.Untold,
    };
}

/// <content>Imports.</content>
[JsonDerivedType(typeof(Retell), "retell")]
public abstract partial record MemberCommand
{
    /// <summary>The program only: a file says that the program found this where the file comes from.</summary>
    public sealed record Retell(MemberEvent Happened) : MemberCommand;
}
