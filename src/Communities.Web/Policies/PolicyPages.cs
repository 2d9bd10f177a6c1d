using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Policies as everybody reads them, version by version, and the page on which one agrees to them.</summary>
internal static class PolicyPages
{
    public static void MapPolicyPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/policies/{policy}", Read);
        pages.MapGet("/policies/{policy}", Read);
        pages.MapGet("/consent", ReadConsent);
        pages.MapPost("/consent", Agree);
        pages.MapPolicyEditing();
    }

    private static async Task<IResult> Read(
        string policy, int? version, int? against, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (await PolicyPlace.Of(reader.Caller, http.GetRouteValue("community") as string, ct) is not { } place)
            return Show.No(http, Refusals.NoSuchCommunity);
        if (!Policy.Names.Contains(policy)) return Show.No(http, Policy.Missing);
        var view = await views.Policy(place.Key, policy, place.Viewer, ct)
            ?? new PolicyView(place.Key, policy, [], null);
        var shown = version is { } number ? view.Of(number) : view.Current ?? view.Coming;
        if (version is not null && shown is null) return Show.No(http, Policy.NoSuchVersion);
        var before = against is { } earlier ? view.Of(earlier) : null;
        if (against is not null && before is null) return Show.No(http, Policy.NoSuchVersion);
        return Show.Page<PolicyPage>(reader, new()
        {
            [nameof(PolicyPage.Policy)] = view,
            [nameof(PolicyPage.Place)] = place,
            [nameof(PolicyPage.Community)] = place.Place is null ? null
                : await views.Community(place.Key, place.Viewer, ct),
            [nameof(PolicyPage.Shown)] = shown,
            [nameof(PolicyPage.Body)] = await TextOf(shown),
            [nameof(PolicyPage.Against)] = before,
            [nameof(PolicyPage.Before)] = await TextOf(before),
        });

        async ValueTask<string> TextOf(PolicyVersionView? of) => of is null ? ""
            : await views.PolicyText(place.Key, policy, of.Number, place.Viewer, ct) ?? "";
    }

    private static Task<IResult> ReadConsent(
        string? community, string? back, HttpContext http, IViews views, CancellationToken ct) =>
        ShowConsent(Reader.Of(http), community, Show.Local(back), http, views, ct);

    private static async Task<IResult> ShowConsent(
        Reader reader, string? community, string back, HttpContext http, IViews views, CancellationToken ct)
    {
        if (reader.Caller.Account is not { } account) return Show.SignIn(reader);
        var places = new List<Place>();
        foreach (var slug in community is not null ? [community]
                 : (await views.Memberships(account, ct)).Select(membership => membership.Community))
        {
            var place = await reader.Caller.In(slug, ct);
            if (place.IsSeen) places.Add(place);
            else if (community is not null) return Show.No(http, Refusals.NoSuchCommunity);
        }

        // What the site asks is asked once, wherever it keeps from writing.
        var asked = new List<ConsentAsked>();
        foreach (var one in places.SelectMany(place => place.Owing.Now.Concat(place.Owing.Soon)).Distinct())
        {
            var viewer = places.Find(place => place.Slug == one.Place)?.Viewer ?? Viewer.Visitor;
            asked.Add(new ConsentAsked(
                one,
                one.Place == Keys.Site ? null : (await views.Community(one.Place, viewer, ct))?.Name,
                (await views.Policy(one.Place, one.Name, viewer, ct))?.Of(one.Version)?.Summary ?? "",
                await views.PolicyText(one.Place, one.Name, one.Version, viewer, ct) ?? ""));
        }

        return Show.Page<ConsentPage>(reader, new()
        {
            [nameof(ConsentPage.Asked)] = asked,
            [nameof(ConsentPage.Community)] = community,
            [nameof(ConsentPage.Back)] = back,
        });
    }

    private static async Task<IResult> Agree(
        IFormCollection form, HttpContext http, Asking ask, SitePolicies site, IViews views, CancellationToken ct)
    {
        var (community, back) = (Said(form["community"]), Show.Local(form["back"]));
        var place = Said(form["place"]);
        var answer = await ask.Agree(
            place == Keys.Site ? null : place, form["policy"].ToString(),
            Typed.Number(form["version"]) ?? 0, site,
            $"{form[Asking.KeyField]}/{place}/{form["policy"]}", ct);
        if (answer.Refusal is { } no)
            return ask.Caller.IsSignedIn
                ? await ShowConsent(Reader.Of(http, no), community, back, http, views, ct)
                : Show.No(http, no);
        var query = community is null ? "" : $"community={Uri.EscapeDataString(community)}&";
        return Show.Done(
            $"/consent?{query}back={Uri.EscapeDataString(back)}", ask.PositionOf(answer), Notices.Agreed);
    }

    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>A version that the reader is asked to agree to, with what it says.</summary>
/// <param name="What">Which.</param>
/// <param name="Community">The name of the community; null for the site.</param>
/// <param name="Summary">What is new in it.</param>
/// <param name="Text">The whole of it, in Markdown.</param>
public sealed record ConsentAsked(AskedConsent What, string? Community, string Summary, string Text);
