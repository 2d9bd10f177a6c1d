using System.Collections.Frozen;
using Communities.Actors.Hosting;

namespace Communities.Local;

/// <summary>
/// The engine of one process: actors in memory, each with a mailbox, and their events in a <see cref="SqliteJournal"/>.
/// </summary>
public sealed class LocalEngine : IActors, IDelivery, IAsyncDisposable
{
    /// <summary>The journal's file, in the data directory.</summary>
    public const string JournalFile = "journal.db";

    private readonly FrozenDictionary<string, Shelf> _byName;
    private readonly FrozenDictionary<Type, Shelf> _byType;
    // Whoever sets an alarm wakes the clock; so this is only for a machine whose own clock was turned.
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(1);

    private readonly List<ReactorRunner> _runners;
    private readonly AlarmClock _alarms;
    private readonly IdleSweep _sweep;
    private readonly CancellationTokenSource _stop = new();
    private Task _background = Task.CompletedTask;
    private int _activations;
    private volatile bool _isStopping;

    private LocalEngine(
        LocalOptions options, IJournal journal, IReadOnlyList<ActorKind> kinds, IReadOnlyList<Reactor> reactors)
    {
        (Options, Journal) = (options, journal);
        EngineIds.CheckReactors(reactors);
        Host = new ActorHost(options.Host, _ => journal);
        Shelves = [.. HostedKind.All(kinds, Host).Select(kind => new Shelf(kind, this))];
        _byName = Shelves.ToFrozenDictionary(s => s.Kind.Name, StringComparer.Ordinal);
        _byType = Shelves.ToFrozenDictionary(s => s.Kind.ActorType);
        _runners = [.. reactors.Select(r => new ReactorRunner(r, r.Name, journal, journal, this))];
        _alarms = new AlarmClock(journal, this, _longestWait);
        _sweep = new IdleSweep(
            options.Time, options.IdleTime, options.ActivationsMax,
            () => Shelves.SelectMany(s => s.Activations),
            (activation, since) => ShelfOf(activation.Id.Kind).TryLeave(activation, since));
        _sweep.Start();
        Host.Counters.Watch(
            () => Shelves.Select(shelf => (shelf.Kind.Name, shelf.Count)),
            () => Journal.Head,
            () => reactors.Zip(_runners, (reactor, runner) => (reactor, 0, runner.Status)));
    }

    /// <summary>The truth, the feed and the checkpoints.</summary>
    public IJournal Journal { get; }

    /// <summary>How many actors are in memory.</summary>
    public int Activations => Volatile.Read(ref _activations);

    /// <summary>How far each reactor has come.</summary>
    public IReadOnlyList<ReactorStatus> Reactors => [.. _runners.Select(r => r.Status)];

    internal LocalOptions Options { get; }

    internal ActorHost Host { get; }

    ActorHost IDelivery.Host => Host;

    internal IReadOnlyList<Shelf> Shelves { get; }

    /// <summary>Opens the data directory and starts: ready when it returns.</summary>
    /// <exception cref="DataDirectoryInUseException">Another process has the directory.</exception>
    /// <exception cref="JournalDamagedException">The journal is not what was written.</exception>
    /// <exception cref="JournalUnavailableException">The disk does not let it be opened.</exception>
    /// <exception cref="ArgumentException">Two kinds or two reactors share a name, or a name cannot be one.</exception>
    public static async Task<LocalEngine> Start(
        LocalOptions options,
        IReadOnlyList<ActorKind> kinds,
        IReadOnlyList<Reactor> reactors,
        CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var journal = SqliteJournal.Open(Path.Combine(options.Checked().Directory, JournalFile));
        try
        {
            return Start(options, journal, kinds, reactors);
        }
        catch
        {
            await journal.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<Answer> Ask<TActor>(
        string key, ICommand<TActor> command, Call call, CancellationToken ct = default)
        where TActor : class, IActor
    {
        ArgumentNullException.ThrowIfNull(command);
        var shelf = ShelfFor(typeof(TActor), key);
        if (call.Id is { } id)
        {
            EngineIds.CheckCommandId(id);
        }

        return shelf.Kind.Takes(command)
            ? shelf.Ask(key, command, call, isOwn: false, ct)
            : throw new ArgumentException(
                $"{command.GetType().Name} is no command of {shelf.Kind.Name}.", nameof(command));
    }

    /// <inheritdoc/>
    public ValueTask<TActor> See<TActor>(string key, CancellationToken ct = default)
        where TActor : class, IActor
    {
        ct.ThrowIfCancellationRequested();
        var seen = ShelfFor(typeof(TActor), key).See(key);
        return seen.IsCompletedSuccessfully ? ValueTask.FromResult((TActor)seen.Result) : Wait(seen);

        static async ValueTask<TActor> Wait(ValueTask<object> seen) => (TActor)await seen.ConfigureAwait(false);
    }

    /// <summary>
    /// Waits until everything that follows from what was answered so far has happened: every reactor has seen the
    /// head of the feed, every alarm due by now was delivered.
    /// </summary>
    /// <exception cref="ActorFaultException">A reactor cannot get past an event.</exception>
    public async Task WhenQuiet(CancellationToken ct = default)
    {
        long head;
        do
        {
            head = Journal.Head;
            foreach (var runner in _runners)
            {
                await runner.WhenAt(head, ct).ConfigureAwait(false);
            }

            await _alarms.WhenQuiet(ct).ConfigureAwait(false);
        }
        while (Journal.Head != head);
    }

    /// <summary>Takes no more commands, finishes what is under way, keeps what is worth keeping, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isStopping)
        {
            return;
        }

        await StopBackground().ConfigureAwait(false);
        foreach (var activation in Shelves.SelectMany(s => s.Activations))
        {
            if (activation.AtRest() is null)
            {
                await Finish(activation).ConfigureAwait(false);
            }
        }

        foreach (var shelf in Shelves)
        {
            foreach (var activation in shelf.Activations)
            {
                shelf.TryLeave(activation, long.MaxValue);
            }
        }

        await Host.Snapshots.Finish().ConfigureAwait(false);
        Host.Dispose();
        await ((IAsyncDisposable)Journal).DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Starts on a journal of somebody's choice, which it then owns.</summary>
    internal static LocalEngine Start(
        LocalOptions options, IJournal journal, IReadOnlyList<ActorKind> kinds, IReadOnlyList<Reactor> reactors)
    {
        var engine = new LocalEngine(options.Checked(), journal, kinds, reactors);
        var ct = engine._stop.Token;
        engine._background = Task.WhenAll(
            [.. engine._runners.Select(r => Task.Run(() => r.Run(ct))), Task.Run(() => engine._alarms.Run(ct))]);
        return engine;
    }

    /// <summary>For tests: ends like a killed process, with nothing finished and nothing kept.</summary>
    internal async Task Abandon(Action abandonJournal)
    {
        _isStopping = true;
        await _stop.CancelAsync().ConfigureAwait(false);
        abandonJournal();
        await StopBackground().ConfigureAwait(false);
        await Host.Snapshots.Finish().ConfigureAwait(false);
        Host.Dispose();
    }

    HostedKind IDelivery.KindOf(string kind) => ShelfOf(kind).Kind;

    Task<int> IDelivery.React(ActorId target, string reactor, IReadOnlyList<Reacted> commands)
    {
        var letter = new ReactionLetter(reactor, commands);
        ShelfOf(target.Kind).Post(target.Key, letter, isOwn: true);
        return letter.Result.AsTask();
    }

    Task IDelivery.Ring(ActorId target, ICommand command, Call call) =>
        ShelfOf(target.Kind).Ask(target.Key, command, call, isOwn: true, CancellationToken.None).AsTask();

    void IDelivery.AlarmWasSet(ActorId target) => _alarms.Wake();

    /// <summary>An actor has come into memory.</summary>
    internal void Came() => _sweep.Came(Interlocked.Increment(ref _activations));

    /// <summary>An actor has left memory.</summary>
    internal void Left() => Interlocked.Decrement(ref _activations);

    private Shelf ShelfFor(Type actor, string key)
    {
        if (_isStopping)
        {
            throw new JournalUnavailableException("The program is being stopped.");
        }

        EngineIds.CheckKey(key);
        return _byType.TryGetValue(actor, out var shelf)
            ? shelf
            : throw new ArgumentException($"No {actor.Name} is hosted here.");
    }

    private async Task StopBackground()
    {
        _isStopping = true;
        await _stop.CancelAsync().ConfigureAwait(false);
        await _background.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _alarms.Dispose();
        _sweep.Dispose();
    }

    // Whatever waits there is told of its failure itself.
    private static async Task Finish(Activation activation)
    {
        var see = new SeeLetter();
        if (activation.Post(see, isOwn: true) == Posted.Taken)
        {
            Task finished = see.Result.AsTask();
            await finished.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Shelf ShelfOf(string kind) =>
        _byName.TryGetValue(kind, out var shelf)
            ? shelf
            : throw new InvalidOperationException($"Nothing called {kind} is hosted here.");
}
