namespace Communities.Actors;

/// <summary>
/// The parts into which an engine's journal is divided, each with a feed of its own. A community is in one of them
/// whole; what happens in different ones has no order.
/// </summary>
/// <remarks>
/// The nth event of partition p of P has the position n·P + p. So a position names one event in the whole engine, tells
/// its partition, and grows in steps of P within it; with one partition it is n. Positions of different partitions are
/// not compared.
/// </remarks>
public readonly record struct Partitions
{
    /// <summary>The most there can be: each costs every node some followers.</summary>
    public const int Max = 1_024;

    private readonly int _countBehindOne;

    /// <summary>So many partitions, 1 to <see cref="Max"/>.</summary>
    public Partitions(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Max);
        _countBehindOne = count - 1;
    }

    /// <summary>One for everything, as in an engine of one process.</summary>
    public static Partitions One => default;

    /// <summary>How many there are.</summary>
    public int Count => _countBehindOne + 1;

    /// <summary>
    /// The partition of an actor, by its key: all keys of a community are together, and those of accounts
    /// (<c>~/alice</c>), which have nothing to do with each other, are spread. The same for ever.
    /// </summary>
    public int Of(string key) => _countBehindOne == 0 ? 0 : (int)(HashOf(TogetherIn(key)) % (uint)Count);

    /// <summary>The partition that this position is of.</summary>
    public int OfPosition(long position) => (int)(position % Count);

    /// <summary>The position of the nth event of a partition, n from 1; 0 for none.</summary>
    public long Position(int partition, long n) => n == 0 ? 0 : checked((n * Count) + partition);

    /// <summary>Which event of its partition this position names, from 1; 0 for none.</summary>
    public long NumberOf(long position) => position / Count;

    /// <summary>The position that follows this one in this partition.</summary>
    public long Next(int partition, long position) => position == 0 ? Count + partition : checked(position + Count);

    private static ReadOnlySpan<char> TogetherIn(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 || key[0] == '~' ? key : key.AsSpan(0, slash);
    }

    // FNV-1a, finished so that short keys that differ in one letter spread over the low bits, too.
    private static uint HashOf(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037ul;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211ul;
        }

        hash ^= hash >> 32;
        hash *= 0xd6e8feb86659fd93ul;
        return (uint)(hash ^ (hash >> 32));
    }
}

/// <summary>The feeds of an engine, one a partition.</summary>
public sealed class Feeds
{
    /// <summary>The feeds in the order of their partitions.</summary>
    public Feeds(params IReadOnlyList<IFeed> all) => (All, Partitions) = (all, new Partitions(all.Count));

    /// <summary>Which partitions they are of.</summary>
    public Partitions Partitions { get; }

    /// <summary>All of them, by partition.</summary>
    public IReadOnlyList<IFeed> All { get; }

    /// <summary>The feed in which the events of this actor, or community, are.</summary>
    public IFeed Of(string key) => All[Partitions.Of(key)];

    /// <summary>The feed that this position is of.</summary>
    public IFeed OfPosition(long position) => All[Partitions.OfPosition(position)];
}
