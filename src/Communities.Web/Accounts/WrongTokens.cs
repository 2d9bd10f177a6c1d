using System.Threading.RateLimiting;
using Communities.Actors;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// Counts wrong tokens by address. None can be guessed, but each asks an account that would have to be read; so
/// an address that has shown too many is looked at again in the next minute.
/// </summary>
internal sealed class WrongTokens(WebOptions options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private static readonly Refusal Exceeded = new(
        "rate.exceeded", "That was too often in a short time. Please wait a little.");

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.WrongTokensPerMinute,
            Window = Window,
            QueueLimit = 0,
        }));

    /// <summary>Refuses to look at any token of an address that has shown too many wrong ones.</summary>
    public void StopAt(HttpContext http)
    {
        using var left = _limiter.AttemptAcquire(RateLimits.AddressOf(http), permitCount: 0);
        if (!left.IsAcquired) throw new RequestFault(StatusCodes.Status429TooManyRequests, Exceeded, Window);
    }

    /// <summary>This address has shown a wrong token.</summary>
    public void Count(HttpContext http) => _limiter.AttemptAcquire(RateLimits.AddressOf(http)).Dispose();

    public void Dispose() => _limiter.Dispose();
}
