using System.Threading.RateLimiting;
using Communities.Actors;

namespace Communities.Web;

/// <summary>
/// How much new members may write in one community, all of them together: what many at once send is more than anybody
/// can look at, and a raid is many at once. Members beyond the first trust level are not counted.
/// </summary>
internal sealed class Newcomers(WebOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _posts = PartitionedRateLimiter.Create<string, string>(community =>
        RateLimitPartition.GetTokenBucketLimiter(
            community,
            _ => RateLimits.Bucket(
                options.NewMembersPostsPerMinute, Math.Max(1, options.NewMembersPostsPerMinute / 2))));

    /// <summary>Says where a post would be one too many, before anything is done for it that costs more.</summary>
    public Refusal? Foreseen(string community, Standing standing, object command) =>
        IsCounted(standing, command) && _posts.GetStatistics(community) is { CurrentAvailablePermits: < 1 }
            ? Exceeded : null;

    /// <summary>Counts a post, and says where it is one too many in this community for now.</summary>
    /// <remarks>A refusal and no exception: where it matters it is given a thousand times a second.</remarks>
    public Refusal? Fault(string community, Standing standing, object command)
    {
        if (!IsCounted(standing, command)) return null;
        using var lease = _posts.AttemptAcquire(community);
        return lease.IsAcquired ? null : Exceeded;
    }

    public void Dispose() => _posts.Dispose();

    private static bool IsCounted(Standing standing, object command) =>
        standing.IsNew && command is (ThreadCommand.Open or ThreadCommand.Reply);

    private static Refusal Exceeded { get; } = new(
        "newcomers.exceeded",
        "Very many new members write here at the moment. Please keep your text, and try again in a few minutes.");
}
