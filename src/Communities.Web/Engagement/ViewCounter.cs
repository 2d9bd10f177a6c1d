using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// Counts who opens which thread: each reader once in half an hour, robots never. Kept in memory and told to the
/// threads every few seconds, since a reading must not cost a write.
/// </summary>
public sealed class ViewCounter(TimeProvider time)
{
    /// <summary>Opening a thread again within this time is the same reading.</summary>
    public static readonly TimeSpan SameReading = TimeSpan.FromMinutes(30);

    // Two generations of 20 bytes a reading. Beyond it the older one is forgotten early, and a reading counts twice.
    private const int ReadingsMax = 500_000;

    private static readonly FrozenSet<string> Robots =
        new[] { "bot", "crawl", "spider", "slurp", "curl", "wget", "python", "http", "monitor", "preview", "headless" }
            .ToFrozenSet();

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private HashSet<(int, int)> _recent = [];
    private HashSet<(int, int)> _before = [];
    private DateTimeOffset _since = time.GetUtcNow();

    /// <summary>A thread has been opened by this request.</summary>
    public void Opened(HttpContext http, string community, string thread)
    {
        if (IsRobot(http.Request.Headers.UserAgent.ToString())) return;
        var key = Keys.OfThread(community, thread);

        // Digests are enough to know a reading again; .NET seeds them anew in each process.
        var reader = RateLimits.CallerOf(http);
        if (IsNew((StringComparer.Ordinal.GetHashCode(reader), StringComparer.Ordinal.GetHashCode(key))))
            _counts.AddOrUpdate(key, 1, static (_, count) => count + 1);
    }

    /// <summary>What was counted since the last call, by the threads' keys.</summary>
    internal IReadOnlyList<(string Thread, int Count)> Take()
    {
        var taken = new List<(string, int)>();
        foreach (var key in _counts.Keys)
            if (_counts.TryRemove(key, out var count)) taken.Add((key, count));
        return taken;
    }

    /// <summary>Puts back what could not be told.</summary>
    internal void Return(string thread, int count) => _counts.AddOrUpdate(thread, count, (_, more) => more + count);

    private bool IsNew((int, int) reading)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now - _since >= SameReading || _recent.Count >= ReadingsMax)
                (_before, _recent, _since) = (now - _since >= 2 * SameReading ? [] : _recent, [], now);
            return !_before.Contains(reading) && _recent.Add(reading);
        }
    }

    private static bool IsRobot(string userAgent)
    {
        if (userAgent.Length == 0) return true;
        foreach (var robot in Robots)
            if (userAgent.Contains(robot, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
