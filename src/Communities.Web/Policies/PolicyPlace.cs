using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>The place of a policy, as who asks sees it: a community, or the whole site.</summary>
/// <param name="Key">The community's slug, or <see cref="Keys.Site"/>.</param>
/// <param name="Viewer">Who asks, with the standing there.</param>
/// <param name="Place">The community; null for the site.</param>
public sealed record PolicyPlace(string Key, Viewer Viewer, Place? Place)
{
    /// <summary>True where who asks writes the policies there.</summary>
    public bool IsKept => Viewer.Standing.Is(Role.Manager);

    /// <summary>The place of this name, or null where who asks sees none.</summary>
    internal static async ValueTask<PolicyPlace?> Of(Caller caller, string? community, CancellationToken ct)
    {
        if (community is null)
            return new(
                Keys.Site, new Viewer(caller.Account, new Standing(Role.None, IsOperator: caller.IsOperator)), null);
        var place = await caller.In(community, ct);
        return place.IsSeen ? new(community, place.Viewer, place) : null;
    }

    /// <summary>What the place knows of this policy.</summary>
    internal async ValueTask<PolicyStand> StandOf(string policy, SitePolicies site, CancellationToken ct) =>
        Place is not null ? Place.Community.PolicyOf(policy)
        : (await site.See(ct)).TryGetValue(policy, out var stand) ? stand : PolicyStand.None;
}
