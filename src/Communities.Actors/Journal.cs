namespace Communities.Actors;

/// <summary>The journal in order, as archive writers, views and reactors follow it.</summary>
public interface IFeed
{
    /// <summary>The position of the last durable envelope; 0 when there is none.</summary>
    long Head { get; }

    /// <summary>The envelopes behind this position, in order and without gaps, at most this many.</summary>
    /// <returns>Empty when there are none yet; it does not wait.</returns>
    ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default);

    /// <summary>Waits until <see cref="Head"/> is beyond this position.</summary>
    ValueTask WaitBeyond(long position, CancellationToken ct = default);

    /// <summary>The position that follows this one in this feed; what lies between belongs to other feeds.</summary>
    long Next(long position) => Partitions.One.Next(0, position);
}

/// <summary>How far each follower of the feed has come; survives a crash.</summary>
public interface ICheckpoints
{
    /// <summary>The mark last saved under this name, or null.</summary>
    ValueTask<string?> Load(string name, CancellationToken ct = default);

    /// <summary>Saves a mark, durable when it returns.</summary>
    ValueTask Save(string name, string mark, CancellationToken ct = default);
}

/// <summary>
/// The appends of one activation of an actor: when one has failed, all behind it fail. Their versions alone would not
/// make sure of that, for somebody else's event may have taken the place of the one that failed.
/// </summary>
public sealed class AppendChain
{
    private volatile bool _isBroken;

    /// <summary>True once an append of the chain has failed.</summary>
    public bool IsBroken => _isBroken;

    /// <summary>Said by the journal, before it looks at the next append of the chain.</summary>
    public void Break() => _isBroken = true;
}

/// <summary>
/// The truth: every event of the actors of one partition, in the order of their commits. A journal is what passes the
/// journal suite.
/// </summary>
public interface IJournal : IFeed, ICheckpoints
{
    /// <summary>
    /// Appends consecutive events of one actor, all or none, and returns the position of the last when all are
    /// durable.
    /// </summary>
    /// <remarks>
    /// Appends of one actor are durable in the order in which they were handed over, and need not be awaited in
    /// between: after one that failed, those handed over behind it in the same chain fail too. The events of one
    /// append take positions that follow each other.
    /// </remarks>
    /// <exception cref="LostRaceException">
    /// The first version does not follow the last one in the journal, or the chain is broken.
    /// </exception>
    /// <exception cref="JournalUnavailableException">
    /// The disk or the database would not take it. Nothing was written, unless the message says that it is not known,
    /// as when a database goes away in the middle and does not come back; a repeat with the same id is safe then, too.
    /// </exception>
    Task<long> Append(IReadOnlyList<Envelope> events, AppendChain? chain = null);

    /// <summary>The events of one actor behind this version, in order, at most this many.</summary>
    ValueTask<IReadOnlyList<Envelope>> History(
        ActorId actor, long afterVersion, int most, CancellationToken ct = default);

    /// <summary>The latest snapshot of an actor, or null.</summary>
    ValueTask<ActorSnapshot?> LoadSnapshot(ActorId actor, CancellationToken ct = default);

    /// <summary>Keeps a snapshot in place of the last one. May be lost in a crash: the events are the truth.</summary>
    ValueTask SaveSnapshot(ActorSnapshot snapshot, CancellationToken ct = default);

    /// <summary>Sets an alarm in place of the one of the same target and name; durable when it returns.</summary>
    ValueTask SetAlarm(Alarm alarm, CancellationToken ct = default);

    /// <summary>Forgets an alarm, if there is such a one; durable when it returns.</summary>
    ValueTask CancelAlarm(ActorId target, string name, CancellationToken ct = default);

    /// <summary>
    /// Forgets an alarm that was delivered, unless it has been set to another time since; durable when it returns.
    /// </summary>
    ValueTask ForgetAlarm(Alarm delivered, CancellationToken ct = default);

    /// <summary>The alarms due by this time, earliest first, at most this many.</summary>
    ValueTask<IReadOnlyList<Alarm>> DueAlarms(DateTimeOffset by, int most, CancellationToken ct = default);

    /// <summary>When the earliest alarm is due, or null when none is set.</summary>
    ValueTask<DateTimeOffset?> NextAlarm(CancellationToken ct = default);
}

/// <summary>A state of an actor, kept so that its whole history need not be read again.</summary>
/// <param name="Actor">Whose.</param>
/// <param name="Version">The version of its last event.</param>
/// <param name="Format">
/// A digest of what the state's fields looked like when it was written; another one is not read but folded anew.
/// </param>
/// <param name="State">State and remembered command ids as UTF-8 JSON.</param>
public sealed record ActorSnapshot(ActorId Actor, long Version, string Format, ReadOnlyMemory<byte> State);

/// <summary>A command that is delivered at a time, at least once, also after a restart.</summary>
/// <param name="Target">The actor it goes to.</param>
/// <param name="Name">One target has at most one alarm of a name.</param>
/// <param name="Due">When, UTC.</param>
/// <param name="CommandName">The stable name of the command.</param>
/// <param name="Command">Its fields as UTF-8 JSON.</param>
public sealed record Alarm(
    ActorId Target, string Name, DateTimeOffset Due, string CommandName, ReadOnlyMemory<byte> Command);

/// <summary>
/// Another activation of the same actor wrote first. Never an answer to a person: the engine starts again.
/// </summary>
public sealed class LostRaceException(ActorId actor, long version)
    : Exception($"{actor} has no room for version {version}: the journal does not end just before it.");

/// <summary>
/// The journal cannot take or give anything now. What was asked is not done, unless the message says that it is not
/// known.
/// </summary>
public sealed class JournalUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
