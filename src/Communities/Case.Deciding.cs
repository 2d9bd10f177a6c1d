using System.Collections.Immutable;
using Communities.Actors;
using static Communities.CaseCommand;
using static Communities.CaseEvent;

namespace Communities;

/// <content>Decisions, and what takes them back.</content>
public sealed partial record Case
{
    private Decision<CaseEvent> Deciding(CaseCommand.Decide c, Turn turn)
    {
        if (DecideFault(c, turn) is { } fault) return fault;
        var made = Made(
            turn.By, DecisionOrigin.Case, c.Measures, turn, c.Reason, c.Rule, c.Text, c.Note,
            c.Measures.Any(measure => measure.IsPersonal) ? turn.At.AddDays(c.StrikeDays) : null);

        // Who objected to what is replaced has an answer in this decision.
        var answered =
            from replaced in made.Replaces ?? []
            where Decisions[replaced.Number - 1].Appeal == AppealState.Waiting
            select (CaseEvent)new Answered(replaced.Number, c.Measures is [{ Kind: MeasureKind.Keep }], c.Text, Author);
        return [.. answered, made];
    }

    private Refusal? DecideFault(CaseCommand.Decide c, Turn turn) =>
        Other(turn) is { } other ? ClaimedBy(other)
        : IsEscalated && !turn.Standing.Is(Role.Manager)
            ? new("case.escalated", "This case waits for a manager.")
        : c.Seen < ChangedAt ? new("case.changed", "This case has changed since you read it. Please look again.")
        : Decisions.Count >= DecisionsMax ? TooMany
        : MeasuresFault(c, turn) ?? TextsFault(c) ?? ModerationSettings.StrikeFault(c.StrikeDays);

    private Refusal? TextsFault(CaseCommand.Decide c)
    {
        var isKept = c.Measures is [{ Kind: MeasureKind.Keep }];
        return c.Reason is not null && !Keys.IsTag(c.Reason) ? UnknownReason
            : Text.LineFault("rule", c.Rule, Text.LineMax, isKept)
            ?? Text.Fault("text", c.Text, TextMax, isKept)
            ?? Text.Fault("note", c.Note, TextMax, mayBeEmpty: true);
    }

    private Refusal? MeasuresFault(CaseCommand.Decide c, Turn turn)
    {
        if (AreMalformed(c.Measures)) return MalformedMeasures;
        if (c.Measures.Count(measure => measure.Withholds is not null) > 1
            || c.Measures.Count(measure => measure.IsSanction) > 1
            || (c.Measures.Length > 1 && c.Measures.Any(measure => measure.Kind == MeasureKind.Keep)))
            return new("measures.contrary", "These measures contradict each other.");
        if (turn.By == Author && !(c.IsAlone && c.Measures is [{ Kind: MeasureKind.Keep }]))
            return new("case.own", "Nobody decides about their own content; please ask somebody else.");
        if (c.Measures.Any(measure => measure.IsPersonal))
        {
            if (Author.Length == 0) return new("author.missing", "The account of its author is gone.");
            if (c.Of >= Role.Moderator && (Role)Math.Min((int)turn.Standing.Role, (int)Role.System) <= c.Of
                && !turn.Standing.IsOperator)
                return new("author.higher", "Only somebody of a higher role may decide about a member of the staff.");
        }

        return c.Measures.Select(measure => MeasureFault(measure, turn)).FirstOrDefault(fault => fault is not null);
    }

    private static Refusal? MeasureFault(Measure measure, Turn turn)
    {
        var isOnContent = SubjectOf(turn).Kind is SubjectKind.Post or SubjectKind.Thread;
        if (!isOnContent && !measure.IsPersonal && measure.Kind != MeasureKind.Keep)
            return new("measure.unfit", "That cannot be done to a member or a message.");
        if (!MayUse(measure, turn))
            return measure.Kind == MeasureKind.Erase ? Refusals.ManagersOnly : Refusals.ModeratorsOnly;
        return RangeFault(measure);
    }

    private static bool AreMalformed(ImmutableArray<Measure> measures) =>
        measures.IsDefault || measures.Length is 0 or > MeasuresMax
        || measures.Any(measure => measure is null || !Enum.IsDefined(measure.Kind))
        || measures.DistinctBy(measure => measure.Kind).Count() < measures.Length;

    private static Refusal? RangeFault(Measure measure) => measure switch
    {
        { Hours: < 1 or > Measure.HoursMax } =>
            new("measure.range", $"A measure lasts 1 to {Measure.HoursMax} hours."),
        { Hours: not null, IsSanction: false, Kind: not MeasureKind.Close } => Malformed,
        { Kind: MeasureKind.Slow, Seconds: null or < 1 or > Thread.SlowMax } =>
            new("slow.range", $"Slow mode takes 1 to {Thread.SlowMax} seconds."),
        { Kind: not MeasureKind.Slow, Seconds: not null } => Malformed,
        _ => null,
    };

    // Who keeps order in one category has power there, and not over what members do elsewhere.
    private static bool MayUse(Measure measure, Turn turn) => measure.Kind switch
    {
        MeasureKind.Erase => turn.Standing.Is(Role.Manager),
        MeasureKind.Silence or MeasureKind.Suspend or MeasureKind.Ban => turn.Standing.Is(Role.Moderator),
        _ => true,
    };

    private CaseEvent.Decided Made(
        string by, DecisionOrigin origin, ImmutableArray<Measure> measures, Turn turn, string? reason, string rule,
        string text, string? note, DateTimeOffset? strikeUntil)
    {
        // What is kept stands as if nothing had been done to it; anything else takes the place of what no person did.
        var isKept = measures is [{ Kind: MeasureKind.Keep }];
        ImmutableArray<ReplacedDecision> replaced =
        [
            .. Decisions.Where(decision => decision.Stands
                    && (decision.Origin == DecisionOrigin.Automatic || (isKept && decision.Withheld is not null)))
                .Select(decision => decision.AsReplaced),
        ];
        return new(
            Decisions.Count + 1, by, origin, measures, Author, PlaceOf(turn), reason, rule, text, note,
            Waiting.IsEmpty ? null : [.. Waiting],
            replaced.IsEmpty ? null : replaced,
            strikeUntil,
            IsPublished: CaseDecision.WithheldBy(measures) is null
                && (IsHeld || replaced.Any(one => CaseDecision.WithheldBy(one.Measures) is not null)));
    }

    private Decision<CaseEvent> Recording(Record c, Turn turn)
    {
        var known = IsMissing ? this with { Author = c.Author } : this;
        if (c.IsRemoved)
            return [known.Made(
                    c.By, DecisionOrigin.Direct, [new(MeasureKind.Remove)], turn, null, "", c.Text ?? "", null, null)
                with { Category = c.Category }];
        if (Decisions.FindLast(decision => decision is { Stands: true, Origin: DecisionOrigin.Direct }) is { } direct)
            return [Undoing(direct, c.By, c.Text, turn)];
        return IsHeld || Decisions.Exists(decision => decision is { Stands: true, Withheld: not null })
            ? [Made(c.By, DecisionOrigin.Direct, [new(MeasureKind.Keep)], turn, null, "", c.Text ?? "", null, null)]
            : [];
    }

    private Decision<CaseEvent> Undoing(Undo c, Turn turn)
    {
        if (Find(c.Number) is not { } decision) return NoSuchDecision;
        if (Text.Fault("text", c.Text, TextMax, mayBeEmpty: true) is { } fault) return fault;
        if (decision.End is DecisionEnd.Undone or DecisionEnd.Overturned) return [];
        if (decision.End == DecisionEnd.Replaced)
            return new Refusal("decision.replaced", "Another decision has taken its place; please undo that one.");
        if (decision.Measures.Any(measure => measure.Kind == MeasureKind.Erase))
            return new Refusal("decision.final", "What was erased cannot be brought back.");
        if (turn.By == Author) return OwnDecision;
        if (!decision.Measures.All(measure => MayUse(measure, turn))) return Refusals.ModeratorsOnly;
        var undone = Undoing(decision, turn.By, c.Text, turn);
        return decision.Appeal == AppealState.Waiting
            ? [new Answered(c.Number, IsOverturned: true, c.Text ?? "", decision.Author), undone]
            : [undone];
    }

    private Undone Undoing(CaseDecision decision, string by, string? text, Turn turn, bool isAppeal = false) => new(
        decision.Number, by, decision.Origin, decision.Measures, decision.Author, PlaceOf(turn), text,
        decision.Reports.IsEmpty ? null : decision.Reports,
        decision.Replaces.IsEmpty ? null : decision.Replaces,
        isAppeal,
        IsPublished: isAppeal && IsHeld);

    private CaseDecision? Find(int number) =>
        number >= 1 && number <= Decisions.Count ? Decisions[number - 1] : null;

    /// <summary>The decision does not exist, or not for who asks.</summary>
    public static Refusal NoSuchDecision { get; } = new("decision.missing", "There is no such decision.");

    private static Refusal Malformed { get; } = new(
        "measure.malformed", "Only sanctions and closing last for a time, and only slow mode takes seconds.");

    private static Refusal MalformedMeasures { get; } =
        new("measures.malformed", $"A decision has 1 to {MeasuresMax} measures, each kind once.");

    private static Refusal TooMany { get; } =
        new("decisions.many", $"A case has {DecisionsMax} decisions at most.");

    private static Refusal OwnDecision { get; } =
        new("decision.own", "A decision about you is for others; you can object to it.");

    private static Refusal UnknownReason { get; } =
        new("report-reason.unknown", "That is none of this community's reasons.");

    private Case With(CaseEvent.Decided e, Moment moment)
    {
        var isAutomatic = e.Origin == DecisionOrigin.Automatic;
        var replaced = e.Replaces ?? [];
        var next = this with
        {
            Author = e.Author,
            Category = e.Category ?? Category,
            ChangedAt = Version + 1,
            DecidedRevision = isAutomatic ? DecidedRevision : Revision,
            IsHeld = IsHeld && !e.IsPublished,
            Waiting = isAutomatic ? Waiting : [],
            Decisions = Ended(replaced, DecisionEnd.Replaced).Add(new(
                e.Number, e.By, moment.At, e.Origin, e.Measures, e.Author, e.Reports ?? [], replaced,
                WasHeld: IsHeld && e.IsPublished)),
        };
        return isAutomatic ? next with { Status = CaseStatus.Open } : Settled(next);
    }

    // A moderator who takes a decision back leaves the case as it was: to be decided. An appeal has decided it.
    private Case Without(Undone e)
    {
        var decision = Decisions[e.Number - 1];
        ImmutableArray<ReplacedDecision> restored = e.IsAppeal ? [] : e.Replaced ?? [];
        var next = this with
        {
            ChangedAt = Version + 1,
            Decisions = Ended(restored, DecisionEnd.None).SetItem(e.Number - 1, decision with
            {
                End = e.IsAppeal ? DecisionEnd.Overturned : DecisionEnd.Undone,
            }),
        };
        if (e.IsAppeal) return Settled(next with { IsHeld = IsHeld && !e.IsPublished });
        next = next with
        {
            IsHeld = IsHeld || decision.WasHeld,
            Waiting = Waiting.AddRange(decision.Reports.Where(old => !Waiting.Exists(later => later.By == old.By))),
        };
        return (e.Origin == DecisionOrigin.Direct || e.By.Length == 0) && next.Waiting.IsEmpty ? Settled(next)
            : next with { Status = CaseStatus.Open };
    }

    private ImmutableList<CaseDecision> Ended(ImmutableArray<ReplacedDecision> which, DecisionEnd end) =>
        which.Aggregate(Decisions, (all, one) =>
            all.SetItem(one.Number - 1, all[one.Number - 1] with { End = end }));
}
