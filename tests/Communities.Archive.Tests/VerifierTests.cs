using System.Text;
using Communities.Actors;

namespace Communities.Archive.Tests;

/// <summary>What only the whole of an archive tells, or its journal.</summary>
public sealed class VerifierTests
{
    private readonly FakeJournal _journal = new FakeJournal().AddMany(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_archive_is_found_sound_and_the_same_as_the_journal()
    {
        var store = await Archives.Of(_journal);
        _journal.Add("devs/t1").Add("~/ann");
        var archived = _journal.Events.Count(e => e.Position <= 60 && e.Actor.Prefix != "~");
        var seen = new List<long>();
        var report = await new ArchiveVerifier(store)
        {
            Journal = new Feeds(_journal), Checkpoints = _ => _journal, Visit = e => seen.Add(e.Position),
        }.Verify(Ct);
        Assert.Empty(report.Problems);
        var segments = Archives.Segments(store).ToList();
        Assert.Equal((3, segments.Count, archived), (report.Communities, report.Segments, report.Events));
        Assert.Equal((archived, 1, 0), (report.Compared, report.NotYetArchived, report.Unsealed));
        Assert.Equal(segments.Sum(s => store.Objects[s].Length), report.Bytes);
        var expected = _journal.Events.Where(e => e.Position <= 60 && e.Actor.Prefix != "~");
        Assert.Equal(expected.Select(e => e.Position), seen.Order());
        Assert.Null((await Archives.Verify(store)).Compared);
    }

    [Fact]
    public async Task An_empty_place_is_sound()
    {
        var report = await Archives.Verify(new MemoryStore(), _journal);
        Assert.Empty(report.Problems);
        Assert.Equal((0, 0), (report.Communities, report.Compared));
        Assert.Equal(_journal.Events.Count(e => e.Actor.Prefix != "~"), report.NotYetArchived);
    }

    [Theory, InlineData("devs"), InlineData("fr"), InlineData("a-b")]
    public async Task The_newest_segment_without_its_head_is_what_a_crash_leaves_and_no_problem(string community)
    {
        var store = await Archives.Of(_journal);
        var newest = SegmentName.Parse(Archives.Segments(store, community + "/").Last())!.Value;
        store.Objects[$"{community}/head.json"] = await HeadBefore(store, community);
        _journal.Marks[_journal.Marks.Keys.Single()] = $"{newest.First - 1}..{newest.Last}";
        var report = await Archives.Verify(store, _journal);
        Assert.Empty(report.Problems);
        Assert.Equal(1, report.Unsealed);
        report = await Archives.Verify(store);
        Assert.Empty(report.Problems);
        Assert.Equal(1, report.Unsealed);
    }

    [Fact]
    public async Task Two_segments_without_their_head_are_more_than_a_crash_leaves()
    {
        var store = await Archives.Of(_journal);
        var newest = Archives.Segments(store, "devs/").Last();
        var head = await HeadBefore(store, "devs");
        store.Objects.TryRemove(newest, out var content);
        store.Objects["devs/head.json"] = head;
        store.Objects["devs/head.json"] = await HeadBefore(store, "devs");
        store.Objects[newest] = content!;
        Assert.Equal("devs/head.json", Assert.Single((await Archives.Verify(store)).Problems).Name);
        store.Objects["devs/head.json"] = head;
        Assert.Empty((await Archives.Verify(store)).Problems);
    }

    [Fact]
    public async Task A_head_that_was_set_back_is_found_with_the_checkpoint()
    {
        var store = await Archives.Of(_journal);
        store.Objects["devs/head.json"] = await HeadBefore(store, "devs");
        var report = await Archives.Verify(store, _journal);
        Assert.Contains(report.Problems, p => p.Name == "devs/head.json");
    }

    [Fact]
    public async Task A_head_that_was_set_back_with_its_segment_is_found_with_the_journal()
    {
        var store = await Archives.Of(_journal);
        var head = await HeadBefore(store, "devs");
        store.Objects.TryRemove(Archives.Segments(store, "devs/").Last(), out _);
        store.Objects["devs/head.json"] = head;
        Assert.True((await Archives.Verify(store)).IsSound);
        var problem = Assert.Single((await Archives.Verify(store, _journal)).Problems);
        Assert.Equal("devs", problem.Name);
        Assert.Contains("are missing in the archive", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_forged_as_a_whole_is_found_with_the_journal()
    {
        for (var at = 0; at < _journal.Events.Count; at++)
        {
            var original = _journal.Events[at];
            if (original.Actor.Prefix == "~")
                continue;
            var forged = new FakeJournal();
            foreach (var e in _journal.Events)
            {
                var json = e == original ? "{\"forged\":1}" : Encoding.UTF8.GetString(e.Json.Span);
                forged.Add(e.Actor.Key, json, e.Actor.Kind, e.CommandId);
            }

            var store = await Archives.Of(forged);
            Assert.True((await Archives.Verify(store)).IsSound);
            var problem = Assert.Single((await Archives.Verify(store, _journal)).Problems);
            var segment = SegmentName.Parse(problem.Name)!.Value;
            Assert.Equal(original.Actor.Prefix, segment.Folder);
            Assert.InRange(original.Position, segment.First, segment.Last);
        }
    }

    [Fact]
    public async Task A_version_that_is_left_out_or_repeated_is_found()
    {
        var events = _journal.Events.Where(e => e.Actor == _journal.Events[0].Actor).Take(3).ToList();
        Assert.Equal(3, events.Count);
        var repeated = events[1] with { Version = 1 };
        foreach (var wrong in new[] { [events[0], events[2]], [events[1]], new[] { events[0], repeated } })
        {
            var store = Archives.Empty();
            await Forge(store, wrong);
            var problem = Assert.Single((await Archives.Verify(store)).Problems);
            Assert.Contains("goes from version", problem.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Events_out_of_order_or_of_another_community_are_found()
    {
        var devs = _journal.Events.Where(e => e.Actor.Prefix == "devs").ToList();
        var fr = _journal.Events.First(e => e.Actor.Prefix == "fr" && e.Position > devs[0].Position);
        foreach (var wrong in new[] { [devs[0], devs[2], devs[1], devs[3]], new[] { devs[0], fr, devs[^1] } })
        {
            var store = Archives.Empty();
            await Forge(store, wrong);
            var report = await Archives.Verify(store);
            Assert.Contains(report.Problems, p => p.Sentence.StartsWith("Its line", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_journal_with_less_or_more_than_the_archive_is_found()
    {
        var store = await Archives.Of(_journal);
        var shorter = new FakeJournal().AddMany(50);
        Assert.False((await new ArchiveVerifier(store) { Journal = new Feeds(shorter) }.Verify(Ct)).IsSound);

        foreach (var marked in new[] { "60", "65" })
        {
            var longer = new FakeJournal().AddMany(60).Add("devs/t1").Add("new/t1").Add("~/x");
            longer.Marks[_journal.Marks.Keys.Single()] = marked;
            var report = await Archives.Verify(store, longer);
            Assert.Equal(marked == "60" ? [] : ["devs", "new"], report.Problems.Select(p => p.Name).Order());
            Assert.Equal(marked == "60" ? 2 : 0, report.NotYetArchived);
        }
    }

    [Fact]
    public async Task An_archive_is_verified_while_it_is_written()
    {
        var journal = new FakeJournal().AddMany(200);
        var store = Archives.Empty();
        var rounds = new ArchiveRounds(journal, journal, store, Archives.Small);
        var through = await rounds.Recover(Ct);
        var reading = false;
        var looks = 0;
        store.Before = () =>
        {
            // Each time the verifier reads, the writer is faster and writes a round in between.
            if (reading || through >= 150)
                return;
            reading = true;
            through = rounds.Next(through, Ct).AsTask().GetAwaiter().GetResult();
            looks++;
            reading = false;
        };
        for (var i = 0; i < 10; i++)
            Assert.Empty((await Archives.Verify(store, journal)).Problems);
        Assert.True(looks > 15);
    }

    // The head of a community before its newest segment was written.
    private static async Task<byte[]> HeadBefore(MemoryStore store, string community)
    {
        var names = Archives.Segments(store, community + "/").ToList();
        var events = (await Archives.Events(store, community)).Count;
        using var newest = new SegmentReader(SegmentName.Parse(names[^1])!.Value, store.Objects[names[^1]]);
        var head = new ArchiveHead(1, Archives.Id, community, names[^2], newest.Header.PreviousSha256!,
            SegmentName.Parse(names[^2])!.Value.Last, names.Count - 1, events - newest.Header.Count);
        return ArchiveFormat.Write(head, ArchiveFormat.Json.ArchiveHead);
    }

    // One segment with a head that fits, whatever is in it.
    private static async Task Forge(MemoryStore store, IReadOnlyList<Envelope> events)
    {
        var community = events[0].Actor.Prefix;
        var segment = SegmentWriter.Encode(Archives.Id, community, null, events);
        await store.Put(segment.Name.ToString(), segment.Content, Ct);
        var head = new ArchiveHead(1, Archives.Id, community, segment.Name.ToString(), segment.Sha256,
            segment.Name.Last, 1, events.Count);
        store.Objects[$"{community}/head.json"] = ArchiveFormat.Write(head, ArchiveFormat.Json.ArchiveHead);
    }
}
