using System.Collections.Immutable;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities.Tests;

/// <summary>The rules of automoderation that a community keeps, and its guard.</summary>
public sealed class CommunityAutomodTests
{
    private static readonly Founded Begun = new("Devs", null, "fr", Visibility.Public, "Max");

    private static readonly AutomodRule Rule = AutomodTests.Rule(AutomodTest.Words, ["spam"]);

    [Fact]
    public void A_manager_makes_changes_and_removes_a_rule()
    {
        Spec.Community(Begun).When(new SetAutomodRule(Rule), "max", Role.Manager).Then(new AutomodRuleSet(Rule));
        Spec.Community(Begun).When(new SetAutomodRule(Rule), "mo", Role.Moderator).Refused("manager.needed");
        var with = Spec.Community(Begun, new AutomodRuleSet(Rule), new AutomodRuleSet(Rule with { Name = "Two" }));
        Assert.Equal("Two", Assert.Single(with.State.AutomodRules).Name);
        with.When(new RemoveAutomodRule("rule"), "max", Role.Manager).Then(new AutomodRuleRemoved("rule"));
        with.When(new RemoveAutomodRule("none"), "max", Role.Manager).Then();
        var without = Spec.Community(Begun, new AutomodRuleSet(Rule), new AutomodRuleRemoved("rule"));
        Assert.Empty(without.State.AutomodRules);
    }

    [Fact]
    public void A_community_knows_its_language() => Assert.Equal("fr", Spec.Community(Begun).State.Language);

    [Fact]
    public void Rules_and_their_words_are_so_many_at_most()
    {
        var full = Spec.Community([Begun, .. Enumerable.Range(0, AutomodRules.Most)
            .Select(n => new AutomodRuleSet(Rule with { Id = $"rule-{n}" }))]);
        full.When(new SetAutomodRule(Rule), "max", Role.Manager).Refused("rules.many");
        full.When(new SetAutomodRule(Rule with { Id = "rule-7" }), "max", Role.Manager)
            .Then(new AutomodRuleSet(Rule with { Id = "rule-7" }));
        ImmutableArray<string> words = [.. Enumerable.Range(0, AutomodRules.TermsMax).Select(n => $"word{n}")];
        var wordy = Spec.Community(Begun, new AutomodRuleSet(Rule with { Id = "other", Terms = words }));
        wordy.When(new SetAutomodRule(Rule), "max", Role.Manager).Refused("terms.many");
    }

    [Fact]
    public void Few_patterns_may_go_back()
    {
        var back = AutomodTests.Rule(AutomodTest.Pattern, [@"(\w)\1\1"]);
        var some = Spec.Community([Begun, .. Enumerable.Range(0, AutomodRules.BacktrackingMax)
            .Select(n => new AutomodRuleSet(back with { Id = $"rule-{n}" }))]);
        some.When(new SetAutomodRule(back), "max", Role.Manager).Refused("patterns.many");
        var plain = back with { Terms = [@"\w{9}"] };
        some.When(new SetAutomodRule(plain), "max", Role.Manager).Then(new AutomodRuleSet(plain));
    }

    public static TheoryData<string, AutomodRule> Faulty => new()
    {
        { "rule.malformed", Rule with { Id = "No!" } },
        { "rule.malformed", Rule with { Id = AutomodRules.GuardId } },
        { "name.empty", Rule with { Name = " " } },
        { "terms.empty", Rule with { Terms = [] } },
        { "terms.exists", Rule with { Terms = ["a", "a"] } },
        { "word.long", Rule with { Terms = [new string('a', AutomodRules.TermMax + 1)] } },
        { "word.malformed", Rule with { Terms = ["*"] } },
        { "pattern.malformed", Rule with { Test = AutomodTest.Pattern, Terms = ["("] } },
        { "domain.malformed", Rule with { Test = AutomodTest.Links, Number = 1, Terms = ["https://a.example"] } },
        { "number.range", Rule with { Test = AutomodTest.Links, Terms = ["a.example"] } },
        { "minutes.range", Rule with { Test = AutomodTest.Rate, Terms = [], Number = 3 } },
        { "minutes.range", Rule with { Minutes = 3 } },
        { "tongue.unknown", Rule with { Test = AutomodTest.Language, Terms = ["xx"] } },
        { "whom.empty", Rule with { Test = AutomodTest.Any, Terms = [] } },
        { "spared.range", Rule with { Whom = new(SparedTrust: 5) } },
        { "tag.malformed", Rule with { Action = new(AutomodActionKind.Tag, "No tag") } },
        { "silence.range", Rule with { Action = new(AutomodActionKind.Silence) } },
        { "replacement.unknown", Rule with { Test = AutomodTest.Score, Terms = [], Number = 9,
            Action = new(AutomodActionKind.Replace, "x") } },
    };

    [Theory, MemberData(nameof(Faulty))]
    public void A_rule_that_makes_no_sense_is_refused(string code, AutomodRule rule) =>
        Spec.Community(Begun).When(new SetAutomodRule(rule), "max", Role.Manager).Refused(code);

    [Fact]
    public void A_moderator_guards_the_community_for_a_time()
    {
        Spec.Community(Begun).When(new Guard(6), "mo", Role.Moderator).Then(new Guarded(Spec.Start.AddHours(6)));
        Spec.Community(Begun).When(new Guard(6), "ann").Refused("moderator.needed");
        Spec.Community(Begun).When(new Guard(73), "mo", Role.Moderator).Refused("guard.range");
        Spec.Community(Begun).When(new Guard(0), "mo", Role.Moderator).Then();
        var guarded = Spec.Community(Begun, new Guarded(Spec.Start.AddHours(6)));
        guarded.When(new Guard(0), "mo", Role.Moderator).Then(new Guarded(null));
        Assert.True(guarded.State.IsGuardedAt(Spec.Start.AddHours(5)));
        Assert.False(guarded.State.IsGuardedAt(Spec.Start.AddHours(6)));
    }
}
