using Communities.Actors;

namespace Communities.Views;

public partial interface IViews
{
    /// <summary>A page of members.</summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<MemberView>> Members(MembersQuery query, Viewer viewer, CancellationToken ct = default);

    /// <summary>A page of what a member did, latest post first, in threads the viewer may see.</summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<Hit>> Activity(ActivityQuery query, Viewer viewer, CancellationToken ct = default);

    /// <summary>Requests to join that wait, oldest first, 200 at most; none for who is no moderator.</summary>
    ValueTask<IReadOnlyList<RequestView>> Requests(string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>The viewer's own request to join, waiting or declined, or null.</summary>
    ValueTask<RequestView?> OwnRequest(string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>Invitations, latest first, 200 at most: one's own, or for moderators everybody's.</summary>
    ValueTask<IReadOnlyList<InvitationView>> Invitations(
        string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>Groups by name, 200 at most; of all, or only those that this member is in.</summary>
    ValueTask<IReadOnlyList<GroupView>> Groups(
        string community, string? member, Viewer viewer, CancellationToken ct = default);

    /// <summary>A group with its people, or null.</summary>
    ValueTask<GroupPageView?> Group(string community, string group, Viewer viewer, CancellationToken ct = default);
}

/// <summary>A group of members.</summary>
/// <param name="Slug">The name by which it is called.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">What it is for, in Markdown.</param>
/// <param name="Access">How one comes into it.</param>
/// <param name="Callers">Who may call it.</param>
/// <param name="Members">How many are in it.</param>
/// <param name="IsMember">The viewer is in it.</param>
/// <param name="IsOwner">The viewer looks after it.</param>
/// <param name="IsWaiting">The viewer asks to be in it.</param>
public sealed record GroupView(
    string Slug,
    string Title,
    string Description,
    GroupAccess Access,
    GroupCallers Callers,
    int Members,
    bool IsMember,
    bool IsOwner,
    bool IsWaiting);

/// <summary>A group and its people.</summary>
/// <param name="Group">The group.</param>
/// <param name="Owners">Who looks after it, by name.</param>
/// <param name="Members">Who else is in it, by name.</param>
/// <param name="Waiting">Who asks to be in it; none for who does not look after it.</param>
/// <param name="IsKept">The viewer looks after it: an owner of it, or a manager.</param>
public sealed record GroupPageView(
    GroupView Group,
    IReadOnlyList<AuthorView> Owners,
    IReadOnlyList<AuthorView> Members,
    IReadOnlyList<AuthorView> Waiting,
    bool IsKept);

/// <summary>A member as readers see it.</summary>
public sealed record MemberView(
    string Community,
    string Account,
    string Name,
    string Biography,
    Role Role,
    int Trust,
    DateTimeOffset JoinedAt,
    bool HasLeft,
    MemberCounters Counters,
    long Version,
    bool IsTrustLocked = false,
    string? Location = null,
    string? Pronouns = null,
    IReadOnlyList<string>? Links = null,
    string? InvitedBy = null,
    string? Face = null)
{
    /// <summary>The slugs of the categories in which the member keeps order without being a moderator.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];
}

/// <summary>An account's place in a community.</summary>
public sealed record MembershipView(string Community, string CommunityName, Role Role, string Name);

/// <summary>Which members, and in what order.</summary>
/// <param name="Community">The slug.</param>
/// <param name="StartsWith">Only those whose name or account starts with this.</param>
/// <param name="IsStaff">Only moderators, managers and owners.</param>
/// <param name="Trust">Only those at this trust level.</param>
/// <param name="Order">The order.</param>
/// <param name="Cursor">Where to go on, from <see cref="Page{T}.Next"/>.</param>
public sealed record MembersQuery(
    string Community,
    string? StartsWith = null,
    bool IsStaff = false,
    int? Trust = null,
    MemberOrder Order = MemberOrder.Name,
    string? Cursor = null);

/// <summary>Orders of a list of members.</summary>
public enum MemberOrder
{
    /// <summary>By name.</summary>
    Name = 0,

    /// <summary>Who joined last comes first.</summary>
    Newest = 1,
}

/// <summary>What of a member's doing.</summary>
/// <param name="Community">The slug.</param>
/// <param name="Account">Whose.</param>
/// <param name="Kind">What of it.</param>
/// <param name="Cursor">Where to go on, from <see cref="Page{T}.Next"/>.</param>
public sealed record ActivityQuery(
    string Community, string Account, ActivityKind Kind = ActivityKind.Posts, string? Cursor = null);

/// <summary>Kinds of activity that can be looked at by themselves.</summary>
public enum ActivityKind
{
    /// <summary>All that the member wrote.</summary>
    Posts = 0,

    /// <summary>The threads that the member opened.</summary>
    Threads = 1,

    /// <summary>The member's replies.</summary>
    Replies = 2,

    /// <summary>The member's replies that were accepted as the answer.</summary>
    Answers = 3,

    /// <summary>Posts of others that the member reacted to.</summary>
    Reactions = 4,
}

/// <summary>A request to join.</summary>
/// <param name="Account">Who asks.</param>
/// <param name="Name">What that person wants to be called.</param>
/// <param name="Answer">The answer to the community's question.</param>
/// <param name="At">When.</param>
/// <param name="DeclinedAt">When it was declined; null while it waits.</param>
/// <param name="Reason">Why it was declined.</param>
public sealed record RequestView(
    string Account, string Name, string Answer, DateTimeOffset At, DateTimeOffset? DeclinedAt, string? Reason);

/// <summary>An invitation.</summary>
/// <param name="Id">What names it; not what its link holds.</param>
/// <param name="By">Who invites.</param>
/// <param name="At">Since when.</param>
/// <param name="Until">Until when.</param>
/// <param name="Uses">How many may come by it.</param>
/// <param name="Taken">How many came.</param>
/// <param name="IsRevoked">It was taken back.</param>
/// <param name="Note">What it is for.</param>
/// <param name="Sealed">Its link, as only the server can read it.</param>
public sealed record InvitationView(
    string Id,
    AuthorView By,
    DateTimeOffset At,
    DateTimeOffset Until,
    int Uses,
    int Taken,
    bool IsRevoked,
    string? Note,
    string Sealed);
