namespace Communities.Cluster;

/// <summary>Where actors live.</summary>
public enum ActorPlacement
{
    /// <summary>
    /// All actors of a partition, and those who follow its feed, on one silo: its commits are gathered by one process,
    /// and what follows from them stays in it.
    /// </summary>
    Together = 0,

    /// <summary>Each where Orleans itself would put it.</summary>
    Spread = 1,
}

/// <summary>How a process asks actors that may be elsewhere.</summary>
public sealed record AskingOptions
{
    /// <summary>
    /// How long what was interrupted is asked again, when a silo is lost or stops, before the caller is told. The
    /// default is longer than the loss of a silo takes to be noticed, and as long as a person waits for a page.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Bytes of JSON of the states that are kept, so that they need not be sent again as long as they are the same. The
    /// default holds tens of thousands of members and hundreds of long threads.
    /// </summary>
    public long StatesBytesMax { get; init; } = 64 << 20;

    internal AskingOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Patience, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(StatesBytesMax);
        return this;
    }
}

/// <summary>How a silo hosts actors.</summary>
public sealed record NodeOptions
{
    /// <summary>The clock of turns, alarms and idleness. The network keeps the machine's own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Commands that may wait at one actor, 1 or more; the next is refused with <see cref="EngineRefusals.Busy"/>.
    /// </summary>
    public int MailboxMax { get; init; } = 4_096;

    /// <summary>How long an actor stays in memory after its last turn.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Actors in the memory of one silo, beyond which those idle longest leave before their time. Under memory pressure
    /// Orleans lets some go before that, too.
    /// </summary>
    public int ActivationsMax { get; init; } = 50_000;

    /// <summary>
    /// Events since the last snapshot before another is written, at least; with a long history half of it.
    /// </summary>
    public int SnapshotEvery { get; init; } = 256;

    /// <summary>Events since the last snapshot, from which an actor that leaves memory leaves one behind.</summary>
    public int SnapshotOnLeave { get; init; } = 64;

    /// <summary>Where actors live.</summary>
    public ActorPlacement Placement { get; init; }

    /// <summary>How this silo asks actors that live on others.</summary>
    public AskingOptions Asking { get; init; } = new();

    /// <summary>
    /// The name of the Orleans stream provider by which silos tell each other, and front ends, what they have
    /// committed; null for none: then everybody learns of it from the database alone, a little later.
    /// </summary>
    public string? Stream { get; init; }

    /// <summary>
    /// Told of what has no caller to be told of: a follower that cannot go on, an actor's mistake. Null writes it into
    /// the host's log.
    /// </summary>
    public Action<string, Exception?>? Trouble { get; init; }

    internal HostOptions Host => new(Time, MailboxMax, SnapshotEvery, SnapshotOnLeave, Trouble);

    internal NodeOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MailboxMax, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(IdleTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(ActivationsMax, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(SnapshotEvery, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(SnapshotOnLeave, 1);
        Asking.Checked();
        return this;
    }
}
