using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

/// <content>How heated the thread is: what waits of reports about its posts.</content>
public sealed partial record Thread
{
    /// <summary>The reports that wait about its posts; null where there are none.</summary>
    public GatheredReports? Reports { get; init; }

    private Decision<ThreadEvent> Heating(ThreadCommand command) => command switch
    {
        Heat c when !GatheredReports.IsSound(c.Case, c.Waiting, c.Reason, c.Rule) => ReportedContent.Unsound,
        Heat c => (Reports ?? GatheredReports.None) is var before && !before.Takes(c.Case) ? []
            : IsSlowing(before, c)
                ? [new ThreadEvent.Heated(
                    c.Case, c.Waiting, IsPassed: true, Posts[0].Author, Category, c.Reason, c.Rule)]
            : [new ThreadEvent.Heated(c.Case, c.Waiting)],
        Cool c => Reports?.ByCase.ContainsKey(c.Case) == true
            ? [new Cooled(c.Case, c.IsKept && Reports.ByCase.Count == 1)] : [],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    // Once, when the threshold is passed; and not where it goes no faster already.
    private bool IsSlowing(GatheredReports before, Heat c) =>
        !IsClosed && SlowSeconds < Thresholds.SlowSeconds
        && !before.Passes(c.Threshold, Thresholds.SlowReportersMin)
        && before.With(c.Case, c.Waiting).Passes(c.Threshold, Thresholds.SlowReportersMin);

    private Thread Heating(ThreadEvent happened) => happened switch
    {
        ThreadEvent.Heated e => this with { Reports = (Reports ?? GatheredReports.None).With(e.Case, e.Report) },
        Cooled e => this with { Reports = Reports?.Without(e.Case) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    // A screening hears here where its moderators are.
    private Screening? Here(Screening? screening) =>
        screening is null ? null : screening with { Category = Category };
}

/// <content>What reports of its posts say of the thread.</content>
[JsonDerivedType(typeof(Heat), "heat"), JsonDerivedType(typeof(Cool), "cool")]
public abstract partial record ThreadCommand
{
    /// <summary>The program only: a post of the thread was reported.</summary>
    /// <param name="Case">The id of the case.</param>
    /// <param name="Waiting">By whom, and how much it weighs.</param>
    /// <param name="Threshold">The weight from which the thread is slowed; 0 for never.</param>
    /// <param name="Reason">The short name of the report's reason.</param>
    /// <param name="Rule">The sentence that it stands for.</param>
    public sealed record Heat(string Case, WaitingReport Waiting, int Threshold, string? Reason, string Rule)
        : ThreadCommand;

    /// <summary>The program only: no report of this case waits any more; perhaps since it was kept.</summary>
    public sealed record Cool(string Case, bool IsKept = false) : ThreadCommand;
}

/// <content>What reports of its posts say of the thread.</content>
[JsonDerivedType(typeof(Heated), "thread.heated"), JsonDerivedType(typeof(Cooled), "thread.cooled")]
public abstract partial record ThreadEvent
{
    /// <summary>A post of this author's thread was reported, and perhaps this passed the threshold.</summary>
    public sealed record Heated(
        string Case, WaitingReport Report,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsPassed = false,
        string? Author = null, string? Category = null, string? Reason = null, string? Rule = null) : ThreadEvent;

    /// <summary>No report of this case waits any more; perhaps it was kept, and the last one of all.</summary>
    public sealed record Cooled(
        string Case,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsCalm = false) : ThreadEvent;
}
