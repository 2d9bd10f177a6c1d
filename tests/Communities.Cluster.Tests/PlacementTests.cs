using System.Net;
using Communities.Actors;
using Communities.Suites;

namespace Communities.Cluster.Tests;

/// <summary>Where the actors of a cluster live.</summary>
public sealed class PlacementTests(SharedPostgres postgres)
{
    private static readonly Partitions _sixteen = new(16);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_actors_of_a_partition_and_its_reactors_are_on_one_silo()
    {
        await using var cluster = await Wired.Start(postgres, silos: 3, partitions: 6);
        var actors = cluster.Silos[0].Actors;
        await Task.WhenAll(Enumerable.Range(0, 60).Select(n =>
            actors.Ask($"c{n}/a", new TinCommand.Put(1), Call.System(), Ct).AsTask()));

        // Silos learn of each other bit by bit: some may be sent home first.
        await Soon.Is(() => cluster.Silos.All(silo => IsAtHome(silo.Node, cluster.Silos)));
    }

    [Fact]
    public async Task When_a_silo_comes_the_partitions_that_are_its_move_to_it()
    {
        await using var cluster = await Wired.Start(postgres, silos: 1, partitions: 6);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(n =>
            cluster.Silos[0].Actors.Ask($"c{n}/a", new TinCommand.Put(1), Call.System(), Ct).AsTask()));
        var newcomer = await cluster.Add();
        await Soon.Is(() => newcomer.Node.Reacting.Count == 3 && newcomer.Node.Residents.Any()
            && cluster.Silos.All(silo => IsAtHome(silo.Node, cluster.Silos)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(n =>
            newcomer.Actors.Ask($"c{n}/a", new TinCommand.Put(1), Call.System(), Ct).AsTask()));
        Assert.All(answers, answer => Assert.Equal(2, answer.Version));
    }

    /// <summary>Nothing of what this node has, reactors included, is on another one as well.</summary>
    private static bool IsAtHome(Node node, IEnumerable<WiredSilo> all)
    {
        var here = Of(node).ToHashSet();
        return all.Where(silo => silo.Node != node).All(silo => !here.Overlaps(Of(silo.Node)));

        static IEnumerable<int> Of(Node node) =>
            node.Residents.Select(r => node.Journals.Partitions.Of(r.Key)).Concat(node.Reacting.Keys);
    }

    [Fact]
    public void Every_silo_has_its_share_and_no_more()
    {
        var silos = Silos(5);
        var map = new PartitionMap(_sixteen, silos);
        var shares = Enumerable.Range(0, 16).CountBy(p => map[p]).ToDictionary();
        Assert.Equal(silos.Order(), shares.Keys.Order());
        Assert.All(shares.Values, share => Assert.InRange(share, 1, 4));
    }

    [Fact]
    public void Everybody_comes_to_the_same_map()
    {
        var silos = Silos(5);
        var map = new PartitionMap(_sixteen, silos);
        var other = new PartitionMap(_sixteen, [.. silos.Reverse()]);
        Assert.All(Enumerable.Range(0, 16), p => Assert.Equal(map[p], other[p]));
    }

    [Fact]
    public void Few_partitions_move_when_a_silo_goes()
    {
        var silos = Silos(8);
        var hundred = new Partitions(128);
        var (before, after) = (new PartitionMap(hundred, silos), new PartitionMap(hundred, silos[1..]));
        var moved = Enumerable.Range(0, 128).Count(p => before[p] != after[p]);
        Assert.InRange(moved, 16, 48);
    }

    private static SiloAddress[] Silos(int count) =>
        [.. Enumerable.Range(0, count).Select(n => SiloAddress.New(IPAddress.Parse($"10.0.0.{n + 1}"), 11111, 7))];
}
