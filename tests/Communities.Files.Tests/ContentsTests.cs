namespace Communities.Files.Tests;

/// <summary>What is in a file decides what it is, and its name must say the same.</summary>
public sealed class ContentsTests
{
    public static TheoryData<string, string> Honest { get; } = new()
    {
        { "photo.jpg", nameof(Samples.Jpeg) }, { "PHOTO.JPEG", nameof(Samples.Jpeg) },
        { "plan.png", nameof(Samples.Png) }, { "dot.gif", nameof(Samples.Gif) }, { "a.webp", nameof(Samples.WebP) },
        { "letter.pdf", nameof(Samples.Pdf) }, { "notes.txt", nameof(Samples.Text) },
        { "notes.md", nameof(Samples.Text) }, { "list.csv", nameof(Samples.Csv) }, { "all.zip", nameof(Samples.Zip) },
        { "letter.docx", nameof(Samples.Docx) }, { "sums.xlsx", nameof(Samples.Xlsx) },
        { "letter.odt", nameof(Samples.Odt) }, { "song.mp3", nameof(Samples.Mp3) },
        { "song.ogg", nameof(Samples.Ogg) }, { "song.wav", nameof(Samples.Wav) },
        { "song.flac", nameof(Samples.Flac) }, { "song.m4a", nameof(Samples.M4a) },
        { "film.mp4", nameof(Samples.Mp4) }, { "film.webm", nameof(Samples.WebM) },
    };

    public static TheoryData<string, string> Lies { get; } = new()
    {
        { "photo.png", nameof(Samples.Exe) }, { "photo.png", nameof(Samples.Html) },
        { "photo.png", nameof(Samples.Svg) }, { "photo.png", nameof(Samples.Jpeg) },
        { "photo.jpg", nameof(Samples.Png) }, { "photo.gif", nameof(Samples.Pdf) },
        { "photo.webp", nameof(Samples.Wav) }, { "letter.pdf", nameof(Samples.Exe) },
        { "letter.pdf", nameof(Samples.Html) }, { "notes.txt", nameof(Samples.Html) },
        { "notes.txt", nameof(Samples.Svg) }, { "notes.txt", nameof(Samples.Exe) },
        { "notes.txt", nameof(Samples.Pdf) }, { "list.csv", nameof(Samples.Html) },
        { "list.csv", nameof(Samples.Zip) }, { "all.zip", nameof(Samples.Exe) },
        { "letter.docx", nameof(Samples.Zip) }, { "letter.docx", nameof(Samples.Xlsx) },
        { "letter.docx", nameof(Samples.Docm) }, { "letter.odt", nameof(Samples.Docx) },
        { "sums.xlsx", nameof(Samples.Html) }, { "song.mp3", nameof(Samples.Exe) },
        { "song.mp3", nameof(Samples.Mp4) }, { "song.ogg", nameof(Samples.Text) },
        { "song.wav", nameof(Samples.WebP) }, { "song.flac", nameof(Samples.Ogg) },
        { "film.mp4", nameof(Samples.WebM) }, { "film.mp4", nameof(Samples.Html) },
        { "film.webm", nameof(Samples.Mp4) },
    };

    public static TheoryData<string, string> Foreign { get; } = new()
    {
        { "page.html", nameof(Samples.Html) }, { "drawing.svg", nameof(Samples.Svg) },
        { "game.exe", nameof(Samples.Exe) }, { "tool.jar", nameof(Samples.Zip) }, { "script.js", nameof(Samples.Text) },
        { "letter.docm", nameof(Samples.Docm) }, { "no-ending", nameof(Samples.Html) },
        { "no-ending", nameof(Samples.Exe) }, { "photo.png.html", nameof(Samples.Png) },
    };

    public static TheoryData<string, string> WithAnEnd { get; } = new()
    {
        { "a.png", nameof(Samples.Png) }, { "a.gif", nameof(Samples.Gif) }, { "a.webp", nameof(Samples.WebP) },
        { "a.pdf", nameof(Samples.Pdf) }, { "a.zip", nameof(Samples.Zip) }, { "a.docx", nameof(Samples.Docx) },
        { "a.wav", nameof(Samples.Wav) }, { "a.ogg", nameof(Samples.Ogg) }, { "a.mp4", nameof(Samples.Mp4) },
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
        foreach (var hidden in (byte[][])[Samples.Exe, Samples.Html, Samples.Png])
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
        new((byte[])typeof(Samples).GetProperty(sample)!.GetValue(null)!, 0, Length(sample), true, true);

    private static int Length(string sample) => ((byte[])typeof(Samples).GetProperty(sample)!.GetValue(null)!).Length;
}
