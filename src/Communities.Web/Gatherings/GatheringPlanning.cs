using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.GatheringCommand;

namespace Communities.Web;

/// <summary>Gatherings as who plans them writes and changes them.</summary>
internal static class GatheringPlanning
{
    public static void MapGatheringPlanning(this IEndpointRouteBuilder pages)
    {
        var all = pages.MapGroup("/c/{community}/gatherings");
        all.MapGet("/new", New);
        all.MapPost("", Plan);
        all.MapGet("/{gathering}/edit", Edit);
        all.MapPost("/{gathering}/edit", Change);
    }

    /// <summary>Why its threads cannot be in this category, or null.</summary>
    internal static Refusal? CategoryFault(Place place, string? category) =>
        category is null || place.Community.Categories.Exists(one => one.Slug == category)
            ? null : Refusals.NoSuchCategory;

    /// <summary>Why these hosts cannot be, or null: each must be a member.</summary>
    internal static async ValueTask<Refusal?> HostFault(
        IActors actors, string community, IEnumerable<string> hosts, CancellationToken ct)
    {
        foreach (var host in hosts.Distinct().Take(GatheringPlan.HostsMax))
            if (!Keys.IsAccount(host)
                || (await actors.See<Member>(Keys.OfMember(community, host), ct)).Role == Role.None)
                return new Refusal("hosts.unknown", "The hosts of a gathering are members of its community.");
        return null;
    }

    private static async Task<IResult> New(
        string community, HttpContext http, IViews views, CancellationToken ct, string? like = null)
    {
        var reader = Reader.Of(http);
        var place = await reader.Caller.In(community, ct);
        if (!place.IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        if (!reader.Caller.IsSignedIn) return Show.SignIn(reader);
        if (!Gathering.MayPlan(place.Standing)) return Show.No(http, Refusals.TrustNeeded);
        var draft = Keys.IsThread(like) && await views.Gathering(community, like!, place.Viewer, ct) is { } model
            ? GatheringDraft.Of(model.Gathering).Again(reader.Now)
            : GatheringDraft.Empty(place.Community.Zone, reader.Now);
        return await ShowForm(reader, place, draft, null, views, ct);
    }

    private static async Task<IResult> Plan(
        string community, IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views,
        CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        var draft = GatheringDraft.Of(form);
        var (plan, wrinkle, no) = draft.Read();
        no ??= CategoryFault(place, plan!.Category) ?? await HostFault(actors, community, draft.HostNames, ct);
        var once = form[Asking.KeyField].ToString();
        var id = await ask.NewGathering(community, once, ct);
        var answer = no is not null
            ? null : await ask.Ask(Keys.OfGathering(community, id), new Plan(plan!), once, ct);
        if ((no ?? answer?.Refusal) is { } refusal)
            return Gathering.MayPlan(place.Standing)
                ? await ShowForm(Reader.Of(http, refusal), place, draft, null, views, ct)
                : Show.No(http, Refused(place, ask, refusal));
        return Show.Done(
            FoundGathering.PathOf(community, id), ask.PositionOf(answer!), Notices.Of(wrinkle, Notices.Planned));
    }

    private static async Task<IResult> Edit(
        string community, string gathering, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await FoundGathering.In(http, views, community, gathering, ct) is not { } found)
            return Show.No(http, Gathering.Missing);
        if (!found.Reader.Caller.IsSignedIn) return Show.SignIn(found.Reader);
        return found.Gathering.IsKept && found.Place.Standing.Is(Role.Member)
            ? await ShowForm(
                found.Reader, found.Place, GatheringDraft.Of(found.Gathering), found.Gathering, views, ct)
            : Show.No(http, Gathering.HostsOnly);
    }

    private static async Task<IResult> Change(
        string community, string gathering, IFormCollection form, HttpContext http, Asking ask, IActors actors,
        IViews views, CancellationToken ct)
    {
        if (await FoundGathering.In(http, views, community, gathering, ct) is not { } found)
            return Show.No(http, Gathering.Missing);
        var draft = GatheringDraft.Of(form);
        var (plan, wrinkle, no) = draft.Read();
        no ??= CategoryFault(found.Place, plan!.Category)
            ?? await HostFault(actors, community, draft.HostNames, ct);
        var answer = no is not null ? null : await ask.Ask(
            Keys.OfGathering(community, gathering), new Change(plan!), form[Asking.KeyField], ct);
        if ((no ?? answer?.Refusal) is { } refusal)
            return found.Gathering.IsKept
                ? await ShowForm(Reader.Of(http, refusal), found.Place, draft, found.Gathering, views, ct)
                : Show.No(http, Refused(found.Place, ask, refusal));
        return Show.Done(found.Path, ask.PositionOf(answer!), Notices.Of(wrinkle, Notices.Saved));
    }

    // Who may not plan at all is told so first, whatever the form holds.
    private static Refusal Refused(Place place, Asking ask, Refusal refusal) =>
        !ask.Caller.IsSignedIn || !place.Standing.Is(Role.Member) ? Refusals.MembersOnly
        : Gathering.MayPlan(place.Standing) ? refusal
        : refusal.Code.StartsWith("gathering.", StringComparison.Ordinal) ? refusal
        : Refusals.TrustNeeded;

    private static async ValueTask<IResult> ShowForm(
        Reader reader, Place place, GatheringDraft draft, GatheringView? gathering, IViews views,
        CancellationToken ct) =>
        await views.Community(place.Slug, place.Viewer, ct) is not { } community
            ? Results.NotFound()
            : Show.Page<GatheringEditPage>(reader, new()
            {
                [nameof(GatheringEditPage.Community)] = community,
                [nameof(GatheringEditPage.Place)] = place,
                [nameof(GatheringEditPage.Draft)] = draft,
                [nameof(GatheringEditPage.Gathering)] = gathering,
            });
}
