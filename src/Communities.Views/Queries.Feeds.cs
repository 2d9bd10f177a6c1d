namespace Communities.Views;

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<FreshThread>> Opened(
        string community, string? category, string? tag, Viewer viewer, CancellationToken ct = default) =>
        Read(database => FeedViews.Opened(database, community, category, tag, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ListedThread>> Listed(
        string community, int page, Viewer viewer, CancellationToken ct = default) =>
        Read(database => FeedViews.Listed(database, community, page, viewer), ct);
}
