using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Communities.Actors;

/// <summary>
/// The names that all parts measure and trace under. Every figure stands in <c>src/TELEMETRY.md</c>.
/// </summary>
public static class Telemetry
{
    /// <summary>The name of every meter, and of the source of traces.</summary>
    public const string Name = "Communities";

    /// <summary>The tag that names a kind of actor.</summary>
    public const string Kind = "kind";

    /// <summary>Commands answered, by <see cref="Kind"/> and <c>outcome</c>.</summary>
    public const string Commands = "communities.commands";

    /// <summary>From a command's arrival at its actor to its durable answer.</summary>
    public const string TurnDuration = "communities.turn.duration";

    /// <summary>How long what an actor decided waited to be durable.</summary>
    public const string JournalWait = "communities.journal.wait";

    /// <summary>The name of <see cref="JournalBatch"/>.</summary>
    public const string JournalBatchName = "communities.journal.batch";

    /// <summary>Actors in memory, by <see cref="Kind"/>.</summary>
    public const string Activations = "communities.activations";

    /// <summary>How far what follows a feed is behind it: one name for all followers.</summary>
    public const string FeedLag = "communities.feed.lag";

    /// <summary>The unit of <see cref="FeedLag"/>.</summary>
    public const string FeedLagUnit = "{event}";

    /// <summary>What <see cref="FeedLag"/> is.</summary>
    public const string FeedLagText = "Events that a consumer of the feed has not taken in yet.";

    private static readonly Meter _meter = new(Name);

    /// <summary>What can come of a command, as <see cref="Commands"/> says it.</summary>
    public static IReadOnlyList<string> Outcomes { get; } =
        ["done", "nothing", "refused", "repeated", "busy", "cancelled", "unavailable", "failed"];

    /// <summary>From half a millisecond, a fast disk, to ten seconds, which nobody waits for.</summary>
    public static InstrumentAdvice<double> Seconds { get; } = new()
    {
        HistogramBucketBoundaries =
            [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    /// <summary>Events that a journal made durable at once; journals record it.</summary>
    public static Histogram<int> JournalBatch { get; } = _meter.CreateHistogram(
        JournalBatchName, "{event}", "Events made durable at once.", tags: null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096] });

    internal static ActivitySource Source { get; } = new(Name);

    /// <summary>How far a consumer of a partition's feed is behind.</summary>
    /// <param name="consumer"><c>views</c>, <c>archive</c>, or the name of a reactor.</param>
    /// <param name="partition">Whose feed it follows, from 0.</param>
    /// <param name="events">The events that it has not taken in.</param>
    public static Measurement<long> Lag(string consumer, int partition, long events) => new(
        events,
        new KeyValuePair<string, object?>("consumer", consumer),
        new KeyValuePair<string, object?>("partition", partition));
}
