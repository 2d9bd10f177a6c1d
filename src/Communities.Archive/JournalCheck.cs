using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Communities.Actors;

namespace Communities.Archive;

/// <summary>Compares an archive with the journal, segment by segment, in one pass over each of its feeds.</summary>
/// <remarks>
/// Of each segment it remembers the digest of its lines. The journal's events are written as lines again, each to the
/// digest of the segment it should be in.
/// </remarks>
internal sealed class JournalCheck(Findings findings, IReadOnlySet<string> excluded)
{
    // What is asked of the journal at once.
    private const int ReadEvents = 1_000;

    private readonly Dictionary<string, Track> _byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Track> _byCommunity = new(StringComparer.Ordinal);

    /// <summary>How many events are the same in both.</summary>
    public long Compared { get; private set; }

    /// <summary>How many events of the journal wait to be archived.</summary>
    public long NotYetArchived { get; private set; }

    /// <summary>A segment of the archive, in the order of its chain.</summary>
    /// <param name="segment">Its name, which says what range it covers.</param>
    /// <param name="contentSha256">The digest of its lines; null where it is damaged, which has been told.</param>
    public void Expect(SegmentName segment, string? contentSha256)
    {
        if (!_byFolder.TryGetValue(segment.Folder, out var track))
            _byFolder[segment.Folder] = track = new Track(segment.Folder);
        track.Segments.Enqueue((segment, contentSha256));
    }

    /// <summary>Reads one of the journal's feeds and compares.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="done">Up to where it counts as archived.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Run(IFeed feed, long done, CancellationToken ct)
    {
        var line = new ArrayBufferWriter<byte>();
        using var writer = EnvelopeLine.Writer(line);
        for (var (after, end) = (0L, feed.Head); after < end;)
        {
            var read = await feed.Read(after, ReadEvents, ct).ConfigureAwait(false);
            if (read.Count == 0)
                break;
            foreach (var envelope in read.TakeWhile(e => e.Position <= end))
                Take(envelope, done, writer, line);
            after = read[^1].Position;
        }
    }

    /// <summary>Tells of what none of the feeds held, once all have been read.</summary>
    public void Finish()
    {
        foreach (var track in _byFolder.Values)
        {
            TellMissing(track);
            foreach (var (segment, _) in track.Segments)
                findings.Problem(segment.ToString(), "The journal does not hold all of its events.");
            track.Content.Dispose();
        }
    }

    private void Take(Envelope envelope, long done, Utf8JsonWriter writer, ArrayBufferWriter<byte> line)
    {
        var position = envelope.Position;
        var track = TrackOf(envelope.Actor.Prefix);
        while (track.Segments.TryPeek(out var passed) && passed.Segment.Last < position)
            Finish(track, "The journal does not hold all of its events.");
        if (track.Segments.TryPeek(out var open) && open.Segment.First <= position)
        {
            line.ResetWrittenCount();
            EnvelopeLine.Write(writer, line, envelope);
            track.Content.AppendData(line.WrittenSpan);
            track.Count++;
            if (position == open.Segment.Last)
                Finish(track, "Its events are not those of the journal.");
        }
        else if (excluded.Contains(envelope.Actor.Prefix))
        {
            return;
        }
        else if (track.Segments.Count > 0 || position <= done)
        {
            var (first, _, count) = track.Missing;
            track.Missing = (count == 0 ? position : first, position, count + 1);
        }
        else
        {
            NotYetArchived++;
        }
    }

    private void Finish(Track track, string otherwise)
    {
        TellMissing(track);
        var (segment, expected) = track.Segments.Dequeue();
        var found = Convert.ToHexStringLower(track.Content.GetHashAndReset());
        if (found == expected)
            Compared += track.Count;
        else if (expected is not null)
            findings.Problem(segment.ToString(), otherwise);
        track.Count = 0;
    }

    private void TellMissing(Track track)
    {
        var (first, last, count) = track.Missing;
        if (count > 0)
            findings.Problem(track.Folder,
                $"{count} events of the journal, from position {first} to {last}, are missing in the archive.");
        track.Missing = default;
    }

    private Track TrackOf(string community)
    {
        if (_byCommunity.TryGetValue(community, out var track))
            return track;
        var folder = ObjectName.FolderOf(community);
        if (!_byFolder.TryGetValue(folder, out track))
            _byFolder[folder] = track = new Track(folder);
        return _byCommunity[community] = track;
    }

    /// <summary>How far one community has been compared.</summary>
    private sealed class Track(string folder)
    {
        public string Folder { get; } = folder;

        public Queue<(SegmentName Segment, string? ContentSha256)> Segments { get; } = new();

        public IncrementalHash Content { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Count { get; set; }

        public (long First, long Last, long Count) Missing { get; set; }
    }
}
