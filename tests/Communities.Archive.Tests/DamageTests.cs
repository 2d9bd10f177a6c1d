namespace Communities.Archive.Tests;

/// <summary>Whatever happens to the objects of an archive is found, and the object is named.</summary>
public sealed class DamageTests
{
    private const int Seed = 20261122;

    private readonly FakeJournal _journal = new FakeJournal().AddMany(60);

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
        var names = Archives.Segments(sound).ToList();
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
        foreach (var name in Archives.Segments(sound).ToList())
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
    [InlineData("devs/notes.txt"), InlineData("devs/2026/11/22/000000000001.ndjson.gz"), InlineData("x/y")]
    [InlineData("readme")]
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
        var some = _journal.Events.Where(e => e.Actor.Prefix == "devs").Skip(1).Take(2).ToList();
        var stray = SegmentWriter.Encode(Archives.Id, "devs", null, some);
        store.Objects[stray.Name.ToString()] = stray.Content.ToArray();
        await Found(store, stray.Name.ToString(), "A stray segment");
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
}
