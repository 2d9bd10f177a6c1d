namespace Communities.Views;

public partial interface IViews
{
    /// <summary>What goes on in a thread, for this viewer about to answer; null where the viewer sees none.</summary>
    ValueTask<ThreadFacts?> ThreadFacts(
        string community, string thread, Viewer viewer, DateTimeOffset now, CancellationToken ct = default);

    /// <summary>
    /// How often members of a community were reminded of each kind in a period, and what came of it; kinds that nobody
    /// was reminded of are left out.
    /// </summary>
    ValueTask<IReadOnlyList<NudgeCount>> Nudges(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<ThreadFacts?> ThreadFacts(
        string community, string thread, Viewer viewer, DateTimeOffset now, CancellationToken ct = default) =>
        Read(database => NudgeViews.Facts(database, community, thread, viewer, now), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NudgeCount>> Nudges(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        Read(database => NudgeViews.Counts(database, community, from, to, viewer), ct);
}

/// <summary>What nudges of a kind led to.</summary>
/// <param name="Kind">One of <see cref="Communities.Nudges.Kinds"/>.</param>
/// <param name="Shown">How often one was shown.</param>
/// <param name="Posted">After how many the member posted what there was.</param>
/// <param name="Changed">After how many the member posted something else.</param>
public sealed record NudgeCount(string Kind, int Shown, int Posted, int Changed)
{
    /// <summary>After how many the member posted nothing, or not yet.</summary>
    public int GivenUp => Shown - Posted - Changed;
}
