using System.Collections;
using System.Runtime.CompilerServices;

namespace Communities.Actors;

/// <summary>An expected "no", told to the caller.</summary>
/// <param name="Code">Stable, <c>noun.adjective</c>, for programs and translations.</param>
/// <param name="Reason">One English sentence for people.</param>
public sealed record Refusal(string Code, string Reason);

/// <summary>What an actor decided: the events that now happen, in order, or why nothing does.</summary>
[CollectionBuilder(typeof(Decision), nameof(Decision.Of))]
public readonly struct Decision<TEvent> : IReadOnlyList<TEvent>
{
    private readonly TEvent[]? _events;

    internal Decision(TEvent[]? events, Refusal? refusal) => (_events, Refusal) = (events, refusal);

    /// <summary>Why not, or null where the events happen.</summary>
    public Refusal? Refusal { get; }

    /// <summary>How many events happen; 0 when refused or already so.</summary>
    public int Count => _events?.Length ?? 0;

    /// <summary>The event at this place.</summary>
    public TEvent this[int index] => _events![index];

    /// <summary>A refusal is a decision.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new(null, refusal);

    /// <inheritdoc/>
    public IEnumerator<TEvent> GetEnumerator() => ((IEnumerable<TEvent>)(_events ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes decisions from collection expressions: <c>[new Closed()]</c>, <c>[]</c>.</summary>
public static class Decision
{
    /// <summary>The decision that these events happen, in this order.</summary>
    public static Decision<TEvent> Of<TEvent>(ReadOnlySpan<TEvent> events) => new(events.ToArray(), null);
}
