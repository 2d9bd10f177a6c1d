using System.Runtime.CompilerServices;
using Communities.Actors;

namespace Communities.Archive;

/// <summary>
/// Reads an archive, and proves the chain while reading: who comes to the end has read what was written.
/// </summary>
public sealed class ArchiveReader(IArchiveStore store)
{
    /// <summary>Where the chain of each archived community ends, in order of their names.</summary>
    /// <exception cref="ArchiveDamagedException">A head is not as it was written.</exception>
    /// <exception cref="ArchiveUnavailableException">The store cannot be read now.</exception>
    public async IAsyncEnumerable<ArchiveHead> Heads([EnumeratorCancellation] CancellationToken ct = default)
    {
        var folders = new List<string>();
        await foreach (var entry in store.List("", deep: false, ct).ConfigureAwait(false))
            if (entry.EndsWith('/') && ObjectName.Is(entry[..^1]))
                folders.Add(entry[..^1]);
        foreach (var folder in folders.Order(StringComparer.Ordinal))
            if (await ReadHead(folder, ct).ConfigureAwait(false) is { } head)
                yield return head;
    }

    /// <summary>Where the chain of this community ends, or null where nothing of it is archived.</summary>
    /// <exception cref="ArchiveDamagedException">The head is not as it was written.</exception>
    /// <exception cref="ArchiveUnavailableException">The store cannot be read now.</exception>
    public ValueTask<ArchiveHead?> Head(string community, CancellationToken ct = default) =>
        ReadHead(ObjectName.FolderOf(community), ct);

    /// <summary>The segments of this community up to its head, in the order of the chain.</summary>
    /// <exception cref="ArchiveDamagedException">The head is not as it was written.</exception>
    /// <exception cref="ArchiveUnavailableException">The store cannot be read now.</exception>
    public async ValueTask<IReadOnlyList<SegmentName>> Segments(string community, CancellationToken ct = default) =>
        await Head(community, ct).ConfigureAwait(false) is { } head
            ? await SegmentsOf(head, ct).ConfigureAwait(false)
            : [];

    /// <summary>The events of this community in the order of the journal.</summary>
    /// <param name="community">Whose; where nothing of it is archived there are none.</param>
    /// <param name="through">Up to this feed position.</param>
    /// <param name="until">Only those that happened by then; an import may bring older ones later.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ArchiveDamagedException">
    /// An object is not as it was written, or missing. What came before it was sound.
    /// </exception>
    /// <exception cref="ArchiveUnavailableException">The store cannot be read now.</exception>
    public async IAsyncEnumerable<Envelope> Events(
        string community, long through = long.MaxValue, DateTimeOffset? until = null,
        [EnumeratorCancellation] CancellationToken ct = default)
    {
        if (await Head(community, ct).ConfigureAwait(false) is not { } head)
            yield break;
        (string? Name, string? Sha256) previous = (null, null);
        foreach (var segment in await SegmentsOf(head, ct).ConfigureAwait(false))
        {
            if (segment.First > through)
                yield break;
            using var reader = await Open(segment, ct).ConfigureAwait(false);
            if ((reader.Header.Previous, reader.Header.PreviousSha256) != previous)
                throw new ArchiveDamagedException(
                    segment.ToString(), $"It does not continue {previous.Name ?? "anything"}; the chain is broken.");
            previous = (segment.ToString(), reader.Sha256);
            while (reader.Next(out var envelope))
            {
                if (envelope.Position > through)
                    yield break;
                if (until is null || envelope.At <= until)
                    yield return envelope;
            }
        }

        if (previous != (head.Segment, head.Sha256))
            throw new ArchiveDamagedException(
                head.Segment, "It is missing, or it is not what the head of its community says it is.");
    }

    /// <summary>A reader of this segment.</summary>
    internal async ValueTask<SegmentReader> Open(SegmentName segment, CancellationToken ct)
    {
        var stored = await store.Read(segment.ToString(), ct).ConfigureAwait(false)
            ?? throw new ArchiveDamagedException(segment.ToString(), "It is missing.");
        return new SegmentReader(segment, stored.Content);
    }

    private async ValueTask<ArchiveHead?> ReadHead(string folder, CancellationToken ct)
    {
        var name = ObjectName.HeadOf(folder);
        if (await store.Read(name, ct).ConfigureAwait(false) is not { } stored)
            return null;
        var head = ArchiveFormat.Read(name, stored.Content.Span, ArchiveFormat.Json.ArchiveHead);
        return ObjectName.FolderOf(head.Community) == folder
            ? head
            : throw new ArchiveDamagedException(name, $"It is the head of another community, {head.Community}.");
    }

    private async ValueTask<List<SegmentName>> SegmentsOf(ArchiveHead head, CancellationToken ct)
    {
        var segments = new List<SegmentName>();
        await foreach (var name in store.List(ObjectName.FolderOf(head.Community) + "/", deep: true, ct)
            .ConfigureAwait(false))
            if (SegmentName.Parse(name) is { } segment && segment.Last <= head.Last)
                segments.Add(segment);
        segments.Sort((a, b) => a.First.CompareTo(b.First));
        return segments;
    }
}
