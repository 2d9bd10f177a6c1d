namespace Communities.Views;

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<Page<MemberView>> Members(MembersQuery query, Viewer viewer, CancellationToken ct = default) =>
        Read(database => MemberViews.List(database, query, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<Page<Hit>> Activity(ActivityQuery query, Viewer viewer, CancellationToken ct = default) =>
        Read(database => MemberViews.Posts(database, query, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RequestView>> Requests(
        string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => JoiningViews.Requests(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<RequestView?> OwnRequest(string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => JoiningViews.OwnRequest(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InvitationView>> Invitations(
        string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => JoiningViews.Invitations(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<GroupView>> Groups(
        string community, string? member, Viewer viewer, CancellationToken ct = default) =>
        Read(database => GroupViews.List(database, community, member, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<GroupPageView?> Group(
        string community, string group, Viewer viewer, CancellationToken ct = default) =>
        Read(database => GroupViews.Get(database, community, group, viewer), ct);
}
