using System.Collections.Concurrent;
using Communities.Actors;

namespace Communities.Archive;

/// <summary>
/// Writes the feed to the archive in rounds. A round is a range of the feed, and gives each community in it one
/// segment.
/// </summary>
/// <remarks>
/// The range is made durable before anything is written. Whatever interrupts a round, the same range is written again,
/// and gives the same segments: those that were written are recognised, the others follow. So each event is archived
/// exactly once. Not thread-safe: one caller at a time.
/// </remarks>
internal sealed class ArchiveRounds(
    IFeed feed, ICheckpoints checkpoints, IArchiveStore store, ArchiveOptions options)
{
    // What is asked of the feed at once: the byte limit of a round can be exceeded by no more than this many events.
    private const int ReadEvents = 1_000;

    // Heads kept in memory between rounds, some 500 bytes each; beyond it they are read again when needed.
    private const int HeadsMax = 10_000;

    // What an envelope holds besides its JSON, its key and its names, in memory and in its line.
    private const int EnvelopeBytes = 200;

    private readonly ConcurrentDictionary<string, (ArchiveHead? Head, string? Tag)> _heads =
        new(StringComparer.Ordinal);
    private readonly long _first = feed.Next(0);
    private ArchiveIdentity? _archive;

    /// <summary>How far one position of the feed lies from the next.</summary>
    public long Step { get; } = feed.Next(feed.Next(0)) - feed.Next(0);

    /// <summary>
    /// Finishes the round that was interrupted, if one was. To be called first, and after any failure.
    /// </summary>
    /// <returns>Up to where everything is archived.</returns>
    /// <exception cref="ArchiveConflictException">The archive is not this journal's.</exception>
    public async ValueTask<long> Recover(CancellationToken ct)
    {
        _heads.Clear();
        _archive = await ArchiveIdentity.Ensure(store, ct).ConfigureAwait(false);
        if (await ArchiveMark.Load(checkpoints, _archive, ct).ConfigureAwait(false) is not { } mark)
        {
            await foreach (var head in new ArchiveReader(store).Heads(ct).ConfigureAwait(false))
                if (IsOfThisFeed(head.Last))
                    throw new ArchiveConflictException(
                        $"This archive, which holds {head.Community}, was written from another journal. "
                        + "Choose an empty place for this one's archive.");
            return 0;
        }

        if (feed.Head < mark.Through)
            throw new ArchiveConflictException(
                $"The journal ends at {feed.Head}, and was archived up to {mark.Through} before: it has lost events.");
        if (!mark.IsWriting)
            return mark.Done;
        var round = await Gather(mark.Done, mark.Through, ct).ConfigureAwait(false);
        return await Write(mark, round, ct).ConfigureAwait(false);
    }

    /// <summary>Archives one round of what waits behind this position.</summary>
    /// <returns>Up to where everything is archived now; the position itself where nothing waits.</returns>
    public async ValueTask<long> Next(long after, CancellationToken ct)
    {
        var round = await Gather(after, long.MaxValue, ct).ConfigureAwait(false);
        if (round.Count == 0)
            return after;
        var mark = new ArchiveMark(after, round[^1].Position);
        await mark.Save(checkpoints, _archive!, ct).ConfigureAwait(false);
        return await Write(mark, round, ct).ConfigureAwait(false);
    }

    // The archive of an engine with several partitions is written from several feeds, each its communities.
    private bool IsOfThisFeed(long position) => (position - _first) % Step == 0;

    private async ValueTask<List<Envelope>> Gather(long after, long through, CancellationToken ct)
    {
        // An interrupted round is gathered whole, whatever the limits are by now.
        var (eventsMax, bytesMax) = through == long.MaxValue
            ? (options.RoundEvents, (long)options.RoundBytes)
            : (int.MaxValue, long.MaxValue);
        var round = new List<Envelope>();
        for (var (last, bytes) = (after, 0L); round.Count < eventsMax && bytes < bytesMax && last < through;)
        {
            var head = feed.Head;
            var read = await feed.Read(last, Math.Min(ReadEvents, eventsMax - round.Count), ct).ConfigureAwait(false);
            if (read.Count == 0)
            {
                if (head > last)
                    throw new InvalidDataException($"The journal goes up to {head}, but gives nothing behind {last}.");
                break;
            }

            foreach (var envelope in read)
            {
                if (envelope.Position != feed.Next(last))
                    throw new InvalidDataException($"The journal has a gap behind {last}.");
                round.Add(envelope);
                last = envelope.Position;
                bytes += EnvelopeBytes + envelope.Json.Length + envelope.Actor.Key.Length
                    + envelope.By.Length + (envelope.CommandId?.Length ?? 0);
                if (bytes >= bytesMax || last == through)
                    break;
            }
        }

        return round;
    }

    private async ValueTask<long> Write(ArchiveMark mark, List<Envelope> round, CancellationToken ct)
    {
        if (_heads.Count > HeadsMax)
            _heads.Clear();
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = options.WritesAtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(ByCommunity(round), lanes, WriteCommunity).ConfigureAwait(false);
        await new ArchiveMark(mark.Through, mark.Through).Save(checkpoints, _archive!, ct).ConfigureAwait(false);
        return mark.Through;
    }

    private Dictionary<string, List<Envelope>> ByCommunity(List<Envelope> round)
    {
        var communities = new Dictionary<string, List<Envelope>>(StringComparer.Ordinal);
        var bySpan = communities.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var envelope in round)
        {
            var key = envelope.Actor.Key;
            var slash = key.IndexOf('/', StringComparison.Ordinal);
            var prefix = slash < 0 ? key : key.AsSpan(0, slash);
            if (!bySpan.TryGetValue(prefix, out var events))
                bySpan[prefix] = events = [];
            events.Add(envelope);
        }

        foreach (var excluded in options.ExcludedPrefixes)
            communities.Remove(excluded);
        return communities;
    }

    private async ValueTask WriteCommunity(KeyValuePair<string, List<Envelope>> part, CancellationToken ct)
    {
        var (community, events) = part;
        var name = ObjectName.HeadOf(ObjectName.FolderOf(community));
        if (!_heads.TryGetValue(community, out var known))
            known = await ReadHead(name, ct).ConfigureAwait(false);
        var (head, tag) = known;
        if (head?.Last == events[^1].Position)
            return; // Written before the interruption.
        if (head?.Last >= events[0].Position)
            throw new ArchiveConflictException(
                $"The archive of {community} goes up to {head.Last}, further than this journal has written it. "
                + "Is it another journal's?");

        var segment = SegmentWriter.Encode(_archive!.Id, community, head, events);
        var sha256 = await Put(segment, ct).ConfigureAwait(false);
        var next = new ArchiveHead(ArchiveFormat.Version, _archive.Id, community, segment.Name.ToString(), sha256,
            segment.Name.Last, (head?.Segments ?? 0) + 1, (head?.Events ?? 0) + segment.Count);
        var content = ArchiveFormat.Write(next, ArchiveFormat.Json.ArchiveHead);
        _heads[community] = (next, await store.Replace(name, content, tag, ct).ConfigureAwait(false));
    }

    private async ValueTask<(ArchiveHead? Head, string? Tag)> ReadHead(string name, CancellationToken ct) =>
        await store.Read(name, ct).ConfigureAwait(false) is { } stored
            ? (ArchiveFormat.Read(name, stored.Content.Span, ArchiveFormat.Json.ArchiveHead), stored.Tag)
            : (null, null);

    // A newer zlib may pack the same events into other bytes. What lies there already then stands.
    private async ValueTask<string> Put(EncodedSegment segment, CancellationToken ct)
    {
        var name = segment.Name.ToString();
        try
        {
            await store.Put(name, segment.Content, ct).ConfigureAwait(false);
            return segment.Sha256;
        }
        catch (ArchiveConflictException)
        {
            var there = await store.Read(name, ct).ConfigureAwait(false);
            if (there is null || !SameEvents(segment, there.Content))
                throw;
            return SegmentWriter.Digest(there.Content.Span);
        }
    }

    private static bool SameEvents(EncodedSegment segment, ReadOnlyMemory<byte> there)
    {
        using var ours = new SegmentReader(segment.Name, segment.Content);
        using var theirs = new SegmentReader(segment.Name, there);
        while (ours.Next(out _) & theirs.Next(out _))
            continue;
        return ours.Header == theirs.Header && ours.ContentSha256() == theirs.ContentSha256();
    }
}
