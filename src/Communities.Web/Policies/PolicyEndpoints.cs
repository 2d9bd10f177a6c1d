using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>A policy, and the text of one of its versions.</summary>
/// <param name="Name">netiquette or terms.</param>
/// <param name="Version">
/// The version whose text this is; 0 for a community's rules of before versions were counted.
/// </param>
/// <param name="Text">The whole of it, in Markdown; empty where there is none.</param>
/// <param name="Agreed">The version that who asks has agreed to; null for none, and for who takes no part.</param>
/// <param name="Versions">What was published, latest first.</param>
/// <param name="Draft">What managers are writing, shown to them alone.</param>
internal sealed record PolicyBody(
    string Name, int Version, string Text, Consent? Agreed, IReadOnlyList<PolicyVersionView> Versions,
    PolicyDraftView? Draft);

/// <summary>What is written at the next version.</summary>
internal sealed record PolicyDraftBody(string Text, string? Summary = null);

/// <summary>A version to be published.</summary>
/// <param name="Text">The whole of it, in Markdown; empty where there is to be none any more.</param>
/// <param name="Summary">What is new.</param>
/// <param name="EffectiveAt">When it comes into force; at once where it says nothing.</param>
/// <param name="AsksConsent">From then on only who has agreed to it writes.</param>
internal sealed record PolicyVersionBody(
    string Text, string? Summary = null, DateTimeOffset? EffectiveAt = null, bool AsksConsent = false);

/// <summary>The version that somebody agrees to.</summary>
internal sealed record ConsentBody(int Version);

/// <summary>Policies of communities and of the site.</summary>
internal static class PolicyEndpoints
{
    public static void MapPolicyEndpoints(this RouteGroupBuilder api)
    {
        Map(api.MapGroup("/communities/{community}/policies/{policy}"), "Community");
        Map(api.MapGroup("/policies/{policy}"), "Site");
    }

    // The same twice, for a community and for the site, which has no community in its address.
    private static void Map(RouteGroupBuilder policy, string of)
    {
        policy.WithTags("Policies");
        policy.MapGet("", Read).WithName($"Read{of}Policy")
            .WithSummary("netiquette or terms: the text in force, or that of ?version=, and all versions.");
        policy.MapPut("/draft", SaveDraft).WithName($"Draft{of}Policy").WithSummary("Keeps a draft; for managers.");
        policy.MapDelete("/draft", DropDraft).WithName($"Drop{of}PolicyDraft")
            .WithSummary("Throws the draft away; for managers.");
        policy.MapPost("/versions", Publish).WithName($"Publish{of}Policy")
            .WithSummary("Publishes a version, at once or from a time on; for managers.");
        policy.MapDelete("/versions/{version}", Withdraw).WithName($"Withdraw{of}Policy")
            .WithSummary("Takes back a version that is not in force yet; for managers.");
        policy.MapPost("/consent", Agree).WithName($"AgreeTo{of}Policy")
            .WithSummary("Agrees to the version in force, or the one that comes.");
    }

    private static async Task<Results<Ok<PolicyBody>, Problem>> Read(
        string policy, HttpContext http, Caller caller, IViews views, int? version, CancellationToken ct)
    {
        if (await PolicyPlace.Of(caller, CommunityOf(http), ct) is not { } place)
            return Problem.Of(Refusals.NoSuchCommunity, caller);
        if (!Policy.Names.Contains(policy)) return Problem.Of(Policy.Missing, caller);
        var view = await views.Policy(place.Key, policy, place.Viewer, ct);
        var number = version ?? view?.Current?.Number ?? view?.Coming?.Number;
        var text = number is null ? "" : await views.PolicyText(place.Key, policy, number.Value, place.Viewer, ct);
        if (text is null) return Problem.Of(Policy.NoSuchVersion, caller);
        var consents = place.Place is { } here ? here.Member.Consents : caller.Consents;
        return TypedResults.Ok(new PolicyBody(
            policy, number ?? 0, text, consents.GetValueOrDefault(policy), view?.Versions ?? [], view?.Draft));
    }

    private static Task<Results<Ok<Changed>, Problem>> SaveDraft(
        string policy, HttpContext http, PolicyDraftBody body, Asking ask, CancellationToken ct) =>
        Change(policy, http, new PolicyCommand.SaveDraft(body.Text, body.Summary), ask, ct);

    private static Task<Results<Ok<Changed>, Problem>> DropDraft(
        string policy, HttpContext http, Asking ask, CancellationToken ct) =>
        Change(policy, http, new PolicyCommand.DropDraft(), ask, ct);

    private static Task<Results<Ok<Changed>, Problem>> Publish(
        string policy, HttpContext http, PolicyVersionBody body, Asking ask, CancellationToken ct) => Change(
            policy, http, new PolicyCommand.Publish(body.Text, body.Summary, body.EffectiveAt, body.AsksConsent), ask,
            ct);

    private static Task<Results<Ok<Changed>, Problem>> Withdraw(
        string policy, int version, HttpContext http, Asking ask, CancellationToken ct) =>
        Change(policy, http, new PolicyCommand.Withdraw(version), ask, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Agree(
        string policy, HttpContext http, ConsentBody body, Asking ask, SitePolicies site, CancellationToken ct) =>
        ask.Changed(await ask.Agree(CommunityOf(http), policy, body.Version, site, null, ct));

    private static Task<Results<Ok<Changed>, Problem>> Change(
        string policy, HttpContext http, PolicyCommand command, Asking ask, CancellationToken ct) =>
        Policy.Names.Contains(policy)
            ? ask.Change(Keys.OfPolicy(CommunityOf(http) ?? Keys.Site, policy), command, ct)
            : Task.FromResult<Results<Ok<Changed>, Problem>>(Problem.Of(Policy.Missing, ask.Caller));

    private static string? CommunityOf(HttpContext http) => http.GetRouteValue("community") as string;
}
