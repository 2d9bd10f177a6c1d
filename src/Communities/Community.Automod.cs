using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>The rules of automoderation, and the guard against a raid.</content>
public sealed partial record Community
{
    /// <summary>The longest that what new members write is held by one word, in hours: three days.</summary>
    public const int GuardHoursMax = 72;

    /// <summary>The rules of automoderation, in the order in which they were made.</summary>
    public ImmutableList<AutomodRule> AutomodRules { get; init; } = [];

    /// <summary>Until when whatever new members write is held; null where it is not.</summary>
    public DateTimeOffset? GuardedUntil { get; init; }

    /// <summary>True while whatever new members write is held.</summary>
    public bool IsGuardedAt(DateTimeOffset at) => at < GuardedUntil;

    private Decision<CommunityEvent> Guarding(Guard command, Turn turn) =>
        !turn.Standing.Is(Role.Moderator) ? Refusals.ModeratorsOnly
        : command.Hours is < 0 or > GuardHoursMax
            ? new Refusal("guard.range", $"New members can be held for {GuardHoursMax} hours at most.")
        : command.Hours == 0 ? IsGuardedAt(turn.At) ? [new Guarded(null)] : []
        : [new Guarded(turn.At.AddHours(command.Hours))];

    private Decision<CommunityEvent> Ruling(CommunityCommand command) => command switch
    {
        SetAutomodRule c when Communities.AutomodRules.Fault(c.Rule) is { } fault => fault,
        SetAutomodRule c when OthersThan(c.Rule) is var others => others.Count >= Communities.AutomodRules.Most
                ? new Refusal("rules.many", $"A community has {Communities.AutomodRules.Most} rules at most.")
            : others.Sum(rule => rule.Terms.Length) + c.Rule.Terms.Length > Communities.AutomodRules.TermsMax
                ? new Refusal(
                    "terms.many",
                    $"The rules of a community have {Communities.AutomodRules.TermsMax} words and domains at most.")
            : others.Append(c.Rule).Count(IsBacktracking) > Communities.AutomodRules.BacktrackingMax
                ? new Refusal(
                    "patterns.many",
                    $"{Communities.AutomodRules.BacktrackingMax} patterns at most may look ahead, back or repeat "
                    + "what they found.")
            : (Decision<CommunityEvent>)[new AutomodRuleSet(c.Rule)],
        RemoveAutomodRule c => AutomodRules.Exists(rule => rule.Id == c.Id) ? [new AutomodRuleRemoved(c.Id)] : [],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Community Ruled(CommunityEvent happened) => happened switch
    {
        AutomodRuleSet e => this with
        {
            AutomodRules = AutomodRules.FindIndex(rule => rule.Id == e.Rule.Id) is >= 0 and var at
                ? AutomodRules.SetItem(at, e.Rule)
                : AutomodRules.Add(e.Rule),
        },
        AutomodRuleRemoved e => this with { AutomodRules = AutomodRules.RemoveAll(rule => rule.Id == e.Id) },
        Guarded e => this with { GuardedUntil = e.Until },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private List<AutomodRule> OthersThan(AutomodRule rule) =>
        [.. AutomodRules.Where(other => other.Id != rule.Id)];

    private static bool IsBacktracking(AutomodRule rule) => rule.Test == AutomodTest.Pattern
        && !Communities.AutomodRules.Expression(rule.Terms[0]).Options.HasFlag(RegexOptions.NonBacktracking);
}

[JsonDerivedType(typeof(SetAutomodRule), "set-automod-rule")]
[JsonDerivedType(typeof(RemoveAutomodRule), "remove-automod-rule"), JsonDerivedType(typeof(Guard), "guard")]
public abstract partial record CommunityCommand
{
    /// <summary>Makes a rule of automoderation, or puts this in place of the rule of the same id.</summary>
    public sealed record SetAutomodRule(AutomodRule Rule) : CommunityCommand;

    /// <summary>Removes a rule of automoderation.</summary>
    public sealed record RemoveAutomodRule(string Id) : CommunityCommand;

    /// <summary>Moderators: whatever new members write is held for so many hours from now; 0: no longer.</summary>
    public sealed record Guard(int Hours) : CommunityCommand;
}

[JsonDerivedType(typeof(AutomodRuleSet), "community.automod-rule-set")]
[JsonDerivedType(typeof(AutomodRuleRemoved), "community.automod-rule-removed")]
[JsonDerivedType(typeof(Guarded), "community.guarded")]
public abstract partial record CommunityEvent
{
    /// <summary>The rule of this id is now this.</summary>
    public sealed record AutomodRuleSet(AutomodRule Rule) : CommunityEvent;

    /// <summary>There is no such rule any more.</summary>
    public sealed record AutomodRuleRemoved(string Id) : CommunityEvent;

    /// <summary>Whatever new members write is held until then; null: no longer.</summary>
    public sealed record Guarded(DateTimeOffset? Until) : CommunityEvent;
}
