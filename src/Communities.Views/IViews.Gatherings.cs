namespace Communities.Views;

public partial interface IViews
{
    /// <summary>A part of a community's gatherings.</summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<GatheringView>> Gatherings(GatheringQuery query, Viewer viewer, CancellationToken ct = default);

    /// <summary>A gathering, or null where this viewer does not see its community.</summary>
    ValueTask<GatheringPageView?> Gathering(
        string community, string gathering, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// Who has answered or has come, those who come first and those who wait in order; empty but for its hosts.
    /// </summary>
    ValueTask<IReadOnlyList<GuestView>> Guests(
        string community, string gathering, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// The gatherings of all communities that this account comes to, waits for, may come to or hosts, from a time on,
    /// 500 at most, as it may see them.
    /// </summary>
    ValueTask<IReadOnlyList<GatheringView>> GatheringsOf(
        string account, DateTimeOffset from, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<Page<GatheringView>> Gatherings(
        GatheringQuery query, Viewer viewer, CancellationToken ct = default) =>
        Read(database => GatheringViews.List(database, query, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<GatheringPageView?> Gathering(
        string community, string gathering, Viewer viewer, CancellationToken ct = default) =>
        Read(database => GatheringViews.Get(database, community, gathering, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<GuestView>> Guests(
        string community, string gathering, Viewer viewer, CancellationToken ct = default) =>
        Read(database => GatheringViews.Guests(database, community, gathering, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<GatheringView>> GatheringsOf(
        string account, DateTimeOffset from, CancellationToken ct = default) =>
        Read(database => GatheringViews.Of(database, account, from), ct);
}

/// <summary>Which gatherings of a community.</summary>
/// <param name="Community">The slug.</param>
/// <param name="At">What time it is.</param>
/// <param name="IsPast">
/// Those that are over, latest first; else those that come, soonest first. What was called off comes until it would
/// have been over, so that whoever looks for it finds it.
/// </param>
/// <param name="Cursor">Where to go on, from <see cref="Page{T}.Next"/>.</param>
/// <param name="Size">How many, 1 to 500.</param>
/// <param name="TakesPlace">Leaves out what was called off.</param>
public sealed record GatheringQuery(
    string Community, DateTimeOffset At, bool IsPast = false, string? Cursor = null, int Size = 30,
    bool TakesPlace = false);

/// <summary>A gathering as a reader sees it.</summary>
/// <param name="Community">Where.</param>
/// <param name="Id">Its id.</param>
/// <param name="Form">What it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What happens there, in Markdown.</param>
/// <param name="Starts">When it starts.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="Zone">On whose clocks that was written.</param>
/// <param name="Place">The address; null where it is at none.</param>
/// <param name="Link">The address online, for those who come and its hosts; else null.</param>
/// <param name="HasLink">Whether there is one.</param>
/// <param name="Capacity">How many can come; 0 for as many as want.</param>
/// <param name="Category">The category of its threads, or null.</param>
/// <param name="Planner">The account that planned it.</param>
/// <param name="Hosts">The accounts that host it beside.</param>
/// <param name="Reminders">How many minutes before the start people are reminded.</param>
/// <param name="PlannedAt">When it was planned.</param>
/// <param name="ChangedAt">When that last changed.</param>
/// <param name="Sequence">How often that has changed.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Reason">Why it was called off, or null.</param>
/// <param name="IsRecapped">Whether a recap was written.</param>
/// <param name="Going">How many come.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="Interested">How many may come.</param>
/// <param name="Attended">How many have come.</param>
/// <param name="Mine">What the viewer has answered.</param>
/// <param name="HasAttended">Whether the viewer has come.</param>
/// <param name="IsKept">Whether the viewer is one of its hosts, or keeps order here.</param>
public sealed record GatheringView(
    string Community, string Id, GatheringForm Form, string Title, string Text, DateTimeOffset Starts,
    DateTimeOffset Ends, string Zone, string? Place, string? Link, bool HasLink, int Capacity, string? Category,
    string Planner, IReadOnlyList<string> Hosts, IReadOnlyList<int> Reminders, DateTimeOffset PlannedAt,
    DateTimeOffset ChangedAt, int Sequence, GatheringStatus Status, string? Reason, bool IsRecapped, int Going,
    int Waiting, int Interested, int Attended, Rsvp Mine, bool HasAttended, bool IsKept);

/// <summary>A gathering with what stands on its page.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Hosts">Its planner and its hosts.</param>
/// <param name="Faces">Some of those who come, 24 at most, who said so first; for members.</param>
/// <param name="WaitingPlace">The place of the viewer among those who wait, from 1; 0 for none.</param>
/// <param name="HasCode">Whether there is a code at the door.</param>
/// <param name="Code">The code, for its hosts.</param>
/// <param name="Rooms">The rooms of the board.</param>
/// <param name="Times">The times of the board.</param>
/// <param name="Sessions">What was proposed, most votes first.</param>
public sealed record GatheringPageView(
    GatheringView Gathering, IReadOnlyList<AuthorView> Hosts, IReadOnlyList<AuthorView> Faces, int WaitingPlace,
    bool HasCode, string? Code, IReadOnlyList<string> Rooms, IReadOnlyList<DateTimeOffset> Times,
    IReadOnlyList<GatheringSessionView> Sessions);

/// <summary>A session that was proposed.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Author">Who proposed it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What happens there, in Markdown.</param>
/// <param name="Votes">How many would come to it.</param>
/// <param name="IsMine">Whether the viewer would.</param>
/// <param name="Room">The number of its room on the board; 0 while it has none.</param>
/// <param name="Time">The number of its time on the board; 0 while it has none.</param>
public sealed record GatheringSessionView(
    int Number, AuthorView Author, string Title, string Text, int Votes, bool IsMine, int Room, int Time);

/// <summary>Somebody who has answered, or has come.</summary>
public sealed record GuestView(AuthorView Member, Rsvp Rsvp, bool HasAttended);
