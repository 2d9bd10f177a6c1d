using System.Collections.Concurrent;
using System.Globalization;
using Communities.Actors;
using Communities.Suites;

namespace Communities.Local.Tests;

/// <summary>
/// A few lives of an engine on one directory: clients ask at random, steps of the journal fail at random, and each
/// life ends like a killed process between two steps that chance chose. At the end everything is counted.
/// </summary>
internal sealed class Simulation(int seed) : IAsyncDisposable
{
    private const int Lives = 4;
    private const int Clients = 4;
    private const int CommandsInLife = 40;
    private static readonly string[] _tins = ["red/a", "red/b", "red/c", "blue/a", "blue/b"];

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualTime _time = new();
    private readonly Random _chance = new(seed);
    private readonly ConcurrentDictionary<string, Answer> _answered = new();
    private readonly ConcurrentDictionary<string, (string Tin, TinCommand Command)> _open = new();
    private int _plans;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task Run()
    {
        for (var life = 0; life < Lives; life++)
        {
            await Live(life);
        }

        await Judge();
    }

    public ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Live(int life)
    {
        var journal = SqliteJournal.Open(_directory.Journal);
        var stepsLeft = _chance.Next(20, 400);
        var faults = new Random(_chance.Next());
        var crashed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var disturbed = new JournalFaults(journal)
        {
            At = step =>
            {
                if (Interlocked.Decrement(ref stepsLeft) <= 0)
                {
                    crashed.TrySetResult();
                    throw new JournalUnavailableException("The process was killed.");
                }

                bool fails;
                lock (faults)
                {
                    fails = faults.Next(25) == 0;
                }

                // What has happened cannot fail any more: behind a step there is only the crash.
                if (fails && step is not (JournalStep.Appended or JournalStep.SavedCheckpoint))
                {
                    throw new JournalUnavailableException($"{step} failed by chance.");
                }
            },
        };
        var options = new LocalOptions
        {
            Directory = _directory.Path,
            Time = _time,
            SnapshotEvery = 8,
            SnapshotOnLeave = 2,
            IdleTime = TimeSpan.FromSeconds(20),
        };
        var engine = LocalEngine.Start(options, disturbed, Tins.Kinds, Tins.Reactors);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var clients = Enumerable.Range(0, Clients)
            .Select(client => Task.Run(() => Client(engine, life, client, over.Token))).ToList();
        var done = Task.WhenAll(clients);
        await Task.WhenAny(done, crashed.Task);
        await over.CancelAsync();
        await engine.Abandon(journal.Abandon);
        await done;
    }

    /// <summary>Asks anew, and asks again what was left open by a failure or a crash.</summary>
    private async Task Client(LocalEngine engine, int life, int client, CancellationToken over)
    {
        var chance = new Random(HashCode.Combine(seed, life, client));
        for (var n = 0; n < CommandsInLife && !over.IsCancellationRequested; n++)
        {
            var again = chance.Next(3) == 0 ? _open.FirstOrDefault() : default;
            var id = again.Key ?? string.Create(CultureInfo.InvariantCulture, $"{life}-{client}-{n}");
            var (tin, command) = again.Key is null ? (_tins[chance.Next(_tins.Length)], Choose(chance)) : again.Value;
            await Ask(engine, id, tin, command);
            _time.Advance(TimeSpan.FromMilliseconds(chance.Next(500)));
        }
    }

    private async Task Ask(LocalEngine engine, string id, string tin, TinCommand command)
    {
        _open[id] = (tin, command);
        Answer answer;
        try
        {
            answer = await engine.Ask(tin, command, new Call("anna", new Standing(Role.Member), id), Ct);
        }
        catch (JournalUnavailableException)
        {
            // Done or not done: nobody knows yet, so it stays open.
            return;
        }

        if (answer.Events.Count > 0)
        {
            var known = _answered.GetOrAdd(id, answer);
            Assert.Equal((known.Version, known.Position), (answer.Version, answer.Position));
            Assert.Equal(known.Events, answer.Events);
        }

        _open.TryRemove(id, out _);
    }

    private TinCommand Choose(Random chance) => chance.Next(10) switch
    {
        0 => new TinCommand.Take(chance.Next(20)),
        1 => new TinCommand.PutEach([.. Enumerable.Range(0, chance.Next(5)).Select(_ => chance.Next(1, 9))]),
        2 => new TinCommand.PutLater(
            string.Create(CultureInfo.InvariantCulture, $"plan-{Interlocked.Increment(ref _plans)}"),
            _time.GetUtcNow().AddSeconds(chance.Next(120)),
            chance.Next(1, 9)),
        _ => new TinCommand.Put(chance.Next(1, 9)),
    };

    private async Task Judge()
    {
        await using var engine = await LocalEngine.Start(
            new LocalOptions { Directory = _directory.Path, Time = _time }, Tins.Kinds, Tins.Reactors, Ct);
        _time.Advance(TimeSpan.FromMinutes(10));
        await engine.WhenQuiet(Ct);

        var feed = await engine.Journal.Read(0, int.MaxValue, Ct);
        Assert.Equal(Enumerable.Range(1, feed.Count).Select(n => (long)n), feed.Select(e => e.Position));
        foreach (var (id, answer) in _answered)
        {
            var events = feed.Where(e => e.CommandId == id).ToList();
            Assert.Equal(answer.Events.Count, events.Count);
            Assert.Equal((answer.Version, answer.Position), (events[^1].Version, events[^1].Position));
        }

        foreach (var command in feed.Where(e => e.CommandId is not null).GroupBy(e => (e.Actor, e.CommandId)))
        {
            var versions = command.Select(e => e.Version).ToList();
            Assert.Equal(versions.Count, versions[^1] - versions[0] + 1);
        }

        foreach (var tin in _tins)
        {
            await JudgeTin(engine, tin);
        }

        await JudgeLedger(engine, feed, "red");
        await JudgeLedger(engine, feed, "blue");
    }

    private static async Task JudgeTin(LocalEngine engine, string tin)
    {
        var history = await engine.Journal.History(new ActorId(Tin.Kind, tin), 0, int.MaxValue, Ct);
        Assert.Equal(Enumerable.Range(1, history.Count).Select(n => (long)n), history.Select(e => e.Version));
        Assert.Equal(Tins.Text(Tins.Fold(history)), Tins.Text(await engine.See<Tin>(tin, Ct)));
        var plans = history.Where(e => e.Name == "tin.put-planned").Select(e => ((TinEvent.PutPlanned)Decode(e)).Name);
        var fired = history.Where(e => e.CommandId?.StartsWith("~alarm/", StringComparison.Ordinal) == true)
            .Select(e => e.CommandId!.Split('/')[1]);
        Assert.Equal(plans.Order(), fired.Order());
    }

    private static async Task JudgeLedger(LocalEngine engine, IReadOnlyList<Envelope> feed, string community)
    {
        var puts = feed.Where(e => e.Name == "tin.put" && e.Actor.Prefix == community).Select(Decode)
            .Cast<TinEvent.Put>().ToList();
        var ledger = await engine.See<Ledger>(community, Ct);
        Assert.Equal((puts.Count, puts.Sum(p => p.Coins)), (ledger.Puts, ledger.Coins));
    }

    private static object Decode(Envelope e) => Tins.Kinds[0].Events.Decode(e.Name, e.Json.Span);
}
