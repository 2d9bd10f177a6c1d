using Communities.Actors;

namespace Communities.Suites;

public abstract partial class EngineSuite
{
    [Fact]
    public async Task A_reactor_sees_every_event_and_counts_it_once()
    {
        await Task.WhenAll(Enumerable.Range(1, 300).Select(n => Put(n, $"devs/{n % 5}").AsTask()));
        await _engine.WhenQuiet();

        Assert.Equal((300, 300 * 301 / 2), ((await SeeLedger()).Puts, (await SeeLedger()).Coins));
    }

    [Fact]
    public async Task A_reaction_is_done_in_the_name_of_whom_its_reactor_says_or_of_who_caused_it()
    {
        await Put(1);
        await _engine.WhenQuiet();
        await Put(Tins.ForFortune);
        await _engine.WhenQuiet();

        var tallies = await _engine.Journal.History(new ActorId(Ledger.Kind, "devs"), 0, int.MaxValue, Ct);
        Assert.Equal(["anna", "fortune"], tallies.Select(tally => tally.By));
    }

    [Fact]
    public async Task What_an_import_tells_is_marked_with_all_that_follows_and_nothing_is_sent_twice_for_it()
    {
        var sent = Tins.Reactors[0];
        await Restart(reactors: [sent, sent with { Name = "once", SendsOnce = true }]);
        await Put(1, id: $"{Call.RetellingPrefix}1");
        await _engine.WhenQuiet();
        await Put(2);
        await _engine.WhenQuiet();
        await CrashAndStart();

        var tallies = await _engine.Journal.History(new ActorId(Ledger.Kind, "devs"), 0, int.MaxValue, Ct);
        Assert.Equal([true, false, false], tallies.Select(tally => tally.IsRetold));
        Assert.Equal((3, 5), ((await SeeLedger()).Puts, (await SeeLedger()).Coins));
    }

    [Fact]
    public async Task Many_commands_merged_come_to_the_same_as_one_by_one()
    {
        await Restart(reactors: []);
        await Ask(new TinCommand.PutEach([.. Enumerable.Range(1, 500)]));
        await Restart();
        await _engine.WhenQuiet();

        var ledger = await SeeLedger();
        Assert.Equal((500, 500 * 501 / 2), (ledger.Puts, ledger.Coins));
        var tallies = await _engine.Journal.History(new ActorId(Ledger.Kind, "devs"), 0, int.MaxValue, Ct);
        Assert.InRange(tallies.Count, 1, 50);
    }

    [Fact]
    public async Task A_refused_reaction_is_dropped_and_the_rest_goes_on()
    {
        await Restart(reactors: []);
        await Ask(new TinCommand.PutEach([1, -7, 2, 4]));
        await Restart();
        await _engine.WhenQuiet();

        Assert.Equal((3, 7), ((await SeeLedger()).Puts, (await SeeLedger()).Coins));
    }

    [Fact]
    public async Task A_crash_between_delivery_and_checkpoint_counts_nothing_twice()
    {
        await Restart(reactors: []);
        await Ask(new TinCommand.PutEach([.. Enumerable.Range(1, 40)]));
        await Restart();
        await _engine.WhenQuiet();
        var stuck = new TaskCompletionSource();
        _engine.Journal.At = step =>
        {
            if (step == JournalStep.SaveCheckpoint)
            {
                stuck.TrySetResult();
                throw new JournalUnavailableException("Not now.");
            }
        };
        await Put(100);
        await stuck.Task;
        Assert.Equal(41, (await SeeLedger()).Puts);

        // Behind the crash the batch is another one: what was taken alone comes back with what is new.
        await _engine.Crash();
        _engine = await _place.Start(reactors: []);
        await Put(200);
        await Restart();
        await _engine.WhenQuiet();

        Assert.Equal((42, (40 * 41 / 2) + 300), ((await SeeLedger()).Puts, (await SeeLedger()).Coins));
    }

    [Fact]
    public async Task Marks_of_reactors_are_kept_in_snapshots()
    {
        await Restart(new EngineLimits { SnapshotEvery = 2 });
        for (var n = 1; n <= 20; n++)
        {
            await Put(n);
            await _engine.WhenQuiet();
        }

        await Restart();
        Assert.NotNull(await _engine.Journal.LoadSnapshot(new ActorId(Ledger.Kind, "devs"), Ct));
        await _engine.Journal.Save("reactor/tallying", "0", Ct);
        await CrashAndStart();
        await _engine.WhenQuiet();

        Assert.Equal(20, (await SeeLedger()).Puts);
    }

    [Fact]
    public async Task A_reactor_waits_until_the_journal_is_back()
    {
        var told = new TaskCompletionSource();
        _engine.Journal.At = step =>
        {
            if (step == JournalStep.SaveCheckpoint)
            {
                told.TrySetResult();
                throw new JournalUnavailableException("Not now.");
            }
        };
        await Put(3);
        await told.Task;
        _engine.Journal.At = null;
        await UntilQuiet();

        Assert.Equal((1, 3), ((await SeeLedger()).Puts, (await SeeLedger()).Coins));
    }

    [Fact]
    public async Task A_reactor_that_fails_on_an_event_says_so_and_the_engine_goes_on()
    {
        var failing = new Reactor(
            "failing", new HashSet<string> { "tin.put" }, (_, _, _) => throw new InvalidOperationException("No."));
        await Restart(reactors: [failing, .. Tins.Reactors]);
        await Put(3);

        await Assert.ThrowsAsync<ActorFaultException>(() => _engine.WhenQuiet());
        Assert.Equal(2, (await Put(4)).Version);
    }

    /// <summary>Quiet, with the clock moved on for whoever waits before trying again.</summary>
    private async Task UntilQuiet()
    {
        var quiet = _engine.WhenQuiet();
        while (!quiet.IsCompleted)
        {
            Ct.ThrowIfCancellationRequested();
            _place.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await quiet;
    }
}
