using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<Page<GatheringView>> Gatherings(
        GatheringQuery query, Viewer viewer, CancellationToken ct = default) => views.Gatherings(query, viewer, ct);

    public ValueTask<GatheringPageView?> Gathering(
        string community, string gathering, Viewer viewer, CancellationToken ct = default) =>
        views.Gathering(community, gathering, viewer, ct);

    public ValueTask<IReadOnlyList<GuestView>> Guests(
        string community, string gathering, Viewer viewer, CancellationToken ct = default) =>
        views.Guests(community, gathering, viewer, ct);

    public ValueTask<IReadOnlyList<GatheringView>> GatheringsOf(
        string account, DateTimeOffset from, CancellationToken ct = default) =>
        views.GatheringsOf(account, from, ct);
}
