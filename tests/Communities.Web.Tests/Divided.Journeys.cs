using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<JourneyCount> Journeys(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        views.Journeys(community, from, to, viewer, ct);

    public ValueTask<IReadOnlyList<IntroductionView>> Introductions(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        views.Introductions(community, from, to, viewer, ct);
}
