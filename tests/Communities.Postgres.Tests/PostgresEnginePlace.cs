using Communities.Actors;
using Communities.Local;
using Communities.Suites;

namespace Communities.Postgres.Tests;

/// <summary>
/// The engine of one process on a partition of a journal on PostgreSQL: what turns and this journal promise fits.
/// </summary>
internal sealed class PostgresEnginePlace(SharedPostgres postgres) : EngineHarness
{
    private PostgresPlace? _place;

    public override async Task<RunningEngine> Start(
        EngineLimits? limits = null, IReadOnlyList<Reactor>? reactors = null)
    {
        limits ??= new EngineLimits();
        var options = new LocalOptions
        {
            Directory = ".", // Nothing is put there: the journal lies elsewhere.
            Time = Time,
            MailboxMax = limits.MailboxMax,
            IdleTime = limits.IdleTime,
            SnapshotEvery = limits.SnapshotEvery,
        };
        _place ??= await postgres.NewPlace();
        var journal = await PostgresJournal.Open(Journals.Options(_place) with { Partitions = 3 });
        var faults = new JournalFaults(journal[1]);
        return new Running(LocalEngine.Start(options, faults, Tins.Kinds, reactors ?? Tins.Reactors), journal, faults);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_place is not null) await _place.DisposeAsync();
    }

    private sealed class Running(LocalEngine engine, PostgresJournal journal, JournalFaults faults) : RunningEngine
    {
        public override IActors Actors => engine;

        public override JournalFaults Journal => faults;

        public override int Activations => engine.Activations;

        public override Task WhenQuiet() => engine.WhenQuiet(TestContext.Current.CancellationToken);

        public override async Task Stop()
        {
            await engine.DisposeAsync();
            await journal.DisposeAsync();
        }

        public override async Task Crash()
        {
            var abandoned = Task.CompletedTask;
            await engine.Abandon(() => abandoned = journal.Abandon());
            await abandoned;
        }
    }
}
