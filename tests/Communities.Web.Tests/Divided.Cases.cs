using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<Page<CaseRow>> Cases(CaseQuery query, Viewer viewer, CancellationToken ct = default) =>
        views.Cases(query, viewer, ct);

    public ValueTask<CaseView?> Case(string community, string id, Viewer viewer, CancellationToken ct = default) =>
        views.Case(community, id, viewer, ct);

    public ValueTask<int> WaitingCases(string community, Viewer viewer, CancellationToken ct = default) =>
        views.WaitingCases(community, viewer, ct);

    public ValueTask<CaseLoadView?> CaseLoad(
        string community, DateTimeOffset since, Viewer viewer, CancellationToken ct = default) =>
        views.CaseLoad(community, since, viewer, ct);

    public ValueTask<IReadOnlyList<DecisionView>> DecisionsOn(
        string community, string account, Viewer viewer, CancellationToken ct = default) =>
        views.DecisionsOn(community, account, viewer, ct);

    public ValueTask<DecisionView?> Decision(
        string community, string subject, int number, Viewer viewer, CancellationToken ct = default) =>
        views.Decision(community, subject, number, viewer, ct);

    public ValueTask<IReadOnlyList<OwnReportView>> OwnReports(
        string community, Viewer viewer, CancellationToken ct = default) =>
        views.OwnReports(community, viewer, ct);
}
