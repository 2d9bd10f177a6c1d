using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A knowledge page that an address names, as it is for who reads.</summary>
internal sealed record FoundKnowledge(Reader Reader, Place Place, CommunityView Community, KnowledgeView View)
{
    /// <summary>True for who keeps order in the category.</summary>
    public bool IsKept => Place.Standing.Moderates(View.Category);

    /// <summary>True for who may write at it.</summary>
    public bool MayWrite => Place.Standing is { Bar: Bar.None } standing && standing.Is(Role.Member)
        && (IsKept || (!View.IsLocked && standing.Trust >= Knowledge.TrustMin));

    /// <summary>The page, or the answer that there is none.</summary>
    public static async ValueTask<(FoundKnowledge? Found, IResult? No)> In(
        Reader reader, HttpContext http, string community, string category, IViews views, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return (null, Show.No(http, Refusals.NoSuchCommunity));
        return await views.Knowledge(community, category, place.Viewer, ct) is { } page
            ? (new(reader, place, view, page), null)
            : (null, Show.No(http, Refusals.NoSuchCategory));
    }

    /// <summary>What each of its pages is told.</summary>
    public Dictionary<string, object?> Parameters() => new()
    {
        [nameof(KnowledgePart.Community)] = Community,
        [nameof(KnowledgePart.Place)] = Place,
        [nameof(KnowledgePart.Page)] = View,
        [nameof(KnowledgePart.MayWrite)] = MayWrite,
        [nameof(KnowledgePart.IsKept)] = IsKept,
    };
}
