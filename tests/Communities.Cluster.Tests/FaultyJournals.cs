using Communities.Actors;
using Communities.Postgres;
using Communities.Suites;

namespace Communities.Cluster.Tests;

/// <summary>A journal of one partition on PostgreSQL, for all nodes of a cluster, that a test may make fail.</summary>
internal sealed class FaultyJournals(PostgresJournal journals) : IJournals
{
    public event Action<int, IReadOnlyList<Envelope>> Committed
    {
        add => journals.Committed += value;
        remove => journals.Committed -= value;
    }

    public JournalFaults Faults { get; } = new(journals[0]);

    public Partitions Partitions => journals.Partitions;

    public Feeds Feeds => new(Faults);

    public IJournal this[int partition] => Faults;

    public void Offer(int partition, IReadOnlyList<Envelope> envelopes) => journals.Offer(partition, envelopes);

    public async Task<ICheckpoints> Claim(int partition, string follower, CancellationToken ct = default) =>
        new Checkpoints(await journals.Claim(partition, follower, ct), Faults);

    private sealed class Checkpoints(ICheckpoints checkpoints, JournalFaults faults) : ICheckpoints
    {
        public ValueTask<string?> Load(string name, CancellationToken ct = default) => checkpoints.Load(name, ct);

        public async ValueTask Save(string name, string mark, CancellationToken ct = default)
        {
            faults.At?.Invoke(JournalStep.SaveCheckpoint);
            await checkpoints.Save(name, mark, ct);
            faults.At?.Invoke(JournalStep.SavedCheckpoint);
        }
    }
}
