using Communities.Suites;

namespace Communities.Files.Tests;

/// <summary>What is in a file decides what it is, and its name must say the same.</summary>
public sealed class ContentsTests
{
    public static TheoryData<string, string> Honest { get; } = new()
    {
        { "photo.jpg", nameof(SampleFiles.Jpeg) }, { "PHOTO.JPEG", nameof(SampleFiles.Jpeg) },
        { "plan.png", nameof(SampleFiles.Png) }, { "dot.gif", nameof(SampleFiles.Gif) },
        { "a.webp", nameof(SampleFiles.WebP) },
        { "letter.pdf", nameof(SampleFiles.Pdf) }, { "notes.txt", nameof(SampleFiles.Text) },
        { "notes.md", nameof(SampleFiles.Text) }, { "list.csv", nameof(SampleFiles.Csv) },
        { "all.zip", nameof(SampleFiles.Zip) },
        { "letter.docx", nameof(SampleFiles.Docx) }, { "sums.xlsx", nameof(SampleFiles.Xlsx) },
        { "letter.odt", nameof(SampleFiles.Odt) }, { "song.mp3", nameof(SampleFiles.Mp3) },
        { "song.ogg", nameof(SampleFiles.Ogg) }, { "song.wav", nameof(SampleFiles.Wav) },
        { "song.flac", nameof(SampleFiles.Flac) }, { "song.m4a", nameof(SampleFiles.M4a) },
        { "film.mp4", nameof(SampleFiles.Mp4) }, { "film.webm", nameof(SampleFiles.WebM) },
    };

    public static TheoryData<string, string> Lies { get; } = new()
    {
        { "photo.png", nameof(SampleFiles.Exe) }, { "photo.png", nameof(SampleFiles.Html) },
        { "photo.png", nameof(SampleFiles.Svg) }, { "photo.png", nameof(SampleFiles.Jpeg) },
        { "photo.jpg", nameof(SampleFiles.Png) }, { "photo.gif", nameof(SampleFiles.Pdf) },
        { "photo.webp", nameof(SampleFiles.Wav) }, { "letter.pdf", nameof(SampleFiles.Exe) },
        { "letter.pdf", nameof(SampleFiles.Html) }, { "notes.txt", nameof(SampleFiles.Html) },
        { "notes.txt", nameof(SampleFiles.Svg) }, { "notes.txt", nameof(SampleFiles.Exe) },
        { "notes.txt", nameof(SampleFiles.Pdf) }, { "list.csv", nameof(SampleFiles.Html) },
        { "list.csv", nameof(SampleFiles.Zip) }, { "all.zip", nameof(SampleFiles.Exe) },
        { "letter.docx", nameof(SampleFiles.Zip) }, { "letter.docx", nameof(SampleFiles.Xlsx) },
        { "letter.docx", nameof(SampleFiles.Docm) }, { "letter.odt", nameof(SampleFiles.Docx) },
        { "sums.xlsx", nameof(SampleFiles.Html) }, { "song.mp3", nameof(SampleFiles.Exe) },
        { "song.mp3", nameof(SampleFiles.Mp4) }, { "song.ogg", nameof(SampleFiles.Text) },
        { "song.wav", nameof(SampleFiles.WebP) }, { "song.flac", nameof(SampleFiles.Ogg) },
        { "film.mp4", nameof(SampleFiles.WebM) }, { "film.mp4", nameof(SampleFiles.Html) },
        { "film.webm", nameof(SampleFiles.Mp4) },
    };

    public static TheoryData<string, string> Foreign { get; } = new()
    {
        { "page.html", nameof(SampleFiles.Html) }, { "drawing.svg", nameof(SampleFiles.Svg) },
        { "game.exe", nameof(SampleFiles.Exe) }, { "tool.jar", nameof(SampleFiles.Zip) },
        { "script.js", nameof(SampleFiles.Text) },
        { "letter.docm", nameof(SampleFiles.Docm) }, { "no-ending", nameof(SampleFiles.Html) },
        { "no-ending", nameof(SampleFiles.Exe) }, { "photo.png.html", nameof(SampleFiles.Png) },
    };

    public static TheoryData<string, string> WithAnEnd { get; } = new()
    {
        { "a.png", nameof(SampleFiles.Png) }, { "a.gif", nameof(SampleFiles.Gif) },
        { "a.webp", nameof(SampleFiles.WebP) },
        { "a.pdf", nameof(SampleFiles.Pdf) }, { "a.zip", nameof(SampleFiles.Zip) },
        { "a.docx", nameof(SampleFiles.Docx) },
        { "a.wav", nameof(SampleFiles.Wav) }, { "a.ogg", nameof(SampleFiles.Ogg) },
        { "a.mp4", nameof(SampleFiles.Mp4) },
    };

    [Theory, MemberData(nameof(Honest))]
    public void What_is_what_it_says_is_taken(string name, string sample)
    {
        var (kind, refusal) = Contents.KindOf(Of(sample), name);
        Assert.Null(refusal);
        Assert.Same(FileKind.Named(name), kind);
        Assert.NotNull(Contents.KindOf(Of(sample), "no-ending").Kind);
    }

    [Theory, MemberData(nameof(Lies))]
    public void What_is_something_else_than_its_name_says_is_refused(string name, string sample) =>
        Assert.Equal("file.malformed", Contents.KindOf(Of(sample), name).Refusal?.Code);

    [Theory, MemberData(nameof(Foreign))]
    public void A_kind_that_could_run_or_is_not_known_is_refused(string name, string sample) =>
        Assert.Equal("file.unknown", Contents.KindOf(Of(sample), name).Refusal?.Code);

    [Theory, MemberData(nameof(WithAnEnd))]
    public void What_hides_behind_the_end_of_a_file_is_refused(string name, string sample)
    {
        foreach (var hidden in (byte[][])[SampleFiles.Exe, SampleFiles.Html, SampleFiles.Png])
        {
            var both = new MemoryStream([.. Of(sample).ToArray(), .. hidden]);
            Assert.Equal("file.malformed", Contents.KindOf(both, name).Refusal?.Code);
        }
    }

    [Theory, MemberData(nameof(WithAnEnd))]
    public void What_ends_in_its_middle_is_refused(string name, string sample)
    {
        var whole = Of(sample).ToArray();
        for (var length = 13; length < whole.Length - 2; length += Math.Max(1, whole.Length / 17))
        {
            var half = new MemoryStream(whole[..length]);
            Assert.Equal("file.malformed", Contents.KindOf(half, name).Refusal?.Code);
        }
    }

    [Fact]
    public void An_empty_file_and_one_that_is_too_large_are_refused()
    {
        Assert.Equal("file.empty", Contents.KindOf(new MemoryStream(), "a.txt").Refusal?.Code);
        var tooLong = new byte[FileKind.DocumentMax + 1];
        Array.Fill(tooLong, (byte)'x');
        Assert.Equal("file.long", Contents.KindOf(new MemoryStream(tooLong), "a.txt").Refusal?.Code);
    }

    [Fact]
    public void Whatever_bytes_come_nothing_worse_than_a_refusal_follows()
    {
        var chance = new Random(20_261_122);
        string[] samples = [.. Honest.Select(row => row.Data.Item2)];
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = Of(samples[i % samples.Length]).ToArray();
            for (var n = chance.Next(1, 6); n > 0; n--) bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            _ = Contents.KindOf(new MemoryStream(bytes), "no-ending");
        }
    }

    private static MemoryStream Of(string sample) =>
        new((byte[])typeof(SampleFiles).GetProperty(sample)!.GetValue(null)!, 0, Length(sample), true, true);

    private static int Length(string sample) =>
        ((byte[])typeof(SampleFiles).GetProperty(sample)!.GetValue(null)!).Length;
}
