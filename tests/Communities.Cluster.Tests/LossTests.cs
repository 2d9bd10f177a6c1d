using Communities.Actors;
using Communities.Suites;

namespace Communities.Cluster.Tests;

/// <summary>What a cluster promises when it loses a silo, or is two.</summary>
public sealed class LossTests(SharedPostgres postgres)
{
    private static readonly Call _anna = new("anna", new Standing(Role.Member));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silo_killed_with_asks_under_way_loses_and_repeats_nothing()
    {
        const int tins = 12, puts = 150;
        await using var cluster = await Wired.Start(postgres, silos: 3);
        var actors = await cluster.Client();
        var half = new TaskCompletionSource();
        var done = 0;
        var writers = Enumerable.Range(0, tins).Select(tin => Task.Run(async () =>
        {
            for (var n = 1; n <= puts; n++)
            {
                Assert.Equal(n, await Put(actors, Key(tin), n));
                if (Interlocked.Increment(ref done) == tins * puts / 3) half.SetResult();
            }
        })).ToList();
        await half.Task;
        await cluster.Silos.MaxBy(s => s.Node.Activations)!.Kill();
        await Task.WhenAll(writers);

        for (var tin = 0; tin < tins; tin++)
        {
            Assert.Equal(Enumerable.Range(1, puts), (await actors.See<Tin>(Key(tin), Ct)).Puts);
        }

        // The reactors of the partitions that were there go on elsewhere, and count nothing twice.
        for (var tin = 0; tin < tins; tin++)
        {
            await Soon.Is(async () => (await actors.See<Ledger>($"c{tin}", Ct)).Puts >= puts);
            var ledger = await actors.See<Ledger>($"c{tin}", Ct);
            Assert.Equal((puts, puts * (puts + 1) / 2), (ledger.Puts, ledger.Coins));
        }
    }

    [Fact]
    public async Task Two_activations_of_one_actor_cannot_both_write()
    {
        // Two clusters that know nothing of each other, on one journal: so each has the same actors in memory.
        await using var here = await Wired.Start(postgres, silos: 1, partitions: 1);
        await using var there = await here.Twin();
        var (one, other) = (here.Silos[0].Actors, there.Silos[0].Actors);
        var answers = await Task.WhenAll(Enumerable.Range(1, 200).Select(n => Put(n % 2 == 0 ? one : other, n)));

        var history = await here.Silos[0].Journals.Of("c").History(new ActorId(Tin.Kind, "c/a"), 0, 1_000, Ct);
        Assert.Equal(Enumerable.Range(1, history.Count).Select(n => (long)n), history.Select(e => e.Version));
        Assert.Equal(history.Count, answers.Count(a => a is not null));
        Assert.Equal(history.Select(e => e.Version), answers.OfType<Answer>().Select(a => a.Version).Order());
        await one.Ask("c/a", new TinCommand.Put(1), _anna, Ct);
        Assert.Equal(history.Count + 1, (await one.See<Tin>("c/a", Ct)).Puts.Count);

        // Who loses the race twice is told, and has done nothing.
        static async Task<Answer?> Put(IActors actors, int coins)
        {
            try
            {
                return await actors.Ask("c/a", new TinCommand.Put(coins), _anna, Ct);
            }
            catch (JournalUnavailableException)
            {
                return null;
            }
        }
    }

    // As a browser does: told that nothing could be done now, it asks again with the same id.
    private static async Task<long> Put(IActors actors, string key, int coins)
    {
        while (true)
        {
            try
            {
                var call = _anna with { Id = $"anna/{coins}" };
                return (await actors.Ask(key, new TinCommand.Put(coins), call, Ct)).Version;
            }
            catch (JournalUnavailableException)
            {
                Ct.ThrowIfCancellationRequested();
            }
        }
    }

    private static string Key(int tin) => $"c{tin}/a";
}
