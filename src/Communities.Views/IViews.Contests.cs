namespace Communities.Views;

public partial interface IViews
{
    /// <summary>A community's contests, latest first, 100 at most.</summary>
    ValueTask<IReadOnlyList<ContestView>> Contests(
        string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>A contest with its entries, or null where this viewer does not see its thread.</summary>
    ValueTask<ContestPageView?> Contest(
        string community, string contest, Viewer viewer, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ContestView>> Contests(
        string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => ContestViews.List(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<ContestPageView?> Contest(
        string community, string contest, Viewer viewer, CancellationToken ct = default) =>
        Read(database => ContestViews.Get(database, community, contest, viewer), ct);
}

/// <summary>A contest.</summary>
/// <param name="Community">Where.</param>
/// <param name="Id">Its id, and that of its thread.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Organiser">Who holds it.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="EntriesUntil">Until when entries are taken.</param>
/// <param name="VotingUntil">Until when one votes.</param>
/// <param name="EntriesEach">The most entries of one member.</param>
/// <param name="VotesEach">The most entries on one ballot.</param>
/// <param name="Badge">The community's own badge for winners, beside the usual one.</param>
/// <param name="IsJudged">A jury votes, and nobody else.</param>
/// <param name="Entries">How many entries readers see.</param>
/// <param name="Voters">How many have voted; always told.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Reason">Why it was called off.</param>
public sealed record ContestView(
    string Community,
    string Id,
    string Title,
    AuthorView Organiser,
    DateTimeOffset OpenedAt,
    ContestPhase Phase,
    DateTimeOffset EntriesUntil,
    DateTimeOffset VotingUntil,
    int EntriesEach,
    int VotesEach,
    string? Badge,
    bool IsJudged,
    int Entries,
    int Voters,
    DateTimeOffset? EndedAt,
    string? Reason);

/// <summary>A contest and its entries.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Jury">Who judges; empty where members vote.</param>
/// <param name="Entries">
/// What readers see: in the order in which they came, or by place once the results are told.
/// </param>
/// <param name="Mine">The entries that the viewer voted for.</param>
public sealed record ContestPageView(
    ContestView Contest, IReadOnlyList<AuthorView> Jury, IReadOnlyList<EntryView> Entries, IReadOnlyList<int> Mine)
{
    /// <summary>The viewer's own posts in the thread that are no entries, latest first, 20 at most.</summary>
    public IReadOnlyList<EntryView> Candidates { get; init; } = [];
}

/// <summary>An entry.</summary>
/// <param name="Number">The number of its post in the contest's thread.</param>
/// <param name="Author">Whose it is.</param>
/// <param name="At">When it was written.</param>
/// <param name="Text">What it says, in Markdown.</param>
/// <param name="Votes">How many votes it had; null before the results are told.</param>
/// <param name="Place">Its place, from 1; null before.</param>
public sealed record EntryView(
    int Number, AuthorView Author, DateTimeOffset At, string Text, int? Votes, int? Place);
