namespace Communities.Cluster;

/// <summary>
/// Keeps what one process asks of one actor in order. Orleans does so once the way to an actor is known, but what is sent
/// while it is being looked for may be overtaken by what is sent just behind.
/// </summary>
/// <remarks>
/// So the first message goes at once, and those behind it, where they come before its answer, wait for the answer to a
/// knock: the knock went the same way, and arrived. A door is there only while somebody is on his way through it.
/// </remarks>
internal sealed class Doors(Func<IActorGrain, ValueTask> knock)
{
    /// <summary>Parts with a lock of their own: some times more than processors, so that these seldom meet.</summary>
    private const int StripeCount = 64;

    private readonly Dictionary<ActorId, Door>[] _stripes =
        [.. Enumerable.Range(0, StripeCount).Select(_ => new Dictionary<ActorId, Door>())];

    /// <summary>Sends in the order of the calls.</summary>
    public ValueTask<TReply> Send<TMessage, TReply>(
        ActorId actor, IActorGrain grain, TMessage message, Func<IActorGrain, TMessage, ValueTask<TReply>> send)
    {
        var stripe = _stripes[(uint)actor.GetHashCode() % StripeCount];
        lock (stripe)
        {
            if (!stripe.TryGetValue(actor, out var door))
            {
                stripe[actor] = door = new Door();
            }

            door.Outside++;
            if (door.IsKnown || door.Outside == 1)
            {
                return Sent(send(grain, message), stripe, actor, door);
            }

            if (door.Waiting is null)
            {
                door.Waiting = [];
                _ = Knock(grain, stripe, door);
            }

            var later = new TaskCompletionSource<Task<TReply>>(TaskCreationOptions.RunContinuationsAsynchronously);
            door.Waiting.Enqueue(() => later.SetResult(send(grain, message).AsTask()));
            return Sent(new ValueTask<TReply>(later.Task.Unwrap()), stripe, actor, door);
        }
    }

    private async Task Knock(IActorGrain grain, Dictionary<ActorId, Door> stripe, Door door)
    {
        // Those who wait will see for themselves whether it is there.
        await knock(grain).AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (stripe)
        {
            door.IsKnown = true;
            while (door.Waiting!.TryDequeue(out var send))
            {
                send();
            }
        }
    }

    private static async ValueTask<TReply> Sent<TReply>(
        ValueTask<TReply> sent, Dictionary<ActorId, Door> stripe, ActorId actor, Door door)
    {
        try
        {
            return await sent.ConfigureAwait(false);
        }
        finally
        {
            lock (stripe)
            {
                if (--door.Outside == 0)
                {
                    stripe.Remove(actor);
                }
            }
        }
    }

    private sealed class Door
    {
        /// <summary>Messages sent, or waiting to be, and not answered.</summary>
        public int Outside { get; set; }

        public bool IsKnown { get; set; }

        /// <summary>Those who wait for the answer to a knock; null before there is one.</summary>
        public Queue<Action>? Waiting { get; set; }
    }
}
