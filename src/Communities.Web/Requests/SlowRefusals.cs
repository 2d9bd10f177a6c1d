using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>
/// Who is refused again and again is answered slowly. A flood waits for its answers, and so asks less often; what it
/// costs is a timer, and not the time of those who are served.
/// </summary>
internal sealed class SlowRefusals(WebOptions options, TimeProvider time) : IDisposable
{
    /// <summary>For how long an answer is held back: long for a program, and bearable for a person.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>For how long one is held back that says that too many write here: they come in thousands.</summary>
    public static readonly TimeSpan FloodPause = TimeSpan.FromSeconds(10);

    private static readonly object Flood = new();

    // Answers held back at once: each keeps a request in memory, some kilobytes. Beyond, they are given at once.
    private const int HeldMax = 10_000;

    private readonly PartitionedRateLimiter<string> _quick = PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetFixedWindowLimiter(caller, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.QuickRefusalsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));
    private int _held;

    /// <summary>The answer to this request is one of a flood, and is held back if it is a "no".</summary>
    public static void IsOfFlood(HttpContext http) => http.Items[Flood] = true;

    /// <summary>Holds this answer back, where it is one "no" too many.</summary>
    public async Task Hold(HttpContext http)
    {
        if (http.Response.StatusCode is < 400 or >= 500) return;
        var isOfFlood = http.Items.ContainsKey(Flood);
        using (var lease = _quick.AttemptAcquire(RateLimits.CallerOf(http)))
            if (lease.IsAcquired && !isOfFlood) return;
        try
        {
            if (Interlocked.Increment(ref _held) > HeldMax) return;
            await Task.Delay(isOfFlood ? FloodPause : Pause, time, http.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            Interlocked.Decrement(ref _held);
        }
    }

    public void Dispose() => _quick.Dispose();
}

/// <summary>Where answers are held back.</summary>
internal static class SlowRefusalsExtensions
{
    public static void UseSlowRefusals(this IApplicationBuilder app)
    {
        var slow = app.ApplicationServices.GetRequiredService<SlowRefusals>();
        app.Use((http, next) =>
        {
            if (!CrossSite.IsSafe(http.Request.Method)) http.Response.OnStarting(() => slow.Hold(http));
            return next(http);
        });
    }
}
