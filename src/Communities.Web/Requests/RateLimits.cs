using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>How often one account or one address may ask for what costs or changes something.</summary>
public static class RateLimits
{
    /// <summary>The policy of sign-ins: each costs a slow hash, and guessing must be slow.</summary>
    public const string SignIn = "sign-in";

    /// <summary>The policy of opening accounts.</summary>
    public const string SignUp = "sign-up";

    /// <summary>The policy of what sends somebody an e-mail.</summary>
    public const string Mail = "mail";

    private const int SecondsOfMinute = 60;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private static readonly Refusal Exceeded = new(
        "rate.exceeded", "That was too often in a short time. Please wait a little.");

    internal static IServiceCollection AddRateLimits(this IServiceCollection services, WebOptions options) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                CrossSite.IsSafe(http.Request.Method)
                    ? OfReads(http, options)
                    : RateLimitPartition.GetTokenBucketLimiter(CallerOf(http), _ => Bucket(options.WritesPerMinute)));
            limiter.AddPolicy(SignIn, http => RateLimitPartition.GetFixedWindowLimiter(
                AddressOf(http), _ => Window(options.SignInsPerMinute, TimeSpan.FromMinutes(1))));
            limiter.AddPolicy(SignUp, http => RateLimitPartition.GetFixedWindowLimiter(
                AddressOf(http), _ => Window(options.SignUpsPerHour, TimeSpan.FromHours(1))));
            limiter.AddPolicy(Mail, http => RateLimitPartition.GetFixedWindowLimiter(
                AddressOf(http), _ => Window(options.MailsPerHour, TimeSpan.FromHours(1))));
            limiter.OnRejected = (rejected, _) =>
            {
                var after = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Soon;
                throw new RequestFault(StatusCodes.Status429TooManyRequests, Exceeded, after);
            };
        });

    // What costs nothing to give, and who has said who it is, is not counted.
    private static RateLimitPartition<string> OfReads(HttpContext http, WebOptions options) =>
        Caller.Of(http).IsSignedIn || IsHere(http.Connection.RemoteIpAddress) || IsCheap(http.Request.Path)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(
                "read:" + AddressOf(http), _ => Bucket(options.VisitorReadsPerMinute));

    private static bool IsHere(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static bool IsCheap(PathString path) =>
        path.StartsWithSegments("/assets") || path.StartsWithSegments("/health");

    /// <summary>Who is counted: the account, or the address where there is none.</summary>
    internal static string CallerOf(HttpContext http) =>
        Caller.Of(http) is { Account: { } account } ? account : AddressOf(http);

    // Whoever has one IPv6 address has 2^64 of them.
    internal static string AddressOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "@";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return "@" + address;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return "@" + new IPAddress(bytes);
    }

    /// <summary>So much a minute, and at most that much at once.</summary>
    internal static TokenBucketRateLimiterOptions Bucket(int perMinute, int? atOnce = null)
    {
        var tokens = Math.Max(1, perMinute / SecondsOfMinute);
        return new()
        {
            TokenLimit = atOnce ?? perMinute,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = TimeSpan.FromMinutes((double)tokens / perMinute), // A second, or what is exact.
            QueueLimit = 0,
            AutoReplenishment = true,
        };
    }

    private static FixedWindowRateLimiterOptions Window(int permits, TimeSpan window) => new()
    {
        PermitLimit = permits,
        Window = window,
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
