using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>Who comes into the studio of a community, and what it is for them.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Place">What the community is for the reader.</param>
/// <param name="View">The community.</param>
internal sealed record StudioEntry(Reader Reader, Place Place, CommunityView View)
{
    /// <summary>
    /// Lets somebody of this role or above in; everybody else gets the answer instead: visitors the way to sign in,
    /// others that there is no such place or that it is not theirs.
    /// </summary>
    public static async ValueTask<(StudioEntry? Entry, IResult? No)> Of(
        string community, Role least, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return (null, Show.No(http, Refusals.NoSuchCommunity));
        return place.RefusalBelow(least) is not { } no ? (new(reader, place, view), null)
            : !reader.Caller.IsSignedIn ? (null, Show.SignIn(reader))
            : (null, Show.No(http, no));
    }
}
