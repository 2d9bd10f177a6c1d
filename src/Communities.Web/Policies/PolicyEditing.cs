using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.PolicyCommand;

namespace Communities.Web;

/// <summary>Policies as managers write them, and operators those of the site.</summary>
internal static class PolicyEditing
{
    public static void MapPolicyEditing(this IEndpointRouteBuilder pages)
    {
        foreach (var root in (string[])["/c/{community}/settings/policies/{policy}", "/operations/policies/{policy}"])
        {
            pages.MapGet(root, Read);
            pages.MapPost(root, Publish);
            pages.MapPost(root + "/drop", (
                string policy, IFormCollection form, HttpContext http, Asking ask, IViews views,
                CancellationToken ct) =>
                Change(policy, new DropDraft(), Notices.Saved, null, form, http, ask, views, ct));
            pages.MapPost(root + "/withdraw", (
                string policy, IFormCollection form, HttpContext http, Asking ask, IViews views,
                CancellationToken ct) => Change(
                    policy, new Withdraw(Typed.Number(form["version"]) ?? 0),
                    Notices.VersionWithdrawn, null, form, http, ask, views, ct));
        }
    }

    private static async Task<IResult> Read(string policy, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return reader.Caller.IsSignedIn
            ? await Show(policy, null, isPreview: false, reader, http, views, ct)
            : Web.Show.SignIn(reader);
    }

    private static Task<IResult> Publish(
        string policy, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var draft = PolicyDraft.Of(form);
        return form["act"].ToString() switch
        {
            "preview" => Show(policy, draft, isPreview: true, Reader.Of(http), http, views, ct),
            "draft" => Change(
                policy, new SaveDraft(draft.Text, draft.Summary), Notices.Draft, draft, form, http, ask, views, ct),
            _ => Change(policy, draft.Publish, Notices.Published, draft, form, http, ask, views, ct),
        };
    }

    private static async Task<IResult> Change(
        string policy, PolicyCommand command, string done, PolicyDraft? draft, IFormCollection form, HttpContext http,
        Asking ask, IViews views, CancellationToken ct)
    {
        if (!Policy.Names.Contains(policy)) return Web.Show.No(http, Policy.Missing);
        var place = CommunityOf(http) ?? Keys.Site;
        var answer = await ask.Ask(Keys.OfPolicy(place, policy), command, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await Show(policy, draft, isPreview: false, Reader.Of(http, no), http, views, ct)
            : Web.Show.Done(PolicyPaths.EditorOf(place, policy), ask.PositionOf(answer), done);
    }

    private static async Task<IResult> Show(
        string policy, PolicyDraft? draft, bool isPreview, Reader reader, HttpContext http, IViews views,
        CancellationToken ct)
    {
        if (await PolicyPlace.Of(reader.Caller, CommunityOf(http), ct) is not { } place)
            return Web.Show.No(http, Refusals.NoSuchCommunity);
        if (!Policy.Names.Contains(policy)) return Web.Show.No(http, Policy.Missing);
        if (!place.IsKept)
            return Web.Show.No(http, place.Place is null ? Refusals.OperatorsOnly : Refusals.ManagersOnly);
        var view = await views.Policy(place.Key, policy, place.Viewer, ct)
            ?? new PolicyView(place.Key, policy, [], null);
        var current = view.Current is { } now
            ? await views.PolicyText(place.Key, policy, now.Number, place.Viewer, ct) ?? ""
            : "";
        return Web.Show.Page<PolicyEditPage>(reader, new()
        {
            [nameof(PolicyEditPage.Policy)] = view,
            [nameof(PolicyEditPage.Place)] = place,
            [nameof(PolicyEditPage.Community)] = place.Place is null ? null
                : await views.Community(place.Key, place.Viewer, ct),
            [nameof(PolicyEditPage.Current)] = current,
            [nameof(PolicyEditPage.Draft)] = draft ?? PolicyDraft.Of(view.Draft, current),
            [nameof(PolicyEditPage.IsPreview)] = isPreview,
        });
    }

    private static string? CommunityOf(HttpContext http) => http.GetRouteValue("community") as string;
}
