using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<PollView?> Poll(string community, string poll, Viewer viewer, CancellationToken ct = default) =>
        views.Poll(community, poll, viewer, ct);

    public ValueTask<Page<BallotView>> Ballots(
        string community, string poll, string? cursor, Viewer viewer, CancellationToken ct = default) =>
        views.Ballots(community, poll, cursor, viewer, ct);
}
