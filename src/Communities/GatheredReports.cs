using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>The reports that wait about several posts of one member, or of one thread, together.</summary>
/// <param name="ByCase">By the id of the case, its waiting reports.</param>
public sealed record GatheredReports(ImmutableSortedDictionary<string, ImmutableArray<WaitingReport>> ByCase)
{
    /// <summary>The most cases at a time; beyond it, one more changes nothing.</summary>
    public const int CasesMax = 50;

    /// <summary>None.</summary>
    public static GatheredReports None { get; } =
        new(ImmutableSortedDictionary<string, ImmutableArray<WaitingReport>>.Empty);

    /// <summary>What they weigh together.</summary>
    [JsonIgnore]
    public int Weight => All.Sum(report => report.Weight);

    /// <summary>How many different people made them.</summary>
    [JsonIgnore]
    public int Reporters => All.Select(report => report.By).Distinct(StringComparer.Ordinal).Count();

    private IEnumerable<WaitingReport> All => ByCase.Values.SelectMany(reports => reports);

    /// <summary>True for what the program can have found.</summary>
    internal static bool IsSound(string caseId, WaitingReport waiting, string? reason, string rule) =>
        Subject.Parse(caseId) is not null && Keys.IsAccount(waiting?.By) && (reason is null || Keys.IsTag(reason))
        && rule is not null && Text.LineFault("rule", rule, Text.LineMax, mayBeEmpty: true) is null;

    internal bool Takes(string caseId) => ByCase.ContainsKey(caseId) || ByCase.Count < CasesMax;

    internal bool Passes(int threshold, int reporters) =>
        threshold > 0 && Weight >= threshold && Reporters >= reporters;

    internal GatheredReports With(string caseId, WaitingReport report)
    {
        var reports = ByCase.GetValueOrDefault(caseId, []).RemoveAll(earlier => earlier.By == report.By);
        return reports.Length >= Case.WaitingMax ? this : new(ByCase.SetItem(caseId, reports.Add(report)));
    }

    // Null: nothing is left to remember.
    internal GatheredReports? Without(string caseId) =>
        ByCase.Remove(caseId) is { IsEmpty: false } left ? new(left) : null;
}
