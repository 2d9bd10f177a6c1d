using Communities.Actors.Hosting;

namespace Communities.Local;

/// <summary>How a local engine runs. Only the directory has no default.</summary>
public sealed record LocalOptions
{
    /// <summary>Where the journal lies; made if it is not there. One engine at a time may have it.</summary>
    public required string Directory { get; init; }

    /// <summary>The clock of turns, alarms and idleness.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Commands that may wait at one actor, 1 or more; the next is refused with <see cref="EngineRefusals.Busy"/>.
    /// The default lets a whole crowd of 4,096 answer the same thread at once, some tens of milliseconds of work.
    /// </summary>
    public int MailboxMax { get; init; } = 4_096;

    /// <summary>How long an actor stays in memory after its last turn.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Actors in memory, beyond which those idle longest leave before their time. The default is some tens of
    /// megabytes of members and threads.
    /// </summary>
    public int ActivationsMax { get; init; } = 50_000;

    /// <summary>
    /// Events since the last snapshot, before another is written, at least; with a long history it is half of
    /// it, so that snapshots cost a constant share of each event however long the history grows. Only a crash leaves
    /// so many events to be read again: an actor that leaves memory in good order leaves a snapshot behind.
    /// </summary>
    public int SnapshotEvery { get; init; } = 256;

    /// <summary>Events since the last snapshot, from which an actor that leaves memory leaves one behind.</summary>
    public int SnapshotOnLeave { get; init; } = 64;

    /// <summary>
    /// Told of what has no caller to be told of: a reactor that cannot go on, a snapshot that could not be written.
    /// </summary>
    public Action<string, Exception?>? Trouble { get; init; }

    internal HostOptions Host => new(Time, MailboxMax, SnapshotEvery, SnapshotOnLeave, Trouble);

    internal LocalOptions Checked()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Directory);
        ArgumentOutOfRangeException.ThrowIfLessThan(MailboxMax, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(IdleTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(ActivationsMax, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(SnapshotEvery, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(SnapshotOnLeave, 1);
        return this;
    }
}
