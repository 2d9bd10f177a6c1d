using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<PostPlace?> PlaceOf(
        string community, string thread, int number, Viewer viewer, CancellationToken ct = default) =>
        views.PlaceOf(community, thread, number, viewer, ct);

    public ValueTask<int?> FirstSince(
        string community, string thread, DateTimeOffset since, Viewer viewer, CancellationToken ct = default) =>
        views.FirstSince(community, thread, since, viewer, ct);
}
