namespace Communities.Views;

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<Page<LogEntry>> Log(LogQuery query, Viewer viewer, CancellationToken ct = default) =>
        Read(database => LogViews.List(database, query, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<TransparencyView?> Transparency(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        Read(database => TransparencyViews.Get(database, community, from, to, viewer), ct);
}
