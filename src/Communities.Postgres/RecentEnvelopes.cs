using Communities.Actors.Hosting;

namespace Communities.Postgres;

/// <summary>
/// The end of a partition's feed in memory, so that followers near the head need not read the database; and where
/// one waits for more. The head is ahead of what is kept where another process wrote.
/// </summary>
internal sealed class RecentEnvelopes(Partitions partitions, long head, long bytesMax)
{
    /// <summary>
    /// A power of two, some seconds of a busy partition: a follower that is further back reads rows.
    /// </summary>
    private const int CountMax = 8_192;

    /// <summary>Where a partition that is hardly written begins, also a power of two.</summary>
    private const int CountFirst = 64;

    private readonly FeedHead _head = new(head);
    private readonly Lock _gate = new();
    private Envelope?[] _ring = new Envelope?[CountFirst];

    // Numbers of events of this partition: kept are those from the first to before the next.
    private long _first = partitions.NumberOf(head) + 1;
    private long _next = partitions.NumberOf(head) + 1;
    private long _bytes;

    /// <summary>The highest position known to be durable.</summary>
    public long Head => _head.Position;

    /// <summary>
    /// Durable envelopes that follow each other. They are kept behind what is there; what is there already, or older,
    /// is left, and where they do not follow, what is there goes.
    /// </summary>
    public void Add(IReadOnlyList<Envelope> envelopes)
    {
        lock (_gate)
        {
            foreach (var envelope in envelopes)
            {
                Keep(envelope, partitions.NumberOf(envelope.Position));
            }
        }

        Advance(envelopes[^1].Position);
    }

    /// <summary>Everything up to this position is durable, whoever wrote it.</summary>
    public void Advance(long head) => _head.Advance(head);

    /// <summary>
    /// The journal was set back, by a restored copy or a failover that lost commits: begins again there.
    /// </summary>
    public void SetBack(long head)
    {
        lock (_gate)
        {
            Clear(partitions.NumberOf(head) + 1);
            _head.SetBack(head);
        }
    }

    /// <summary>What is behind this position and kept; null where that has to be read.</summary>
    public IReadOnlyList<Envelope>? Read(long after, int most)
    {
        lock (_gate)
        {
            if (after >= Head)
            {
                return [];
            }

            var from = partitions.NumberOf(after) + 1;
            if (from < _first || from >= _next)
            {
                return null;
            }

            var found = new Envelope[Math.Min(_next - from, most)];
            for (var i = 0; i < found.Length; i++)
            {
                found[i] = Slot(from + i)!;
            }

            return found;
        }
    }

    public ValueTask WaitBeyond(long position, CancellationToken ct) => _head.WaitBeyond(position, ct);

    public void Close() => _head.Close();

    private void Keep(Envelope envelope, long number)
    {
        if (number < _next)
        {
            return;
        }

        if (number > _next)
        {
            Clear(number);
        }

        if (_next - _first == _ring.Length)
        {
            if (_ring.Length < CountMax)
            {
                Grow();
            }
            else
            {
                DropFirst();
            }
        }

        Slot(_next++) = envelope;
        _bytes += envelope.Json.Length;
        while (_bytes > bytesMax && _next - _first > 1)
        {
            DropFirst();
        }
    }

    private ref Envelope? Slot(long number) => ref _ring[number & (_ring.Length - 1)];

    private void DropFirst()
    {
        ref var slot = ref Slot(_first++);
        _bytes -= slot!.Json.Length;
        slot = null;
    }

    private void Clear(long next)
    {
        Array.Clear(_ring);
        (_first, _next, _bytes) = (next, next, 0);
    }

    private void Grow()
    {
        var old = _ring;
        _ring = new Envelope?[old.Length * 2];
        for (var number = _first; number < _next; number++)
        {
            Slot(number) = old[number & (old.Length - 1)];
        }
    }
}
