using Communities.Actors;
using Communities.Suites;

namespace Communities.Cluster.Tests;

/// <summary>A front end in a process, or at least a host, of its own.</summary>
public sealed class ClientTests(SharedPostgres postgres)
{
    private static readonly Call _anna = new("anna", new Standing(Role.Member));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_asks_and_sees_and_so_does_every_silo()
    {
        await using var cluster = await Wired.Start(postgres, silos: 2);
        var client = await cluster.Client();
        var answer = await client.Ask("devs/a", new TinCommand.PutEach([1, 2]), _anna with { Id = "one" }, Ct);
        var repeat = await cluster.Silos[1].Actors.Ask(
            "devs/a", new TinCommand.PutEach([1, 2]), _anna with { Id = "one" }, Ct);

        Assert.Equal([new TinEvent.Put(1), new TinEvent.Put(2)], answer.Events);
        Assert.Equal((true, answer.Version, answer.Position), (repeat.IsRepeat, repeat.Version, repeat.Position));
        foreach (var actors in (IActors[])[client, .. cluster.Silos.Select(s => s.Actors)])
        {
            Assert.Equal([1, 2], (await actors.See<Tin>("devs/a", Ct)).Puts);
        }

        Assert.Equal("tin.empty", (await client.Ask("devs/a", new TinCommand.Take(9), _anna, Ct)).Refusal!.Code);
        await Assert.ThrowsAsync<ActorFaultException>(() =>
            client.Ask("devs/a", new TinCommand.Drop(), _anna, Ct).AsTask());
    }

    [Fact]
    public async Task A_state_that_is_still_the_same_is_the_very_same()
    {
        await using var cluster = await Wired.Start(postgres, silos: 1);
        var client = await cluster.Client();
        await client.Ask("devs/a", new TinCommand.Put(1), _anna, Ct);
        var seen = await client.See<Tin>("devs/a", Ct);
        Assert.Same(seen, await client.See<Tin>("devs/a", Ct));

        await cluster.Silos[0].Actors.Ask("devs/a", new TinCommand.Put(2), _anna, Ct);
        Assert.Equal([1, 2], (await client.See<Tin>("devs/a", Ct)).Puts);
    }
}
