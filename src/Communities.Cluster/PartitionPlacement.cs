using System.Globalization;
using Orleans.Metadata;
using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Communities.Cluster;

/// <summary>
/// Puts all grains of a partition on one silo, the same one from whichever silo that is asked for.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PartitionPlacementAttribute(bool isFollower = false)
    : PlacementAttribute(new PartitionPlacement { IsFollower = isFollower });

/// <summary>The strategy, as Orleans keeps it with the types of grains.</summary>
[GenerateSerializer, Immutable, Alias("communities.placement")]
internal sealed class PartitionPlacement : PlacementStrategy
{
    private const string FollowerProperty = "communities.is-follower";

    /// <summary>The grain's key is the partition's number, and not an actor's key.</summary>
    [Id(0)] public bool IsFollower { get; set; }

    public override void Initialize(GrainProperties properties)
    {
        base.Initialize(properties);
        IsFollower = properties.Properties.ContainsKey(FollowerProperty);
    }

    public override void PopulateGrainProperties(
        IServiceProvider services, Type grainClass, GrainType grainType, Dictionary<string, string> properties)
    {
        base.PopulateGrainProperties(services, grainClass, grainType, properties);
        if (IsFollower)
        {
            properties[FollowerProperty] = bool.TrueString;
        }
    }
}

/// <summary>Says on which silo a grain comes into memory.</summary>
internal sealed class PartitionPlacementDirector(
    NodeSlot slot, PlacementStrategy usual, PlacementDirectorResolver directors) : IPlacementDirector
{
    private PartitionMap? _map;

    public Task<SiloAddress> OnAddActivation(
        PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        if (slot.Node is not { Options.Placement: ActorPlacement.Together, Journals.Partitions: var partitions })
        {
            return directors.GetPlacementDirector(usual).OnAddActivation(usual, target, context);
        }

        var map = _map;
        if (map is null || !map.IsOf(partitions, silos))
        {
            _map = map = new PartitionMap(partitions, silos);
        }

        var key = target.GrainIdentity.Key.ToString()!;
        var partition = ((PartitionPlacement)strategy).IsFollower
            ? int.Parse(key, CultureInfo.InvariantCulture) % partitions.Count
            : partitions.Of(key);
        return Task.FromResult(map[partition]);
    }
}

/// <summary>
/// Which partition is on which of these silos. Everybody comes to the same answer without talking: by rendezvous
/// hashing, so that few partitions move when a silo comes or goes, with no silo having more than its share.
/// </summary>
internal sealed class PartitionMap
{
    private readonly SiloAddress[] _silos;
    private readonly SiloAddress[] _byPartition;

    /// <exception cref="OrleansException">There are no silos.</exception>
    public PartitionMap(Partitions partitions, IReadOnlyCollection<SiloAddress> silos)
    {
        _silos = [.. silos];
        if (_silos.Length == 0)
        {
            throw new OrleansException("No silo here hosts actors.");
        }

        var share = (partitions.Count + _silos.Length - 1) / _silos.Length;
        var room = _silos.ToDictionary(s => s, _ => share);
        _byPartition = new SiloAddress[partitions.Count];
        for (var partition = 0; partition < partitions.Count; partition++)
        {
            var chosen = _silos.Where(s => room[s] > 0).OrderBy(s => Weight(partition, s)).ThenBy(s => s).First();
            room[chosen]--;
            _byPartition[partition] = chosen;
        }
    }

    public SiloAddress this[int partition] => _byPartition[partition];

    public bool IsOf(Partitions partitions, SiloAddress[] silos) =>
        partitions.Count == _byPartition.Length && silos.AsSpan().SequenceEqual(_silos);

    // The same in every process, as far as Orleans' own hash of a silo's address is.
    private static ulong Weight(int partition, SiloAddress silo)
    {
        var hash = ((ulong)(uint)silo.GetConsistentHashCode() << 32) | (uint)(partition + 1);
        hash = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93ul;
        hash = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93ul;
        return hash ^ (hash >> 32);
    }
}
