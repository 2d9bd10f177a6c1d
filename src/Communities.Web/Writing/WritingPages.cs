using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What helps people to write: previews, threads about the same, drafts, and where a name leads.</summary>
internal static class WritingPages
{
    public static void MapWritingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/preview", Preview);
        pages.MapGet("/drafts", List);
        var community = pages.MapGroup("/c/{community}");
        community.MapGet("/@{name}", Called);
        community.MapGet("/similar", Similar);
        community.MapPost("/drafts/discard", (
            string community, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct) =>
            Change(community, new DraftsCommand.Discard(form["place"].ToString()), http, ask, ct));
        community.MapPost("/drafts/settle", (
            string community, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct) =>
            Change(community, new DraftsCommand.Settle(form["place"].ToString()), http, ask, ct));
        community.MapPost("/drafts/swap", Swap);
    }

    private static IResult Preview(IFormCollection form, Caller caller)
    {
        var community = form["community"].ToString();
        return caller.IsSignedIn
            ? Results.Text(
                Markup.Html(form["text"].ToString(), Keys.IsCommunity(community) ? community : null).Value, "text/html")
            : Results.Unauthorized();
    }

    // A text calls a name; who has it is known only here.
    private static async Task<IResult> Called(
        string community, string name, HttpContext http, IViews views, CancellationToken ct)
    {
        var place = await Caller.Of(http).In(community, ct);
        if (!place.IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        return Keys.IsAccount(name) && await views.Member(community, name, place.Viewer, ct) is not null
            ? Results.LocalRedirect($"/c/{community}/members/{name}")
            : Keys.IsAccount(name) && await views.Group(community, name, place.Viewer, ct) is not null
            ? Results.LocalRedirect($"/c/{community}/groups/{name}")
            : Show.No(http, new Refusal("account.missing", "There is no such account."));
    }

    private static async Task<IResult> Similar(
        string community, HttpContext http, IViews views, CancellationToken ct, string? title = null,
        string? text = null)
    {
        var reader = Reader.Of(http);
        var place = await reader.Caller.In(community, ct);
        return place.IsSeen
            ? Show.Page<SimilarPart>(reader, new()
            {
                [nameof(SimilarPart.Community)] = community,
                [nameof(SimilarPart.Threads)] = await views.Similar(
                    community, title ?? "", text, place.Viewer, ct),
            })
            : Show.No(http, Refusals.NoSuchCommunity);
    }

    private static async Task<IResult> List(HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return reader.Caller.Account is { } account
            ? Show.Page<DraftsPage>(reader, new()
            {
                [nameof(DraftsPage.Drafts)] = await views.Drafts(account, ct: ct),
                [nameof(DraftsPage.Memberships)] = await views.Memberships(account, ct),
            })
            : Show.SignIn(reader);
    }

    private static async Task<IResult> Change(
        string community, DraftsCommand command, HttpContext http, Asking ask, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        var answer = await ask.Ask(Keys.OfMember(community, account), command, ct: ct);
        return answer.Refusal is { } no ? Show.No(http, no) : Show.Done("/drafts", ask.PositionOf(answer));
    }

    // What another device wrote takes the place of the present text, which is then the one kept beside it.
    private static async Task<IResult> Swap(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        if (!(await ask.Caller.In(community, ct)).IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        var place = form["place"].ToString();
        if (await views.Draft(community, account, place, ct) is not { Other: { } other } draft)
            return Show.Done("/drafts");
        var answer = await ask.Ask(
            Keys.OfMember(community, account),
            new DraftsCommand.Save(place, other.Text, other.Title, draft.Category, draft.Tags, draft.ReplyTo),
            form[Asking.KeyField], ct);
        return answer.Refusal is { } no ? Show.No(http, no) : Show.Done("/drafts", ask.PositionOf(answer));
    }
}
