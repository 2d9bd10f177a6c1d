using System.Text;
using Communities.Suites;
using SkiaSharp;

namespace Communities.Files.Tests;

/// <summary>Pictures come out as what they show, and as nothing else.</summary>
public sealed class PicturesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Picture> Clean(byte[] content)
    {
        var (picture, refusal) = await Pictures.Clean(new MemoryStream(content), Ct);
        Assert.Null(refusal);
        return picture!;
    }

    [Theory]
    [InlineData(1, 0, 0), InlineData(2, 1, 0), InlineData(3, 1, 1), InlineData(4, 0, 1)]
    [InlineData(5, 0, 0), InlineData(6, 1, 0), InlineData(7, 1, 1), InlineData(8, 0, 1)]
    public async Task A_photograph_stands_upright_however_the_camera_was_held(int orientation, int right, int down)
    {
        var picture = await Clean(SampleFiles.Photograph(80, 40, (ushort)orientation));
        Assert.Equal(orientation < 5 ? (80, 40) : (40, 80), (picture.Width, picture.Height));
        using var shown = SKBitmap.Decode(picture.Content);
        foreach (var (x, y) in ((int, int)[])[(0, 0), (1, 0), (0, 1), (1, 1)])
        {
            var colour = shown.GetPixel((x * picture.Width / 2) + 9, (y * picture.Height / 2) + 9);
            Assert.Equal((x, y) == (right, down), colour.Green < 100);
        }
    }

    [Fact]
    public async Task Nothing_but_the_picture_is_left()
    {
        byte[] photograph = [.. SampleFiles.Photograph(80, 40, 6), .. SampleFiles.Zip, .. SampleFiles.Html];
        Assert.Contains("GPS", Encoding.Latin1.GetString(photograph));
        var picture = await Clean(photograph);
        foreach (var trace in (string[])["GPS", "48.8584", "Exif", "PK", "script", "hello"])
            Assert.DoesNotContain(trace, Encoding.Latin1.GetString(picture.Content));
        Assert.Equal(FileKind.Jpeg, picture.Kind);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, 300, 200, "image/webp", 300, 200, false)]
    [InlineData(SKEncodedImageFormat.Webp, 300, 200, "image/webp", 300, 200, false)]
    [InlineData(SKEncodedImageFormat.Jpeg, 1_400, 700, "image/jpeg", 1_400, 700, true)]
    [InlineData(SKEncodedImageFormat.Jpeg, 6_000, 3_000, "image/jpeg", 2_560, 1_280, true)]
    [InlineData(SKEncodedImageFormat.Png, 2_000, 4_000, "image/webp", 1_280, 2_560, true)]
    [InlineData(SKEncodedImageFormat.Png, 9_000, 1, "image/webp", 2_560, 1, true)]
    public async Task A_picture_is_no_larger_than_a_screen(
        SKEncodedImageFormat format, int width, int height, string type, int newWidth, int newHeight, bool hasSmall)
    {
        var picture = await Clean(SampleFiles.Picture(format, width, height));
        Assert.Equal((type, newWidth, newHeight), (picture.Kind.MediaType, picture.Width, picture.Height));
        using var shown = SKBitmap.Decode(picture.Content);
        Assert.Equal((newWidth, newHeight), (shown.Width, shown.Height));
        Assert.Equal(hasSmall, picture.Small is not null);
        if (picture.Small is null) return;
        using var small = SKBitmap.Decode(picture.Small);
        Assert.Equal(Pictures.SmallMax, Math.Max(small.Width, small.Height));
    }

    [Fact]
    public async Task What_lets_light_through_still_does()
    {
        using var bitmap = new SKBitmap(20, 20, SKColorType.Rgba8888, SKAlphaType.Premul);
        bitmap.Erase(new SKColor(0, 0, 255, 128));
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using var shown = SKBitmap.Decode((await Clean(png.ToArray())).Content);
        Assert.InRange(shown.GetPixel(5, 5).Alpha, 120, 136);
    }

    [Fact]
    public async Task A_face_is_a_square_of_the_middle()
    {
        var wide = new MemoryStream(SampleFiles.Picture(SKEncodedImageFormat.Png, 900, 300));
        var (face, _) = await Pictures.Face(wide, Ct);
        Assert.Equal((Pictures.FaceSide, Pictures.FaceSide), (face!.Width, face.Height));
        using var shown = SKBitmap.Decode(face.Content);
        Assert.True(shown.GetPixel(10, 10).Green < 100); // The red part goes to the middle of the whole.
        Assert.True(shown.GetPixel(Pictures.FaceSide - 10, 10).Green > 200);
    }

    [Theory, InlineData(30_000, 30_000), InlineData(8_000, 8_000), InlineData(int.MaxValue, 2)]
    public async Task A_picture_that_would_fill_the_memory_is_refused_by_its_head(int width, int height)
    {
        var (_, refusal) = await Pictures.Clean(new MemoryStream(SampleFiles.Bomb(width, height)), Ct);
        Assert.Contains(refusal!.Code, (string[])["picture.range", "picture.malformed"]);
    }

    [Fact]
    public async Task A_damaged_picture_is_refused()
    {
        foreach (var sample in (byte[][])[SampleFiles.Png, SampleFiles.Jpeg, SampleFiles.WebP])
            Assert.Equal("picture.malformed",
                (await Pictures.Clean(new MemoryStream(sample[..(sample.Length / 3)]), Ct)).Refusal?.Code);
        Assert.Equal("picture.malformed",
            (await Pictures.Clean(new MemoryStream(SampleFiles.Pdf), Ct)).Refusal?.Code);
    }

    [Fact]
    public void A_film_tells_no_place_and_plays_as_before()
    {
        const string here = "+48.8584+002.2945/";
        var film = new MemoryStream();
        film.Write(SampleFiles.Film(here));
        var before = film.ToArray();
        FilmBoxes.Clean(film);
        var after = film.ToArray();
        Assert.Contains(here, Encoding.Latin1.GetString(before));
        Assert.DoesNotContain(here, Encoding.Latin1.GetString(after));
        Assert.Equal(before.Length, after.Length);
        Assert.Equal(before[^12..], after[^12..]);
        Assert.Equal(FileKind.Mp4, Contents.KindOf(film, "film.mp4").Kind);
    }
}
