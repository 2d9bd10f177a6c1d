using System.Collections.Concurrent;
using Communities.Actors.Hosting;

namespace Communities.Local;

/// <summary>The activations of one kind of actor.</summary>
internal sealed class Shelf(HostedKind kind, LocalEngine engine) : IRepost
{
    private readonly ConcurrentDictionary<string, Activation> _activations = new(StringComparer.Ordinal);

    public HostedKind Kind => kind;

    public int Count => _activations.Count;

    public ICollection<Activation> Activations => _activations.Values;

    public ValueTask<Answer> Ask(string key, object command, Call call, bool isOwn, CancellationToken ct)
    {
        var ask = new AskLetter(command, call, ct);
        return Post(key, ask, isOwn)
            ? ask.Result
            : ValueTask.FromResult(new Answer(0, 0, [], EngineRefusals.Busy));
    }

    public ValueTask<object> See(string key)
    {
        if (_activations.TryGetValue(key, out var activation) && activation.AtRest() is { } rest)
        {
            return ValueTask.FromResult(rest.State);
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
            activation.Keep(snapshot);
        }
    }

    void IRepost.Repost(string key, Letter letter) => Post(key, letter, isOwn: true);

    private Activation Add(string key)
    {
        var added = kind.Activate(key, this);
        var activation = _activations.GetOrAdd(key, added);
        if (ReferenceEquals(activation, added))
        {
            engine.Came();
        }

        return activation;
    }
}
