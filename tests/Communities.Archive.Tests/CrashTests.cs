using Communities.Actors;

namespace Communities.Archive.Tests;

/// <summary>
/// The program dies at each call to the store and to the checkpoints, just before and just after its effect.
/// </summary>
public sealed class CrashTests
{
    private readonly FakeJournal _journal = new FakeJournal().AddMany(45);

    [Fact]
    public async Task Whenever_the_writer_dies_the_archive_becomes_the_very_same()
    {
        var (undisturbed, calls) = await Undisturbed();
        for (var call = 1; call <= calls; call++)
        {
            foreach (var afterEffect in new[] { false, true })
            {
                _journal.Marks.Clear();
                var store = Archives.Empty();
                await Die(store, call, afterEffect);
                await SoundSoFar(store);
                await Archives.Write(store, _journal);
                await Complete(undisturbed, store);
            }
        }
    }

    [Fact]
    public async Task And_also_when_it_dies_again_while_it_recovers()
    {
        const int recovery = 12; // Calls that cover finishing the interrupted round and beginning the next.
        var (undisturbed, calls) = await Undisturbed();
        for (var call = 1; call <= calls; call++)
        {
            for (var again = 1; again <= recovery; again++)
            {
                _journal.Marks.Clear();
                var store = Archives.Empty();
                await Die(store, call, afterEffect: again % 2 == 0);
                if (!await Die(store, again, afterEffect: call % 2 == 0))
                    continue;
                await SoundSoFar(store);
                await Archives.Write(store, _journal);
                await Complete(undisturbed, store);
            }
        }
    }

    [Fact]
    public async Task Events_that_come_after_the_crash_change_nothing_in_the_interrupted_round()
    {
        var (undisturbed, calls) = await Undisturbed();
        for (var call = 1; call <= calls; call++)
        {
            var journal = new FakeJournal().AddMany(45);
            var store = Archives.Empty();
            await Die(store, call, afterEffect: true, journal);
            journal.AddMany(20, seed: 2);
            await Archives.Write(store, journal, options: new ArchiveOptions { RoundEvents = 1000 });
            var report = await Archives.Verify(store, journal);
            Assert.Empty(report.Problems);
            Assert.Equal((0, 0), (report.NotYetArchived, report.Unsealed));
            Assert.Equal(journal.Events.Count(e => e.Actor.Prefix != "~"), report.Compared);
        }
    }

    [Fact]
    public async Task Communities_written_at_the_same_time_give_the_same_archive()
    {
        var (undisturbed, _) = await Undisturbed();
        _journal.Marks.Clear();
        var store = Archives.Empty();
        await Archives.Write(store, _journal, options: new ArchiveOptions { RoundEvents = 7, WritesAtOnce = 8 });
        await Complete(undisturbed, store);
    }

    private async Task<(MemoryStore Store, int Calls)> Undisturbed()
    {
        var store = Archives.Empty();
        var calls = new CrashPoint(int.MaxValue, afterEffect: false);
        await Archives.Write(new CrashingStore(store, calls), _journal, new CrashingCheckpoints(_journal, calls));
        Assert.InRange(calls.Count, 30, 300);
        return (store, calls.Count);
    }

    private async Task<bool> Die(MemoryStore store, int call, bool afterEffect, FakeJournal? journal = null)
    {
        journal ??= _journal;
        var crash = new CrashPoint(call, afterEffect);
        try
        {
            await Archives.Write(new CrashingStore(store, crash), journal, new CrashingCheckpoints(journal, crash));
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }

    // A crash leaves at most the newest segment of a community without its head.
    private async Task SoundSoFar(MemoryStore store) =>
        Assert.Empty((await Archives.Verify(store, _journal)).Problems);

    private async Task Complete(MemoryStore undisturbed, MemoryStore store)
    {
        Archives.Same(undisturbed, store);
        var report = await Archives.Verify(store, _journal);
        Assert.Empty(report.Problems);
        Assert.Equal((_journal.Events.Count(e => e.Actor.Prefix != "~"), 0, 0),
            (report.Compared, report.NotYetArchived, report.Unsealed));
    }

    private sealed class CrashException() : Exception("The program dies here.");

    private sealed class CrashPoint(int call, bool afterEffect)
    {
        private bool _dead;

        public int Count { get; private set; }

        public async ValueTask<T> Pass<T>(Func<ValueTask<T>> effect)
        {
            if (_dead || (++Count == call && !afterEffect))
                throw Death();
            var result = await effect();
            return Count == call ? throw Death() : result;
        }

        private CrashException Death()
        {
            _dead = true;
            return new CrashException();
        }
    }

    private sealed class CrashingStore(IArchiveStore store, CrashPoint crash) : IArchiveStore
    {
        public async ValueTask Put(string name, ReadOnlyMemory<byte> content, CancellationToken ct = default) =>
            await crash.Pass(async () =>
            {
                await store.Put(name, content, ct);
                return true;
            });

        public ValueTask<string> Replace(
            string name, ReadOnlyMemory<byte> content, string? tag, CancellationToken ct = default) =>
            crash.Pass(() => store.Replace(name, content, tag, ct));

        public ValueTask<ArchiveObject?> Read(string name, CancellationToken ct = default) =>
            crash.Pass(() => store.Read(name, ct));

        public IAsyncEnumerable<string> List(string folder, bool deep, CancellationToken ct = default) =>
            store.List(folder, deep, ct);
    }

    private sealed class CrashingCheckpoints(ICheckpoints checkpoints, CrashPoint crash) : ICheckpoints
    {
        public ValueTask<string?> Load(string name, CancellationToken ct = default) =>
            crash.Pass(() => checkpoints.Load(name, ct));

        public async ValueTask Save(string name, string mark, CancellationToken ct = default) =>
            await crash.Pass(async () =>
            {
                await checkpoints.Save(name, mark, ct);
                return true;
            });
    }
}
