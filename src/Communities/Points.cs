using System.Collections.Immutable;

namespace Communities;

/// <summary>What counts for a community's leaderboard, and how much; told to everybody.</summary>
/// <remarks>
/// The weights are those that large forums use: an answer that helped is worth more than opening a thread, and that
/// more than a reply. Nothing that one can do alone and without end brings any.
/// </remarks>
public static class Points
{
    /// <summary>The last days that count as a week.</summary>
    public const int WeekDays = 7;

    /// <summary>The last days that count as a month.</summary>
    public const int MonthDays = 30;

    private const int ForAccepted = 10;
    private const int ForThread = 5;
    private const int ForPost = 2;
    private const int ForReceived = 1;

    /// <summary>By what is counted, the points for one of it.</summary>
    public static ImmutableArray<(BadgeMeasure Measure, int Weight)> Weights { get; } =
    [
        (BadgeMeasure.Accepted, ForAccepted), (BadgeMeasure.Threads, ForThread), (BadgeMeasure.Posts, ForPost),
        (BadgeMeasure.Received, ForReceived),
    ];

    /// <summary>
    /// The points for this change of a member's totals; opening posts count as threads alone, and answers to one's own
    /// questions as posts.
    /// </summary>
    public static int Of(MemberTotals totals) =>
        (ForAccepted * (totals.Accepted - totals.OwnAccepted)) + (ForThread * totals.Threads)
        + (ForPost * (totals.Posts - totals.Threads)) + (ForReceived * totals.Received);
}
