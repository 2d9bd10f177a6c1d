using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<Page<MemberView>> Members(MembersQuery query, Viewer viewer, CancellationToken ct = default) =>
        views.Members(query, viewer, ct);

    public ValueTask<Page<Hit>> Activity(ActivityQuery query, Viewer viewer, CancellationToken ct = default) =>
        views.Activity(query, viewer, ct);

    public ValueTask<IReadOnlyList<RequestView>> Requests(
        string community, Viewer viewer, CancellationToken ct = default) => views.Requests(community, viewer, ct);

    public ValueTask<RequestView?> OwnRequest(string community, Viewer viewer, CancellationToken ct = default) =>
        views.OwnRequest(community, viewer, ct);

    public ValueTask<IReadOnlyList<InvitationView>> Invitations(
        string community, Viewer viewer, CancellationToken ct = default) => views.Invitations(community, viewer, ct);

    public ValueTask<IReadOnlyList<GroupView>> Groups(
        string community, string? member, Viewer viewer, CancellationToken ct = default) =>
        views.Groups(community, member, viewer, ct);

    public ValueTask<GroupPageView?> Group(
        string community, string group, Viewer viewer, CancellationToken ct = default) =>
        views.Group(community, group, viewer, ct);
}
