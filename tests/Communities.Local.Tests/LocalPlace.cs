using Communities.Actors;
using Communities.Suites;

namespace Communities.Local.Tests;

/// <summary>A new directory, gone with the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("communities-local-").FullName;

    public string Journal => System.IO.Path.Combine(Path, LocalEngine.JournalFile);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

internal sealed class LocalJournalPlace : JournalHarness
{
    private readonly TemporaryDirectory _directory = new();

    public override Task<IJournal> Open() => Task.FromResult<IJournal>(SqliteJournal.Open(_directory.Journal));

    public override async Task Close(IJournal journal) => await ((SqliteJournal)journal).DisposeAsync();

    public override Task Crash(IJournal journal)
    {
        ((SqliteJournal)journal).Abandon();
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }
}

internal sealed class LocalPlace : EngineHarness
{
    private readonly TemporaryDirectory _directory = new();

    public override Task<RunningEngine> Start(EngineLimits? limits = null, IReadOnlyList<Reactor>? reactors = null)
    {
        limits ??= new EngineLimits();
        var options = new LocalOptions
        {
            Directory = _directory.Path,
            Time = Time,
            MailboxMax = limits.MailboxMax,
            IdleTime = limits.IdleTime,
            SnapshotEvery = limits.SnapshotEvery,
        };
        var journal = SqliteJournal.Open(_directory.Journal);
        var faults = new JournalFaults(journal);
        var engine = LocalEngine.Start(options, faults, Tins.Kinds, reactors ?? Tins.Reactors);
        return Task.FromResult<RunningEngine>(new RunningLocal(engine, journal, faults));
    }

    public override ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class RunningLocal(LocalEngine engine, SqliteJournal journal, JournalFaults faults) : RunningEngine
    {
        public override IActors Actors => engine;

        public override JournalFaults Journal => faults;

        public override int Activations => engine.Activations;

        public override Task WhenQuiet() => engine.WhenQuiet(TestContext.Current.CancellationToken);

        public override async Task Stop() => await engine.DisposeAsync();

        public override Task Crash() => engine.Abandon(journal.Abandon);
    }
}
