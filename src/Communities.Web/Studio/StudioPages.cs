using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The studio's first page: everything by which a community is animated, and what of it waits.</summary>
internal static class StudioPages
{
    public static void MapStudioPages(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/c/{community}/studio", Read);

    private static async Task<IResult> Read(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Moderator, Reader.Of(http), http, views, ct);
        return entry is null
            ? no!
            : Show.Page<StudioPage>(entry.Reader, new()
            {
                [nameof(StudioPage.Community)] = entry.View,
                [nameof(StudioPage.Place)] = entry.Place,
            });
    }
}
