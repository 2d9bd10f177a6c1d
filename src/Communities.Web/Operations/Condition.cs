using System.IO.Enumeration;
using System.Reflection;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>How the program is, in figures, for whoever runs it.</summary>
/// <param name="Version">What was built.</param>
/// <param name="StartedAt">Since when it runs.</param>
/// <param name="UptimeSeconds">For how long.</param>
/// <param name="Journal">How many events there are.</param>
/// <param name="Views">What people read.</param>
/// <param name="Archive">The archive; absent where the host keeps none.</param>
/// <param name="Activations">Actors in the memory of this process; absent where it hosts none.</param>
/// <param name="ActivationsByKind">The same by kind of actor.</param>
/// <param name="Live">Live pages that are open.</param>
/// <param name="LastMinute">What the engine did in the last minute.</param>
/// <param name="Reactors">How far the reactors of this process are behind the journal.</param>
/// <param name="DataBytes">The size of the data directory.</param>
/// <param name="Rebuild">The rebuilding of the views.</param>
public sealed record ConditionView(
    string Version, DateTimeOffset StartedAt, long UptimeSeconds, long Journal, FollowerView Views,
    FollowerView? Archive, int? Activations, IReadOnlyDictionary<string, int> ActivationsByKind, int Live,
    LastMinuteView LastMinute, IReadOnlyList<ReactorView> Reactors, long DataBytes, RebuildView Rebuild);

/// <summary>Looks how the program is. It lives from its start, and so knows when that was.</summary>
internal sealed class Condition(
    Feeds feeds, IViews views, WebOptions options, TimeProvider time, Rebuilding rebuilding, Measuring measuring,
    LiveConnections live)
{
    private static readonly string _version =
        typeof(Condition).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "";

    // Files come and go while they are counted; one that cannot be read counts nothing.
    private static readonly EnumerationOptions _everything = new()
    {
        RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint,
    };

    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public ConditionView Now()
    {
        // Followers first: what is written meanwhile shows as lag, never as a follower that is ahead.
        var (read, host) = (views.Positions, options.Figures?.Invoke());
        var (activations, reactors) = measuring.Look();
        return new ConditionView(
            _version, _startedAt, (long)(time.GetUtcNow() - _startedAt).TotalSeconds, feeds.Events(),
            feeds.Follower(read),
            host is { } h ? feeds.Follower(h.Archived, h.ArchiveTrouble) : null,
            activations.Count > 0 ? activations.Values.Sum() : null, activations,
            live.Count, measuring.LastMinute(), reactors,
            SizeOf(options.DataDirectory),
            rebuilding.Last);
    }

    private static long SizeOf(string directory) => Directory.Exists(directory)
        ? new FileSystemEnumerable<long>(
            directory, (ref FileSystemEntry entry) => entry.IsDirectory ? 0 : entry.Length, _everything).Sum()
        : 0;
}
