namespace Communities.Archive.Tests;

public sealed class ReaderTests
{
    private readonly FakeJournal _journal = new FakeJournal().AddMany(100);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IEnumerable<string> Expected(string community) =>
        _journal.Events.Where(e => e.Actor.Prefix == community).Select(Archives.Shown);

    [Fact]
    public async Task The_heads_say_what_there_is()
    {
        var store = await Archives.Of(_journal);
        var heads = new List<ArchiveHead>();
        await foreach (var head in new ArchiveReader(store).Heads(Ct))
            heads.Add(head);
        Assert.Equal(["a-b", "devs", "fr"], heads.Select(h => h.Community));
        Assert.Equal(heads.Select(h => (long)Expected(h.Community).Count()), heads.Select(h => h.Events));
        Assert.Equal(heads[1], await new ArchiveReader(store).Head("devs", Ct));
        Assert.Null(await new ArchiveReader(store).Head("~", Ct));
        Assert.Null(await new ArchiveReader(store).Head("nobody", Ct));
        Assert.Empty(await new ArchiveReader(store).Segments("nobody", Ct));
        Assert.Empty(await Archives.Events(store, "nobody"));
    }

    [Fact]
    public async Task Events_come_in_the_order_of_the_journal_also_when_an_import_brings_older_ones()
    {
        var store = await Archives.Of(_journal);
        Assert.Equal(Expected("devs"), (await Archives.Events(store, "devs")).Select(Archives.Shown));

        store = Archives.Empty();
        var old = new FakeJournal().Add("devs/a").Add("devs/b");
        await Archives.Write(store, old, options: new ArchiveOptions { RoundEvents = 1 });
        Assert.Equal([1, 2], (await Archives.Events(store, "devs")).Select(e => e.Position));
    }

    [Fact]
    public async Task Events_are_read_up_to_a_position_or_a_time()
    {
        var store = await Archives.Of(_journal);
        foreach (var through in new[] { 0, 1, 7, 50, 100, 1000 })
        {
            var expected = _journal.Events.Where(e => e.Actor.Prefix == "devs" && e.Position <= through);
            var read = await Archives.Events(store, "devs", through);
            Assert.Equal(expected.Select(e => e.Position), read.Select(e => e.Position));
        }

        var until = _journal.Events[49].At;
        var then = _journal.Events.Where(e => e.Actor.Prefix == "devs" && e.At <= until);
        var readThen = await Archives.Events(store, "devs", until: until);
        Assert.Equal(then.Select(e => e.Position), readThen.Select(e => e.Position));
    }

    [Fact]
    public async Task A_damaged_archive_is_read_up_to_the_damage()
    {
        var sound = await Archives.Of(_journal);
        foreach (var name in Archives.Segments(sound, "devs/").Append("devs/head.json"))
        {
            var content = sound.Objects[name];
            var another = Archives.Segments(sound, "fr/").First();
            byte[][] damages = [[.. content[..^1], (byte)(content[^1] ^ 1)], content[..^9], sound.Objects[another], []];
            foreach (var damaged in damages)
            {
                var store = sound.Copy();
                store.Objects[name] = damaged;
                var before = new List<string>();
                await Assert.ThrowsAsync<ArchiveDamagedException>(async () =>
                {
                    await foreach (var envelope in new ArchiveReader(store).Events("devs", ct: Ct))
                        before.Add(Archives.Shown(envelope));
                });
                Assert.Equal(Expected("devs").Take(before.Count), before);
            }
        }
    }

    [Fact]
    public async Task An_archive_that_lacks_a_segment_is_not_read_to_the_end()
    {
        var sound = await Archives.Of(_journal);
        foreach (var name in Archives.Segments(sound, "devs/"))
        {
            var store = sound.Copy();
            store.Objects.TryRemove(name, out _);
            await Assert.ThrowsAsync<ArchiveDamagedException>(() => Archives.Events(store, "devs"));
        }
    }

    [Fact]
    public async Task Without_a_head_there_is_nothing_to_read()
    {
        var store = await Archives.Of(_journal);
        store.Objects.TryRemove("devs/head.json", out _);
        Assert.Empty(await Archives.Events(store, "devs"));
        Assert.False((await Archives.Verify(store)).IsSound);
    }
}
