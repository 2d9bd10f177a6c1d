using Communities.Actors;

namespace Communities.Web;

/// <summary>How far something that follows the journal has come.</summary>
/// <param name="Position">
/// The last event that it has taken in; where there are several partitions, how many it has taken in.
/// </param>
/// <param name="Lag">The events of the journal behind it.</param>
/// <param name="Worst">Which partition has most of them; absent where there is one, and where nothing waits.</param>
/// <param name="Trouble">Why it does not get on now; absent while it does.</param>
public sealed record FollowerView(long Position, long Lag, WorstPartition? Worst = null, string? Trouble = null);

/// <summary>The partition that is furthest behind.</summary>
/// <param name="Partition">Which, from 0.</param>
/// <param name="Lag">The events that wait in it.</param>
public sealed record WorstPartition(int Partition, long Lag);

/// <summary>Compares followers with the feeds that they follow, partition by partition.</summary>
internal static class Followers
{
    /// <summary>How many events the journal holds, all partitions together.</summary>
    public static long Events(this Feeds feeds) => feeds.All.Sum(feed => feeds.Partitions.NumberOf(feed.Head));

    /// <summary>The events of a partition behind this position.</summary>
    public static long Lag(this Feeds feeds, int partition, long position) => Math.Max(
        0, feeds.Partitions.NumberOf(feeds.All[partition].Head) - feeds.Partitions.NumberOf(position));

    /// <summary>How far a follower has come that is at these positions, one a partition.</summary>
    public static FollowerView Follower(this Feeds feeds, IReadOnlyList<long> positions, string? trouble = null)
    {
        var (taken, lag, worst) = (0L, 0L, (WorstPartition?)null);
        for (var partition = 0; partition < positions.Count; partition++)
        {
            var waits = feeds.Lag(partition, positions[partition]);
            (taken, lag) = (taken + feeds.Partitions.NumberOf(positions[partition]), lag + waits);
            if (waits > (worst?.Lag ?? 0)) worst = new WorstPartition(partition, waits);
        }

        return new FollowerView(taken, lag, positions.Count > 1 ? worst : null, trouble);
    }
}
