namespace Communities.Actors.Hosting;

/// <summary>How turns are taken, in either engine.</summary>
/// <param name="Time">The clock of turns and alarms.</param>
/// <param name="MailboxMax">Commands that may wait at one actor.</param>
/// <param name="SnapshotEvery">Events since the last snapshot before another is written, at least.</param>
/// <param name="SnapshotOnLeave">Events since it, from which an actor that leaves memory leaves one behind.</param>
/// <param name="Trouble">Told of what has no caller to be told of.</param>
internal sealed record HostOptions(
    TimeProvider Time, int MailboxMax, int SnapshotEvery, int SnapshotOnLeave, Action<string, Exception?>? Trouble);

/// <summary>What all activations of one process share, whoever runs them.</summary>
internal sealed class ActorHost : IDisposable
{
    private readonly Func<string, IJournal> _journalOf;

    /// <summary>A host of actors whose events are in the journal that their key leads to.</summary>
    public ActorHost(HostOptions options, Func<string, IJournal> journalOf)
    {
        (Options, _journalOf) = (options, journalOf);
        Snapshots = new SnapshotWriter(this);
    }

    public HostOptions Options { get; }

    public EngineCounters Counters { get; } = new();

    /// <summary>The accounts that ask.</summary>
    public SharedNames Names { get; } = new();

    public SnapshotWriter Snapshots { get; }

    public DateTimeOffset Now => Options.Time.GetUtcNow();

    /// <summary>The journal of the partition in which this actor's events are.</summary>
    public IJournal JournalOf(string key) => _journalOf(key);

    public void Dispose() => Counters.Dispose();
}
