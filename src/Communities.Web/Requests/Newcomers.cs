using System.Threading.RateLimiting;
using Communities.Actors;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// How much new members may write in one community, all of them together: what many at once send is more than anybody
/// can look at, and a raid is many at once. Members beyond the first trust level are not counted.
/// </summary>
internal sealed class Newcomers(WebOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _posts = PartitionedRateLimiter.Create<string, string>(community =>
        RateLimitPartition.GetTokenBucketLimiter(community, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, options.NewMembersPostsPerMinute / 2),
            TokensPerPeriod = Math.Max(1, options.NewMembersPostsPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
            AutoReplenishment = true,
        }));

    /// <summary>Refuses what is one post too many in this community for now.</summary>
    /// <exception cref="RequestFault">It is.</exception>
    public void Count(string community, Standing standing, object command)
    {
        if (!standing.IsNew || command is not (ThreadCommand.Open or ThreadCommand.Reply)) return;
        using var lease = _posts.AttemptAcquire(community);
        if (!lease.IsAcquired)
            throw new RequestFault(StatusCodes.Status429TooManyRequests, Exceeded, TimeSpan.FromMinutes(1));
    }

    public void Dispose() => _posts.Dispose();

    private static Refusal Exceeded { get; } = new(
        "newcomers.exceeded",
        "Very many new members write here at the moment. Please keep your text, and try again in a few minutes.");
}
