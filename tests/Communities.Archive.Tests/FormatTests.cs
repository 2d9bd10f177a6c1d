using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Communities.Archive.Tests;

public sealed class FormatTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_on_disk_reads_like_this()
    {
        var journal = new FakeJournal()
            .Add("devs/t1", """{"text":"a \"b\" </script> né"}""", command: "k-1")
            .Add("devs", "{ }", kind: "community")
            .Add("devs/t1", "{}");
        var store = await Archives.Of(journal);
        const string segment = "devs/2026/11/22/000000000001-000000000003.ndjson.gz";
        Assert.Equal(["archive.json", segment, "devs/head.json"], store.Objects.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Joined($$$"""
            {"format":1,"archive":"{{{Archives.Id}}}","community":"devs","first":1,"last":3,"count":3,
            "previous":null,"previousSha256":null}⏎
            {"position":1,"kind":"thread","key":"devs/t1","version":1,"name":"thread.replied",
            "at":"2026-11-22T23:59:10.000Z","by":"ann","command":"k-1",
            "event":{"text":"a \"b\" </script> né"}}⏎
            {"position":2,"kind":"community","key":"devs","version":1,"name":"community.replied",
            "at":"2026-11-22T23:59:20.000Z","by":"ann","event":{ }}⏎
            {"position":3,"kind":"thread","key":"devs/t1","version":2,"name":"thread.replied",
            "at":"2026-11-22T23:59:30.000Z","by":"ann","event":{}}⏎
            """), Unpacked(store.Objects[segment]));
        Assert.Equal(Joined($$$"""
            {"format":1,"archive":"{{{Archives.Id}}}","community":"devs","segment":"{{{segment}}}",
            "sha256":"{{{SegmentWriter.Digest(store.Objects[segment])}}}","last":3,"segments":1,"events":3}
            """), Encoding.UTF8.GetString(store.Objects["devs/head.json"]));
        var identity = Encoding.UTF8.GetString(store.Objects["archive.json"]);
        Assert.Equal($$"""{"format":1,"id":"{{Archives.Id}}"}""", identity);
        Assert.Equal(($"archive:{Archives.Id}", "3"), (journal.Marks.Keys.Single(), journal.Marks.Values.Single()));

        static string Joined(string text) => text.ReplaceLineEndings("").Replace('⏎', '\n');
    }

    [Fact]
    public async Task Each_segment_names_the_one_before()
    {
        var store = await Archives.Of(new FakeJournal().AddMany(100));
        var names = await new ArchiveReader(store).Segments("devs", Ct);
        Assert.True(names.Count > 5);
        for (var i = 1; i < names.Count; i++)
        {
            var previous = names[i - 1].ToString();
            Assert.Contains(
                $"\"previous\":\"{previous}\",\"previousSha256\":\"{SegmentWriter.Digest(store.Objects[previous])}\"",
                Unpacked(store.Objects[names[i].ToString()]), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("devs/2026/11/22/000000000001-000000000003.ndjson.gz", true)]
    [InlineData("devs/2026/11/22/1000000000001-1000000000003.ndjson.gz", true)]
    [InlineData("devs/2026/11/22/000000000003-000000000001.ndjson.gz", false)]
    [InlineData("devs/2026/11/31/000000000001-000000000003.ndjson.gz", false)]
    [InlineData("devs/2026/11/22/000000000000-000000000003.ndjson.gz", false)]
    [InlineData("devs/2026/11/22/0000000000001-000000000003.ndjson.gz", false)]
    [InlineData("devs/2026/11/22/000000000001-000000000003.ndjson", false)]
    [InlineData("devs/x/2026/11/22/000000000001-000000000003.ndjson.gz", false)]
    [InlineData("devs/2026/11/22/999999999999999999999-999999999999999999999.ndjson.gz", false)]
    [InlineData("devs/head.json", false)]
    public void Only_the_name_of_a_segment_is_taken_for_one(string name, bool isOne) =>
        Assert.Equal(isOne ? name : null, SegmentName.Parse(name)?.ToString());

    [Theory]
    [InlineData("", "", true), InlineData("}", "} ", true), InlineData("{}", "null", true)]
    [InlineData(":1,", ":\"1\",", false), InlineData("\"t\"", "null", false), InlineData("\"t\"", "7", false)]
    [InlineData("2026-", "yesterday", false), InlineData("}", "}x", false), InlineData("{}}", "{}", false)]
    [InlineData("{}}", "{},\"x\":1}", false), InlineData("key", "kex", false), InlineData("\"event\":{}", "", false)]
    [InlineData("\"by\":\"\",", "", false), InlineData("{\"pos", "[\"pos", false), InlineData("{}", "{", false)]
    public void Only_the_line_of_an_event_is_taken_for_one(string replaced, string by, bool isOne)
    {
        var line = """{"position":1,"kind":"t","key":"k","version":1,"name":"n",""";
        line += """ "at":"2026-11-22T23:59:10.000Z","by":"","event":{}}""";
        if (replaced is not "")
        {
            var at = line.LastIndexOf(replaced, StringComparison.Ordinal);
            line = line[..at] + by + line[(at + replaced.Length)..];
        }

        var thrown = Record.Exception(() => EnvelopeLine.Parse(Encoding.UTF8.GetBytes(line)));
        Assert.Equal(isOne, thrown is null);
        if (!isOne)
            Assert.IsAssignableFrom<JsonException>(thrown);
    }

    [Fact]
    public void Lines_are_the_same_however_the_stream_comes()
    {
        var random = new Random(7);
        var lines = Enumerable.Range(0, 200)
            .Select(i => new string('x', random.Next(i % 3 == 0 ? 300_000 : 80)))
            .ToList();
        var bytes = Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));
        using var reader = new LineReader(new Dribble(bytes, random), 1 << 20, long.MaxValue);
        var read = new List<string>();
        while (reader.Next(out var line))
            read.Add(Encoding.UTF8.GetString(line));
        Assert.Equal(lines, read);
    }

    [Fact]
    public void Lines_too_long_too_many_or_cut_short_are_refused()
    {
        var breaks = Enumerable.Repeat((byte)'\n', 300_000).ToArray();
        Assert.Equal("A line is longer than 100000 bytes.", Refused(new byte[300_000], 100_000, long.MaxValue));
        Assert.Equal("It unpacks to more than 200000 bytes.", Refused(breaks, 100_000, 200_000));
        Assert.Equal("The last line is cut short.", Refused("abc\nde"u8.ToArray(), 100, 100));

        static string Refused(byte[] bytes, int line, long all) => Assert.Throws<InvalidDataException>(() =>
        {
            using var reader = new LineReader(new MemoryStream(bytes), line, all);
            while (reader.Next(out _))
                continue;
        }).Message;
    }

    [Fact]
    public void A_gzip_bomb_is_refused_before_it_has_unpacked()
    {
        var name = new SegmentName("devs", new DateOnly(2026, 11, 22), 1, 2);
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 64; i++)
                gzip.Write(new byte[1 << 20]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var e = Assert.Throws<ArchiveDamagedException>(() => new SegmentReader(name, bomb.ToArray()));
        Assert.Contains("longer than", e.Sentence, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 80 << 20);
    }

    private static string Unpacked(byte[] segment)
    {
        using var plain = new StreamReader(new GZipStream(new MemoryStream(segment), CompressionMode.Decompress));
        return plain.ReadToEnd();
    }

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Dribble(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, random.Next(1, 50_000)));
    }
}
