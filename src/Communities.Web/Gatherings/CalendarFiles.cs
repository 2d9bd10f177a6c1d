using System.Text;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Calendar files: of one gathering, of a community, and of all that somebody comes to.</summary>
internal static class CalendarFiles
{
    // What was lately stays in a calendar that asks again.
    private static readonly TimeSpan _since = TimeSpan.FromDays(90);

    private const int Most = 500;

    public static void MapCalendarFiles(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/gatherings.ics", OfCommunity);
        pages.MapGet("/c/{community}/gatherings/{gathering}.ics", OfOne);
        pages.MapGet("/calendar.ics", OfMine);
    }

    private static async Task<IResult> OfOne(
        string community, string gathering, HttpContext http, IViews views, FeedKeys keys, CancellationToken ct)
    {
        var place = await (await keys.ReaderOf(http)).In(community, ct);
        return place.IsSeen && Keys.IsThread(gathering)
            && await views.Gathering(community, gathering, place.Viewer, ct) is { } found
                ? Send(null, [found.Gathering], $"{gathering}.ics", http)
                : Show.No(http, Gathering.Missing);
    }

    private static async Task<IResult> OfCommunity(
        string community, HttpContext http, IViews views, FeedKeys keys, TimeProvider time, CancellationToken ct)
    {
        var caller = await keys.ReaderOf(http);
        if (await caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        var now = time.GetUtcNow();
        var coming = await views.Gatherings(new(community, now, Size: Most), place.Viewer, ct);
        var past = await views.Gatherings(new(community, now, IsPast: true, Size: Most), place.Viewer, ct);
        return Send(
            view.Name, coming.Items.Concat(past.Items.Where(one => one.Ends > now - _since)), "gatherings.ics", http);
    }

    private static async Task<IResult> OfMine(
        HttpContext http, IViews views, FeedKeys keys, TimeProvider time, CancellationToken ct)
    {
        var caller = await keys.ReaderOf(http);
        if (caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        var mine = await views.GatheringsOf(account, time.GetUtcNow() - _since, ct);
        return Send(Texts.Of(caller.Language).CalendarOfMine, mine, "calendar.ics", http);
    }

    private static IResult Send(
        string? name, IEnumerable<GatheringView> gatherings, string file, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{file}\"";
        return Results.Bytes(
            Encoding.UTF8.GetBytes(CalendarFile.Write(name, SiteAddress.Of(http), gatherings)),
            CalendarFile.MediaType);
    }
}
