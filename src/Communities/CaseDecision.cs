using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What a case remembers of one of its decisions.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="By">The moderator; empty where a threshold or a rule did it.</param>
/// <param name="At">When.</param>
/// <param name="Origin">How it came about.</param>
/// <param name="Measures">What it did.</param>
/// <param name="Author">Whom it concerns; empty where the account is gone.</param>
/// <param name="Reports">The reports that it answered.</param>
/// <param name="Replaces">The decisions that stood until then.</param>
/// <param name="End">Whether it stands.</param>
/// <param name="Appeal">How far an appeal has come.</param>
/// <param name="WasHeld">It let a post be seen that automoderation held.</param>
public sealed record CaseDecision(
    int Number,
    string By,
    DateTimeOffset At,
    DecisionOrigin Origin,
    ImmutableArray<Measure> Measures,
    string Author,
    ImmutableArray<WaitingReport> Reports,
    ImmutableArray<ReplacedDecision> Replaces,
    DecisionEnd End = DecisionEnd.None,
    AppealState Appeal = AppealState.None,
    bool WasHeld = false)
{
    /// <summary>True while it has its effects.</summary>
    [JsonIgnore]
    public bool Stands => End == DecisionEnd.None;

    /// <summary>What it did to the content: hidden, removed, erased; null for nothing.</summary>
    [JsonIgnore]
    public Removal? Withheld => WithheldBy(Measures);

    internal ReplacedDecision AsReplaced => new(Number, Origin, Measures);

    /// <summary>What these measures do to the content; null for nothing.</summary>
    public static Removal? WithheldBy(ImmutableArray<Measure> measures)
    {
        foreach (var measure in measures)
            if (measure.Withholds is { } how) return how;
        return null;
    }
}

/// <summary>A decision that another one takes the place of.</summary>
/// <param name="Number">Which.</param>
/// <param name="Origin">How it had come about.</param>
/// <param name="Measures">What it had done.</param>
public sealed record ReplacedDecision(int Number, DecisionOrigin Origin, ImmutableArray<Measure> Measures)
{
    internal bool Has(MeasureKind kind) => Measures.Any(measure => measure.Kind == kind);
}

/// <summary>A report that waits for a decision, or was answered by one.</summary>
/// <param name="By">The reporter; empty for automoderation.</param>
/// <param name="Weight">What it weighs.</param>
/// <param name="IsIllegal">It does nothing by itself.</param>
public sealed record WaitingReport(
    [property: JsonConverter(typeof(NameConverter))] string By,
    int Weight,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsIllegal = false);

/// <summary>How a decision came about.</summary>
public enum DecisionOrigin
{
    /// <summary>A moderator decided the case.</summary>
    Case = 0,

    /// <summary>Reports passed a threshold, or a rule of automoderation said so: until somebody decides.</summary>
    Automatic = 1,

    /// <summary>A moderator removed the post, or brought it back, where it stands.</summary>
    Direct = 2,
}

/// <summary>Whether a decision stands.</summary>
public enum DecisionEnd
{
    /// <summary>It does.</summary>
    None = 0,

    /// <summary>Another decision took its place.</summary>
    Replaced = 1,

    /// <summary>A moderator took it back.</summary>
    Undone = 2,

    /// <summary>An appeal showed that it was wrong.</summary>
    Overturned = 3,
}

/// <summary>How far an appeal has come.</summary>
public enum AppealState
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>It waits for an answer.</summary>
    Waiting = 1,

    /// <summary>It was answered: the decision stands.</summary>
    Upheld = 2,

    /// <summary>It was answered: the decision was wrong.</summary>
    Overturned = 3,
}

/// <summary>How far a case has come.</summary>
public enum CaseStatus
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Something waits: a report, what the program did by itself, a changed post, an appeal.</summary>
    Open = 1,

    /// <summary>Nothing waits.</summary>
    Resolved = 2,
}
