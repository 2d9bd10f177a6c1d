namespace Communities.Views;

public partial interface IViews
{
    /// <summary>
    /// What was reported, decided and objected to in a period, in numbers; null where the viewer may not read the
    /// community.
    /// </summary>
    ValueTask<TransparencyView?> Transparency(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default);
}

/// <summary>How order was kept in a period, in numbers.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, which is not in it.</param>
/// <param name="Reports">How many reports were sent, by reason, most first.</param>
/// <param name="Decisions">How many decisions were taken.</param>
/// <param name="Automated">How many of them were taken by thresholds and rules alone.</param>
/// <param name="Measures">What decisions did, most often first.</param>
/// <param name="Undone">How many of them moderators took back themselves.</param>
/// <param name="Appeals">How many decisions somebody objected to.</param>
/// <param name="Answered">How many objections were answered.</param>
/// <param name="Overturned">How many answers overturned the decision.</param>
/// <param name="MedianMinutes">
/// Half of what people decided was decided within so many minutes after it had come up; null where there was none.
/// </param>
/// <param name="Days">The days on which there was anything, in order, in UTC.</param>
public sealed record TransparencyView(
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<ReasonCount> Reports,
    int Decisions,
    int Automated,
    IReadOnlyList<MeasureCount> Measures,
    int Undone,
    int Appeals,
    int Answered,
    int Overturned,
    long? MedianMinutes,
    IReadOnlyList<ModeratedDay> Days);

/// <summary>Reports of one reason.</summary>
/// <param name="Reason">Its short name; <c>automod</c> for what the rules of automoderation found.</param>
/// <param name="Count">How many.</param>
public sealed record ReasonCount(string Reason, int Count);

/// <summary>Decisions that did the same.</summary>
/// <param name="Kind">What they did.</param>
/// <param name="People">How many of them people took.</param>
/// <param name="Automated">How many thresholds and rules took.</param>
public sealed record MeasureCount(MeasureKind Kind, int People, int Automated);

/// <summary>A day of keeping order.</summary>
/// <param name="Day">Which, in UTC.</param>
/// <param name="Reports">Reports sent on it.</param>
/// <param name="People">Decisions that people took.</param>
/// <param name="Automated">Decisions that thresholds and rules took.</param>
/// <param name="Appeals">Objections sent.</param>
public sealed record ModeratedDay(DateOnly Day, int Reports, int People, int Automated, int Appeals);
