using System.Diagnostics.Metrics;

namespace Communities.Actors.Hosting;

/// <summary>What an engine tells an operator in numbers, under the meter <c>Communities</c>.</summary>
internal sealed class EngineCounters : IDisposable
{
    private readonly Meter _meter = new("Communities");

    public EngineCounters()
    {
        Turns = _meter.CreateCounter<long>("communities.turns", "{turn}", "Commands decided, by kind.");
        Busy = _meter.CreateCounter<long>("communities.busy", "{command}", "Commands refused by a full mailbox.");
        Faults = _meter.CreateCounter<long>("communities.faults", "{command}", "Commands that an actor failed on.");
        RefusedReactions = _meter.CreateCounter<long>(
            "communities.reactions.refused", "{command}", "Commands of reactors that their target refused.");
    }

    public Counter<long> Turns { get; }

    public Counter<long> Busy { get; }

    public Counter<long> Faults { get; }

    public Counter<long> RefusedReactions { get; }

    /// <summary>Has what only the engine knows looked at whenever figures are collected.</summary>
    public void Watch(Func<int> activations, Func<long> events, Func<IEnumerable<ReactorStatus>> reactors)
    {
        _meter.CreateObservableGauge("communities.activations", activations, "{actor}", "Actors in memory.");
        _meter.CreateObservableCounter("communities.journal.events", events, "{event}", "Events in the journal.");
        _meter.CreateObservableGauge(
            "communities.reactors.lag",
            () => reactors().Select(r =>
                new Measurement<long>(r.Lag, KeyValuePair.Create("reactor", (object?)r.Name))),
            "{event}",
            "Events that a reactor has not seen yet.");
    }

    public void Dispose() => _meter.Dispose();
}
