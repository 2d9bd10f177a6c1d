using System.IO.Compression;
using Communities.Actors;

namespace Communities.Archive.Tests;

public sealed class WriterTests
{
    private readonly FakeJournal _journal = new();
    private readonly MemoryStore _store = new();
    private readonly ManualTime _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IEnumerable<string> Segments =>
        _store.Objects.Keys.Where(n => n.EndsWith(".gz", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private ArchiveWriter Started(ArchiveOptions? options = null, IArchiveStore? store = null)
    {
        var writer = new ArchiveWriter(_journal, _journal, store ?? _store, options, _time);
        writer.Start();
        return writer;
    }

    [Fact]
    public async Task What_the_journal_holds_comes_out_of_the_archive_again_but_for_the_accounts()
    {
        _journal.AddMany(500);
        await using var writer = Started();
        await writer.WhenCaughtUp(500, Ct);

        Assert.Equal(500, writer.ArchivedThrough);
        var read = new List<Envelope>();
        await foreach (var head in new ArchiveReader(_store).Heads(Ct))
            read.AddRange(await Archives.Events(_store, head.Community));
        var archived = _journal.Events.Where(e => e.Actor.Prefix != "~").ToList();
        Assert.Equal(archived.Select(Archives.Shown), read.OrderBy(e => e.Position).Select(Archives.Shown));
        Assert.True(archived.Count < 500);
    }

    [Fact]
    public async Task A_round_waits_for_the_age_of_its_oldest_event()
    {
        var written = new TaskCompletionSource();
        _store.Written = name => { if (name == "devs/head.json") written.TrySetResult(); };
        await using var writer = Started(new ArchiveOptions { RoundAge = TimeSpan.FromSeconds(5) });
        _journal.Add("devs/t1");
        await _time.WhenSet(Ct);
        _time.Advance(TimeSpan.FromSeconds(4.9));
        _journal.Add("devs/t1");
        Assert.Empty(Segments);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        await written.Task.WaitAsync(Ct);
        Assert.Equal(["devs/2026/11/22/000000000001-000000000002.ndjson.gz"], Segments);
    }

    [Fact]
    public async Task A_round_does_not_wait_when_enough_events_do()
    {
        var written = new TaskCompletionSource();
        _store.Written = name => { if (name == "devs/head.json") written.TrySetResult(); };
        await using var writer = Started(new ArchiveOptions { RoundEvents = 2 });
        _journal.Add("devs/t1").Add("devs/t1");
        await written.Task.WaitAsync(Ct);
        Assert.Equal(["devs/2026/11/22/000000000001-000000000002.ndjson.gz"], Segments);
    }

    [Fact]
    public async Task A_round_ends_with_the_event_that_fills_it()
    {
        var text = $"\"{new string('x', 1000)}\"";
        for (var i = 0; i < 10; i++)
            _journal.Add("devs/t1", text);
        await Archives.Write(_store, _journal, options: new ArchiveOptions { RoundBytes = 4_000 });
        Assert.Equal(["01-04", "05-08", "09-10"], Segments.Select(s => s[26..28] + "-" + s[39..41]));
    }

    [Fact]
    public async Task Stopping_archives_what_is_there()
    {
        var writer = Started(new ArchiveOptions { RoundEvents = 2 });
        _journal.Add("devs/t1").Add("devs/t1").Add("devs/t1");
        await writer.Stop(Ct);
        Assert.Equal(3, writer.ArchivedThrough);
        Assert.Equal(3, (await Archives.Verify(_store, _journal)).Compared);
        await writer.DisposeAsync();
    }

    [Fact]
    public async Task A_writer_that_was_never_started_stops_too()
    {
        await using var writer = new ArchiveWriter(_journal.Add("devs"), _journal, _store, clock: _time);
        await writer.Stop(Ct);
        Assert.Empty(Segments);
    }

    [Fact]
    public async Task An_outage_delays_the_archive_and_loses_nothing()
    {
        _journal.AddMany(30);
        var attempts = 0;
        _store.Before = () =>
        {
            attempts++;
            throw new ArchiveUnavailableException("No space is left.");
        };
        await using var writer = Started(Archives.Small);
        for (var wait = 1; wait <= 128; wait *= 2)
        {
            await _time.WhenSet(Ct);
            Assert.Equal("No space is left.", Assert.IsType<ArchiveUnavailableException>(writer.LastError).Message);
            Assert.Equal(0, writer.ArchivedThrough);
            if (wait == 128)
                _store.Before = null;
            _time.Advance(TimeSpan.FromSeconds(Math.Min(wait, 60)));
        }

        await writer.WhenCaughtUp(30, Ct);
        Assert.Equal(8, attempts);
        Assert.Null(writer.LastError);
        Assert.Empty((await Archives.Verify(_store, _journal)).Problems);
    }

    [Theory, InlineData(2), InlineData(3), InlineData(4), InlineData(7), InlineData(11)]
    public async Task An_outage_in_the_middle_of_a_round_is_like_a_crash(int call)
    {
        _journal.AddMany(30);
        var calls = 0;
        _store.Before = () =>
        {
            if (++calls == call)
                throw new IOException("The network is gone.");
        };
        await using var writer = Started(Archives.Small);
        await _time.WhenSet(Ct);
        Assert.IsType<IOException>(writer.LastError);
        _time.Advance(TimeSpan.FromSeconds(1));
        await writer.WhenCaughtUp(30, Ct);
        Assert.Empty((await Archives.Verify(_store, _journal)).Problems);
    }

    [Fact]
    public async Task Stopping_during_an_outage_tries_once_more_and_ends()
    {
        _journal.AddMany(30);
        var attempts = 0;
        _store.Before = () =>
        {
            attempts++;
            throw new ArchiveUnavailableException("No.");
        };
        var writer = Started();
        await _time.WhenSet(Ct);
        await writer.Stop(Ct);
        Assert.Equal(2, attempts);
        Assert.NotNull(writer.LastError);

        _store.Before = null;
        await using var next = Started();
        await next.WhenCaughtUp(30, Ct);
        Assert.Empty((await Archives.Verify(_store, _journal)).Problems);
    }

    [Fact]
    public async Task Who_waits_for_the_archive_may_give_up()
    {
        await using var writer = Started();
        using var patience = new CancellationTokenSource();
        var waiting = writer.WhenCaughtUp(1, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Who_waits_for_the_archive_is_told_when_the_writer_stops_before()
    {
        var writer = Started();
        var waiting = writer.WhenCaughtUp(1, Ct);
        await writer.Stop(Ct);
        await writer.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.WhenCaughtUp(1, Ct));
    }

    [Fact]
    public async Task An_archive_of_another_journal_is_left_alone()
    {
        _journal.AddMany(30);
        await Archives.Write(_store, _journal);
        var before = _store.Copy();

        var other = new FakeJournal().AddMany(60, seed: 2);
        await using var writer = new ArchiveWriter(other, other, _store, Archives.Small, _time);
        writer.Start();
        await _time.WhenSet(Ct);
        var e = Assert.IsType<ArchiveConflictException>(writer.LastError);
        Assert.StartsWith("This archive, which holds", e.Message, StringComparison.Ordinal);
        Archives.Same(before, _store);
    }

    [Fact]
    public async Task A_journal_that_was_set_back_is_not_archived_over_the_old_one()
    {
        _journal.AddMany(30);
        await Archives.Write(_store, _journal);
        var older = new FakeJournal().AddMany(14);
        var lost = new MemoryStore { Objects = { [ObjectName.Identity] = _store.Objects[ObjectName.Identity] } };
        await Archives.Write(lost, older);

        older.AddMany(40, seed: 2);
        await Assert.ThrowsAsync<ArchiveConflictException>(() => Archives.Write(_store, older));

        var marks = new FakeJournal();
        foreach (var (name, mark) in _journal.Marks)
            marks.Marks[name] = mark;
        await Assert.ThrowsAsync<ArchiveConflictException>(() => Archives.Write(_store, marks));
    }

    [Fact]
    public async Task A_journal_may_have_several_archives_and_each_becomes_complete()
    {
        var other = new MemoryStore();
        await Archives.Write(_store, _journal.AddMany(20));
        await Archives.Write(other, _journal.AddMany(20, seed: 2));
        await Archives.Write(_store, _journal);
        foreach (var store in new[] { _store, other })
        {
            var report = await Archives.Verify(store, _journal);
            Assert.Empty(report.Problems);
            Assert.Equal(0, report.NotYetArchived);
        }
    }

    [Fact]
    public async Task A_segment_that_an_older_library_packed_otherwise_stands()
    {
        _journal.Add("devs/t1").Add("devs/t1").Add("devs/t1");
        var store = Archives.Empty();
        await Archives.Write(store, _journal);
        var (name, content) = store.Objects.Single(o => o.Key.EndsWith(".gz", StringComparison.Ordinal));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        using (var plain = new GZipStream(new MemoryStream(content), CompressionMode.Decompress))
            await plain.CopyToAsync(gzip, Ct);

        var interrupted = Archives.Empty();
        interrupted.Objects[name] = packed.ToArray();
        _journal.Marks[_journal.Marks.Keys.Single()] = "0..3";
        await Archives.Write(interrupted, _journal);
        var report = await Archives.Verify(interrupted, _journal);
        Assert.Empty(report.Problems);
        Assert.Equal(3, report.Compared);
        Assert.Equal(packed.ToArray(), interrupted.Objects[name]);

        interrupted = Archives.Empty();
        interrupted.Objects[name] = "something else"u8.ToArray();
        _journal.Marks[_journal.Marks.Keys.Single()] = "0..3";
        await Assert.ThrowsAnyAsync<Exception>(() => Archives.Write(interrupted, _journal));
        Assert.Equal("something else"u8.ToArray(), interrupted.Objects[name]);
    }

    [Theory]
    [InlineData("né/x"), InlineData("A/x"), InlineData("/x"), InlineData("../x"), InlineData(".."), InlineData("=41/x")]
    [InlineData("con./x"), InlineData("a\\b/x"), InlineData("\ud83d\ude00")]
    [InlineData("too long when escaped: ééééééééééééééééééééééééééééééééééééééééééééééééééééééééé/x")]
    public async Task A_community_may_be_called_anything(string key)
    {
        _journal.Add(key, command: "né \" \\ \u202e").Add("devs/x");
        await Archives.Write(_store, _journal);
        var community = ActorId.PrefixOf(key);
        var read = Assert.Single(await Archives.Events(_store, community));
        Assert.Equal(Archives.Shown(_journal.Events[0]), Archives.Shown(read));
        Assert.Empty((await Archives.Verify(_store, _journal)).Problems);
    }

    [Theory, InlineData("{"), InlineData("{}{}"), InlineData(""), InlineData("{\n}")]
    public async Task An_event_that_no_line_can_hold_stops_the_archive_before_it(string json)
    {
        _journal.Add("devs/x").Add("devs/x", json);
        var e = await Assert.ThrowsAsync<InvalidDataException>(
            () => Archives.Write(_store, _journal, options: new ArchiveOptions { RoundEvents = 1 }));
        Assert.Contains("position 2", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await Archives.Verify(_store)).Events);
    }

    [Fact]
    public void Options_out_of_range_are_all_named()
    {
        var e = Assert.Throws<ArgumentException>(() => new ArchiveWriter(_journal, _journal, _store,
            new ArchiveOptions { RoundEvents = 0, WritesAtOnce = 100, RetryMost = TimeSpan.Zero }));
        Assert.Equal(
            "RoundEvents is 1 to 100,000. WritesAtOnce is 1 to 64. RetryMost is RetryFirst to 1 h.", e.Message);
    }
}
