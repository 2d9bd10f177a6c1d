using System.Text;
using Communities.Actors;

namespace Communities.Archive.Tests;

public sealed class VerifierTests
{
    private const int Seed = 20261122;

    private readonly FakeJournal _journal = new FakeJournal().AddMany(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Segments(MemoryStore store, string community = "") => store.Objects.Keys
        .Where(n => n.EndsWith(".gz", StringComparison.Ordinal) && n.StartsWith(community, StringComparison.Ordinal))
        .OrderBy(n => SegmentName.Parse(n)!.Value.First);

    // Found with the journal and without it, and the object is named.
    private async Task Found(MemoryStore store, string name, string what)
    {
        foreach (var journal in new[] { null, _journal })
        {
            var report = await Archives.Verify(store, journal);
            Assert.False(report.IsSound, $"{what} is not found.");
            Assert.True(report.Problems.Any(p => p.ToString().Contains(name, StringComparison.Ordinal)),
                $"{what} is found, but not named: {string.Join('\n', report.Problems)}");
        }
    }

    [Fact]
    public async Task A_sound_archive_is_found_sound_and_the_same_as_the_journal()
    {
        var store = await Archives.Of(_journal);
        _journal.Add("devs/t1").Add("~/ann");
        var archived = _journal.Events.Count(e => e.Position <= 60 && e.Actor.Partition != "~");
        var seen = new List<long>();
        var report = await new ArchiveVerifier(store)
        {
            Journal = _journal, Checkpoints = _journal, Visit = e => seen.Add(e.Position),
        }.Verify(Ct);
        Assert.Empty(report.Problems);
        Assert.Equal((3, Segments(store).Count(), archived, 0), (report.Communities, report.Segments, report.Events, report.Unsealed));
        Assert.Equal((archived, 1), (report.Compared, report.NotYetArchived));
        Assert.Equal(store.Objects.Where(o => o.Key.EndsWith(".gz", StringComparison.Ordinal)).Sum(o => o.Value.Length), report.Bytes);
        Assert.Equal(_journal.Events.Where(e => e.Position <= 60 && e.Actor.Partition != "~").Select(e => e.Position), seen.Order());
        Assert.Null((await Archives.Verify(store)).Compared);
    }

    [Fact]
    public async Task An_empty_place_is_sound()
    {
        var report = await Archives.Verify(new MemoryStore(), _journal);
        Assert.Empty(report.Problems);
        Assert.Equal((0, 0), (report.Communities, report.Compared));
        Assert.Equal(_journal.Events.Count(e => e.Actor.Partition != "~"), report.NotYetArchived);
    }

    [Fact]
    public async Task Any_byte_that_was_changed_in_any_object_is_found()
    {
        var random = new Random(Seed);
        var sound = await Archives.Of(_journal);
        foreach (var (name, content) in sound.Objects)
        {
            for (var i = 0; i < 30; i++)
            {
                var store = sound.Copy();
                var changed = store.Objects[name] = [.. content];
                var at = i < 12 ? i % content.Length : random.Next(content.Length);
                changed[at] ^= (byte)(1 << random.Next(8));
                await Found(store, name, $"Byte {at} of {name}, now {changed[at]},");
            }
        }
    }

    [Fact]
    public async Task Any_object_that_was_cut_short_or_made_longer_is_found()
    {
        var random = new Random(Seed);
        var sound = await Archives.Of(_journal);
        foreach (var (name, content) in sound.Objects)
        {
            for (var i = 0; i < 8; i++)
            {
                var store = sound.Copy();
                store.Objects[name] = i % 2 == 0
                    ? content[..random.Next(content.Length)]
                    : [.. content, .. content[..(1 + random.Next(content.Length))]];
                await Found(store, name, $"{name} with {store.Objects[name].Length} of {content.Length} bytes");
            }
        }
    }

    [Fact]
    public async Task Any_object_that_is_missing_is_found()
    {
        var sound = await Archives.Of(_journal);
        foreach (var name in sound.Objects.Keys)
        {
            var store = sound.Copy();
            store.Objects.TryRemove(name, out _);
            await Found(store, name, $"That {name} is missing");
        }
    }

    [Fact]
    public async Task Any_two_segments_that_were_exchanged_are_found()
    {
        var sound = await Archives.Of(_journal);
        var names = Segments(sound).ToList();
        foreach (var one in names)
        {
            foreach (var other in names.SkipWhile(n => n != one).Skip(1))
            {
                var store = sound.Copy();
                (store.Objects[one], store.Objects[other]) = (sound.Objects[other], sound.Objects[one]);
                await Found(store, (names.IndexOf(one) + names.IndexOf(other)) % 2 == 0 ? one : other,
                    $"The exchange of {one} and {other}");
            }
        }
    }

    [Fact]
    public async Task A_segment_under_another_name_is_found()
    {
        var sound = await Archives.Of(_journal);
        foreach (var name in Segments(sound).ToList())
        {
            var segment = SegmentName.Parse(name)!.Value;
            foreach (var renamed in new[]
            {
                segment with { First = segment.First + 1, Last = segment.Last + 1 },
                segment with { Day = segment.Day.AddDays(1) },
                segment with { Folder = "devs-2" },
            })
            {
                var store = sound.Copy();
                store.Objects.TryRemove(name, out var content);
                store.Objects[renamed.ToString()] = content!;
                await Found(store, renamed.ToString(), $"{name} as {renamed}");
            }
        }
    }

    [Theory]
    [InlineData("devs/notes.txt"), InlineData("devs/2026/11/22/000000000001.ndjson.gz"), InlineData("readme"), InlineData("x/y")]
    public async Task An_object_that_belongs_to_nothing_is_found(string name)
    {
        var store = await Archives.Of(_journal);
        store.Objects[name] = "?"u8.ToArray();
        await Found(store, name, name);
    }

    [Fact]
    public async Task A_segment_that_was_left_behind_is_found()
    {
        var store = await Archives.Of(_journal);
        var stray = SegmentWriter.Encode(new string('0', 32), "devs", null, _journal.Events.Where(e => e.Actor.Partition == "devs").Skip(1).Take(2).ToList());
        store.Objects[stray.Name.ToString()] = stray.Content.ToArray();
        await Found(store, stray.Name.ToString(), "A stray segment");
    }

    [Fact]
    public async Task The_newest_segment_without_its_head_is_what_a_crash_leaves_and_no_problem()
    {
        var store = Archives.Empty();
        await Archives.Write(store, new FakeJournal().AddMany(60));
        var (_, marks) = (0, new FakeJournal().AddMany(60));
        marks.Marks["archive:" + new string('0', 32)] = "56..60";
        foreach (var community in new[] { "devs", "fr", "a-b" })
        {
            if (Segments(store, community + "/").LastOrDefault() is not { } last || SegmentName.Parse(last)!.Value.First <= 56)
                continue;
            var older = await HeadBefore(store, community);
            var crashed = store.Copy();
            crashed.Objects[$"{community}/head.json"] = older;
            var report = await new ArchiveVerifier(crashed) { Journal = marks, Checkpoints = marks }.Verify(Ct);
            Assert.Empty(report.Problems);
            Assert.Equal(1, report.Unsealed);
            Assert.Equal(1, (await Archives.Verify(crashed)).Unsealed);
        }
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
        store.Objects.TryRemove(Segments(store, "devs/").Last(), out _);
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
            if (original.Actor.Partition == "~")
                continue;
            var forged = new FakeJournal();
            foreach (var e in _journal.Events)
                forged.Add(e.Actor.Key, e == original ? "{\"forged\":1}" : Encoding.UTF8.GetString(e.Json.Span), e.Actor.Kind, e.CommandId);
            var store = await Archives.Of(forged);
            Assert.True((await Archives.Verify(store)).IsSound);
            var problem = Assert.Single((await Archives.Verify(store, _journal)).Problems);
            var segment = SegmentName.Parse(problem.Name)!.Value;
            Assert.Equal(original.Actor.Partition, segment.Folder);
            Assert.InRange(original.Position, segment.First, segment.Last);
        }
    }

    [Fact]
    public async Task A_version_that_is_left_out_or_repeated_is_found()
    {
        var events = _journal.Events.Where(e => e.Actor == _journal.Events[0].Actor).Take(3).ToList();
        Assert.Equal(3, events.Count);
        foreach (var wrong in new[] { [events[0], events[2]], [events[1]], new[] { events[0], events[1] with { Version = 1 } } })
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
        var devs = _journal.Events.Where(e => e.Actor.Partition == "devs").ToList();
        var fr = _journal.Events.First(e => e.Actor.Partition == "fr" && e.Position > devs[0].Position && e.Position < devs[^1].Position);
        foreach (var wrong in new[] { [devs[0], devs[2], devs[1], devs[3]], new[] { devs[0], fr, devs[^1] } })
        {
            var store = Archives.Empty();
            await Forge(store, wrong);
            Assert.Contains((await Archives.Verify(store)).Problems, p => p.Sentence.StartsWith("Its line", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_journal_with_less_or_more_than_the_archive_is_found()
    {
        var store = await Archives.Of(_journal);
        var shorter = new FakeJournal().AddMany(50);
        Assert.False((await new ArchiveVerifier(store) { Journal = shorter }.Verify(Ct)).IsSound);

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
    public async Task Of_many_problems_the_first_are_told_and_all_are_counted()
    {
        var store = await Archives.Of(_journal);
        for (var i = 0; i < 50; i++)
            store.Objects[$"devs/stray-{i}"] = [];
        var report = await Archives.Verify(store);
        Assert.Equal((20, 50), (report.Problems.Count, report.ProblemCount));
    }

    [Fact]
    public async Task A_newer_format_is_said_to_be_newer()
    {
        var store = await Archives.Of(_journal);
        store.Objects["devs/head.json"] = """{"format":2,"new":true}"""u8.ToArray();
        Assert.Contains((await Archives.Verify(store)).Problems, p =>
            p is { Name: "devs/head.json", Sentence: "It is of format 2; this program reads 1." });
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

    // The archive with a head for everything but the newest segment of this community.
    private static async Task<byte[]> HeadBefore(MemoryStore store, string community)
    {
        var names = Segments(store, community + "/").ToList();
        var events = (await Archives.Events(store, community)).Count;
        using var last = new SegmentReader(SegmentName.Parse(names[^1])!.Value, store.Objects[names[^1]]);
        var head = new ArchiveHead(1, new string('0', 32), community, names[^2], last.Header.PreviousSha256!,
            SegmentName.Parse(names[^2])!.Value.Last, names.Count - 1, events - last.Header.Count);
        return ArchiveFormat.Write(head, ArchiveFormat.Json.ArchiveHead);
    }

    // One segment with a head that fits, whatever is in it.
    private static async Task Forge(MemoryStore store, IReadOnlyList<Envelope> events)
    {
        var community = events[0].Actor.Partition;
        var segment = SegmentWriter.Encode(new string('0', 32), community, null, events);
        await store.Put(segment.Name.ToString(), segment.Content, Ct);
        var head = new ArchiveHead(1, new string('0', 32), community, segment.Name.ToString(), segment.Sha256,
            segment.Name.Last, 1, events.Count);
        await store.Put(ObjectName.HeadOf(segment.Name.Folder), ArchiveFormat.Write(head, ArchiveFormat.Json.ArchiveHead), Ct);
    }
}
