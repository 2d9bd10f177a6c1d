using System.Globalization;
using System.Text;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>How order was kept in a period: a page, a table, and data.</summary>
internal static class TransparencyPages
{
    public static void MapTransparencyPages(this IEndpointRouteBuilder pages)
    {
        var moderation = pages.MapGroup("/c/{community}/moderation");
        moderation.MapGet("/transparency", Read).WithMetadata(new CachedAttribute(Shows.Community));
        moderation.MapGet("/transparency.csv", Table);
        moderation.MapGet("/transparency.json", Data);
    }

    private static async Task<IResult> Read(
        string community, HttpContext http, IViews views, CancellationToken ct, string? from = null, string? to = null)
    {
        var reader = Reader.Of(http);
        var period = Period.Of(from, to, reader.Now);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view)
            || await views.Transparency(community, period.From, period.To, place.Viewer, ct) is not { } report)
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<TransparencyPage>(reader, new()
        {
            [nameof(TransparencyPage.Community)] = view,
            [nameof(TransparencyPage.Place)] = place,
            [nameof(TransparencyPage.Period)] = period,
            [nameof(TransparencyPage.Report)] = report,
            [nameof(TransparencyPage.Nudged)] = await views.Nudges(
                community, period.From, period.To, place.Viewer, ct),
        });
    }

    private static async Task<IResult> Table(
        string community, HttpContext http, IViews views, TimeProvider time, CancellationToken ct,
        string? from = null, string? to = null)
    {
        if (await Found(community, http, views, time, from, to, ct) is not { } report)
            return Show.No(http, Refusals.NoSuchCommunity);
        var csv = new StringBuilder().Row("part", "name", "count", "by people", "automated")
            .Row("period", Day(report.From), Day(report.To));
        foreach (var reason in report.Reports) csv.Row("reports", reason.Reason, Number(reason.Count));
        csv.Row(
            "decisions", "all", Number(report.Decisions), Number(report.Decisions - report.Automated),
            Number(report.Automated));
        foreach (var measure in report.Measures)
            csv.Row(
                "measures", Measures.Slug(measure.Kind), Number(measure.People + measure.Automated),
                Number(measure.People), Number(measure.Automated));
        csv.Row("decisions", "undone", Number(report.Undone)).Row("appeals", "all", Number(report.Appeals))
            .Row("appeals", "answered", Number(report.Answered)).Row("appeals", "overturned", Number(report.Overturned))
            .Row("handling", "median minutes", report.MedianMinutes is { } minutes ? Number(minutes) : "");
        foreach (var day in report.Days)
            csv.Row(
                "days", day.Day.ToString("O", CultureInfo.InvariantCulture), Number(day.Reports), Number(day.People),
                Number(day.Automated));
        var viewer = (await Caller.Of(http).In(community, ct)).Viewer;
        foreach (var nudge in await views.Nudges(community, report.From, report.To, viewer, ct))
            csv.Row("nudges", nudge.Kind, Number(nudge.Shown)).Row("nudges posted", nudge.Kind, Number(nudge.Posted))
                .Row("nudges changed", nudge.Kind, Number(nudge.Changed));
        return Results.File(
            Encoding.UTF8.GetBytes(csv.ToString()), Csv.Type, $"{community}-transparency-{Day(report.From)}.csv");
    }

    private static async Task<IResult> Data(
        string community, HttpContext http, IViews views, TimeProvider time, CancellationToken ct,
        string? from = null, string? to = null) =>
        await Found(community, http, views, time, from, to, ct) is { } report
            ? Results.Ok(report)
            : Show.No(http, Refusals.NoSuchCommunity);

    private static async Task<TransparencyView?> Found(
        string community, HttpContext http, IViews views, TimeProvider time, string? from, string? to,
        CancellationToken ct)
    {
        var place = await Caller.Of(http).In(community, ct);
        var period = Period.Of(from, to, time.GetUtcNow());
        return place.IsSeen ? await views.Transparency(community, period.From, period.To, place.Viewer, ct) : null;
    }

    private static string Day(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
