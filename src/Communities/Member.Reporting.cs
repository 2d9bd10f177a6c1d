using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities;

/// <content>What the member reports, how often moderators agreed, and how often others report the member.</content>
public sealed partial record Member
{
    /// <summary>The most reports of a member on one day: nobody honest meets more in a day.</summary>
    public const int ReportsADay = 20;

    /// <summary>The most reports that are remembered to tell repeats, and to take a judgement back.</summary>
    public const int ReportsKept = 200;

    /// <summary>How long the same content is not reported again by the same member.</summary>
    public static readonly TimeSpan ReportAgainAfter = TimeSpan.FromHours(24);

    /// <summary>What the member has reported; null where nothing.</summary>
    public ReportHistory? Reports { get; init; }

    /// <summary>The reports that wait about what this member wrote while new; null where there are none.</summary>
    public GatheredReports? Suspicions { get; init; }

    private Decision<MemberEvent> Reporting(Report c, Turn turn)
    {
        // Who is silenced may still call for help.
        if (turn.Standing.Bar > Bar.Silenced) return Refusals.Of(turn.Standing.Bar)!;
        if (!IsOwn(turn) || turn.By.Length == 0) return Refusals.OwnOnly;
        if (!ReportedContent.IsSound(c.Content) || c.Settings is null || c.Settings.Fault() is not null
            || !c.Subject.IsSound) return ReportedContent.Unsound;
        if (c.Settings.ReasonOf(c.Reason ?? "") is not { } reason) return UnknownReason;
        if (c.Content.Author == turn.By) return new Refusal("report.own", "One does not report oneself.");
        if (Text.Fault("text", c.Text, Case.TextMax, mayBeEmpty: !reason.IsIllegal) is { } fault) return fault;
        var earlier = Reports?.Find(c.Subject);
        if (earlier is not null && turn.At < earlier.At + ReportAgainAfter && c.Content.Revision <= earlier.Revision)
            return new Refusal("report.repeated", "You have reported that already. Moderators will look at it.");
        if (Reports is not null && Reports.Day.At(DaySet.DayOf(turn.At)) >= ReportsADay)
            return new Refusal("reports.exceeded", $"One reports {ReportsADay} times a day at most.");
        return [new Reported(
            c.Subject, reason.Slug, reason.Rule, ReportHistory.WeightOf(turn.Standing, Reports), c.Content,
            c.Settings.Thresholds, string.IsNullOrWhiteSpace(c.Text) ? null : c.Text, reason.IsIllegal)];
    }

    private Decision<MemberEvent> Policing(MemberCommand command) => command switch
    {
        Judge c => Reports?.Find(c.Subject) is { } made && made.IsAgreed != c.IsAgreed
            ? [new Judged(c.Subject, c.IsAgreed, made.IsAgreed)]
            : [],
        Suspect c => Suspecting(c),
        Clear c => Suspicions?.ByCase.ContainsKey(c.Case) == true
            ? [new Cleared(c.Case, c.IsKept && Suspicions.ByCase.Count == 1)] : [],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    // Whom others know already is not silenced by numbers.
    private Decision<MemberEvent> Suspecting(Suspect c)
    {
        var before = Suspicions ?? GatheredReports.None;
        if (!GatheredReports.IsSound(c.Case, c.Waiting, c.Reason, c.Rule)) return ReportedContent.Unsound;
        if (Trust > Communities.Trust.New || Role > Role.Member || !before.Takes(c.Case)) return [];
        var isPassed = !before.Passes(c.Threshold, Thresholds.ReportersMin)
            && before.With(c.Case, c.Waiting).Passes(c.Threshold, Thresholds.ReportersMin);
        return isPassed ? [new Suspected(c.Case, c.Waiting, isPassed, c.Reason, c.Rule)]
            : [new Suspected(c.Case, c.Waiting)];
    }

    private Member Policed(MemberEvent happened, Moment moment) => happened switch
    {
        Reported e => this with { Reports = (Reports ?? ReportHistory.Empty).With(e, moment.At) },
        Judged e => this with { Reports = Reports?.With(e) },
        Suspected e => this with { Suspicions = (Suspicions ?? GatheredReports.None).With(e.Case, e.Report) },
        Cleared e => this with { Suspicions = Suspicions?.Without(e.Case) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private static Refusal UnknownReason { get; } =
        new("report-reason.unknown", "That is none of this community's reasons.");
}

/// <content>Reports, and what comes of them.</content>
[JsonDerivedType(typeof(Report), "report"), JsonDerivedType(typeof(Judge), "judge")]
[JsonDerivedType(typeof(Suspect), "suspect"), JsonDerivedType(typeof(Clear), "clear")]
public abstract partial record MemberCommand
{
    /// <summary>Reports a subject to moderators.</summary>
    /// <param name="Subject">What.</param>
    /// <param name="Reason">The short name of one of the community's reasons.</param>
    /// <param name="Text">What the reporter says; needed for what is illegal.</param>
    /// <param name="Content">What is reported, as it is; the server finds it.</param>
    /// <param name="Settings">How the community moderates; the server finds it.</param>
    public sealed record Report(
        Subject Subject, string Reason, string? Text, ReportedContent Content, ModerationSettings Settings)
        : MemberCommand;

    /// <summary>The program only: moderators agreed with the member's report, or not; null for not decided.</summary>
    public sealed record Judge(Subject Subject, bool? IsAgreed) : MemberCommand;

    /// <summary>The program only: what the member wrote was reported.</summary>
    /// <param name="Case">The id of the case.</param>
    /// <param name="Waiting">By whom, and how much it weighs.</param>
    /// <param name="Threshold">The weight from which the member is silenced; 0 for never.</param>
    /// <param name="Reason">The short name of the report's reason.</param>
    /// <param name="Rule">The sentence that it stands for.</param>
    public sealed record Suspect(string Case, WaitingReport Waiting, int Threshold, string? Reason, string Rule)
        : MemberCommand;

    /// <summary>The program only: no report of this case waits any more; perhaps since it was kept.</summary>
    public sealed record Clear(string Case, bool IsKept = false) : MemberCommand;
}

/// <content>Reports, and what comes of them.</content>
[JsonDerivedType(typeof(Reported), "member.reported"), JsonDerivedType(typeof(Judged), "member.judged")]
[JsonDerivedType(typeof(Suspected), "member.suspected"), JsonDerivedType(typeof(Cleared), "member.cleared")]
public abstract partial record MemberEvent
{
    /// <summary>The member reported a subject to moderators.</summary>
    /// <param name="Subject">What.</param>
    /// <param name="Reason">The short name of the reason.</param>
    /// <param name="Rule">The sentence that it stands for.</param>
    /// <param name="Weight">What the report weighs.</param>
    /// <param name="Content">What was reported, as it was.</param>
    /// <param name="Thresholds">From when on reports do something by themselves there.</param>
    /// <param name="Text">What the reporter says.</param>
    /// <param name="IsIllegal">It goes to people at once, and does nothing by itself.</param>
    public sealed record Reported(
        Subject Subject, string Reason, string Rule, int Weight, ReportedContent Content, Thresholds Thresholds,
        string? Text = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsIllegal = false)
        : MemberEvent;

    /// <summary>Moderators agreed with the member's report, or not; null: not decided any more.</summary>
    public sealed record Judged(Subject Subject, bool? IsAgreed, bool? Before = null) : MemberEvent;

    /// <summary>What the member wrote was reported, and perhaps this passed the threshold.</summary>
    public sealed record Suspected(
        string Case, WaitingReport Report,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsPassed = false,
        string? Reason = null, string? Rule = null) : MemberEvent;

    /// <summary>No report of this case waits any more; perhaps it was kept, and the last one of all.</summary>
    public sealed record Cleared(
        string Case,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsCalm = false) : MemberEvent;
}
