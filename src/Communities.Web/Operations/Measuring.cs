using System.Diagnostics.Metrics;
using Communities.Actors;

namespace Communities.Web;

/// <summary>What the engine of this process did in the last minute.</summary>
/// <param name="CommandsPerSecond">Commands answered.</param>
/// <param name="Outcomes">How many of them had which outcome, by its name; see src/TELEMETRY.md.</param>
/// <param name="Turn">From a command's arrival to its durable answer; absent where there was none.</param>
/// <param name="JournalWait">How long what was decided waited to be durable; absent where nothing was.</param>
/// <param name="Batch">Events made durable at once, on average; absent where none were.</param>
public sealed record LastMinuteView(
    double CommandsPerSecond, IReadOnlyDictionary<string, long> Outcomes, QuantilesView? Turn,
    QuantilesView? JournalWait, double? Batch);

/// <summary>How long something takes, in seconds.</summary>
/// <param name="P50">Half of them took no longer.</param>
/// <param name="P99">99 of 100 took no longer.</param>
public sealed record QuantilesView(double P50, double P99);

/// <summary>A reactor and how far it is behind.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lag">The events that it has not taken in.</param>
/// <param name="Worst">Which partition has most of them; absent where none wait, and where there is one.</param>
public sealed record ReactorView(string Name, long Lag, WorstPartition? Worst = null);

/// <summary>
/// Listens to what all parts of this process measure, so that whoever runs the site sees it without a collector.
/// </summary>
internal sealed class Measuring : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _looking = new();
    private readonly LastMinute _outcomes;
    private readonly Durations _turns;
    private readonly Durations _waits;
    private readonly LastMinute _batches; // How many, and of how many events.
    private Dictionary<string, int> _activations = [];
    private Dictionary<(string Consumer, int Partition), long> _lags = [];

    public Measuring(TimeProvider time)
    {
        (_outcomes, _batches) = (new(Telemetry.Outcomes.Count, time), new(2, time));
        (_turns, _waits) = (new(time), new(time));
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Name && TakerOf(instrument.Name) is { } taker)
                listener.EnableMeasurementEvents(instrument, taker);
        };
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, taker) => ((Taker)taker!)(value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, taker) => ((Taker)taker!)(value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, taker) => ((Taker)taker!)(value, tags));
        _listener.Start();
    }

    private delegate void Taker(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags);

    public LastMinuteView LastMinute()
    {
        var (outcomes, batches) = (_outcomes.Sums(), _batches.Sums());
        return new LastMinuteView(
            outcomes.Sum() / Math.Max(1, _outcomes.Span.TotalSeconds),
            Telemetry.Outcomes.Zip(outcomes).Where(o => o.Second > 0).ToDictionary(o => o.First, o => o.Second),
            _turns.Quantiles(), _waits.Quantiles(),
            batches[0] == 0 ? null : (double)batches[1] / batches[0]);
    }

    /// <summary>Looks at what is not told but asked for: actors in memory by kind, and the reactors.</summary>
    public (IReadOnlyDictionary<string, int> Activations, IReadOnlyList<ReactorView> Reactors) Look()
    {
        lock (_looking)
        {
            (_activations, _lags) = ([], []);
            _listener.RecordObservableInstruments();
            return (_activations, [.. _lags.GroupBy(lag => lag.Key.Consumer)
                .Where(reactor => reactor.Key is not (WebInstruments.Views or WebInstruments.Archive))
                .OrderBy(reactor => reactor.Key, StringComparer.Ordinal)
                .Select(reactor => ViewOf(reactor.Key, [.. reactor]))]);
        }
    }

    public void Dispose() => _listener.Dispose();

    private static ReactorView ViewOf(
        string name, IReadOnlyList<KeyValuePair<(string Consumer, int Partition), long>> lags)
    {
        var worst = lags.MaxBy(lag => lag.Value);
        return new ReactorView(
            name, lags.Sum(lag => lag.Value),
            lags.Count > 1 && worst.Value > 0 ? new WorstPartition(worst.Key.Partition, worst.Value) : null);
    }

    private Taker? TakerOf(string instrument) => instrument switch
    {
        Telemetry.Commands => (value, tags) => Count(Of<string>(tags, "outcome"), (long)value),
        Telemetry.TurnDuration => (value, _) => _turns.Add(value),
        Telemetry.JournalWait => (value, _) => _waits.Add(value),
        Telemetry.JournalBatchName => (value, _) =>
        {
            _batches.Add(0);
            _batches.Add(1, (long)value);
        },
        Telemetry.Activations => (value, tags) =>
        {
            var kind = Of<string>(tags, Telemetry.Kind) ?? "";
            _activations[kind] = _activations.GetValueOrDefault(kind) + (int)value;
        },
        Telemetry.FeedLag => (value, tags) =>
            _lags[(Of<string>(tags, "consumer") ?? "", Of<int>(tags, "partition"))] = (long)value,
        _ => null,
    };

    private void Count(string? outcome, long commands)
    {
        for (var cell = 0; cell < Telemetry.Outcomes.Count; cell++)
            if (Telemetry.Outcomes[cell] == outcome) _outcomes.Add(cell, commands);
    }

    private static T? Of<T>(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var (key, value) in tags)
            if (key == name && value is T known) return known;
        return default;
    }
}
