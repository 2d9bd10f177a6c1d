namespace Communities.Views;

public partial interface IViews
{
    /// <summary>What came of the journeys that began in a period, step by step.</summary>
    ValueTask<JourneyCount> Journeys(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// The introductions of a period that readers see, at most <see cref="IntroductionView.Most"/>: those that wait for
    /// a greeting first, the most urgent before, then the others, the latest before.
    /// </summary>
    ValueTask<IReadOnlyList<IntroductionView>> Introductions(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<JourneyCount> Journeys(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        Read(database => JourneyViews.Count(database, community, from, to, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IntroductionView>> Introductions(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        Read(database => JourneyViews.Introductions(database, community, from, to, viewer), ct);
}

/// <summary>What came of journeys.</summary>
/// <param name="Begun">How many began.</param>
/// <param name="Steps">By step, what came of it; steps of which nothing happened yet are left out.</param>
public sealed record JourneyCount(int Begun, IReadOnlyList<StepCount> Steps)
{
    /// <summary>Of this step.</summary>
    public StepCount Of(string step) =>
        Steps.FirstOrDefault(count => count.Step == step) ?? new StepCount(step, 0, 0, 0);
}

/// <summary>What came of a step.</summary>
/// <param name="Step">Its short name.</param>
/// <param name="Sent">To how many it came.</param>
/// <param name="DoneAfter">How many of those did what it asks for, after it.</param>
/// <param name="DoneWithout">How many did that before it came, and so never got it.</param>
public sealed record StepCount(string Step, int Sent, int DoneAfter, int DoneWithout);

/// <summary>An introduction.</summary>
/// <param name="Thread">The id of its thread.</param>
/// <param name="Title">The thread's title.</param>
/// <param name="Excerpt">How it begins.</param>
/// <param name="Author">Who introduces themselves.</param>
/// <param name="At">When.</param>
/// <param name="GreetBy">By when somebody should have answered.</param>
/// <param name="GreetedAt">When somebody else did first; null where nobody has.</param>
/// <param name="GreetedBy">Who did; null where nobody has.</param>
public sealed record IntroductionView(
    string Thread, string Title, string Excerpt, AuthorView Author, DateTimeOffset At, DateTimeOffset GreetBy,
    DateTimeOffset? GreetedAt, AuthorView? GreetedBy)
{
    /// <summary>The most that are read at once: a very lively season of newcomers.</summary>
    public const int Most = 1_000;

    /// <summary>True where somebody answered by the time.</summary>
    public bool IsInTime => GreetedAt <= GreetBy;
}
