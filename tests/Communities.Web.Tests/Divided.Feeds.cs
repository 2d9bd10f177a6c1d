using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<IReadOnlyList<FreshThread>> Opened(
        string community, string? category, string? tag, Viewer viewer, CancellationToken ct = default) =>
        views.Opened(community, category, tag, viewer, ct);

    public ValueTask<IReadOnlyList<ListedThread>> Listed(
        string community, int page, Viewer viewer, CancellationToken ct = default) =>
        views.Listed(community, page, viewer, ct);
}
