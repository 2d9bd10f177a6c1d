namespace Communities.Views;

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<DraftView?> Draft(
        string community, string account, string place, CancellationToken ct = default) =>
        Read(database => WritingViews.Draft(database, community, account, place), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DraftView>> Drafts(
        string account, string? community = null, CancellationToken ct = default) =>
        Read(database => WritingViews.Drafts(database, account, community), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SimilarThread>> Similar(
        string community, string title, string? text, Viewer viewer, CancellationToken ct = default) =>
        Read(database => SimilarThreads.To(database, community, title, text, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WantedLink>> WantedLinks(CancellationToken ct = default) =>
        Read(WritingViews.Wanted, ct);
}
