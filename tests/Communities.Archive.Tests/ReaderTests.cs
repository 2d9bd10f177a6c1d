namespace Communities.Archive.Tests;

public sealed class ReaderTests
{
    private readonly FakeJournal _journal = new FakeJournal().AddMany(100);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IEnumerable<string> Expected(string community) =>
        _journal.Events.Where(e => e.Actor.Partition == community).Select(Archives.Shown);

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
            var expected = _journal.Events.Where(e => e.Actor.Partition == "devs" && e.Position <= through);
            Assert.Equal(expected.Select(e => e.Position), (await Archives.Events(store, "devs", through)).Select(e => e.Position));
        }

        var until = _journal.Events[49].At;
        var then = _journal.Events.Where(e => e.Actor.Partition == "devs" && e.At <= until);
        Assert.Equal(then.Select(e => e.Position), (await Archives.Events(store, "devs", until: until)).Select(e => e.Position));
    }

    [Fact]
    public async Task Nothing_is_handed_out_that_was_not_written()
    {
        var sound = await Archives.Of(_journal);
        var names = (await new ArchiveReader(sound).Segments("devs", Ct)).Select(n => n.ToString()).ToList();
        foreach (var name in names.Append("devs/head.json"))
        {
            foreach (var damage in new Action<MemoryStore>[]
            {
                store => store.Objects[name] = [.. sound.Objects[name][..^1], (byte)(sound.Objects[name][^1] ^ 1)],
                store => store.Objects[name] = sound.Objects[name][..^9],
                store => { if (name != "devs/head.json") store.Objects.TryRemove(name, out _); else store.Objects[name] = []; },
                store => store.Objects[name] = sound.Objects[name == names[0] ? names[1] : names[0]],
            })
            {
                var store = sound.Copy();
                damage(store);
                var before = new List<string>();
                if (name == names[0] && store.Objects.TryGetValue(name, out var there) && there.AsSpan().SequenceEqual(sound.Objects[name]))
                    continue;
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
    public async Task Without_a_head_there_is_nothing_to_read()
    {
        var store = await Archives.Of(_journal);
        store.Objects.TryRemove("devs/head.json", out _);
        Assert.Empty(await Archives.Events(store, "devs"));
        Assert.False((await Archives.Verify(store)).IsSound);
    }
}
