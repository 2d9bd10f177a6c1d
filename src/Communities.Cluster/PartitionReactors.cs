using System.Globalization;

namespace Communities.Cluster;

/// <summary>The reactors of one partition, and the clock of its alarms.</summary>
internal sealed class PartitionReactors : IDisposable
{
    /// <summary>
    /// A batch costs messages, commits and a checkpoint, whether it holds one event or many. Counters may be so old.
    /// </summary>
    private static readonly TimeSpan _every = TimeSpan.FromMilliseconds(100);

    private readonly IReadOnlyList<Reactor> _reactors;
    private readonly int _partition;
    private readonly IReadOnlyList<ReactorRunner> _runners;
    private readonly AlarmClock _alarms;
    private readonly IJournal _journal;

    public PartitionReactors(Node node, int partition, ICheckpoints checkpoints, TimeSpan alarmsLookedFor)
    {
        (_reactors, _partition, _journal) = (node.Reactors, partition, node.Journals[partition]);
        _runners =
        [
            .. node.Reactors.Select(r => new ReactorRunner(
                r,
                NameIn(partition, r.Name, node.Journals.Partitions),
                new PacedFeed(_journal, _every),
                checkpoints,
                node)),
        ];
        _alarms = new AlarmClock(_journal, node, alarmsLookedFor);
    }

    public IEnumerable<(Reactor Reactor, int Partition, ReactorStatus Status)> Statuses =>
        _reactors.Zip(_runners, (reactor, runner) => (reactor, _partition, runner.Status));

    public Task Run(CancellationToken ct) => Task.WhenAll([.. _runners.Select(r => r.Run(ct)), _alarms.Run(ct)]);

    public void AlarmWasSet() => _alarms.Wake();

    /// <summary>
    /// Waits until every reactor has seen what is in the feed, and every alarm due by now was delivered.
    /// </summary>
    /// <returns>The head of the feed up to which that is so.</returns>
    /// <exception cref="ActorFaultException">A reactor cannot get past an event.</exception>
    public async Task<long> WhenQuiet(CancellationToken ct)
    {
        var head = _journal.Head;
        foreach (var runner in _runners)
        {
            await runner.WhenAt(head, ct).ConfigureAwait(false);
        }

        await _alarms.WhenQuiet(ct).ConfigureAwait(false);
        return head;
    }

    public void Dispose() => _alarms.Dispose();

    // An actor may be told of events of several partitions, whose positions do not compare.
    private static string NameIn(int partition, string reactor, Partitions partitions) =>
        partitions.Count == 1 ? reactor : string.Create(CultureInfo.InvariantCulture, $"{reactor}.{partition}");
}
