using System.Collections.Concurrent;

namespace Communities.Archive.Tests;

/// <summary>A store in memory, into which tests may reach.</summary>
internal sealed class MemoryStore : IArchiveStore
{
    public ConcurrentDictionary<string, byte[]> Objects { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Called before anything else by every method; tests let it throw.</summary>
    public Action? Before { get; set; }

    /// <summary>Called with the name of each object that was written.</summary>
    public Action<string>? Written { get; set; }

    public MemoryStore Copy() => new() { Objects = new(Objects, StringComparer.Ordinal) };

    public ValueTask Put(string name, ReadOnlyMemory<byte> content, CancellationToken ct = default)
    {
        Before?.Invoke();
        var there = Objects.GetOrAdd(ObjectName.Check(name), content.ToArray());
        if (!content.Span.SequenceEqual(there))
            throw new ArchiveConflictException($"{name} is there.");
        Written?.Invoke(name);
        return ValueTask.CompletedTask;
    }

    public ValueTask<string> Replace(
        string name, ReadOnlyMemory<byte> content, string? tag, CancellationToken ct = default)
    {
        Before?.Invoke();
        var there = Objects.TryGetValue(ObjectName.Check(name), out var bytes) ? SegmentWriter.Digest(bytes) : null;
        if (there != tag)
            throw new ArchiveConflictException($"{name} has been written.");
        Objects[name] = content.ToArray();
        Written?.Invoke(name);
        return ValueTask.FromResult(SegmentWriter.Digest(content.Span));
    }

    public ValueTask<ArchiveObject?> Read(string name, CancellationToken ct = default)
    {
        Before?.Invoke();
        return ValueTask.FromResult(Objects.TryGetValue(ObjectName.Check(name), out var bytes)
            ? new ArchiveObject(bytes, SegmentWriter.Digest(bytes))
            : null);
    }

    public async IAsyncEnumerable<string> List(
        string folder, bool deep,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        await Task.CompletedTask;
        Before?.Invoke();
        ObjectName.CheckFolder(folder);
        var names = Objects.Keys.Where(n => n.StartsWith(folder, StringComparison.Ordinal));
        if (!deep)
            names = names.Select(n => n.IndexOf('/', folder.Length) is var at and >= 0 ? n[..(at + 1)] : n).Distinct();
        foreach (var name in names.ToList())
            yield return name;
    }
}
