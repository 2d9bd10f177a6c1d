using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>
/// What holds for the whole site, as this process last heard it: nearly every request asks, and one actor for all of a
/// cluster would be in the way.
/// </summary>
internal sealed class SitePolicies : IDisposable
{
    private readonly IActors _actors;
    private readonly IDisposable _subscription;
    private ImmutableDictionary<string, PolicyStand>? _known;
    private int _changes;

    public SitePolicies(IActors actors, IViews views)
    {
        _actors = actors;
        _subscription = views.Subscribe(Take);
    }

    /// <summary>The site's policies, by name.</summary>
    public ValueTask<ImmutableDictionary<string, PolicyStand>> See(CancellationToken ct) =>
        Volatile.Read(ref _known) is { } known ? ValueTask.FromResult(known) : Load(ct);

    /// <summary>True where this policy of the site is known to be in force.</summary>
    public bool Has(string policy) =>
        Volatile.Read(ref _known) is { } known && known.TryGetValue(policy, out var stand) && stand.Current > 0;

    public void Dispose() => _subscription.Dispose();

    private async ValueTask<ImmutableDictionary<string, PolicyStand>> Load(CancellationToken ct)
    {
        var changes = Volatile.Read(ref _changes);
        var policies = (await _actors.See<Site>(Keys.Site, ct)).Policies;
        Volatile.Write(ref _known, policies);
        if (changes != Volatile.Read(ref _changes)) Volatile.Write(ref _known, null); // It may have been older.
        return policies;
    }

    private void Take(IReadOnlyList<Envelope> applied)
    {
        foreach (var envelope in applied)
        {
            if (envelope.Actor.Kind != Site.Kind) continue;
            Interlocked.Increment(ref _changes);
            Volatile.Write(ref _known, null);
            return;
        }
    }
}
