using Microsoft.Extensions.Logging;
using Orleans.Metadata;

namespace Communities.Cluster;

/// <summary>A class of grains that follow the feed.</summary>
internal sealed record FollowerType(Type Grain);

/// <summary>How the silo's node is made.</summary>
internal sealed record NodeOpening(Func<Node> Open);

/// <summary>
/// Starts and stops the node with its silo, and wakes the followers of every partition: when the silo has started, and
/// whenever one has gone, so that what it followed is taken up at once and not only with the next reminder.
/// </summary>
internal sealed class NodeLifecycle(
    NodeSlot slot,
    NodeOpening opening,
    IGrainFactory grains,
    IClusterMembershipService membership,
    GrainTypeResolver types,
    IEnumerable<FollowerType> followers,
    ILogger<Node> log) : ILifecycleParticipant<ISiloLifecycle>
{
    private readonly CancellationTokenSource _stop = new();
    private Task _watching = Task.CompletedTask;

    public void Participate(ISiloLifecycle observer)
    {
        // Grains are deactivated at a later stage, so that on the way down the node outlives them.
        observer.Subscribe(nameof(NodeLifecycle), ServiceLifecycleStage.ApplicationServices, Open, Close);
        observer.Subscribe("Followers", ServiceLifecycleStage.Active, StartWatching, StopWatching);
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
            await node.Close().ConfigureAwait(false);
            slot.Node = null;
        }
    }

    private Task StartWatching(CancellationToken ct)
    {
        _watching = Task.Run(Watch, CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task StopWatching(CancellationToken ct)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Watch()
    {
        HashSet<SiloAddress>? before = null;
        await foreach (var members in membership.MembershipUpdates.WithCancellation(_stop.Token).ConfigureAwait(false))
        {
            var active = members.Members.Values.Where(m => m.Status == SiloStatus.Active)
                .Select(m => m.SiloAddress).ToHashSet();
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

        foreach (var type in followers.Select(f => types.GetGrainType(f.Grain).ToString()!))
        {
            for (var partition = 0; partition < node.Journals.Partitions.Count; partition++)
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
        }
    }
}
