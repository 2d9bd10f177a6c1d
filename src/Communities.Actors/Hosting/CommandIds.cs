using System.Diagnostics.CodeAnalysis;

namespace Communities.Actors.Hosting;

/// <summary>Where the events of a command lie in the history of its actor.</summary>
/// <param name="Last">The version of the last of them.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct CommandMark(long Last, int Count)
{
    // Every actor holds hundreds of these: one number each, 48 bits of version and 16 of count.
    private const int CountBits = 16;

    /// <summary>Both as one number.</summary>
    public long Packed => (Last << CountBits) | (uint)Math.Min(Count, ushort.MaxValue);

    public static CommandMark Unpack(long packed) => new(packed >> CountBits, (int)(packed & ushort.MaxValue));
}

/// <summary>
/// The ids of an actor's last commands that changed something, as hashes. A hit is looked up in the journal, where
/// the whole id stands, so a collision costs a read and never a command.
/// </summary>
internal sealed class CommandIds
{
    /// <summary>
    /// Repeats come within seconds from browsers, within a batch from importers, and within half a minute from a front
    /// end whose silo was lost; an actor that takes commands at thirty a second does this many in that time.
    /// </summary>
    public const int Max = 1_024;

    /// <summary>Most actors see few commands: a small start, doubled when full.</summary>
    private const int FirstSize = 4;

    private uint[] _hashes = new uint[FirstSize];
    private long[] _marks = new long[FirstSize];
    private int _next;
    private int _count;

    /// <summary>Stable across processes, since snapshots keep it (FNV-1a).</summary>
    public static uint HashOf(string id)
    {
        var hash = 14695981039346656037ul;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 1099511628211ul;
        }

        return (uint)(hash ^ (hash >> 32));
    }

    public bool TryFind(string id, [NotNullWhen(true)] out CommandMark? mark)
    {
        var at = Array.LastIndexOf(_hashes, HashOf(id), _count - 1, _count);
        mark = at < 0 ? null : CommandMark.Unpack(_marks[at]);
        return at >= 0;
    }

    public void Add(string id, long version, int count) => Add(HashOf(id), new CommandMark(version, count));

    /// <summary>The next event of a history: of the same command as the one before it, or of another.</summary>
    public void Follow(string id, long version)
    {
        var hash = HashOf(id);
        var last = (_next + _hashes.Length - 1) % _hashes.Length;
        if (_count > 0 && _hashes[last] == hash && CommandMark.Unpack(_marks[last]) is var mark
            && mark.Last == version - 1)
        {
            _marks[last] = new CommandMark(version, mark.Count + 1).Packed;
        }
        else
        {
            Add(hash, new CommandMark(version, 1));
        }
    }

    public void Add(uint hash, CommandMark mark)
    {
        if (_count == _hashes.Length && _count < Max)
        {
            Array.Resize(ref _hashes, _count * 2);
            Array.Resize(ref _marks, _count * 2);
            _next = _count;
        }

        (_hashes[_next], _marks[_next]) = (hash, mark.Packed);
        _next = (_next + 1) % _hashes.Length;
        _count = Math.Min(_count + 1, _hashes.Length);
    }

    /// <summary>All of them, oldest first.</summary>
    public (uint Hash, CommandMark Mark)[] ToArray()
    {
        var all = new (uint, CommandMark)[_count];
        for (var i = 0; i < _count; i++)
        {
            var at = (_next + _hashes.Length - _count + i) % _hashes.Length;
            all[i] = (_hashes[at], CommandMark.Unpack(_marks[at]));
        }

        return all;
    }
}
