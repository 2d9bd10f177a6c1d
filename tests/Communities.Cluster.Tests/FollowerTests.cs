using Communities.Actors;
using Communities.Suites;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Reminders;

namespace Communities.Cluster.Tests;

/// <summary>Those who follow the feeds: where they are, and that they come back.</summary>
public sealed class FollowerTests(SharedPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_partition_is_followed_once()
    {
        await using var cluster = await Wired.Start(postgres, silos: 3, partitions: 6);
        await Soon.Is(() => cluster.Silos.Sum(s => s.Node.Reacting.Count) == 6);
        Assert.Equal(Enumerable.Range(0, 6), cluster.Silos.SelectMany(s => s.Node.Reacting.Keys).Order());
    }

    [Fact]
    public async Task A_reminder_brings_back_a_follower_that_ended()
    {
        var time = new ManualTime(DateTimeOffset.UtcNow);
        await using var cluster = await Wired.Start(postgres, silos: 0, partitions: 1);
        var silo = await cluster.Add(configure: builder => builder.Services.AddKeyedSingleton<TimeProvider>(
            ReminderTimeProviderNames.Reminders, time));
        await Soon.Is(() => silo.Node.Reacting.Count == 1);
        await silo.Node.StopFollowing(Ct);
        Assert.Empty(silo.Node.Reacting);

        await Soon.Is(() =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            return silo.Node.Reacting.Count == 1;
        });
    }

    [Fact]
    public async Task Whoever_is_overtaken_by_another_ends()
    {
        await using var here = await Wired.Start(postgres, silos: 1, partitions: 1);
        await Soon.Is(() => here.Silos[0].Node.Reacting.Count == 1);
        await using var there = await here.Twin();
        await Soon.Is(() => there.Silos[0].Node.Reacting.Count == 1);

        await here.Silos[0].Actors.Ask("devs/a", new TinCommand.Put(5), Call.System(), Ct);
        await Soon.Is(() => here.Silos[0].Node.Reacting.Count == 0);
        var ledger = await there.Silos[0].Actors.See<Ledger>("devs", Ct);
        Assert.Equal((1, 5), (ledger.Puts, ledger.Coins));
    }
}
