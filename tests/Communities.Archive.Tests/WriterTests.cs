using Communities.Actors;

namespace Communities.Archive.Tests;

public sealed class WriterTests
{
    private readonly FakeJournal _journal = new();
    private readonly MemoryStore _store = new();
    private readonly ManualTime _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ArchiveWriter Started(ArchiveOptions? options = null, IArchiveStore? store = null)
    {
        var writer = new ArchiveWriter(_journal, _journal, store ?? _store, options, _time);
        writer.Start();
        return writer;
    }

    private Task<ArchiveReport> Verify() =>
        new ArchiveVerifier(_store) { Journal = _journal, Checkpoints = _journal }.Verify(Ct);

    private IEnumerable<string> Segments => _store.Objects.Keys.Where(n => n.EndsWith(".gz", StringComparison.Ordinal));

    [Fact]
    public async Task What_the_journal_holds_comes_out_of_the_archive_again_but_for_the_accounts()
    {
        _journal.AddMany(500);
        await using var writer = Started();
        await writer.WhenCaughtUp(500, Ct);

        Assert.Equal(500, writer.ArchivedThrough);
        var read = new List<Envelope>();
        var reader = new ArchiveReader(_store);
        await foreach (var head in reader.Heads(Ct))
            await foreach (var envelope in reader.Events(head.Community, ct: Ct))
                read.Add(envelope);
        var archived = _journal.Events.Where(e => e.Actor.Partition != "~").ToList();
        Assert.Equal(archived.Select(Shown), read.OrderBy(e => e.Position).Select(Shown));
        Assert.True(archived.Count < 500);

        static string Shown(Envelope e) => (e with { Json = default }) + Convert.ToHexString(e.Json.Span);
    }

    [Fact]
    public async Task A_sound_archive_is_found_sound_and_compared_with_the_journal()
    {
        _journal.AddMany(500);
        await using var writer = Started(new ArchiveOptions { RoundEvents = 50 });
        await writer.WhenCaughtUp(500, Ct);
        _journal.Add("devs/t1").Add("~/ann");

        var report = await Verify();
        Assert.Empty(report.Problems);
        var archived = _journal.Events.Count(e => e.Position <= 500 && e.Actor.Partition != "~");
        Assert.Equal((3, 30, archived, archived, 1, 0), (report.Communities, report.Segments, report.Events,
            report.Compared, report.NotYetArchived, report.Unsealed));
    }

    [Fact]
    public async Task Nothing_is_written_while_few_events_are_young()
    {
        await using var writer = Started(new ArchiveOptions { RoundAge = TimeSpan.FromSeconds(5) });
        _journal.Add("devs/t1");
        await _time.WhenSet(Ct);
        _time.Advance(TimeSpan.FromSeconds(4.9));
        _journal.Add("devs/t1");
        Assert.Empty(Segments);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        await writer.WhenCaughtUp(2, Ct);
        Assert.Equal(["devs/2026/11/22/000000000001-000000000002.ndjson.gz"], Segments);
    }
}
