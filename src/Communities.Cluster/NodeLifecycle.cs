using Microsoft.Extensions.Logging;
using Orleans.Metadata;

namespace Communities.Cluster;

/// <summary>A class of grains that follow the feed.</summary>
internal sealed record FollowerType(Type Grain);

/// <summary>How the silo's node is made.</summary>
internal sealed record NodeOpening(Func<Node> Open);

/// <summary>
/// Starts and stops the node with its silo. Wakes the followers of every partition when the silo has started, and when
/// one has gone: what it followed is taken up at once, and not only with the next reminder. And sends those home whose
/// partition belongs to another silo by now.
/// </summary>
internal sealed class NodeLifecycle(
    NodeSlot slot,
    NodeOpening opening,
    IGrainFactory grains,
    IClusterMembershipService membership,
    IClusterManifestProvider manifests,
    ILocalSiloDetails silo,
    GrainTypeResolver types,
    IEnumerable<FollowerType> followers,
    ILogger<Node> log) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>
    /// How often it looks who is not at home. Some seconds, since the others learn bit by bit that a silo has come.
    /// </summary>
    private static readonly TimeSpan _settleEvery = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    public void Participate(ISiloLifecycle observer)
    {
        // Grains are deactivated at a stage in between, so that on the way down the node outlives them.
        observer.Subscribe(nameof(NodeLifecycle), ServiceLifecycleStage.ApplicationServices, Open, Close);
        observer.Subscribe("Followers", ServiceLifecycleStage.Active, StartWork, StopWork);
    }

    private Task Open(CancellationToken ct)
    {
        slot.Node = opening.Open();
        return Task.CompletedTask;
    }

    private async Task Close(CancellationToken ct)
    {
        if (slot.Node is { } node)
        {
            await node.Close(ct).ConfigureAwait(false);
            slot.Node = null;
        }
    }

    private Task StartWork(CancellationToken ct)
    {
        _work = Task.WhenAll(Task.Run(WakeWhenOneHasGone), Task.Run(Settle));
        return Task.CompletedTask;
    }

    private async Task StopWork(CancellationToken ct)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        if (slot.Node is { } node)
        {
            await node.StopDelivering().ConfigureAwait(false);
        }
    }

    private async Task WakeWhenOneHasGone()
    {
        HashSet<SiloAddress>? before = null;
        await foreach (var members in membership.MembershipUpdates.WithCancellation(_stop.Token).ConfigureAwait(false))
        {
            var active = Active(members).ToHashSet();
            if (before is null || !before.IsSubsetOf(active))
            {
                await WakeFollowers().ConfigureAwait(false);
            }

            before = active;
        }
    }

    private async Task WakeFollowers()
    {
        if (slot.Node is not { } node)
        {
            return;
        }

        // All at once, so that one that is on a silo just lost does not hold up the others.
        await Task.WhenAll(
            from follower in followers
            let type = types.GetGrainType(follower.Grain).ToString()
            from partition in Enumerable.Range(0, node.Journals.Partitions.Count)
            select Wake(type, partition)).ConfigureAwait(false);
    }

    private async Task Wake(string type, int partition)
    {
        try
        {
            await grains.GetFollower(type, partition).Wake().ConfigureAwait(false);
        }
        catch (Exception e) when (!_stop.IsCancellationRequested)
        {
            Log.NotWoken(log, type, partition, e);
        }
    }

    private async Task Settle()
    {
        using var timer = new PeriodicTimer(_settleEvery);
        while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
        {
            try
            {
                SendHome();
            }
            catch (Exception e)
            {
                Log.Trouble(log, "Who belongs to other silos is not sent there now.", e);
            }
        }
    }

    private void SendHome()
    {
        if (slot.Node is not { Options.Placement: ActorPlacement.Together } node)
        {
            return;
        }

        var known = manifests.Current.Silos;
        var hosts = Active(membership.CurrentSnapshot)
            .Where(s => known.TryGetValue(s, out var m) && m.Grains.ContainsKey(ReactorGrain.GrainType)).ToList();
        if (hosts.Contains(silo.SiloAddress))
        {
            var map = new PartitionMap(node.Journals.Partitions, hosts);
            node.SendHome(partition => !map[partition].Equals(silo.SiloAddress));
        }
    }

    private static IEnumerable<SiloAddress> Active(ClusterMembershipSnapshot members) =>
        members.Members.Values.Where(m => m.Status == SiloStatus.Active).Select(m => m.SiloAddress);
}
