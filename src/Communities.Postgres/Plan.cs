namespace Communities.Postgres;

/// <summary>
/// Which of a batch's appends go through, if the actors in it stand where this process believes they do; the database
/// says whether that is so.
/// </summary>
internal sealed class Plan
{
    private readonly Dictionary<ActorId, Stand> _stands = [];
    private readonly HashSet<AppendChain> _broken = [];

    /// <summary>Plans a batch.</summary>
    /// <param name="batch">In the order in which it was handed over.</param>
    /// <param name="known">The versions of actors as far as they are known, as of the last commit that was
    /// seen.</param>
    /// <param name="isSure">
    /// The database has just told them. Otherwise another process may have written since, and an append that does not
    /// follow is asked about before it is refused.
    /// </param>
    public Plan(IReadOnlyList<AppendRequest> batch, IReadOnlyDictionary<ActorId, Known> known, bool isSure)
    {
        foreach (var request in batch)
        {
            if (Follows(request, known, isSure))
            {
                Going.Add(request);
                Events += request.Events.Count;
                _stands[request.Actor] = _stands[request.Actor] with { Version = request.Events[^1].Version };
            }
            else
            {
                Lost.Add(request);
                if (request.Chain is { } chain)
                {
                    _broken.Add(chain);
                }
            }
        }

        // Those that have to be looked up in any case come first, then those that only another process can have moved.
        var moved = _stands.Where(stand => stand.Value.Version > stand.Value.Before).ToList();
        Actors =
        [
            .. moved.OrderBy(stand => stand.Value.Id != 0)
                .Select(stand => (stand.Key, new Known(stand.Value.Id, stand.Value.Before))),
        ];
        Guessed = moved.Count(stand => stand.Value.Id == 0);
    }

    /// <summary>The appends that follow.</summary>
    public List<AppendRequest> Going { get; } = [];

    /// <summary>Those that do not: lost if the others are written.</summary>
    public List<AppendRequest> Lost { get; } = [];

    /// <summary>How many events they are.</summary>
    public int Events { get; }

    /// <summary>The actors in it and the version that each is believed to have before, the guesses first.</summary>
    public IReadOnlyList<(ActorId Actor, Known At)> Actors { get; }

    /// <summary>How many of them are guesses: nobody here knows, but who appends has just read it.</summary>
    public int Guessed { get; }

    /// <summary>The version of an actor in it once it is written.</summary>
    public long After(ActorId actor) => _stands[actor].Version;

    private readonly record struct Stand(long Id, long Before, long Version);

    private bool Follows(AppendRequest request, IReadOnlyDictionary<ActorId, Known> known, bool isSure)
    {
        if (request.Chain is { } chain && (chain.IsBroken || _broken.Contains(chain)))
        {
            return false;
        }

        if (!_stands.TryGetValue(request.Actor, out var stand))
        {
            stand = known.TryGetValue(request.Actor, out var at) && (isSure || at.Version == request.After)
                ? new Stand(at.Id, at.Version, at.Version)
                : new Stand(0, request.After, request.After);
            _stands.Add(request.Actor, stand);
        }

        return stand.Version == request.After;
    }
}

/// <summary>What is known of an actor in the journal.</summary>
/// <param name="Id">Its number in the database; 0 where it has none, or none that is known.</param>
/// <param name="Version">The version of its last event.</param>
internal readonly record struct Known(long Id, long Version);
