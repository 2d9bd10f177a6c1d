using System.Runtime.InteropServices;
using Communities.Actors;

namespace Communities.Archive;

/// <summary>Verifies the chain of one community, from its first segment to its head and what lies behind it.</summary>
internal sealed class ChainCheck(
    IArchiveStore store, string folder, ArchiveIdentity? archive, Func<long, ArchiveMark?> markOf, Findings findings,
    JournalCheck? journal)
{
    private readonly string _headName = ObjectName.HeadOf(folder);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<ActorId, long> _versions = [];
    private (string? Name, string? Sha256) _previous;
    private int _segments;
    private long _events;
    private long _last;
    private bool _headLost;

    // Behind a broken link versions may jump, which is then no second problem, but they may never go back.
    private bool _broken;

    /// <summary>Is shown each event.</summary>
    public Action<Envelope>? Visit { get; init; }

    /// <summary>Reads all of the community and tells what is wrong with it.</summary>
    public async Task Run(CancellationToken ct)
    {
        var (segments, head) = await Look(ct).ConfigureAwait(false);
        if (segments.Count == 0 && head is null)
            return; // An empty folder, left by a crash before the first file in it.
        findings.Communities++;
        var (sealing, unsealed) = (head is null, 0);
        foreach (var segment in segments)
        {
            await Check(segment, ct).ConfigureAwait(false);
            if (head is not null && segment.ToString() == head.Segment)
            {
                sealing = true;
                CheckHead(head);
            }
            else if (!_headLost && segment.First > (head?.Last ?? 0))
            {
                unsealed++;
                if (segment.First <= markOf(segment.First)?.Done)
                    Broken(_headName, $"It does not know {segment}, which the journal counts as archived.");
            }
        }

        if (!sealing)
            Broken(_headName, $"It names {head!.Segment} as the last segment, which is missing.");
        if (unsealed > 1)
            Broken(_headName, head is null
                ? $"It is missing, and there are {unsealed} segments."
                : $"{unsealed} segments lie behind the last one it knows; a crash leaves one at most.");
        findings.Unsealed += unsealed;
    }

    // The list is read before the head, so that of a chain that grows meanwhile no more than the newest segment can
    // seem to lie behind the head; and once more where the head knows of segments that were not there yet.
    private async Task<(List<SegmentName> Segments, ArchiveHead? Head)> Look(CancellationToken ct)
    {
        var segments = await List(ct).ConfigureAwait(false);
        ArchiveHead? head = null;
        try
        {
            if (await store.Read(_headName, ct).ConfigureAwait(false) is { } stored)
                head = ArchiveFormat.Read(_headName, stored.Content.Span, ArchiveFormat.Json.ArchiveHead);
            if (head is not null && (ObjectName.FolderOf(head.Community) != folder || head.Archive != archive?.Id))
                Broken(_headName, $"It is the head of {head.Community} in archive {head.Archive}, which is another.");
        }
        catch (ArchiveDamagedException e)
        {
            _headLost = true;
            Broken(e.Name, e.Sentence);
        }

        if (head is not null && !_names.Contains(head.Segment))
        {
            var known = _names.ToHashSet(StringComparer.Ordinal);
            segments = await List(ct).ConfigureAwait(false);
            segments.RemoveAll(s => s.Last > head.Last && !known.Contains(s.ToString()));
        }

        foreach (var name in _names.Where(n => n != _headName && SegmentName.Parse(n) is null))
            findings.Problem(name, "It does not belong to the archive.");
        segments.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Last.CompareTo(b.Last));
        return (segments, head);
    }

    private async Task<List<SegmentName>> List(CancellationToken ct)
    {
        var segments = new List<SegmentName>();
        await foreach (var name in store.List(folder + "/", deep: true, ct).ConfigureAwait(false))
        {
            _names.Add(name);
            if (SegmentName.Parse(name) is { } segment)
                segments.Add(segment);
        }

        return segments;
    }

    private async Task Check(SegmentName segment, CancellationToken ct)
    {
        var name = segment.ToString();
        string? sha256 = null;
        string? content = null;
        try
        {
            var stored = await store.Read(name, ct).ConfigureAwait(false)
                ?? throw new ArchiveDamagedException(name, "It is missing.");
            findings.Segments++;
            findings.Bytes += stored.Content.Length;
            using var reader = new SegmentReader(segment, stored.Content);
            CheckLink(segment, reader.Header);
            while (reader.Next(out var envelope))
            {
                CheckVersion(name, envelope);
                _events++;
                findings.Events++;
                Visit?.Invoke(envelope);
            }

            (sha256, content) = (reader.Sha256, reader.ContentSha256());
        }
        catch (ArchiveDamagedException e)
        {
            Broken(e.Name, e.Sentence);
        }

        journal?.Expect(segment, content);
        _segments++;
        _previous = (name, sha256);
        _last = Math.Max(_last, segment.Last);
    }

    private void CheckLink(SegmentName segment, SegmentHeader header)
    {
        var name = segment.ToString();
        if (archive is not null && header.Archive != archive.Id)
            Broken(name, $"It is of archive {header.Archive}; this is {archive.Id}, says {ObjectName.Identity}.");
        if (segment.First <= _last)
            Broken(name, $"It begins with event {segment.First}, and {_previous.Name} already goes up to {_last}.");
        if (header.Previous == _previous.Name)
        {
            if (_previous.Sha256 is not null && header.PreviousSha256 != _previous.Sha256)
                Broken(_previous.Name!, $"It is not what it was when {name} was written behind it.");
        }
        else if (header.Previous is not null && !_names.Contains(header.Previous))
        {
            Broken(header.Previous, $"It is missing; {name} continues it.");
        }
        else
        {
            Broken(name,
                $"It continues {header.Previous ?? "nothing"}, but {_previous.Name ?? "nothing"} lies before it.");
        }
    }

    private void CheckVersion(string name, Envelope envelope)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_versions, envelope.Actor, out _);
        if (envelope.Version != known + 1 && !(_broken && envelope.Version > known))
            findings.Problem(name,
                $"{envelope.Actor} goes from version {known} to {envelope.Version} at position {envelope.Position}.");
        known = Math.Max(known, envelope.Version);
    }

    private void CheckHead(ArchiveHead head)
    {
        if (_previous.Sha256 is not null && head.Sha256 != _previous.Sha256)
            Broken(head.Segment, $"It is not what {_headName} says it is; one of the two was altered.");
        if (head.Last != _last || (!_broken && (head.Segments != _segments || head.Events != _events)))
            Broken(_headName,
                $"It counts {head.Segments} segments with {head.Events} events up to {head.Last}; "
                + $"there are {_segments} with {_events} up to {_last}.");
    }

    private void Broken(string name, string sentence)
    {
        _broken = true;
        findings.Problem(name, sentence);
    }
}
