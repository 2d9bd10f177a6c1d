using Communities.Actors;

namespace Communities.Suites;

/// <summary>The limits that the suite makes small to reach them.</summary>
public sealed record EngineLimits
{
    public int MailboxMax { get; init; } = 4_096;

    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(10);

    public int SnapshotEvery { get; init; } = 256;
}

/// <summary>
/// A place where data lies, on which engines are started and ended, one at a time. Whoever wants to be an engine
/// brings one of these and passes the suite.
/// </summary>
public abstract class EngineHarness : IAsyncDisposable
{
    /// <summary>The clock of every engine here.</summary>
    public ManualTime Time { get; } = new();

    /// <summary>Starts an engine of tins and ledgers on what lies here.</summary>
    public abstract Task<RunningEngine> Start(EngineLimits? limits = null, IReadOnlyList<Reactor>? reactors = null);

    public abstract ValueTask DisposeAsync();
}

/// <summary>An engine that runs.</summary>
public abstract class RunningEngine
{
    public abstract IActors Actors { get; }

    /// <summary>The journal that the engine uses, for a test to read and to disturb.</summary>
    public abstract JournalFaults Journal { get; }

    /// <summary>How many actors are in memory.</summary>
    public abstract int Activations { get; }

    /// <summary>Waits until everything that follows from what was answered has happened.</summary>
    public abstract Task WhenQuiet();

    /// <summary>Ends it in good order.</summary>
    public abstract Task Stop();

    /// <summary>Ends it as a killed process ends: nothing is finished, nothing is flushed.</summary>
    public abstract Task Crash();
}
