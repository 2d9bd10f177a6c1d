namespace Communities.Views;

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<UploadView?> Upload(
        string community, string upload, Viewer viewer, CancellationToken ct = default) =>
        Read(database => UploadViews.Get(database, community, upload, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<Page<UploadView>> Uploads(
        string community, string account, string? cursor, Viewer viewer, CancellationToken ct = default) =>
        Read(database => UploadViews.List(database, community, account, cursor, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, string>> UploadsThere(
        string community, IReadOnlyCollection<string> uploads, CancellationToken ct = default) =>
        Read(database => UploadViews.There(database, community, uploads), ct);
}
