using Microsoft.Extensions.DependencyInjection;
using System.Globalization;
using Orleans.Concurrency;

namespace Communities.Cluster;

/// <summary>A follower over the wire.</summary>
[Alias("communities.follower"), Orleans.CodeGeneration.Version(1)]
internal interface IFollowerGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that the partition is followed; nothing where it is.</summary>
    [Alias("wake")]
    Task Wake();
}

/// <summary>
/// Follows the feed of one partition for the whole cluster: archive writers, projectors of views, reactors. Its key is
/// the partition's number.
/// </summary>
/// <remarks>
/// It is woken when a silo starts and when one is lost, and by an Orleans reminder every minute: so it is on some silo
/// whatever happens. Orleans may for a moment have it on two; whoever came last has the checkpoints then, and the other
/// one ends itself as soon as it would save. A follower writes nothing that a repeat from the last checkpoint spoils.
/// </remarks>
[Reentrant, PartitionPlacement(isFollower: true)]
public abstract class FollowerGrain : Grain, IFollowerGrain, IRemindable
{
    private const string ReminderName = "follow";

    /// <summary>The shortest that Orleans has, and the longest that a partition stays without a follower.</summary>
    private static readonly TimeSpan _reminderPeriod = TimeSpan.FromMinutes(1);

    private Following? _following;

    private protected Node? Node { get; private set; }

    private protected int Partition { get; private set; }

    /// <inheritdoc/>
    public sealed override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        DelayDeactivation(Timeout.InfiniteTimeSpan);
        if (TryBegin())
        {
            await Remind();
        }
    }

    /// <inheritdoc/>
    public sealed override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _following?.Stop(cancellationToken) ?? Task.CompletedTask;

    Task IFollowerGrain.Wake() => WakeOrLeave();

    Task IRemindable.ReceiveReminder(string reminderName, TickStatus status) => WakeOrLeave();

    /// <summary>Follows the feed of the partition until it is cancelled; what it throws is tried again later.</summary>
    /// <param name="partition">Which one.</param>
    /// <param name="checkpoints">
    /// Where it keeps how far it has come. They are this follower's alone: once another has them, saving throws a
    /// <see cref="CheckpointLostException"/> and the work here is cancelled.
    /// </param>
    /// <param name="ct">Cancelled when the silo stops or another one follows.</param>
    protected abstract Task Follow(int partition, ICheckpoints checkpoints, CancellationToken ct);

    /// <summary>It has been woken where it is at work already.</summary>
    private protected virtual void Woken()
    {
    }

    private Task WakeOrLeave()
    {
        if (_following is { HasEnded: false })
        {
            Woken();
        }
        else if (!TryBegin())
        {
            DeactivateOnIdle();
        }

        return Task.CompletedTask;
    }

    // It is at work already, and most often the reminder is there from the last time.
    private async Task Remind()
    {
        try
        {
            await this.RegisterOrUpdateReminder(ReminderName, _reminderPeriod, _reminderPeriod);
        }
        catch (Exception e)
        {
            Node!.Trouble($"{this.GetGrainId()} cannot be reminded now.", e);
        }
    }

    private bool TryBegin()
    {
        Node = ServiceProvider.GetRequiredService<NodeSlot>().Node;
        if (Node is null
            || !int.TryParse(
                this.GetPrimaryKeyString(), NumberStyles.None, CultureInfo.InvariantCulture, out var partition)
            || partition >= Node.Journals.Partitions.Count)
        {
            return false;
        }

        Partition = partition;
        _following = new Following(Node, partition, this, Follow);
        return true;
    }
}

/// <summary>Runs the reactors of a partition, and delivers its alarms.</summary>
[GrainType(Type)]
internal sealed class ReactorGrain : FollowerGrain, IReactorGrain
{
    public const string Type = "communities.reactors";

    public static GrainType GrainType { get; } = GrainType.Create(Type);

    /// <summary>What one call waits: well below the time after which Orleans gives a call up.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public async Task<long> WhenQuiet()
    {
        try
        {
            using var patience = new CancellationTokenSource(_patience);
            return Node is { } node && node.Reacting.TryGetValue(Partition, out var reactors)
                ? await reactors.WhenQuiet(patience.Token)
                : -1;
        }
        catch (OperationCanceledException)
        {
            return -1;
        }
    }

    protected override Task Follow(int partition, ICheckpoints checkpoints, CancellationToken ct) =>
        Node!.React(partition, checkpoints, ct);

    private protected override void Woken()
    {
        if (Node!.Reacting.TryGetValue(Partition, out var reactors))
        {
            reactors.AlarmWasSet();
        }
    }
}
