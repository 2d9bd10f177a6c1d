using Communities.Actors.Hosting;

namespace Communities.Local.Sqlite;

/// <summary>
/// The end of the feed in memory, so that followers near the head never read the file. Also where one waits for more.
/// </summary>
internal sealed class RecentEnvelopes(long head)
{
    /// <summary>
    /// A power of two, some seconds at a high rate: a follower that is further back reads from the file.
    /// </summary>
    private const int CountMax = 16_384;

    /// <summary>
    /// So that a run of very long posts does not fill the memory, where each lies as JSON and as what it says.
    /// </summary>
    private const long BytesMax = 32 << 20;

    private readonly FeedHead _head = new(head);
    private readonly Lock _gate = new();
    private readonly Envelope?[] _ring = new Envelope?[CountMax];
    private long _first = head + 1;
    private long _bytes;

    public long Head => _head.Position;

    public void Add(ReadOnlySpan<Envelope> committed)
    {
        var head = committed[^1].Position;
        lock (_gate)
        {
            foreach (var envelope in committed)
            {
                if (envelope.Position - _first >= CountMax)
                {
                    DropFirst();
                }

                _ring[envelope.Position % CountMax] = envelope;
                _bytes += envelope.Json.Length;
            }

            while (_bytes > BytesMax && _first < head)
            {
                DropFirst();
            }
        }

        _head.Advance(head);
    }

    /// <summary>What is behind this position, or null where that is further back than memory reaches.</summary>
    public IReadOnlyList<Envelope>? Read(long after, int most)
    {
        lock (_gate)
        {
            if (after + 1 < _first)
            {
                return null;
            }

            var found = new Envelope[Math.Clamp(Head - after, 0, most)];
            for (var i = 0; i < found.Length; i++)
            {
                found[i] = _ring[(after + 1 + i) % CountMax]!;
            }

            return found;
        }
    }

    public ValueTask WaitBeyond(long position, CancellationToken ct) => _head.WaitBeyond(position, ct);

    public void Close() => _head.Close();

    private void DropFirst()
    {
        ref var slot = ref _ring[_first % CountMax];
        _bytes -= slot!.Json.Length;
        slot = null;
        _first++;
    }
}
