using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<DraftView?> Draft(
        string community, string account, string place, CancellationToken ct = default) =>
        views.Draft(community, account, place, ct);

    public ValueTask<IReadOnlyList<DraftView>> Drafts(
        string account, string? community = null, CancellationToken ct = default) =>
        views.Drafts(account, community, ct);

    public ValueTask<IReadOnlyList<SimilarThread>> Similar(
        string community, string title, string? text, Viewer viewer, CancellationToken ct = default) =>
        views.Similar(community, title, text, viewer, ct);

    public ValueTask<IReadOnlyList<WantedLink>> WantedLinks(CancellationToken ct = default) => views.WantedLinks(ct);
}
