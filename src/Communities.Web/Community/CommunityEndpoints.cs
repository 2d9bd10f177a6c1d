using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.CommunityCommand;

namespace Communities.Web;

/// <summary>A community to be founded.</summary>
/// <param name="Slug">Its short name: 2 to 40 small letters, digits and inner hyphens.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Summary">One line about it.</param>
/// <param name="Language">The language of its pages: en or fr.</param>
/// <param name="Visibility">Who sees it, and who may join it.</param>
/// <param name="FounderName">What its founder is called there; the account's name where it says nothing.</param>
internal sealed record FoundBody(
    string Slug,
    string Name,
    string? Summary = null,
    string Language = "en",
    Visibility Visibility = Visibility.Public,
    string? FounderName = null);

/// <summary>What a community is called, and who sees it.</summary>
internal sealed record SettingsBody(string Name, string? Summary, string Language, Visibility Visibility);

/// <summary>Which crawlers may read a community.</summary>
internal sealed record CrawlersBody(Crawlers Let);

/// <summary>Communities, and what they say of themselves.</summary>
internal static class CommunityEndpoints
{
    // As the actor says it, which cannot be asked under a key that is none.
    private static readonly Refusal MalformedSlug = new(
        "slug.malformed", "A community's short name is 2 to 40 small letters a–z, digits and inner hyphens.");

    public static void MapCommunityEndpoints(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/communities").WithTags("Communities");
        all.MapGet("", List).WithName("ListCommunities").WithMetadata(new CachedAttribute(Shows.Site))
            .WithSummary("Public communities and one's own, most members first.");
        all.MapPost("", Found).WithName("FoundCommunity").WithSummary("Founds a community; for who runs the site.");

        var one = all.MapGroup("/{community}");
        one.MapGet("", Read).WithName("ReadCommunity").WithMetadata(new CachedAttribute(Shows.Community))
            .WithSummary("One community, with its categories and counters.");
        one.MapGet("/rules", ReadRules).WithName("ReadRules").WithSummary("Its rules, in Markdown.");
        one.MapPut("/rules", SetRules).WithName("SetRules").WithSummary("Sets its rules; for managers.");
        one.MapGet("/settings", ReadSettings).WithName("ReadSettings")
            .WithSummary("Its name, summary, language and visibility.");
        one.MapPut("/settings", ChangeSettings).WithName("ChangeSettings").WithSummary("Changes them; for managers.");
        one.MapPut("/crawlers", SetCrawlers).WithName("SetCrawlers")
            .WithSummary("Says which crawlers may read it: search-engines, everybody or nobody; for managers.");
        one.MapGet("/tags", Tags).WithName("ListTags").WithMetadata(new CachedAttribute(Shows.Community))
            .WithSummary("Its tags, most used first.");
    }

    private static async Task<Ok<Page<CommunityView>>> List(Caller caller, IViews views, CancellationToken ct) =>
        TypedResults.Ok(new Page<CommunityView>(await views.Communities(caller.Account, ct), null));

    private static async Task<Results<Created<Changed>, Problem>> Found(
        FoundBody body, Asking ask, CancellationToken ct)
    {
        if (!Keys.IsCommunity(body.Slug))
            return Problem.Of(MalformedSlug, ask.Caller);
        var found = new Found(
            body.Name, body.Summary, body.Language, body.Visibility, body.FounderName ?? ask.Caller.Name);
        var answer = await ask.Ask(body.Slug, found, ct: ct);
        return answer.Refusal is { } no
            ? Problem.Of(no, ask.Caller)
            : TypedResults.Created($"{Api.Root}/communities/{body.Slug}", new Changed(ask.PositionOf(answer)));
    }

    private static async Task<Results<Ok<CommunityView>, Problem>> Read(
        string community, Caller caller, IViews views, CancellationToken ct) =>
        caller.Found(await View(community, caller, views, ct), Refusals.NoSuchCommunity);

    private static async Task<Results<Ok<TextBody>, Problem>> ReadRules(
        string community, Caller caller, IViews views, CancellationToken ct) => caller.Found(
            await View(community, caller, views, ct) is { } view ? new TextBody(view.Rules) : null,
            Refusals.NoSuchCommunity);

    private static Task<Results<Ok<Changed>, Problem>> SetRules(
        string community, TextBody body, Asking ask, CancellationToken ct) =>
        ask.Change(
            Keys.OfPolicy(community, Policy.Netiquette), new PolicyCommand.Publish(body.Text), ct);

    private static async Task<Results<Ok<SettingsBody>, Problem>> ReadSettings(
        string community, Caller caller, IViews views, CancellationToken ct) => caller.Found(
            await View(community, caller, views, ct) is { } view
                ? new SettingsBody(view.Name, view.Summary, view.Language, view.Visibility)
                : null,
            Refusals.NoSuchCommunity);

    private static Task<Results<Ok<Changed>, Problem>> ChangeSettings(
        string community, SettingsBody body, Asking ask, CancellationToken ct) => ask.Change(
            community, new ChangeSettings(body.Name, body.Summary, body.Language, body.Visibility), ct);

    private static Task<Results<Ok<Changed>, Problem>> SetCrawlers(
        string community, CrawlersBody body, Asking ask, CancellationToken ct) =>
        ask.Change(community, new SetCrawlers(body.Let), ct);

    private static async Task<Results<Ok<Page<TagView>>, Problem>> Tags(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? new Page<TagView>(await views.Tags(community, place.Viewer, ct), null) : null,
            Refusals.NoSuchCommunity);
    }

    private static async ValueTask<CommunityView?> View(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return place.IsSeen ? await views.Community(community, place.Viewer, ct) : null;
    }
}
