using System.Runtime.InteropServices;

namespace Communities.Cluster;

/// <summary>
/// A message's place among those of one process to one actor. Orleans lets messages overtake each other on their way,
/// so the actor puts them in order again.
/// </summary>
[GenerateSerializer, Immutable, Alias("communities.ticket")]
internal readonly record struct Ticket
{
    /// <summary>Which process asks; a number of its own.</summary>
    [Id(0)] public required long Asker { get; init; }

    /// <summary>Grows with each of its messages, to whichever actor; 0 for a repeat, which has no place.</summary>
    [Id(1)] public required long Number { get; init; }

    /// <summary>The number of the one before it to the same actor, if that is not answered yet; else 0.</summary>
    [Id(2)] public required long After { get; init; }
}

/// <summary>Gives a process's messages their tickets.</summary>
internal sealed class Tickets
{
    /// <summary>Parts with a lock of their own: some times more than processors, so that these seldom meet.</summary>
    private const int StripeCount = 64;

    private readonly long _asker = Random.Shared.NextInt64(1, long.MaxValue);
    private readonly Dictionary<ActorId, Line>[] _stripes =
        [.. Enumerable.Range(0, StripeCount).Select(_ => new Dictionary<ActorId, Line>())];

    private long _numbers;

    /// <summary>The next message to this actor, which is given back when it is answered.</summary>
    public Ticket Take(ActorId actor)
    {
        var stripe = StripeOf(actor);
        lock (stripe)
        {
            ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(stripe, actor, out _);
            var ticket = new Ticket
            {
                Asker = _asker, Number = Interlocked.Increment(ref _numbers), After = line.Last,
            };
            line = new Line(ticket.Number, line.Count + 1);
            return ticket;
        }
    }

    /// <summary>A message to this actor has been answered.</summary>
    public void GiveBack(ActorId actor)
    {
        var stripe = StripeOf(actor);
        lock (stripe)
        {
            ref var line = ref CollectionsMarshal.GetValueRefOrNullRef(stripe, actor);
            line = line with { Count = line.Count - 1 };
            if (line.Count == 0)
            {
                stripe.Remove(actor);
            }
        }
    }

    private Dictionary<ActorId, Line> StripeOf(ActorId actor) => _stripes[(uint)actor.GetHashCode() % StripeCount];

    /// <summary>The last message to an actor, and how many have not been answered.</summary>
    private readonly record struct Line(long Last, int Count);
}
