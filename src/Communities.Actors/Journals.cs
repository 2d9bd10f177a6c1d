namespace Communities.Actors;

/// <summary>
/// The journals of an engine of several processes, one a partition; each process has its own way to them.
/// </summary>
public interface IJournals
{
    /// <summary>Which partitions there are; fixed when the first process made them.</summary>
    Partitions Partitions { get; }

    /// <summary>The feeds of all of them.</summary>
    Feeds Feeds { get; }

    /// <summary>The journal of this partition.</summary>
    IJournal this[int partition] { get; }

    /// <summary>The journal in which the events of this actor are.</summary>
    IJournal Of(string key) => this[Partitions.Of(key)];

    /// <summary>
    /// Told, with the partition, of what this process has committed, in order; it must be quick and may not throw.
    /// </summary>
    event Action<int, IReadOnlyList<Envelope>> Committed;

    /// <summary>
    /// What another process has committed, brought by a stream: followers here need not read it. It may come twice,
    /// late, in another order or never; where it does not follow what is known it is read from the journal.
    /// </summary>
    void Offer(int partition, IReadOnlyList<Envelope> envelopes);

    /// <summary>
    /// The checkpoints of a partition for whoever takes up this follower's work: from now on nobody who took it up
    /// before can save any more.
    /// </summary>
    /// <exception cref="JournalUnavailableException">Not now.</exception>
    Task<ICheckpoints> Claim(int partition, string follower, CancellationToken ct = default);
}

/// <summary>Another process has taken up this follower's work; this one must leave it.</summary>
public sealed class CheckpointLostException(string follower)
    : Exception($"Another process follows as {follower} now.");

/// <summary>A journal that is alone, of one process, as journals.</summary>
public sealed class SoleJournal(IJournal journal) : IJournals
{
    /// <inheritdoc/>
    public event Action<int, IReadOnlyList<Envelope>> Committed
    {
        add { } // Nobody else has to be told.
        remove { }
    }

    /// <inheritdoc/>
    public Partitions Partitions => Partitions.One;

    /// <inheritdoc/>
    public Feeds Feeds { get; } = new(journal);

    /// <inheritdoc/>
    public IJournal this[int partition] => journal;

    /// <inheritdoc/>
    public void Offer(int partition, IReadOnlyList<Envelope> envelopes)
    {
        // There is no other process that could have committed anything.
    }

    /// <inheritdoc/>
    public Task<ICheckpoints> Claim(int partition, string follower, CancellationToken ct = default) =>
        Task.FromResult<ICheckpoints>(journal);
}
