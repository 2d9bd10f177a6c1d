using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.MemberCommand;

namespace Communities.Web;

/// <summary>Ambassadors, badges and the leaderboard as people see them.</summary>
internal static class RecognitionPages
{
    public static void MapRecognitionPages(this IEndpointRouteBuilder pages)
    {
        var community = pages.MapGroup("/c/{community}");
        community.MapGet("/ambassadors", Ambassadors);
        community.MapPost("/members/{member}/ambassador", Entrust);
        community.MapPost("/members/{member}/thanks", Say);
        community.MapGet("/badges", List);
        community.MapGet("/badges/{badge}", Holders);
        community.MapPost("/badges/display", Choose);
        community.MapGet("/leaderboard", Leaderboard);
        community.MapPost("/members/{member}/badges", Give);
        community.MapPost("/members/{member}/badges/revoke", Take);
    }

    private static Task<IResult> Ambassadors(
        string community, HttpContext http, IViews views, CancellationToken ct) =>
        ShowAmbassadors(community, Reader.Of(http), http, views, ct);

    private static async Task<IResult> ShowAmbassadors(
        string community, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view)
            || await views.Ambassadors(community, place.Viewer, ct) is not { } ambassadors)
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<AmbassadorsPage>(reader, new()
        {
            [nameof(AmbassadorsPage.Community)] = view,
            [nameof(AmbassadorsPage.Place)] = place,
            [nameof(AmbassadorsPage.Ambassadors)] = ambassadors,
        });
    }

    private static async Task<IResult> Entrust(
        string community, string member, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        if (!Keys.IsAccount(member)) return Results.NotFound();
        var answer = await ask.Ask(
            Keys.OfMember(community, member), new Entrust(form["on"] == "1", form["word"]), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done($"/c/{community}/members/{member}", ask.PositionOf(answer), Notices.Saved);
    }

    private static async Task<IResult> Say(
        string community, string member, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        if (!Keys.IsAccount(member)) return Results.NotFound();
        var answer = await ask.Ask(
            Keys.OfMember(community, member), new Thank(form["word"].ToString().Trim()), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowAmbassadors(community, Reader.Of(http, no), http, views, ct)
            : Show.Done($"/c/{community}/ambassadors#{member}", ask.PositionOf(answer), Notices.Thanked);
    }

    private static Task<IResult> List(string community, HttpContext http, IViews views, CancellationToken ct) =>
        ShowBadges(community, Reader.Of(http), http, views, ct);

    private static async Task<IResult> ShowBadges(
        string community, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<BadgesPage>(reader, new()
        {
            [nameof(BadgesPage.Community)] = view,
            [nameof(BadgesPage.Place)] = place,
            [nameof(BadgesPage.All)] = await views.Badges(community, place.Viewer, ct),
        });
    }

    private static async Task<IResult> Holders(
        string community, string badge, HttpContext http, IViews views, CancellationToken ct, string? cursor = null)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if ((await views.Badges(community, place.Viewer, ct)).FirstOrDefault(one => one.Id == badge) is not { } shown)
            return Show.No(http, OwnBadge.Missing);
        return Show.Page<BadgePage>(reader, new()
        {
            [nameof(BadgePage.Community)] = view,
            [nameof(BadgePage.Place)] = place,
            [nameof(BadgePage.Badge)] = shown,
            [nameof(BadgePage.Holders)] = await views.BadgeHolders(community, badge, cursor, place.Viewer, ct),
        });
    }

    private static async Task<IResult> Choose(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        var answer = await ask.Ask(
            Keys.OfMember(community, account),
            new Display(form["unranked"].Count > 0, form["flair"].ToString() is { Length: > 0 } flair ? flair : null),
            form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowBadges(community, Reader.Of(http, no), http, views, ct)
            : Show.Done($"/c/{community}/badges", ask.PositionOf(answer), Notices.Saved);
    }

    private static async Task<IResult> Leaderboard(
        string community, HttpContext http, IViews views, CancellationToken ct, string? span = null)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        var from = RecognitionEndpoints.FromOf(span, reader.Now);
        if (await views.Leaderboard(community, from, place.Viewer, ct) is not { } board)
            return Show.No(http, RecognitionEndpoints.NoLeaderboard);
        return Show.Page<LeaderboardPage>(reader, new()
        {
            [nameof(LeaderboardPage.Community)] = view,
            [nameof(LeaderboardPage.Place)] = place,
            [nameof(LeaderboardPage.Board)] = board,
            [nameof(LeaderboardPage.Span)] = span is "month" or "all" ? span : "week",
        });
    }

    private static async Task<IResult> Give(
        string community, string member, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        if (!Keys.IsAccount(member)) return Results.NotFound();
        var badge = form["badge"].ToString();
        if (RecognitionEndpoints.FaultOf(await ask.Caller.In(community, ct), badge) is { } fault)
            return Show.No(http, fault);
        return await Done(community, member, new Award(badge, form["word"]), form, http, ask, ct);
    }

    private static Task<IResult> Take(
        string community, string member, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct) =>
        Keys.IsAccount(member)
            ? Done(community, member, new Revoke(form["badge"].ToString()), form, http, ask, ct)
            : Task.FromResult(Results.NotFound());

    private static async Task<IResult> Done(
        string community, string member, MemberCommand command, IFormCollection form, HttpContext http, Asking ask,
        CancellationToken ct)
    {
        var answer = await ask.Ask(Keys.OfMember(community, member), command, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done($"/c/{community}/members/{member}#badges", ask.PositionOf(answer), Notices.Saved);
    }
}
