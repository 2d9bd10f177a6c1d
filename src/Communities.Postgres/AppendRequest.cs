namespace Communities.Postgres;

/// <summary>Consecutive events of one actor that somebody waits to see durable.</summary>
internal sealed class AppendRequest(IReadOnlyList<Envelope> events, AppendChain? chain)
{
    // Continuations run where the journal tells, and the engine's are short; a work item per append would cost more.
    private readonly TaskCompletionSource<long> _done = new();

    public IReadOnlyList<Envelope> Events => events;

    public AppendChain? Chain => chain;

    public ActorId Actor => events[0].Actor;

    /// <summary>The version behind which it goes.</summary>
    public long After => events[0].Version - 1;

    /// <summary>What it keeps in memory until it is written, in bytes, about.</summary>
    public int Size { get; } = SizeOf(events);

    public Task<long> Done => _done.Task;

    /// <summary>Looks whether it is something that can be appended.</summary>
    /// <exception cref="ArgumentException">It is a mistake of the caller.</exception>
    public static void Inspect(IReadOnlyList<Envelope> events)
    {
        if (events.Count == 0)
        {
            throw new ArgumentException("An append has at least one event.", nameof(events));
        }

        for (var i = 0; i < events.Count; i++)
        {
            var e = events[i];
            if (e.Version != events[0].Version + i || e.Actor != events[0].Actor)
            {
                throw new ArgumentException("An append has consecutive events of one actor.", nameof(events));
            }

            if (!IsText(e.Name) || !IsText(e.By) || !IsText(e.CommandId ?? ""))
            {
                throw new ArgumentException("PostgreSQL keeps no U+0000 and no half characters.", nameof(events));
            }
        }

        if (!IsText(events[0].Actor.Kind) || !IsText(events[0].Actor.Key))
        {
            throw new ArgumentException("PostgreSQL keeps no U+0000 and no half characters.", nameof(events));
        }
    }

    public void Complete(long position) => _done.SetResult(position);

    public void Lose() => _done.SetException(new LostRaceException(Actor, events[0].Version));

    public void Fail(JournalUnavailableException why) =>
        _done.SetException(new JournalUnavailableException(why.Message, why));

    // Anything else would be refused with its whole batch.
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i++)))
            {
                return false;
            }
        }

        return true;
    }

    private static int SizeOf(IReadOnlyList<Envelope> events)
    {
        var size = 0;
        for (var i = 0; i < events.Count; i++)
        {
            size += 256 + events[i].Json.Length;
        }

        return size;
    }
}
