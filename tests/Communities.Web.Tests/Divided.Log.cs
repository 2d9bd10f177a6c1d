using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<Page<LogEntry>> Log(LogQuery query, Viewer viewer, CancellationToken ct = default) =>
        views.Log(query, viewer, ct);

    public ValueTask<TransparencyView?> Transparency(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        views.Transparency(community, from, to, viewer, ct);
}
