namespace Communities.Views;

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<Page<CaseRow>> Cases(CaseQuery query, Viewer viewer, CancellationToken ct = default) =>
        Read(database => CaseViews.List(database, query, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<CaseView?> Case(string community, string id, Viewer viewer, CancellationToken ct = default) =>
        Read(database => CaseViews.Get(database, community, id, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<int> WaitingCases(string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => CaseViews.Waiting(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<CaseLoadView?> CaseLoad(
        string community, DateTimeOffset since, Viewer viewer, CancellationToken ct = default) =>
        Read(database => CaseViews.Load(database, community, since, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DecisionView>> DecisionsOn(
        string community, string account, Viewer viewer, CancellationToken ct = default) =>
        Read(database => DecisionViews.On(database, community, account, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<DecisionView?> Decision(
        string community, string subject, int number, Viewer viewer, CancellationToken ct = default) =>
        Read(database => DecisionViews.Get(database, community, subject, number, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OwnReportView>> OwnReports(
        string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => DecisionViews.OwnReports(database, community, viewer), ct);
}
