using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CaseEvent;

namespace Communities;

/// <content>
/// What a file says has happened in a case elsewhere: the history is the same here, and does nothing a second time.
/// Whoever wrote the file may have written anything, so every field is looked at as if somebody had sent it.
/// </content>
public sealed partial record Case
{
    /// <summary>The most that a report weighs in a file: ten times what trust and the past can give one.</summary>
    public const int WeightMax = 100;

    private Decision<CaseEvent> Retelling(CaseEvent happened, Turn turn) =>
        RetellingFault(happened, turn) ?? (Decision<CaseEvent>)[happened];

    private Refusal? RetellingFault(CaseEvent happened, Turn turn) => happened switch
    {
        Reported e => ReportFault(e),
        Opened e => IsMissing && ReportedContent.IsSound(e.Content) && IsScore(e.Content!.Score) ? NoteFault(e.Note)
            : Refusals.Untold,
        Relocated e => !e.Place.IsSound || e.Of is { IsSound: false } ? Refusals.Untold : null,
        Followed e => e.Of.IsSound ? null : Refusals.Untold,
        CaseEvent.Decided e => Fault(e),
        _ when IsMissing => Refusals.Untold, // All others are about what there is.
        Claimed e => turn.By.Length > 0 && (e.From is null || Keys.IsAccount(e.From)) ? null : Refusals.Untold,
        Released => null,
        Escalated e => NoteFault(e.Note),
        Reopened e => NoteFault(e.Note),
        Noted e => Text.Fault("note", e.Text, TextMax),
        Undone e => Fault(e),
        Appealed e => turn.By.Length > 0 && Find(e.Number) is { Appeal: AppealState.None }
            ? Text.Fault("text", e.Text, TextMax)
            : Refusals.Untold,
        Answered e => Find(e.Number) is { Appeal: AppealState.Waiting } && IsAccount(e.Author) && e.Text is not null
            ? Text.Fault("text", e.Text, TextMax, mayBeEmpty: true)
            : Refusals.Untold,
        CaseEvent.Changed e => Find(e.Number) is not null && e.Revision >= 0 ? null : Refusals.Untold,
        _ => Refusals.Untold,
    };

    private Refusal? ReportFault(Reported e)
    {
        var isSound = IsAccount(e.By) && IsAccount(e.Author) && Keys.IsTag(e.Reason) && e.Place.IsSound
            && e.Revision >= 0 && e.Weight is >= 0 and <= WeightMax && e.Thresholds is not null
            && (e.Content is null ? !IsMissing : ReportedContent.IsSound(e.Content) && IsScore(e.Content!.Score))
            && (e.Screening is not { } said || (IsCategory(said.Category) && said.Rules.All(IsLine)
                && IsScore(said.Score) && said.SilenceHours is >= 0 and <= Measure.HoursMax));
        return !isSound || (!e.IsSettled && Waiting.Count >= WaitingMax && !Waiting.Exists(one => one.By == e.By))
            ? Refusals.Untold
            : RuleFault(e.Rule) ?? Text.Fault("text", e.Text, TextMax, mayBeEmpty: true) ?? e.Thresholds!.Fault();
    }

    private Refusal? Fault(CaseEvent.Decided e)
    {
        var isSound = e.Number == Decisions.Count + 1 && IsAccount(e.By) && IsAccount(e.Author) && e.Place.IsSound
            && Enum.IsDefined(e.Origin) && IsCategory(e.Reason) && IsCategory(e.Category) && e.Text is not null
            && AreSound(e.Reports) && AreSound(e.Replaces);
        return !isSound ? Refusals.Untold
            : Decisions.Count >= DecisionsMax ? TooMany
            : MeasuresFault(e.Measures) ?? RuleFault(e.Rule)
                ?? Text.Fault("text", e.Text, TextMax, mayBeEmpty: true) ?? NoteFault(e.Note);
    }

    private Refusal? Fault(Undone e)
    {
        var isSound = Find(e.Number) is { Stands: true } && IsAccount(e.By) && IsAccount(e.Author) && e.Place.IsSound
            && Enum.IsDefined(e.Origin) && AreSound(e.Reports) && AreSound(e.Replaced);
        return !isSound ? Refusals.Untold
            : MeasuresFault(e.Measures) ?? Text.Fault("text", e.Text, TextMax, mayBeEmpty: true);
    }

    private static Refusal? MeasuresFault(ImmutableArray<Measure> measures) =>
        AreMalformed(measures) ? MalformedMeasures
        : measures.Select(RangeFault).FirstOrDefault(fault => fault is not null);

    private static bool IsScore(int? score) => score is null or (>= 0 and <= 100);

    private static Refusal? NoteFault(string? note) => Text.Fault("note", note, TextMax, mayBeEmpty: true);

    private static Refusal? RuleFault(string? rule) =>
        rule is null ? Refusals.Untold : Text.LineFault("rule", rule, Text.LineMax, mayBeEmpty: true);

    private static bool AreSound(ImmutableArray<WaitingReport>? reports) =>
        reports is not { } all || (!all.IsDefault && all.Length <= WaitingMax && all.All(report =>
            report is { Weight: >= 0 and <= WeightMax } && IsAccount(report.By)));

    private bool AreSound(ImmutableArray<ReplacedDecision>? replaced) =>
        replaced is not { } all || (!all.IsDefault && all.Length <= Decisions.Count && all.All(one =>
            one is not null && Find(one.Number) is not null && Enum.IsDefined(one.Origin)
            && MeasuresFault(one.Measures) is null));
}

// Imports.
[JsonDerivedType(typeof(Retell), "retell")]
public abstract partial record CaseCommand
{
    /// <summary>The program only: a file says that this happened in the case where the file comes from.</summary>
    public sealed record Retell(CaseEvent Happened) : CaseCommand;
}
