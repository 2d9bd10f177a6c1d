using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Communities.Local;

/// <summary>The activations of one kind of actor.</summary>
internal abstract class Shelf(ActorKind kind, LocalEngine engine)
{
    private readonly ConcurrentDictionary<string, Activation> _activations = new(StringComparer.Ordinal);

    public string Kind => kind.Name;

    public Codec Events => kind.Events;

    public Codec Commands => kind.Commands;

    public IJournal Journal => engine.Journal;

    public LocalOptions Options => engine.Options;

    public EngineCounters Counters => engine.Counters;

    public int MailboxMax => engine.Options.MailboxMax;

    public DateTimeOffset Now => engine.Options.Time.GetUtcNow();

    /// <summary>The kind, as measurements are told apart by.</summary>
    public KeyValuePair<string, object?> Tag { get; } = new("kind", kind.Name);

    /// <summary>The accounts that ask.</summary>
    public SharedNames Names => engine.Names;

    public abstract Type ActorType { get; }

    public ICollection<Activation> Activations => _activations.Values;

    /// <summary>True where the actors of this shelf know such a command.</summary>
    public abstract bool Takes(object command);

    public ValueTask<Answer> Ask(string key, object command, Call call, bool isOwn, CancellationToken ct)
    {
        var ask = new AskLetter(command, call, ct);
        if (Post(key, ask, isOwn))
        {
            return ask.Result;
        }

        Counters.Busy.Add(1, Tag);
        return ValueTask.FromResult(new Answer(0, 0, [], EngineRefusals.Busy));
    }

    public ValueTask<object> See(string key)
    {
        if (_activations.TryGetValue(key, out var activation) && activation.StateAtRest() is { } state)
        {
            return ValueTask.FromResult(state);
        }

        // A look waits for its turn like the rest, but is never refused: it adds nothing to the journal.
        var see = new SeeLetter();
        Post(key, see, isOwn: true);
        return see.Result;
    }

    /// <summary>Puts a letter into the mailbox of an actor, which comes into memory if it is not there.</summary>
    /// <returns>False where the mailbox is full.</returns>
    public bool Post(string key, Letter letter, bool isOwn)
    {
        while (true)
        {
            var activation = _activations.TryGetValue(key, out var known) ? known : Add(key);
            switch (activation.Post(letter, isOwn))
            {
                case Posted.Taken:
                    return true;
                case Posted.Full:
                    return false;
                case Posted.Gone:
                    _activations.TryRemove(new(key, activation));
                    break;
            }
        }
    }

    /// <summary>Has a snapshot written in the background.</summary>
    public void Keep(IPendingSnapshot snapshot) => engine.Snapshots.Post(snapshot);

    /// <summary>
    /// Lets an activation go that has done nothing since then; a snapshot worth keeping stays behind.
    /// </summary>
    public void TryLeave(Activation activation, long unusedSince)
    {
        if (!activation.TryLeave(unusedSince, out var snapshot))
        {
            return;
        }

        _activations.TryRemove(new(activation.Key, activation));
        engine.Left();
        if (snapshot is not null)
        {
            Keep(snapshot);
        }
    }

    protected abstract Activation Create(string key);

    private Activation Add(string key)
    {
        var added = Create(key);
        var activation = _activations.GetOrAdd(key, added);
        if (ReferenceEquals(activation, added))
        {
            engine.Came();
        }

        return activation;
    }
}

/// <summary>The activations of one kind of actor, with its types.</summary>
internal sealed class Shelf<TActor, TCommand, TEvent> : Shelf
    where TActor : class, IActor<TActor, TCommand, TEvent>
    where TCommand : class, ICommand<TActor>
    where TEvent : class
{
    public Shelf(ActorKind<TActor, TCommand, TEvent> kind, LocalEngine engine)
        : base(kind, engine)
    {
        StateJson = (JsonTypeInfo<TActor>)kind.Json.GetTypeInfo(typeof(TActor));
        Format = SnapshotFormat.Of(StateJson);
    }

    public JsonTypeInfo<TActor> StateJson { get; }

    public string Format { get; }

    public override Type ActorType => typeof(TActor);

    public override bool Takes(object command) => command is TCommand;

    /// <summary>The snapshot of an actor, if there is one that can be read.</summary>
    public async ValueTask<Kept<TActor>?> LoadSnapshot(ActorId actor)
    {
        var kept = await Journal.LoadSnapshot(actor).ConfigureAwait(false);
        if (kept is null || kept.Format != Format)
        {
            return null;
        }

        try
        {
            return SnapshotJson.Read(kept.State.Span, kept.Version, StateJson);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            Options.Trouble?.Invoke($"The snapshot of {actor} cannot be read; its events are.", e);
            return null;
        }
    }

    protected override Activation Create(string key) =>
        new Activation<TActor, TCommand, TEvent>(this, key);
}
