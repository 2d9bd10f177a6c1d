using System.Collections.Concurrent;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>
/// When what pages show last changed, as positions of the feed: what was made at or after that position is up to date.
/// </summary>
internal sealed class Freshness : IDisposable
{
    // Each thread that changes takes about 100 bytes; beyond this all is forgotten, which costs one rendering each.
    private const int KeysMax = 200_000;

    private readonly ConcurrentDictionary<string, long> _changed = new(StringComparer.Ordinal);
    private readonly IViews _views;
    private readonly IDisposable _subscription;
    private long _floor;
    private long _site;

    public Freshness(IViews views)
    {
        _views = views;
        _floor = _site = views.Position;
        _subscription = views.Subscribe(Take);
    }

    /// <summary>The position up to which the views are, to be read before something is made of them.</summary>
    public long Now => _views.Position;

    /// <summary>The position of the last change of what such a page shows.</summary>
    public long LastChange(Shows shows, string community, string thread) => shows switch
    {
        Shows.Thread => Math.Max(Of(thread), Of(FrameOf(community))),
        Shows.Community => Of(community),
        _ => Volatile.Read(ref _site),
    };

    public void Dispose() => _subscription.Dispose();

    private void Take(IReadOnlyList<Envelope> applied)
    {
        foreach (var envelope in applied)
        {
            var (kind, key) = envelope.Actor;
            if (kind == Account.Kind) continue; // No page for visitors shows anything of an account.
            var community = Keys.CommunityOf(key);
            if (kind == Thread.Kind) _changed[key] = envelope.Position;
            else if (IsFrame(envelope.Name)) _changed[FrameOf(community)] = envelope.Position;
            _changed[community] = envelope.Position;
            Volatile.Write(ref _site, envelope.Position);
        }

        if (_changed.Count <= KeysMax) return;
        Volatile.Write(ref _floor, _site);
        _changed.Clear();
    }

    // Counters and visits change all the time, and no thread's page shows them.
    private static bool IsFrame(string name) => !name.EndsWith(".tallied", StringComparison.Ordinal)
        && !name.EndsWith(".visited", StringComparison.Ordinal);

    private static string FrameOf(string community) => community + "#";

    private long Of(string key) => _changed.TryGetValue(key, out var position) ? position : Volatile.Read(ref _floor);
}
