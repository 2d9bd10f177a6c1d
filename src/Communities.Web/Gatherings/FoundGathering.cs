using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A gathering that an address names, as far as who asks may see it.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Place">What the community is for the reader.</param>
/// <param name="Community">The community.</param>
/// <param name="Page">The gathering with what stands on its page.</param>
public sealed record FoundGathering(Reader Reader, Place Place, CommunityView Community, GatheringPageView Page)
{
    /// <summary>The gathering.</summary>
    public GatheringView Gathering => Page.Gathering;

    /// <summary>The address of its page.</summary>
    public string Path => PathOf(Gathering.Community, Gathering.Id);

    /// <summary>The address of a gathering's page.</summary>
    public static string PathOf(string community, string gathering) => $"/c/{community}/gatherings/{gathering}";

    /// <summary>Finds it; null where there is none for who asks.</summary>
    public static async ValueTask<FoundGathering?> In(
        HttpContext http, IViews views, string community, string gathering, CancellationToken ct,
        Refusal? refused = null)
    {
        var reader = Reader.Of(http, refused);
        return Keys.IsThread(gathering)
            && await reader.Caller.Enter(community, views, ct) is (var place, var view)
            && await views.Gathering(community, gathering, place.Viewer, ct) is { } page
                ? new(reader, place, view, page)
                : null;
    }
}
