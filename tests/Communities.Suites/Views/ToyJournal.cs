using Communities.Actors;

namespace Communities.Suites;

/// <summary>
/// The domain in memory: commands are decided and applied on the spot, what follows from them too, and all events make
/// a feed. For suites of what follows a feed; an engine it is not.
/// </summary>
public sealed class ToyJournal : IFeed
{
    private readonly Lock _lock = new();
    private readonly List<Envelope> _log = [];
    private readonly Dictionary<string, IToyKind> _kinds;
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ToyJournal() => _kinds = Domain.Kinds.ToDictionary(kind => kind.Name, kind => kind.Host(new ToyHost()));

    /// <summary>The time of the next command, where it names none; each takes a second.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public long Head
    {
        get
        {
            lock (_lock) return _log.Count;
        }
    }

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

    /// <summary>Every envelope so far.</summary>
    public IReadOnlyList<Envelope> Log
    {
        get
        {
            lock (_lock) return [.. _log];
        }
    }

    public ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default)
    {
        lock (_lock)
        {
            var count = (int)Math.Clamp(_log.Count - after, 0, most);
            return ValueTask.FromResult<IReadOnlyList<Envelope>>(count == 0 ? [] : _log.GetRange((int)after, count));
        }
    }

    public async ValueTask WaitBeyond(long position, CancellationToken ct = default)
    {
        while (true)
        {
            Task grown;
            lock (_lock)
            {
                if (_log.Count > position) return;
                grown = _grown.Task;
            }

            await grown.WaitAsync(ct);
        }
    }

    private Refusal? Ask(ActorId target, ICommand command, string by, Standing standing, DateTimeOffset at)
    {
        var first = _log.Count;
        if (_kinds[target.Kind].Ask(target, command, new Turn(by, standing, at, target.Key), _log) is { } refusal)
            return refusal;
        var sent = from envelope in _log.GetRange(first, _log.Count - first)
                   from reactor in Domain.Reactors
                   where reactor.Listens.Contains(envelope.Name)
                   from reaction in reactor.React(Domain.Happened(envelope), target.Key, envelope.Moment)
                   select reaction as Reaction.Sent;
        foreach (var reaction in sent.ToList())
            if (reaction is not null) Ask(reaction.Target, reaction.Command, "", Standing.System, at);
        return null;
    }

    private void Grown()
    {
        _grown.TrySetResult();
        _grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private interface IToyKind
    {
        Refusal? Ask(ActorId target, ICommand command, Turn turn, List<Envelope> log);

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

        public Refusal? Ask(ActorId target, ICommand command, Turn turn, List<Envelope> log)
        {
            var (state, version) = _actors.GetValueOrDefault(target.Key, (TActor.Initial, 0));
            var decision = state.Decide((TCommand)command, turn);
            if (decision.Refusal is { } refusal) return refusal;
            foreach (var happened in decision)
            {
                var envelope = new Envelope(
                    log.Count + 1, target, ++version, kind.Events.NameOf(happened), turn.At, turn.By, null,
                    kind.Events.Encode(happened));
                state = state.Apply(happened, envelope.Moment);
                log.Add(envelope);
            }

            _actors[target.Key] = (state, version);
            return null;
        }

        public object See(string key) => _actors.GetValueOrDefault(key, (TActor.Initial, 0)).State;
    }
}
