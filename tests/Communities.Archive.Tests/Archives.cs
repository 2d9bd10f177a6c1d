using Communities.Actors;

namespace Communities.Archive.Tests;

/// <summary>Makes archives for tests, without a background task in them.</summary>
internal static class Archives
{
    // Without it each archive has an id of its own, and no two would be the same.
    public static readonly string Id = new('0', 32);

    private static readonly byte[] _identity =
        ArchiveFormat.Write(new ArchiveIdentity(ArchiveFormat.Version, Id), ArchiveFormat.Json.ArchiveIdentity);

    public static readonly ArchiveOptions Small = new() { RoundEvents = 7, WritesAtOnce = 1 };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static MemoryStore Empty() => new() { Objects = { [ObjectName.Identity] = _identity } };

    /// <summary>Archives all that the journal holds, in rounds as full as they may be.</summary>
    public static async Task Write(
        IArchiveStore store, FakeJournal journal, ICheckpoints? checkpoints = null, ArchiveOptions? options = null)
    {
        var rounds = new ArchiveRounds(journal, checkpoints ?? journal, store, options ?? Small);
        var through = await rounds.Recover(Ct);
        for (var before = -1L; through > before;)
            (before, through) = (through, await rounds.Next(through, Ct));
    }

    public static async Task<MemoryStore> Of(FakeJournal journal)
    {
        var store = Empty();
        await Write(store, journal);
        return store;
    }

    public static Task<ArchiveReport> Verify(IArchiveStore store, FakeJournal? journal = null) =>
        journal is null ? new ArchiveVerifier(store).Verify(Ct) : Verify(store, [journal]);

    /// <summary>Against a journal of several partitions.</summary>
    public static Task<ArchiveReport> Verify(IArchiveStore store, FakeJournal[] partitions)
    {
        var verifier = new ArchiveVerifier(store)
        {
            Journal = new Feeds(partitions),
            Checkpoints = partition => partitions[partition],
        };
        return verifier.Verify(Ct);
    }

    public static async Task<List<Envelope>> Events(
        IArchiveStore store, string community, long through = long.MaxValue, DateTimeOffset? until = null)
    {
        var events = new List<Envelope>();
        await foreach (var envelope in new ArchiveReader(store).Events(community, through, until, Ct))
            events.Add(envelope);
        return events;
    }

    /// <summary>Everything about an envelope in one comparable line.</summary>
    public static string Shown(Envelope e) => (e with { Json = default }) + Convert.ToHexString(e.Json.Span);

    /// <summary>Fails unless both hold the same objects with the same bytes.</summary>
    public static void Same(MemoryStore expected, MemoryStore actual)
    {
        Assert.Equal(Names(expected), Names(actual));
        foreach (var (name, content) in expected.Objects)
            Assert.True(content.AsSpan().SequenceEqual(actual.Objects[name]), name);

        static IEnumerable<string> Names(MemoryStore store) => store.Objects.Keys.Order(StringComparer.Ordinal);
    }

    /// <summary>The segments of one community or of all, in the order of their events.</summary>
    public static IEnumerable<string> Segments(MemoryStore store, string community = "") => store.Objects.Keys
        .Where(n => n.StartsWith(community, StringComparison.Ordinal) && SegmentName.Parse(n) is not null)
        .OrderBy(n => SegmentName.Parse(n)!.Value.First);
}
