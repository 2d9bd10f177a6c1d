using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberEvent;

namespace Communities;

/// <content>What decisions did to the member: sanctions, which end or are lifted, and strikes, which expire.</content>
public sealed partial record Member
{
    /// <summary>What keeps the member from something; who leaves and comes back is still kept from it.</summary>
    public ImmutableList<Sanction> Sanctions { get; init; } = [];

    /// <summary>What counts against the member; those that have expired go when another one comes.</summary>
    public ImmutableList<Strike> Strikes { get; init; } = [];

    /// <summary>What keeps the member from most at this time, and of several the longest; or null.</summary>
    public Sanction? SanctionAt(DateTimeOffset at) => Sanctions.Where(sanction => sanction.IsInForce(at))
        .MaxBy(sanction => (sanction.Bar, sanction.Until ?? DateTimeOffset.MaxValue));

    /// <summary>What keeps the member from writing at this time.</summary>
    public Bar BarAt(DateTimeOffset at) => SanctionAt(at)?.Bar ?? Bar.None;

    /// <summary>How many strikes count against the member at this time.</summary>
    public int ActiveStrikes(DateTimeOffset at) => Strikes.Count(strike => strike.ExpiresAt > at);

    private Decision<MemberEvent> Sanctioning(MemberCommand command, Turn turn) => command switch
    {
        MemberCommand.Sanction c when (DecisionFault(c.Decision)
            ?? Text.Fault("reason", c.Reason, ReasonTemplate.DecisionTextMax, mayBeEmpty: true)) is { } fault => fault,
        MemberCommand.Strike c when DecisionFault(c.Decision) is { } fault => fault,

        // Asked twice, done once.
        MemberCommand.Sanction c when c.Measure is not { IsSanction: true }
            || Sanctions.Exists(known => known.Decision == c.Decision && known.Kind == c.Measure.Kind) => [],
        MemberCommand.Sanction c => Barring(new Sanctioned(
            c.Decision, c.Measure.Kind,
            c.Measure.Hours is { } hours and > 0 and <= Measure.HoursMax ? turn.At.AddHours(hours) : null,
            c.Reason), turn),
        MemberCommand.Strike c => c.Until <= turn.At || Strikes.Exists(known => known.Decision == c.Decision) ? []
            : [new Struck(c.Decision, c.Until)],
        MemberCommand.Lift c =>
            Sanctions.Exists(known => known.Decision == c.Decision)
            || Strikes.Exists(known => known.Decision == c.Decision)
                ? [new Lifted(c.Decision)]
                : [],
        MemberCommand.EndSanction c => [.. Sanctions
            .Where(known => known.Decision == c.Decision && !known.IsInForce(turn.At))
            .Select(known => new SanctionEnded(known.Decision, known.Kind))],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Decision<MemberEvent> Barring(Sanctioned sanctioned, Turn turn) =>
        IsForGood(new Sanction(sanctioned.Decision, sanctioned.Kind, sanctioned.Until))
            ? [sanctioned, .. Excusing(turn)]
            : [sanctioned];

    private static Refusal? DecisionFault(string decision) => Text.LineFault("decision", decision, Text.TitleMax);

    private Member Apply(Struck e, Moment moment) => this with
    {
        Strikes = Strikes.RemoveAll(strike => strike.ExpiresAt <= moment.At).Add(new Strike(e.Decision, e.Until)),
    };

    private Member Apply(Lifted e) => this with
    {
        Sanctions = Sanctions.RemoveAll(sanction => sanction.Decision == e.Decision),
        Strikes = Strikes.RemoveAll(strike => strike.Decision == e.Decision),
    };

    private Member Apply(SanctionEnded e) => this with
    {
        Sanctions = Sanctions.RemoveAll(sanction => sanction.Decision == e.Decision && sanction.Kind == e.Kind),
    };
}

/// <content>What the program brings of decisions.</content>
[JsonDerivedType(typeof(Sanction), "sanction"), JsonDerivedType(typeof(Strike), "strike")]
[JsonDerivedType(typeof(Lift), "lift"), JsonDerivedType(typeof(EndSanction), "end-sanction")]
public abstract partial record MemberCommand
{
    /// <summary>The program only: a decision silences, suspends or bans the member.</summary>
    /// <param name="Decision">The decision's id.</param>
    /// <param name="Measure">What it does; without hours, it has no end.</param>
    /// <param name="Reason">What the member reads of why.</param>
    public sealed record Sanction(string Decision, Measure Measure, string Reason) : MemberCommand;

    /// <summary>The program only: a decision counts against the member until then.</summary>
    public sealed record Strike(string Decision, DateTimeOffset Until) : MemberCommand;

    /// <summary>The program only: what this decision did to the member is undone.</summary>
    public sealed record Lift(string Decision) : MemberCommand;

    /// <summary>The program only: what this decision kept the member from may be over.</summary>
    public sealed record EndSanction(string Decision) : MemberCommand;
}

/// <content>What decisions did to the member.</content>
[JsonDerivedType(typeof(Sanctioned), "member.sanctioned"), JsonDerivedType(typeof(Struck), "member.struck")]
[JsonDerivedType(typeof(Lifted), "member.lifted"), JsonDerivedType(typeof(SanctionEnded), "member.sanction-ended")]
[JsonDerivedType(typeof(WrittenOf), "member.written-of")]
public abstract partial record MemberEvent
{
    /// <summary>A decision keeps the member from something until then; null for good.</summary>
    public sealed record Sanctioned(string Decision, MeasureKind Kind, DateTimeOffset? Until, string Reason)
        : MemberEvent;

    /// <summary>A decision counts against the member until then.</summary>
    public sealed record Struck(string Decision, DateTimeOffset Until) : MemberEvent;

    /// <summary>What this decision did to the member is undone.</summary>
    public sealed record Lifted(string Decision) : MemberEvent;

    /// <summary>What this decision kept the member from is over.</summary>
    public sealed record SanctionEnded(string Decision, MeasureKind Kind) : MemberEvent;

    /// <summary>An e-mail about this decision was written, before such letters were owed by their recipients.</summary>
    public sealed record WrittenOf(string Decision) : MemberEvent;
}
