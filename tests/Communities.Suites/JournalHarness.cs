using Communities.Actors;

namespace Communities.Suites;

/// <summary>A place where one journal lies, opened once at a time.</summary>
public abstract class JournalHarness : IAsyncDisposable
{
    /// <summary>Which partition of how many the journal is.</summary>
    public virtual (Partitions All, int One) Partition => (Partitions.One, 0);

    public abstract Task<IJournal> Open();

    /// <summary>Closes it in good order.</summary>
    public abstract Task Close(IJournal journal);

    /// <summary>Lets it go as a killed process would.</summary>
    public abstract Task Crash(IJournal journal);

    public abstract ValueTask DisposeAsync();
}
