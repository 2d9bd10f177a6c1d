using Communities.Actors;

namespace Communities.Suites;

/// <summary>
/// The domain in memory: commands are decided and applied on the spot, what follows from them too, and all events make
/// a feed for each partition. For suites of what follows feeds; an engine it is not.
/// </summary>
public sealed class ToyJournal
{
    private readonly Lock _lock = new();
    private readonly List<Envelope> _log = [];
    private readonly Dictionary<string, IToyKind> _kinds;
    private readonly List<Envelope>[] _parts;
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ToyJournal(int partitions = 1)
    {
        _kinds = Domain.Kinds.ToDictionary(kind => kind.Name, kind => kind.Host(new ToyHost()));
        _parts = [.. Enumerable.Range(0, partitions).Select(_ => new List<Envelope>())];
        Feeds = new Feeds([.. Enumerable.Range(0, partitions).Select(partition => new Part(this, partition))]);
    }

    public Feeds Feeds { get; }

    /// <summary>The feed of the only partition.</summary>
    public IFeed Feed => Feeds.All.Single();

    /// <summary>The time of the next command, where it names none; each takes a second.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Asks as this account, by default as the program, which may do everything.</summary>
    public IReadOnlyList<Envelope> Ask<TActor>(
        string key, ICommand<TActor> command, string by = "", Standing? standing = null, DateTimeOffset? at = null)
        where TActor : class, IActor
    {
        lock (_lock)
        {
            var from = _log.Count;
            if (at is null) Now = Now.AddSeconds(1);
            var refusal = Ask(new ActorId(TActor.Kind, key), command, by, standing ?? Standing.System, at ?? Now);
            if (refusal is not null) throw new InvalidOperationException($"{command}: {refusal.Code} {refusal.Reason}");
            Grown();
            return _log[from..];
        }
    }

    /// <summary>As <see cref="Ask{TActor}"/>, but a refusal is no error.</summary>
    public Refusal? TryAsk<TActor>(string key, ICommand<TActor> command, string by, Standing standing)
        where TActor : class, IActor
    {
        lock (_lock)
        {
            Now = Now.AddSeconds(1);
            var refusal = Ask(new ActorId(TActor.Kind, key), command, by, standing, Now);
            Grown();
            return refusal;
        }
    }

    /// <summary>The actor as it is now.</summary>
    public TActor See<TActor>(string key) where TActor : class, IActor
    {
        lock (_lock) return (TActor)_kinds[TActor.Kind].See(key);
    }

    public int PartitionOf(Envelope envelope) => Feeds.Partitions.Of(envelope.Actor.Key);

    /// <summary>Every envelope so far, in the order in which they happened.</summary>
    public IReadOnlyList<Envelope> Log
    {
        get
        {
            lock (_lock) return [.. _log];
        }
    }

    private Refusal? Ask(ActorId target, ICommand command, string by, Standing standing, DateTimeOffset at)
    {
        var first = _log.Count;
        if (_kinds[target.Kind].Ask(target, command, new Turn(by, standing, at, target.Key), Add) is { } refusal)
            return refusal;
        var sent = from envelope in _log.GetRange(first, _log.Count - first)
                   from reactor in Domain.Reactors
                   where reactor.Listens.Contains(envelope.Name)
                   from reaction in reactor.React(Domain.Happened(envelope), target.Key, envelope.Moment)
                   select reaction as Reaction.Sent;
        foreach (var reaction in sent.ToList())
            if (reaction is not null) Ask(reaction.Target, reaction.Command, reaction.By ?? by, Standing.System, at);
        return null;
    }

    private void Add(Envelope envelope)
    {
        var (partitions, partition) = (Feeds.Partitions, PartitionOf(envelope));
        envelope = envelope with { Position = partitions.Position(partition, _parts[partition].Count + 1) };
        _parts[partition].Add(envelope);
        _log.Add(envelope);
    }

    private void Grown()
    {
        _grown.TrySetResult();
        _grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Part(ToyJournal journal, int partition) : IFeed
    {
        private readonly List<Envelope> _log = journal._parts[partition];

        public long Head
        {
            get
            {
                lock (journal._lock) return journal.Feeds.Partitions.Position(partition, _log.Count);
            }
        }

        public ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default)
        {
            lock (journal._lock)
            {
                var from = (int)journal.Feeds.Partitions.NumberOf(after);
                var count = Math.Clamp(_log.Count - from, 0, most);
                return ValueTask.FromResult<IReadOnlyList<Envelope>>(count == 0 ? [] : _log.GetRange(from, count));
            }
        }

        public async ValueTask WaitBeyond(long position, CancellationToken ct = default)
        {
            while (true)
            {
                Task grown;
                lock (journal._lock)
                {
                    if (_log.Count > journal.Feeds.Partitions.NumberOf(position)) return;
                    grown = journal._grown.Task;
                }

                await grown.WaitAsync(ct);
            }
        }

        public long Next(long position) => journal.Feeds.Partitions.Next(partition, position);
    }

    private interface IToyKind
    {
        Refusal? Ask(ActorId target, ICommand command, Turn turn, Action<Envelope> happens);

        object See(string key);
    }

    private sealed class ToyHost : IActorHost<IToyKind>
    {
        public IToyKind Host<TActor, TCommand, TEvent>(ActorKind<TActor, TCommand, TEvent> kind)
            where TActor : class, IActor<TActor, TCommand, TEvent>
            where TCommand : class, ICommand<TActor>
            where TEvent : class => new ToyKind<TActor, TCommand, TEvent>(kind);
    }

    private sealed class ToyKind<TActor, TCommand, TEvent>(ActorKind kind) : IToyKind
        where TActor : class, IActor<TActor, TCommand, TEvent>
        where TCommand : class, ICommand<TActor>
        where TEvent : class
    {
        private readonly Dictionary<string, (TActor State, long Version)> _actors = [];

        public Refusal? Ask(ActorId target, ICommand command, Turn turn, Action<Envelope> happens)
        {
            var (state, version) = _actors.GetValueOrDefault(target.Key, (TActor.Initial, 0));
            var decision = state.Decide((TCommand)command, turn);
            if (decision.Refusal is { } refusal) return refusal;
            foreach (var happened in decision)
            {
                var envelope = new Envelope(
                    0, target, ++version, kind.Events.NameOf(happened), turn.At, turn.By, null,
                    kind.Events.Encode(happened));
                state = state.Apply(happened, envelope.Moment);
                happens(envelope);
            }

            _actors[target.Key] = (state, version);
            return null;
        }

        public object See(string key) => _actors.GetValueOrDefault(key, (TActor.Initial, 0)).State;
    }
}
