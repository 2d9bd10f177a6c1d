using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.CommunityCommand;

namespace Communities.Web;

/// <summary>The pages of automoderation: its rules, one rule with its trial, and the guard against a raid.</summary>
internal static class AutomodPages
{
    private const string New = "new";

    public static void MapAutomodPages(this IEndpointRouteBuilder pages)
    {
        var automod = pages.MapGroup("/c/{community}/moderation/automod");
        automod.MapGet("", (string community, HttpContext http, IViews views, CancellationToken ct) =>
            Seen(community, http, Reader.Of(http), views, (place, view) => ListOf(Reader.Of(http), place, view), ct));
        automod.MapPost("/guard", Guard);
        automod.MapGet("/{rule}", Read);
        automod.MapPost("/{rule}", Save);
        automod.MapPost("/{rule}/switch", Switch);
        automod.MapPost("/{rule}/remove", Remove);
        automod.MapPost("/{rule}/trial", Try);
        automod.MapPost("/{rule}/stop", Stop);
    }

    private static async Task<IResult> Guard(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var hours = Typed.Number(form["hours"]) ?? -1;
        return await Done(community, new Guard(hours), form, http, ask, views, ct);
    }

    private static Task<IResult> Read(
        string community, string rule, HttpContext http, IViews views, Trials trials, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return Seen(community, http, reader, views, (place, view) =>
        {
            // What was tried last may be another rule than the one that is saved: then it is what stands in the form.
            var saved = AutomodEndpoints.Find(place, rule);
            var trial = http.Request.Query.ContainsKey("trial") ? trials.Of(community, rule) : null;
            var shown = trial?.Rule ?? saved
                ?? (rule == New ? AutomodDraft.New(AutomodDraft.TestOf(http.Request.Query["test"])) : null);
            return shown is null
                ? Show.No(http, AutomodEndpoints.Missing)
                : RuleOf(reader, place, view, shown, saved, trial);
        }, ct);
    }

    private static async Task<IResult> Save(
        string community, string rule, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        var draft = AutomodDraft.Of(form, rule == New ? null : rule);
        var refusal = !place.Standing.Is(Role.Manager) ? null
            : rule == New && AutomodEndpoints.Find(place, draft.Id) is not null
                ? new Refusal("rule.exists", "There is a rule of that name already.")
            : Patterns.SlowFault(draft);
        var answer = refusal is null ? await ask.Ask(community, new SetAutomodRule(draft), form[Asking.KeyField], ct)
            : null;
        return (refusal ?? answer?.Refusal) is { } no
            ? await Refused(community, rule, draft, no, http, views, ct)
            : Show.Done($"/c/{community}/moderation/automod", ask.PositionOf(answer!), Notices.Saved);
    }

    private static async Task<IResult> Switch(
        string community, string rule, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.Standing.Is(Role.Manager)) return await Denied(community, http, views, ct);
        return AutomodEndpoints.Find(place, rule) is not { } saved
            ? Show.No(http, AutomodEndpoints.Missing)
            : await Done(
                community, new SetAutomodRule(saved with { IsOn = form["on"] == "on" }), form, http, ask, views, ct);
    }

    private static Task<IResult> Remove(
        string community, string rule, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct) => Done(community, new RemoveAutomodRule(rule), form, http, ask, views, ct);

    private static async Task<IResult> Try(
        string community, string rule, IFormCollection form, HttpContext http, IViews views, Trials trials,
        CancellationToken ct)
    {
        var place = await Caller.Of(http).In(community, ct);
        if (!place.IsSeen || !place.Standing.Is(Role.Moderator)) return await Denied(community, http, views, ct);
        var draft = AutomodDraft.Of(form, rule == New ? null : rule);
        var days = Typed.Number(form["days"]) ?? 0;
        return (AutomodEndpoints.FaultOf(draft) ?? trials.Begin(community, draft, place.Community.Language, days))
            is { } no
            ? await Refused(community, rule, draft, no, http, views, ct)
            : Show.Done($"/c/{community}/moderation/automod/{draft.Id}?trial={days}#trial");
    }

    private static async Task<IResult> Stop(
        string community, string rule, HttpContext http, IViews views, Trials trials, CancellationToken ct)
    {
        var place = await Caller.Of(http).In(community, ct);
        if (!place.IsSeen || !place.Standing.Is(Role.Moderator)) return await Denied(community, http, views, ct);
        trials.Stop(community, rule);
        return Show.Done($"/c/{community}/moderation/automod/{rule}?trial=stopped#trial");
    }

    private static async Task<IResult> Done(
        string community, CommunityCommand command, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var answer = await ask.Ask(community, command, form[Asking.KeyField], ct);
        return answer.Refusal is not { } no
            ? Show.Done($"/c/{community}/moderation/automod", ask.PositionOf(answer), Notices.Saved)
            : await Seen(community, http, Reader.Of(http, no), views,
                (place, view) => ListOf(Reader.Of(http, no), place, view), ct);
    }

    private static Task<IResult> Refused(
        string community, string rule, AutomodRule draft, Refusal no, HttpContext http, IViews views,
        CancellationToken ct)
    {
        var reader = Reader.Of(http, no);
        return Seen(community, http, reader, views, (place, view) => RuleOf(
            reader, place, view, rule == New ? draft with { Id = "" } : draft, AutomodEndpoints.Find(place, rule),
            null), ct);
    }

    private static Task<IResult> Denied(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http, Refusals.ManagersOnly);
        return Seen(community, http, reader, views, (place, view) => ListOf(reader, place, view), ct);
    }

    // For moderators; a visitor may be one, and signs in first.
    private static async Task<IResult> Seen(
        string community, HttpContext http, Reader reader, IViews views, Func<Place, CommunityView, IResult> show,
        CancellationToken ct)
    {
        if (!reader.Caller.IsSignedIn && HttpMethods.IsGet(http.Request.Method)) return Show.SignIn(reader);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return place.Standing.Is(Role.Moderator) ? show(place, view) : Show.No(http, Refusals.ModeratorsOnly);
    }

    private static IResult ListOf(Reader reader, Place place, CommunityView view) => Show.Page<AutomodPage>(
        reader, new() { [nameof(AutomodPage.Community)] = view, [nameof(AutomodPage.Place)] = place });

    private static IResult RuleOf(
        Reader reader, Place place, CommunityView view, AutomodRule shown, AutomodRule? saved, TrialView? trial) =>
        Show.Page<AutomodRulePage>(reader, new()
        {
            [nameof(AutomodRulePage.Community)] = view,
            [nameof(AutomodRulePage.Place)] = place,
            [nameof(AutomodRulePage.Rule)] = shown,
            [nameof(AutomodRulePage.Saved)] = saved,
            [nameof(AutomodRulePage.Trial)] = trial,
        });
}
