namespace Communities.Views;

public partial interface IViews
{
    /// <summary>
    /// The threads of the last thirty days that seem not to belong to what the community is about, latest first, fifty
    /// at most; null for who keeps no order there.
    /// </summary>
    ValueTask<DomainView?> OffTopic(
        string community, DateTimeOffset now, Viewer viewer, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<DomainView?> OffTopic(
        string community, DateTimeOffset now, Viewer viewer, CancellationToken ct = default) =>
        Read(database => OffTopicThreads.In(database, community, now, viewer), ct);
}

/// <summary>How a community keeps to its domain.</summary>
/// <param name="OffTopic">Threads that seem not to belong.</param>
/// <param name="LookedAt">How many threads were looked at.</param>
/// <param name="HasWords">Words of the domain are written down.</param>
/// <param name="HasPast">There are enough earlier threads to compare with.</param>
/// <param name="Fitting">
/// Threads of the last thirty days that somebody said belong, whatever their words are, latest first, fifty at most.
/// </param>
public sealed record DomainView(
    IReadOnlyList<OffTopicThread> OffTopic, int LookedAt, bool HasWords, bool HasPast,
    IReadOnlyList<FittingThread> Fitting);

/// <summary>A thread that somebody said belongs where it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Category">The slug of its category, or null.</param>
/// <param name="Author">Who opened it.</param>
/// <param name="OpenedAt">When.</param>
public sealed record FittingThread(
    string Id, string Title, string? Category, AuthorView Author, DateTimeOffset OpenedAt);

/// <summary>A thread that seems not to belong where it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Category">The slug of its category, or null.</param>
/// <param name="Author">Who opened it.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="Posts">The number of its last post.</param>
/// <param name="Unknown">Words of it that no earlier thread here has.</param>
/// <param name="Unwanted">Words of its title that the purpose names among what does not belong.</param>
/// <param name="Nearest">The slug of another category, where the threads nearest to it stand; or null.</param>
public sealed record OffTopicThread(
    string Id, string Title, string? Category, AuthorView Author, DateTimeOffset OpenedAt, int Posts,
    IReadOnlyList<string> Unknown, IReadOnlyList<string> Unwanted, string? Nearest);
