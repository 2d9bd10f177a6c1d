using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<AmbassadorsView?> Ambassadors(
        string community, Viewer viewer, CancellationToken ct = default) => views.Ambassadors(community, viewer, ct);

    public ValueTask<IReadOnlyList<BadgeView>> Badges(
        string community, Viewer viewer, CancellationToken ct = default) => views.Badges(community, viewer, ct);

    public ValueTask<Page<BadgeHolder>> BadgeHolders(
        string community, string badge, string? cursor, Viewer viewer, CancellationToken ct = default) =>
        views.BadgeHolders(community, badge, cursor, viewer, ct);

    public ValueTask<IReadOnlyList<HeldBadge>> BadgesOf(
        string community, string account, Viewer viewer, CancellationToken ct = default) =>
        views.BadgesOf(community, account, viewer, ct);

    public ValueTask<LeaderboardView?> Leaderboard(
        string community, int? from, Viewer viewer, CancellationToken ct = default) =>
        views.Leaderboard(community, from, viewer, ct);

    public ValueTask<IReadOnlyList<ContestView>> Contests(
        string community, Viewer viewer, CancellationToken ct = default) => views.Contests(community, viewer, ct);

    public ValueTask<ContestPageView?> Contest(
        string community, string contest, Viewer viewer, CancellationToken ct = default) =>
        views.Contest(community, contest, viewer, ct);
}
