using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.CommunityCommand;

namespace Communities.Web;

/// <summary>A rule of automoderation; its short name stands in the address.</summary>
internal sealed record AutomodRuleBody(
    string Name, AutomodTest Test, AutomodAction Action, ImmutableArray<string>? Terms = null, int Number = 0,
    int Minutes = 0, AutomodScope? Whom = null, bool IsOn = false)
{
    public AutomodRule Of(string id) => new(
        id, Name, Test, Terms is { IsDefault: false } terms ? terms : [], Number, Minutes,
        Whom ?? AutomodScope.Everybody, Action, IsOn);
}

/// <summary>For how many hours what new members write is held; 0 ends it.</summary>
internal sealed record GuardBody(int Hours);

/// <summary>How many days to look back; and a rule in place of the one that is saved.</summary>
internal sealed record TrialBody(int Days = 30, AutomodRuleBody? Rule = null);

/// <summary>The rules of automoderation, and trying them on the past.</summary>
internal static class AutomodEndpoints
{
    public static void MapAutomodEndpoints(this RouteGroupBuilder api)
    {
        var automod = api.MapGroup("/communities/{community}/automod").WithTags("Moderation");
        automod.MapGet("/rules", List).WithName("ListAutomodRules").WithSummary("Its rules; for moderators.");
        automod.MapGet("/rules/{rule}", Read).WithName("ReadAutomodRule").WithSummary("One rule; for moderators.");
        automod.MapPut("/rules/{rule}", Set).WithName("SetAutomodRule")
            .WithSummary("Makes or changes a rule; for managers.");
        automod.MapDelete("/rules/{rule}", Remove).WithName("RemoveAutomodRule")
            .WithSummary("Removes a rule; for managers.");
        automod.MapGet("/rules/{rule}/blocks", Blocked).WithName("ReadRuleBlocks")
            .WithSummary("How often it kept something from being posted; for moderators, and for managers what.");
        automod.MapPost("/rules/{rule}/trial", Try).WithName("TryAutomodRule")
            .WithSummary("Begins to try a rule on the past, and takes the place of a trial of it; for moderators.");
        automod.MapGet("/rules/{rule}/trial", Trial).WithName("ReadTrial")
            .WithSummary("How trying it goes, or what came of it; for moderators.");
        automod.MapDelete("/rules/{rule}/trial", Stop).WithName("StopTrial")
            .WithSummary("Ends trying it; for moderators.");
        automod.MapPut("/guard", Guard).WithName("GuardCommunity")
            .WithSummary("Holds what new members write, for some hours; for moderators.");
    }

    private static async Task<Results<Ok<Page<AutomodRule>>, Problem>> List(
        string community, Caller caller, CancellationToken ct)
    {
        var (place, no) = await ForModerators(community, caller, ct);
        return no is null ? TypedResults.Ok(new Page<AutomodRule>(place.Community.AutomodRules, null)) : no;
    }

    private static async Task<Results<Ok<AutomodRule>, Problem>> Read(
        string community, string rule, Caller caller, CancellationToken ct)
    {
        var (place, no) = await ForModerators(community, caller, ct);
        return no is null ? caller.Found(Find(place, rule), Missing) : no;
    }

    private static async Task<Results<Ok<RuleBlocksView>, Problem>> Blocked(
        string community, string rule, Caller caller, IActors actors, Screener screener, TimeProvider time,
        CancellationToken ct)
    {
        var (place, no) = await ForModerators(community, caller, ct);
        if (no is not null) return no;
        return Find(place, rule) is null
            ? Problem.Of(Missing, caller)
            : TypedResults.Ok(RuleBlocksView.Of(
                await actors.See<Blocks>(community, ct), screener.Blocked, place, rule, time.GetUtcNow()));
    }

    private static async Task<Results<Ok<Changed>, Problem>> Set(
        string community, string rule, AutomodRuleBody body, Asking ask, CancellationToken ct) =>
        Patterns.SlowFault(body.Of(rule)) is { } slow
            ? Problem.Of(slow, ask.Caller)
            : await ask.Change(community, new SetAutomodRule(body.Of(rule)), ct);

    private static Task<Results<Ok<Changed>, Problem>> Remove(
        string community, string rule, Asking ask, CancellationToken ct) =>
        ask.Change(community, new RemoveAutomodRule(rule), ct);

    private static Task<Results<Ok<Changed>, Problem>> Guard(
        string community, GuardBody body, Asking ask, CancellationToken ct) =>
        ask.Change(community, new Guard(body.Hours), ct);

    private static async Task<Results<Ok<TrialView>, Problem>> Try(
        string community, string rule, TrialBody body, Caller caller, Trials trials, CancellationToken ct)
    {
        var (place, no) = await ForModerators(community, caller, ct);
        if (no is not null) return no;
        var tried = body.Rule?.Of(rule) ?? Find(place, rule);
        if (tried is null) return Problem.Of(Missing, caller);
        return (FaultOf(tried) ?? trials.Begin(community, tried, place.Community.Language, body.Days)) is { } fault
            ? Problem.Of(fault, caller)
            : TypedResults.Ok(trials.Of(community, rule)!);
    }

    private static async Task<Results<Ok<TrialView>, Problem>> Trial(
        string community, string rule, Caller caller, Trials trials, CancellationToken ct)
    {
        var (_, no) = await ForModerators(community, caller, ct);
        return no is null ? caller.Found(trials.Of(community, rule), Missing) : no;
    }

    private static async Task<Results<NoContent, Problem>> Stop(
        string community, string rule, Caller caller, Trials trials, CancellationToken ct)
    {
        var (_, no) = await ForModerators(community, caller, ct);
        if (no is not null) return no;
        trials.Stop(community, rule);
        return TypedResults.NoContent();
    }

    /// <summary>There is no such rule, or none that is being tried.</summary>
    public static Refusal Missing { get; } = new("rule.missing", "There is no such rule.");

    /// <summary>Why this rule cannot be, or null.</summary>
    public static Refusal? FaultOf(AutomodRule rule) => AutomodRules.Fault(rule) ?? Patterns.SlowFault(rule);

    /// <summary>The rule of this id, or null.</summary>
    public static AutomodRule? Find(Place place, string rule) =>
        place.Community.AutomodRules.Find(one => one.Id == rule);

    private static async Task<(Place Place, Problem? No)> ForModerators(
        string community, Caller caller, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return (place, place.RefusalBelow(Role.Moderator) is { } no ? Problem.Of(no, caller) : null);
    }
}
