using System.Globalization;

namespace Communities.Cluster;

/// <summary>
/// The work of a follower: it takes the checkpoints of its partition, goes on after failures, and ends when it is told
/// to or another one has taken them.
/// </summary>
internal sealed class Following
{
    /// <summary>The first wait after a failure; doubled with each, up to the longest.</summary>
    private static readonly TimeSpan _backOffMin = TimeSpan.FromMilliseconds(100);

    /// <summary>Long enough not to be a load, short enough to notice a repair.</summary>
    private static readonly TimeSpan _backOffMax = TimeSpan.FromSeconds(30);

    private readonly Node _node;
    private readonly IGrainBase _grain;
    private readonly string _name;
    private readonly Func<int, ICheckpoints, CancellationToken, Task> _follow;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public Following(
        Node node,
        int partition,
        IGrainBase grain,
        Func<int, ICheckpoints, CancellationToken, Task> follow)
    {
        (_node, Partition, _grain, _follow) = (node, partition, grain, follow);
        _name = grain.GrainContext.GrainId.Type.ToString()!;
        _node.Began(this);
        _work = Task.Run(Work);
    }

    public int Partition { get; }

    public bool HasEnded => _work.IsCompleted;

    /// <summary>Lets it go from here, and wakes it where it belongs.</summary>
    public async Task SendHome(IGrainFactory grains)
    {
        _grain.MigrateOnIdle();
        await _grain.GrainContext.Deactivated.ConfigureAwait(false);
        await grains.GetFollower(_name, Partition).Wake().ConfigureAwait(false);
    }

    /// <summary>Ends it; waits until it has ended.</summary>
    public async Task Stop(CancellationToken ct)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Work()
    {
        try
        {
            await Follow(_stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _node.Ended(this);
        }
    }

    private async Task Follow(CancellationToken ct)
    {
        var backOff = _backOffMin;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var claimed = await _node.Journals.Claim(Partition, _name, ct).ConfigureAwait(false);
                backOff = _backOffMin;
                await _follow(Partition, new Claimed(claimed, _stop), ct).ConfigureAwait(false);
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                _node.Trouble(
                    string.Create(CultureInfo.InvariantCulture, $"{_name} cannot go on in partition {Partition}."), e);
                await Task.Delay(backOff, _node.Options.Time, ct)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                backOff = backOff * 2 < _backOffMax ? backOff * 2 : _backOffMax;
            }
        }
    }

    /// <summary>Checkpoints that end the work when another one has taken them.</summary>
    private sealed class Claimed(ICheckpoints checkpoints, CancellationTokenSource stop) : ICheckpoints
    {
        public ValueTask<string?> Load(string name, CancellationToken ct = default) => checkpoints.Load(name, ct);

        public async ValueTask Save(string name, string mark, CancellationToken ct = default)
        {
            try
            {
                await checkpoints.Save(name, mark, ct).ConfigureAwait(false);
            }
            catch (CheckpointLostException)
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }
}

/// <summary>How followers are found.</summary>
internal static class Followers
{
    public static IFollowerGrain GetFollower(this IGrainFactory grains, string type, int partition) =>
        grains.GetGrain<IFollowerGrain>(GrainId.Create(type, partition.ToString(CultureInfo.InvariantCulture)));
}
