using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Finding posts by their words.</summary>
internal static class SearchEndpoints
{
    public static void MapSearchEndpoints(this RouteGroupBuilder api) =>
        api.MapGet("/search", Search).WithTags("Search").WithName("Search").WithSummary(
            "Posts that hold all these words, best first; found words stand between U+E000 and U+E001 in the snippet.");

    private static async Task<Results<Ok<Page<Hit>>, Problem>> Search(
        Caller caller, IViews views, CancellationToken ct,
        string? q = null, string? community = null, string? category = null, string? tag = null, string? author = null,
        string? from = null, string? to = null, bool titles = false, bool solved = false, string? cursor = null)
    {
        if (string.IsNullOrWhiteSpace(q)) throw Faults.Bad("words.empty", "Please say what to search for, as q.");
        if (await CommunitiesOf(caller, community, views, ct) is not { } communities)
            return Problem.Of(Refusals.NoSuchCommunity, caller);
        var query = new SearchQuery(
            q, communities, category, tag, author, Addresses.Time(nameof(from), from), Addresses.Time(nameof(to), to),
            titles, solved, cursor);
        return TypedResults.Ok(await views.Search(query, ct));
    }

    /// <summary>
    /// Where the caller may search: in this community, or in all that it is shown; null where it may not.
    /// </summary>
    internal static async ValueTask<IReadOnlyList<string>?> CommunitiesOf(
        Caller caller, string? community, IViews views, CancellationToken ct)
    {
        if (community is { Length: > 0 }) return (await caller.In(community, ct)).IsSeen ? [community] : null;
        var shown = await views.Communities(caller.Account, ct);
        return [.. shown.Select(view => view.Slug)];
    }
}
