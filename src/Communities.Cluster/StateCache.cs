namespace Communities.Cluster;

/// <summary>A state, and the version that it is of.</summary>
internal sealed record KnownState(object State, long Version, int Bytes);

/// <summary>
/// The states that were seen last: kept, they need not be sent again while they are the same. It never answers alone:
/// whether a state is still the one, its actor says.
/// </summary>
internal sealed class StateCache(long bytesMax)
{
    private readonly Lock _gate = new();

    // Two generations instead of a list of uses: what was used since the last change of them is in the young one.
    private Dictionary<ActorId, KnownState> _young = [];
    private Dictionary<ActorId, KnownState> _old = [];
    private long _youngBytes;

    public KnownState? Find(ActorId actor)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(actor, out var known))
            {
                return known;
            }

            if (_old.Remove(actor, out known))
            {
                Put(actor, known);
            }

            return known;
        }
    }

    public void Keep(ActorId actor, KnownState seen)
    {
        lock (_gate)
        {
            if (Find(actor) is not { } known || known.Version < seen.Version)
            {
                Put(actor, seen);
            }
        }
    }

    private void Put(ActorId actor, KnownState state)
    {
        _youngBytes += state.Bytes - (_young.TryGetValue(actor, out var before) ? before.Bytes : 0);
        _young[actor] = state;
        if (_youngBytes > bytesMax / 2)
        {
            (_old, _young, _youngBytes) = (_young, [], 0);
        }
    }
}
