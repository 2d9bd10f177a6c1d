using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Communities.Cluster;

/// <summary>What one silo hosts: the actors in its memory, and the reactors of the partitions it follows.</summary>
internal sealed class Node : IDelivery
{
    // Actors of another partition may have their alarms set by reactors of this one, which then wake the clock over
    // there with a message that may be lost.
    private static readonly TimeSpan _alarmsLookedFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Activation, Resident> _residents = new();
    private readonly ConcurrentDictionary<Following, bool> _following = new();
    private readonly ConcurrentDictionary<int, PartitionReactors> _reacting = new();
    private readonly FrozenDictionary<string, HostedKind> _kinds;
    private readonly FrozenDictionary<string, WireKind> _wireKinds;
    private readonly IGrainFactory _grains;
    private readonly IdleSweep _sweep;
    private readonly CancellationTokenSource _closing = new();
    private int _activations;

    public Node(
        NodeOptions options,
        IJournals journals,
        IReadOnlyList<ActorKind> kinds,
        IReadOnlyList<Reactor> reactors,
        IGrainFactory grains)
    {
        (Options, Journals, Reactors, _grains) = (options.Checked(), journals, reactors, grains);
        EngineIds.CheckReactors(reactors);
        Host = new ActorHost(options.Host, journals.Of);
        _kinds = HostedKind.All(kinds, Host).ToFrozenDictionary(k => k.Name, StringComparer.Ordinal);
        var wireKinds = WireKind.All(kinds);
        _wireKinds = wireKinds.ToFrozenDictionary(k => k.Name, StringComparer.Ordinal);
        Actors = new ClusterActors(grains, wireKinds, options.Asking);
        _sweep = new IdleSweep(
            options.Time, options.IdleTime, options.ActivationsMax, () => _residents.Keys, LetGo);
        _sweep.Start();
        Host.Counters.Watch(
            () => _residents.Values.GroupBy(r => r.Activation.Id.Kind).Select(k => (k.Key, k.Count())),
            () => journals.Feeds.All.Sum(feed => journals.Partitions.NumberOf(feed.Head)),
            () => _reacting.Values.SelectMany(r => r.Statuses));
    }

    public NodeOptions Options { get; }

    public IJournals Journals { get; }

    public IReadOnlyList<Reactor> Reactors { get; }

    public ActorHost Host { get; }

    public ClusterActors Actors { get; }

    /// <summary>How many actors are in memory here.</summary>
    public int Activations => Volatile.Read(ref _activations);

    /// <summary>Which actors are in memory here.</summary>
    public IEnumerable<ActorId> Residents => _residents.Keys.Select(a => a.Id);

    /// <summary>The partitions whose reactors run here.</summary>
    public IReadOnlyDictionary<int, PartitionReactors> Reacting => _reacting;

    /// <summary>True once nothing is finished here any more.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>An actor comes into memory.</summary>
    public Resident Welcome(string kind, string key, IGrainBase grain)
    {
        var resident = new Resident(this, WireKindOf(kind), key, grain);
        _residents[resident.Activation] = resident;
        _sweep.Came(Interlocked.Increment(ref _activations));
        return resident;
    }

    /// <summary>An actor has left memory.</summary>
    public void Left(Resident resident)
    {
        if (_residents.TryRemove(resident.Activation, out _))
        {
            Interlocked.Decrement(ref _activations);
        }
    }

    /// <summary>A follower is at work here.</summary>
    public void Began(Following following) => _following[following] = true;

    /// <summary>A follower has ended.</summary>
    public void Ended(Following following) => _following.TryRemove(following, out _);

    /// <summary>Lets go those whose partition is elsewhere now: they come into memory there.</summary>
    public void SendHome(Predicate<int> isElsewhere)
    {
        foreach (var resident in _residents.Values)
        {
            if (isElsewhere(Journals.Partitions.Of(resident.Activation.Key)))
            {
                resident.SendHome();
            }
        }

        foreach (var following in _following.Keys)
        {
            if (isElsewhere(following.Partition))
            {
                following.SendHome(_grains).Ignore();
            }
        }
    }

    /// <summary>What is not delivered by now is delivered by whoever follows next.</summary>
    public Task StopDelivering() => _closing.CancelAsync();

    /// <summary>Ends what follows here, when what it has begun is done.</summary>
    public Task StopFollowing(CancellationToken ct = default) =>
        Task.WhenAll(_following.Keys.Select(f => f.Stop(ct)));

    /// <summary>Ends what follows, lets the actors go when what they have begun is durable, and closes.</summary>
    /// <param name="ct">From now on nothing is waited for.</param>
    public async Task Close(CancellationToken ct = default)
    {
        await StopDelivering().ConfigureAwait(false);
        await StopFollowing(ct).ConfigureAwait(false);
        _sweep.Dispose();
        var residents = _residents.Values.ToList();
        residents.ForEach(r => r.LetGo());
        await Task.WhenAll(residents.Select(r => r.Gone)).WaitAsync(ct)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Host.Snapshots.Finish().ConfigureAwait(false);
        Host.Dispose();
        _closing.Dispose();
    }

    /// <summary>For tests: ends as a killed process does, with nothing finished and nothing kept.</summary>
    public Task Abandon()
    {
        IsAbandoned = true;
        return Close();
    }

    public void Trouble(string told, Exception? e) => Options.Trouble?.Invoke(told, e);

    /// <exception cref="InvalidOperationException">No such kind is hosted here.</exception>
    public HostedKind KindOf(string kind) =>
        _kinds.TryGetValue(kind, out var known)
            ? known
            : throw new InvalidOperationException($"Nothing called {kind} is hosted here.");

    public WireKind WireKindOf(string kind) => _wireKinds[KindOf(kind).Name];

    /// <summary>Runs the reactors of a partition and delivers its alarms, until it is told to stop.</summary>
    public async Task React(int partition, ICheckpoints checkpoints, CancellationToken ct)
    {
        using var reactors = new PartitionReactors(this, partition, checkpoints, _alarmsLookedFor);
        _reacting[partition] = reactors;
        try
        {
            await reactors.Run(ct).ConfigureAwait(false);
        }
        finally
        {
            _reacting.TryRemove(new(partition, reactors));
        }
    }

    Task<int> IDelivery.React(ActorId target, string reactor, IReadOnlyList<Reacted> commands) =>
        Actors.React(WireKindOf(target.Kind), target.Key, reactor, commands, _closing.Token);

    async Task IDelivery.Ring(ActorId target, ICommand command, Call call) => await Actors.Ask(
        WireKindOf(target.Kind), target.Key, command, call, isOwn: true, _closing.Token).ConfigureAwait(false);

    void IDelivery.AlarmWasSet(ActorId target)
    {
        var partition = Journals.Partitions.Of(target.Key);
        if (_reacting.TryGetValue(partition, out var reactors))
        {
            reactors.AlarmWasSet();
        }
        else
        {
            _grains.GetFollower(ReactorGrain.Type, partition).Wake().Ignore();
        }
    }

    private void LetGo(Activation activation, long unusedSince)
    {
        if (activation.LastUsed <= unusedSince && _residents.TryGetValue(activation, out var resident))
        {
            resident.LetGo();
        }
    }
}

/// <summary>Where a silo keeps its node, between its start and its stop.</summary>
internal sealed class NodeSlot
{
    private volatile Node? _node;

    /// <summary>Null before and after.</summary>
    public Node? Node
    {
        get => _node;
        set => _node = value;
    }
}

/// <summary>The actors, as others in a silo's process ask them.</summary>
internal sealed class NodeActors(NodeSlot slot) : IActors
{
    private ClusterActors Actors => slot.Node?.Actors
        ?? throw new JournalUnavailableException("This silo is not ready, or is being stopped.");

    /// <inheritdoc/>
    public ValueTask<Answer> Ask<TActor>(
        string key, ICommand<TActor> command, Call call, CancellationToken ct = default)
        where TActor : class, IActor => Actors.Ask(key, command, call, ct);

    /// <inheritdoc/>
    public ValueTask<TActor> See<TActor>(string key, CancellationToken ct = default)
        where TActor : class, IActor => Actors.See<TActor>(key, ct);
}
