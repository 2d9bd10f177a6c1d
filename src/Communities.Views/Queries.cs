using Communities.Actors;

namespace Communities.Views;

/// <summary>Every query, written once; a database says how it is read and how it follows the feed.</summary>
public abstract partial class Queries : IViews
{
    private protected Queries()
    {
    }

    /// <inheritdoc/>
    public abstract IReadOnlyList<long> Positions { get; }

    /// <inheritdoc/>
    public abstract long PositionOf(string key);

    /// <inheritdoc/>
    public abstract ValueTask WaitFor(long position, CancellationToken ct = default);

    /// <inheritdoc/>
    public abstract IDisposable Subscribe(Action<IReadOnlyList<Envelope>> applied);

    /// <inheritdoc/>
    public abstract Task Rebuild(CancellationToken ct = default);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CommunityView>> Communities(string? account, CancellationToken ct = default) =>
        Read(database => CommunityViews.List(database, account), ct);

    /// <inheritdoc/>
    public ValueTask<CommunityView?> Community(string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => CommunityViews.Get(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TagView>> Tags(string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => CommunityViews.Tags(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<Page<ThreadRow>> Threads(ThreadQuery query, Viewer viewer, CancellationToken ct = default) =>
        Read(database => ThreadLists.Get(database, query, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<ThreadView?> Thread(
        string community, string thread, int page, Viewer viewer, CancellationToken ct = default) =>
        Read(database => ThreadPages.Get(database, community, thread, page, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RevisionView>> Revisions(
        string community, string thread, int number, Viewer viewer, CancellationToken ct = default) =>
        Read(database => ThreadPages.Revisions(database, community, thread, number, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<MemberView?> Member(
        string community, string account, Viewer viewer, CancellationToken ct = default) =>
        Read(database => MemberViews.Get(database, community, account, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MembershipView>> Memberships(string account, CancellationToken ct = default) =>
        Read(database => MemberViews.Memberships(database, account), ct);

    /// <inheritdoc/>
    public ValueTask<Page<Hit>> PostsBy(
        string community, string account, string? cursor, Viewer viewer, CancellationToken ct = default) =>
        Read(database => MemberViews.Posts(
            database, new ActivityQuery(community, account, ActivityKind.Posts, cursor), viewer), ct);

    /// <inheritdoc/>
    public ValueTask<Page<Hit>> Search(SearchQuery query, CancellationToken ct = default) =>
        Read(database => SearchViews.Find(database, query), ct);

    internal abstract ValueTask<T> Read<T>(Func<Database, T> read, CancellationToken ct = default);
}
