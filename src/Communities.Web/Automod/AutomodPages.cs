using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
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
            Seen(community, http, Reader.Of(http), views, ListOf(http, Reader.Of(http), ct), ct));
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
        return Seen(community, http, reader, views, async (place, view) =>
        {
            // What was tried last may be another rule than the one that is saved: then it is what stands in the form.
            var saved = AutomodEndpoints.Find(place, rule);
            var trial = http.Request.Query.ContainsKey("trial") ? trials.Of(community, rule) : null;
            var shown = trial?.Rule ?? saved
                ?? (rule == New ? AutomodDraft.New(AutomodDraft.TestOf(http.Request.Query["test"])) : null);
            return shown is null
                ? Show.No(http, AutomodEndpoints.Missing)
                : await RuleOf(http, reader, place, view, shown, saved, trial, ct);
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
            : await Seen(community, http, Reader.Of(http, no), views, ListOf(http, Reader.Of(http, no), ct), ct);
    }

    private static Task<IResult> Refused(
        string community, string rule, AutomodRule draft, Refusal no, HttpContext http, IViews views,
        CancellationToken ct)
    {
        var reader = Reader.Of(http, no);
        return Seen(community, http, reader, views, (place, view) => RuleOf(
            http, reader, place, view, rule == New ? draft with { Id = "" } : draft,
            AutomodEndpoints.Find(place, rule), null, ct), ct);
    }

    private static Task<IResult> Denied(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http, Refusals.ManagersOnly);
        return Seen(community, http, reader, views, ListOf(http, reader, ct), ct);
    }

    // For moderators; a visitor may be one, and signs in first.
    private static async Task<IResult> Seen(
        string community, HttpContext http, Reader reader, IViews views,
        Func<Place, CommunityView, ValueTask<IResult>> show, CancellationToken ct)
    {
        if (!reader.Caller.IsSignedIn && HttpMethods.IsGet(http.Request.Method)) return Show.SignIn(reader);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return place.Standing.Is(Role.Moderator) ? await show(place, view) : Show.No(http, Refusals.ModeratorsOnly);
    }

    private static Func<Place, CommunityView, ValueTask<IResult>> ListOf(
        HttpContext http, Reader reader, CancellationToken ct) => async (place, view) =>
    {
        var blockedBy = await BlockedBy(http, reader, place, ct);
        return Show.Page<AutomodPage>(reader, new()
        {
            [nameof(AutomodPage.Community)] = view,
            [nameof(AutomodPage.Place)] = place,
            [nameof(AutomodPage.BlockedBy)] = blockedBy,
        });
    };

    private static async ValueTask<IResult> RuleOf(
        HttpContext http, Reader reader, Place place, CommunityView view, AutomodRule shown, AutomodRule? saved,
        TrialView? trial, CancellationToken ct)
    {
        var blocked = saved is null ? null : (await BlockedBy(http, reader, place, ct))(saved);
        var isShown = saved?.Action.Kind == AutomodActionKind.Block || blocked is { Month: > 0 };
        return Show.Page<AutomodRulePage>(reader, new()
        {
            [nameof(AutomodRulePage.Community)] = view,
            [nameof(AutomodRulePage.Place)] = place,
            [nameof(AutomodRulePage.Rule)] = shown,
            [nameof(AutomodRulePage.Saved)] = saved,
            [nameof(AutomodRulePage.Trial)] = trial,
            [nameof(AutomodRulePage.Blocked)] = isShown ? blocked : null,
        });
    }

    private static async ValueTask<Func<AutomodRule, RuleBlocksView>> BlockedBy(
        HttpContext http, Reader reader, Place place, CancellationToken ct)
    {
        var services = http.RequestServices;
        var told = await services.GetRequiredService<IActors>().See<Blocks>(place.Slug, ct);
        var blocked = services.GetRequiredService<Screener>().Blocked;
        return rule => RuleBlocksView.Of(told, blocked, place, rule.Id, reader.Now);
    }
}
