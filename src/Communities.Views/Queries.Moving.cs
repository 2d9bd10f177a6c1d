namespace Communities.Views;

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<PostPlace?> PlaceOf(
        string community, string thread, int number, Viewer viewer, CancellationToken ct = default) =>
        Read(database => MovedPosts.PlaceOf(database, community, thread, number, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<int?> FirstSince(
        string community, string thread, DateTimeOffset since, Viewer viewer, CancellationToken ct = default) =>
        Read(database => MovedPosts.FirstSince(database, community, thread, since, viewer), ct);
}
