using System.Diagnostics.Metrics;

namespace Communities.Actors.Hosting;

/// <summary>What an engine tells an operator in numbers, under the meter <c>Communities</c>.</summary>
/// <remarks>The names stand in src/TELEMETRY.md too. Measuring costs next to nothing while nobody listens.</remarks>
internal sealed class EngineCounters : IDisposable
{
    private readonly Meter _meter = new(Telemetry.Name);

    public EngineCounters()
    {
        Commands = _meter.CreateCounter<long>(
            Telemetry.Commands, "{command}", "Commands answered, by kind of actor and outcome.");
        TurnTime = _meter.CreateHistogram(
            Telemetry.TurnDuration, "s", "From a command's arrival at its actor to its durable answer.",
            tags: null, advice: Telemetry.Seconds);
        RefusedReactions = _meter.CreateCounter<long>(
            "communities.reactions.refused", "{command}", "Commands of reactors that their target refused.");
        JournalWait = _meter.CreateHistogram(
            Telemetry.JournalWait, "s", "How long what an actor decided waited to be durable.",
            tags: null, advice: Telemetry.Seconds);
    }

    public Counter<long> Commands { get; }

    public Histogram<double> TurnTime { get; }

    public Counter<long> RefusedReactions { get; }

    public Histogram<double> JournalWait { get; }

    /// <summary>Has what only the engine knows looked at whenever figures are collected.</summary>
    /// <param name="activations">How many actors of each kind are in memory.</param>
    /// <param name="events">How many events the journal holds.</param>
    /// <param name="reactors">How far the reactors have come that run in this process, each with its partition.</param>
    public void Watch(
        Func<IEnumerable<(string Kind, int Count)>> activations, Func<long> events,
        Func<IEnumerable<(Reactor Reactor, int Partition, ReactorStatus Status)>> reactors)
    {
        _meter.CreateObservableGauge(
            Telemetry.Activations,
            () => activations().Select(a => new Measurement<int>(a.Count, new KeyValuePair<string, object?>(
                Telemetry.Kind, a.Kind))),
            "{actor}", "Actors in memory, by kind.");
        _meter.CreateObservableGauge("communities.journal.events", events, "{event}", "Events in the journal.");
        _meter.CreateObservableGauge(
            Telemetry.FeedLag,
            () => reactors().Select(r => Telemetry.Lag(r.Reactor.Name, r.Partition, r.Status.Lag)),
            Telemetry.FeedLagUnit, Telemetry.FeedLagText);
    }

    public void Dispose() => _meter.Dispose();
}

/// <summary>What came of a command, as measurements are told apart by.</summary>
internal static class Outcome
{
    public static KeyValuePair<string, object?> Done { get; } = Of("done");

    public static KeyValuePair<string, object?> Refused { get; } = Of("refused");

    /// <summary>It was so already.</summary>
    public static KeyValuePair<string, object?> Nothing { get; } = Of("nothing");

    /// <summary>The same command was done before.</summary>
    public static KeyValuePair<string, object?> Repeated { get; } = Of("repeated");

    /// <summary>The mailbox was full.</summary>
    public static KeyValuePair<string, object?> Busy { get; } = Of("busy");

    /// <summary>Whoever asked had gone before its turn.</summary>
    public static KeyValuePair<string, object?> Cancelled { get; } = Of("cancelled");

    /// <summary>The journal would not take or give it.</summary>
    public static KeyValuePair<string, object?> Unavailable { get; } = Of("unavailable");

    /// <summary>The actor's code failed on it.</summary>
    public static KeyValuePair<string, object?> Failed { get; } = Of("failed");

    /// <summary>That of a command that could not be done.</summary>
    public static KeyValuePair<string, object?> Of(Exception why) => why switch
    {
        OperationCanceledException => Cancelled,
        JournalUnavailableException => Unavailable,
        _ => Failed,
    };

    private static KeyValuePair<string, object?> Of(string outcome) => new("outcome", outcome);
}
