using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Newsletters as anybody reads them, and subscribes to them.</summary>
internal static class NewsletterPages
{
    public static void MapNewsletterPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/newsletters", (
            string community, HttpContext http, IViews views, CancellationToken ct) =>
            ShowAll(community, Reader.Of(http), http, views, ct));
        pages.MapPost("/c/{community}/newsletters/subscribe", Subscribe).RequireRateLimiting(RateLimits.Mail);
        pages.MapGet("/c/{community}/newsletters/{edition}", ReadOne);
    }

    private static async Task<IResult> ShowAll(
        string community, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        var issues = await views.Newsletters(community, place.Viewer, ct);
        return Show.Page<NewslettersPage>(reader, new()
        {
            [nameof(NewslettersPage.Community)] = view,
            [nameof(NewslettersPage.Place)] = place,
            [nameof(NewslettersPage.Issues)] = issues.Where(IsOut).ToList(),
        });
    }

    private static async Task<IResult> Subscribe(
        string community, IFormCollection form, HttpContext http, Caller caller, Subscribing subscribing, IViews views,
        CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        var answer = await subscribing.Ask(place, form["email"].ToString().Trim(), caller.Language, ct);
        return answer.Refusal is { } no
            ? await ShowAll(community, Reader.Of(http, no), http, views, ct)
            : Show.Done(NewsletterPaths.All(community), 0, Notices.Subscribing);
    }

    private static async Task<IResult> ReadOne(
        string community, string edition, HttpContext http, IViews views, NewsletterIssue issues, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (await views.Newsletter(community, edition, place.Viewer, ct) is not { } issue || !IsOut(issue))
            return Show.No(http, Newsletter.Missing);
        return Show.Page<NewsletterPage>(reader, new()
        {
            [nameof(NewsletterPage.Community)] = view,
            [nameof(NewsletterPage.Place)] = place,
            [nameof(NewsletterPage.Issue)] = issue,
            [nameof(NewsletterPage.Body)] = await issues.Compose(
                community, issue.Content, issue.BeganAt ?? reader.Now, reader.Texts, place.Viewer, ct),
        });
    }

    private static bool IsOut(NewsletterView issue) =>
        issue.Status is NewsletterStatus.Sending or NewsletterStatus.Sent;
}
