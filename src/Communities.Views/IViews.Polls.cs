using System.Collections.Immutable;

namespace Communities.Views;

public partial interface IViews
{
    /// <summary>A poll, or null where this viewer does not see the post that it stands with.</summary>
    ValueTask<PollView?> Poll(string community, string poll, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// A page of the ballots of an open vote, latest first, 100 a page; empty where it is secret, or its result is not
    /// shown to this viewer.
    /// </summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<BallotView>> Ballots(
        string community, string poll, string? cursor, Viewer viewer, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<PollView?> Poll(string community, string poll, Viewer viewer, CancellationToken ct = default) =>
        Read(database => PollViews.Get(database, community, poll, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<Page<BallotView>> Ballots(
        string community, string poll, string? cursor, Viewer viewer, CancellationToken ct = default) =>
        Read(database => PollViews.Ballots(database, community, poll, cursor, viewer), ct);
}

/// <summary>A poll as a reader sees it.</summary>
/// <param name="Community">Where.</param>
/// <param name="Id">Its id.</param>
/// <param name="Thread">The thread it stands in.</param>
/// <param name="Number">The number of the post it stands with.</param>
/// <param name="Author">The account that asked; empty where it is gone.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Terms">How one votes, and who learns what of it.</param>
/// <param name="ClosesAt">When it ends by itself, or null.</param>
/// <param name="ClosedAt">When it ended, or null while it has not.</param>
/// <param name="Voters">How many have voted; always told.</param>
/// <param name="Mine">The options that the viewer chose, in the viewer's order; empty where none.</param>
/// <param name="IsShown">Whether this viewer is shown the result by now.</param>
/// <param name="Options">The options, with their votes where the result is shown.</param>
/// <param name="Rounds">The rounds of a ranked vote, where the result is shown.</param>
/// <param name="Winners">
/// The numbers of the options with the most votes, or of the one that a ranked vote prefers; empty where nobody has
/// voted, or the result is not shown.
/// </param>
public sealed record PollView(
    string Community,
    string Id,
    string Thread,
    int Number,
    string Author,
    string Question,
    PollTerms Terms,
    DateTimeOffset? ClosesAt,
    DateTimeOffset? ClosedAt,
    int Voters,
    IReadOnlyList<int> Mine,
    bool IsShown,
    IReadOnlyList<OptionView> Options,
    ImmutableArray<RunoffRound>? Rounds,
    IReadOnlyList<int> Winners);

/// <summary>An option of a poll.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What it says.</param>
/// <param name="Votes">
/// The ballots that name it (in a ranked vote: that prefer it to all); null where the result is not shown.
/// </param>
public sealed record OptionView(int Number, string Text, int? Votes);

/// <summary>A ballot of an open vote.</summary>
/// <param name="Voter">Whose.</param>
/// <param name="Choices">The options, in the order of preference where the poll asks for one.</param>
/// <param name="At">When it was last changed.</param>
public sealed record BallotView(AuthorView Voter, IReadOnlyList<int> Choices, DateTimeOffset At);
