using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The search, in all that the reader may read.</summary>
internal static class SearchPages
{
    public static void MapSearchPages(this IEndpointRouteBuilder pages) => pages.MapGet("/search", Find);

    private static async Task<IResult> Find(HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        var asked = SearchAsked.Of(http.Request.Query);
        var communities = new List<CommunityView>(await views.Communities(reader.Caller.Account, ct));

        // One that is listed nowhere is searched by who is in it, or knows its name.
        if (asked.Community is { } named && communities.All(community => community.Slug != named))
        {
            if (await reader.Caller.Enter(named, views, ct) is not (var place, var view))
                return Show.No(http, Refusals.NoSuchCommunity);
            communities.Add(view);
        }

        var within = communities.Select(community => community.Slug)
            .Where(slug => asked.Community is null || slug == asked.Community);
        return Show.Page<SearchPage>(reader, new()
        {
            [nameof(SearchPage.Asked)] = asked,
            [nameof(SearchPage.Communities)] = communities,
            [nameof(SearchPage.Known)] = asked.Words.Length == 0 || asked.IsNarrowed || asked.Cursor is not null ? []
                : await views.FindKnowledge([.. within], asked.Words, ct),
            [nameof(SearchPage.Found)] = asked.Words.Length == 0 ? null : await views.Search(asked.In([.. within]), ct),
        });
    }
}
