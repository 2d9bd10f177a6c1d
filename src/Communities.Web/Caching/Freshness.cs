using System.Collections.Concurrent;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>When what pages show last changed, in this process.</summary>
/// <remarks>
/// Kept pages show several communities, whose positions have nothing to do with each other: they are compared by ticks,
/// one for each batch that the views took in. A live page shows one community, and names a position of it.
/// </remarks>
internal sealed class Freshness : IDisposable
{
    // Each thread that changes takes about 100 bytes; beyond this all is forgotten, which costs one rendering each.
    private const int KeysMax = 200_000;

    private readonly ConcurrentDictionary<string, Change> _changed = new(StringComparer.Ordinal);
    private readonly Lock _lock = new(); // Batches of different partitions come at the same time.
    private readonly int _keysMax;
    private readonly IViews _views;
    private readonly Partitions _partitions;
    private readonly IDisposable _subscription;
    private Floor _floor;
    private long _site;
    private long _now;

    public Freshness(IViews views, Feeds feeds)
        : this(views, feeds, KeysMax)
    {
    }

    internal Freshness(IViews views, Feeds feeds, int keysMax)
    {
        (_views, _partitions, _keysMax) = (views, feeds.Partitions, keysMax);
        lock (_lock)
        {
            _subscription = views.Subscribe(Take);
            _floor = new Floor(0, views.Positions);
        }
    }

    /// <summary>The tick of now, to be read before something is made of the views.</summary>
    public long Now => Volatile.Read(ref _now);

    /// <summary>What was made of the views at this tick, or later, shows the last change.</summary>
    public long LastChange(Shows shows, string community, string thread) => shows switch
    {
        Shows.Thread => Math.Max(Of(thread, community).Tick, Of(FrameOf(community), community).Tick),
        Shows.Community => Of(community, community).Tick,
        _ => Volatile.Read(ref _site),
    };

    /// <summary>The position of the last change of this community.</summary>
    public long LastPosition(string community) => Of(community, community).Position;

    /// <summary>The position of the last change of what the page of this thread shows.</summary>
    public long LastPosition(string community, string thread) =>
        Math.Max(Of(thread, community).Position, Of(FrameOf(community), community).Position);

    /// <summary>The position up to which this community can be read.</summary>
    public long PositionOf(string community) => _views.PositionOf(community);

    public void Dispose() => _subscription.Dispose();

    // What the views hold now is told to be changed before the tick of it: a page made in between is made once more.
    private void Take(IReadOnlyList<Envelope> applied)
    {
        lock (_lock)
        {
            var tick = _now + 1;
            foreach (var envelope in applied)
            {
                var (kind, key) = envelope.Actor;
                if (!SharedKinds.Has(kind)) continue; // No page for visitors shows anything of an account.
                var (community, change) = (Keys.CommunityOf(key), new Change(tick, envelope.Position));
                if (LiveEvent.ThreadOf(envelope) is { } thread)
                    _changed[Keys.OfThread(community, thread)] = change;
                else if (kind != Poll.Kind && kind != Gathering.Kind && IsFrame(envelope.Name))
                    _changed[FrameOf(community)] = change;
                _changed[community] = change;
                Volatile.Write(ref _site, tick);
            }

            if (_changed.Count > _keysMax)
            {
                Volatile.Write(ref _floor, new Floor(tick, _views.Positions));
                _changed.Clear();
            }

            Volatile.Write(ref _now, tick);
        }
    }

    // Counters and visits change all the time, and no thread's page shows them.
    private static bool IsFrame(string name) => !name.EndsWith(".tallied", StringComparison.Ordinal)
        && !name.EndsWith(".visited", StringComparison.Ordinal);

    private static string FrameOf(string community) => community + "#";

    private Change Of(string key, string community)
    {
        if (_changed.TryGetValue(key, out var change)) return change;
        var floor = Volatile.Read(ref _floor);
        return new Change(floor.Tick, floor.Positions[_partitions.Of(community)]);
    }

    private readonly record struct Change(long Tick, long Position);

    // Of all that has no entry of its own.
    private sealed record Floor(long Tick, IReadOnlyList<long> Positions);
}
