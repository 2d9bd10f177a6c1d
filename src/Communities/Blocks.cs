using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.BlocksCommand;
using static Communities.BlocksEvent;

namespace Communities;

/// <summary>
/// How often the rules of automoderation of a community kept something from being posted: by rule and day (UTC), over
/// the last days. What it was, and who wrote it, is not known here: it was never posted.
/// </summary>
public sealed record Blocks : IActor<Blocks, BlocksCommand, BlocksEvent>
{
    /// <summary>Over how many days is counted, today among them: as far back as a rule is tried by default.</summary>
    public const int DaysMax = 30;

    /// <inheritdoc/>
    public static string Kind => "blocks";

    /// <inheritdoc/>
    public static Blocks Initial { get; } = new();

    /// <summary>What was counted, the oldest day first.</summary>
    public ImmutableArray<DailyBlocks> Days { get; init; } = [];

    /// <inheritdoc/>
    public Decision<BlocksEvent> Decide(BlocksCommand command, Turn turn) => command switch
    {
        _ when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Count c when c.Rules.IsDefaultOrEmpty || c.Rules.Length > AutomodRules.Most
            || c.Rules.Any(one => one.Count < 1 || !Keys.IsTag(one.Rule)) => Refusals.ProgramOnly,
        Count c => [new Counted(c.Rules)],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Blocks Apply(BlocksEvent happened, Moment moment) => happened switch
    {
        Counted e => On(DaySet.DayOf(moment.At), e.Rules),
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    /// <summary>How often this rule did in so many days up to this time, at most <see cref="DaysMax"/>.</summary>
    public int Of(string rule, int days, DateTimeOffset at) =>
        Days.Where(one => one.Rule == rule && one.Day > DaySet.DayOf(at) - days).Sum(one => one.Count);

    private Blocks On(int day, ImmutableArray<RuleBlocks> rules)
    {
        var (others, today) = (Days.Where(one => one.Day > day - DaysMax && one.Day != day),
            Days.Where(one => one.Day == day).ToDictionary(one => one.Rule, one => one.Count));
        foreach (var (rule, count) in rules)
            today[rule] = (int)Math.Min(int.MaxValue, (long)today.GetValueOrDefault(rule) + count);
        return this with
        {
            Days =
            [
                .. others.Concat(today.Select(one => new DailyBlocks(day, one.Key, one.Value)))
                    .OrderBy(one => one.Day).ThenBy(one => one.Rule, StringComparer.Ordinal),
            ],
        };
    }
}

/// <summary>How often a rule kept something from being posted.</summary>
/// <param name="Rule">The rule's short name.</param>
/// <param name="Count">How often.</param>
public readonly record struct RuleBlocks(string Rule, int Count);

/// <summary>How often a rule kept something from being posted on a day.</summary>
/// <param name="Day">The day, as days since 1970 (UTC).</param>
/// <param name="Rule">The rule's short name.</param>
/// <param name="Count">How often.</param>
public readonly record struct DailyBlocks(int Day, string Rule, int Count);

/// <summary>What the count of blocks can be asked.</summary>
[JsonDerivedType(typeof(Count), "count")]
public abstract record BlocksCommand : ICommand<Blocks>
{
    /// <summary>The program only: rules have kept this much more from being posted.</summary>
    public sealed record Count(ImmutableArray<RuleBlocks> Rules) : BlocksCommand;
}

/// <summary>What happens to the count of blocks.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Counted), "blocks.counted")]
public abstract record BlocksEvent
{
    /// <summary>Rules kept this much more from being posted, in about the last minute.</summary>
    public sealed record Counted(ImmutableArray<RuleBlocks> Rules) : BlocksEvent;
}
