using System.Text;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The moderation log as a page and as a file, for everybody and for moderators.</summary>
internal static class LogPages
{
    // The rows of a file: what a spreadsheet opens; who needs more asks for a period.
    private const int RowsMax = 20_000;

    public static void MapLogPages(this IEndpointRouteBuilder pages)
    {
        var moderation = pages.MapGroup("/c/{community}/moderation");
        moderation.MapGet("/log", Read).WithMetadata(new CachedAttribute(Shows.Community));
        moderation.MapGet("/log.csv", Download);
    }

    private static async Task<IResult> Read(
        string community, [AsParameters] LogAsked asked, HttpContext http, IViews views, CancellationToken ct,
        string? cursor = null)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<LogPage>(reader, new()
        {
            [nameof(LogPage.Community)] = view,
            [nameof(LogPage.Place)] = place,
            [nameof(LogPage.Asked)] = asked,
            [nameof(LogPage.Entries)] = await views.Log(asked.Query(community, cursor), place.Viewer, ct),
        });
    }

    private static async Task<IResult> Download(
        string community, [AsParameters] LogAsked asked, HttpContext http, IViews views, CancellationToken ct)
    {
        var place = await Caller.Of(http).In(community, ct);
        if (!place.IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        var isFull = place.Standing.Is(Role.Moderator);
        var csv = new StringBuilder().Row(
            [
                "time", "act", "kind", "by", "thread", "title", "post", "item", "value", "rule", "reason",
                .. isFull ? (string[])["member", "case", "decision", "before", "after"] : [],
            ]);
        string? cursor = null;
        var rows = 0;
        do
        {
            var page = await views.Log(asked.Query(community, cursor, LogQuery.SizeMost), place.Viewer, ct);
            foreach (var entry in page.Items) Write(csv, entry, isFull);
            (cursor, rows) = (page.Next, rows + page.Items.Count);
        }
        while (cursor is not null && rows < RowsMax);

        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), Csv.Type, $"{community}-moderation-log.csv");
    }

    private static void Write(StringBuilder csv, LogEntry entry, bool isFull) => csv.Row(
        [
            $"{entry.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}", entry.Act, LogAsked.Kinds[(int)entry.Field],
            entry.IsAutomatic ? "automatic" : entry.By?.Account ?? "moderators", entry.Thread?.Id, entry.Thread?.Title,
            Number(entry.Number), entry.Item ?? entry.Other?.Id, entry.Value, entry.Rule, entry.Reason,
            .. isFull
                ? (string?[])[
                    entry.Member?.Account, entry.Case, Number(entry.Decision), entry.Before, entry.After,
                ]
                : [],
        ]);

    private static string? Number(int number) => number == 0 ? null : $"{number}";
}
