using Communities.Actors;
using SkiaSharp;

namespace Communities.Files;

/// <summary>A picture made anew.</summary>
/// <param name="Kind">What it is now; not always what was sent.</param>
/// <param name="Content">Its bytes, which tell nothing but the picture.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Small">The same as WebP for the middle of a text; null where it is small already.</param>
public sealed record Picture(FileKind Kind, byte[] Content, int Width, int Height, byte[]? Small);

/// <summary>
/// Makes pictures anew from what they show: upright, no larger than a screen, and without anything else that was in
/// the file, be it a place, a device or a second file.
/// </summary>
public static class Pictures
{
    /// <summary>
    /// The most pixels that are unpacked, 160 MB of memory; telephones make 12 to 50 million. What has more is refused
    /// by what its head says, before it is unpacked.
    /// </summary>
    public const long PixelsMax = 50_000_000;

    /// <summary>The longer side of a kept picture, in pixels: a large screen.</summary>
    public const int SideMax = 2_560;

    /// <summary>The longer side of a picture in a text, in pixels: its column on a sharp screen.</summary>
    public const int SmallMax = 1_280;

    /// <summary>The side of a face, in pixels: the largest on any page, on a sharp screen.</summary>
    public const int FaceSide = 192;

    // Lossless for what is drawn and not large; photographs, and what is large, lose what no eye sees.
    private const int LosslessPixels = 1_000_000;
    private const int LosslessEffort = 40;
    private const int Quality = 85;
    private const int SmallQuality = 80;

    // Each takes a processor and up to 200 MB for a second.
    private const int AtOnce = 2;

    private static readonly SemaphoreSlim Gate = new(AtOnce);

    private static readonly Refusal Malformed = new(
        "picture.malformed", "This picture is damaged, or not what its name says it is.");

    private static readonly Refusal TooLarge = new(
        "picture.range", $"A picture has {PixelsMax / 1_000_000} million pixels at most.");

    /// <summary>The picture made anew, or why it cannot be.</summary>
    /// <param name="content">All of it; of a kind that is a picture.</param>
    /// <param name="ct">Ends the wait for others.</param>
    public static Task<(Picture? Picture, Refusal? Refusal)> Clean(Stream content, CancellationToken ct = default) =>
        Make(content, SideMax, (decoded, origin) => Whole(decoded, origin), ct);

    /// <summary>The middle of it as a square face, or why it cannot be.</summary>
    /// <param name="content">All of it; of a kind that is a picture.</param>
    /// <param name="ct">Ends the wait for others.</param>
    public static Task<(Picture? Picture, Refusal? Refusal)> Face(Stream content, CancellationToken ct = default) =>
        Make(content, FaceSide * 2, (decoded, origin) => Square(decoded, origin), ct);

    private static async Task<(Picture?, Refusal?)> Make(
        Stream content, int side, Func<Decoded, SKEncodedOrigin, Picture> make, CancellationToken ct)
    {
        await Gate.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => MakeNow(content, side, make), ct).ConfigureAwait(false);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static (Picture?, Refusal?) MakeNow(
        Stream content, int side, Func<Decoded, SKEncodedOrigin, Picture> make)
    {
        content.Position = 0;
        using var data = SKData.Create(content);
        using var codec = data is null ? null : SKCodec.Create(data);
        if (codec is null) return (null, Malformed);
        if ((long)codec.Info.Width * codec.Info.Height is var pixels && pixels is 0 or > PixelsMax)
            return (null, pixels == 0 ? Malformed : TooLarge);

        // A JPEG is unpacked at a half, a quarter or an eighth where that is enough.
        var size = codec.Info.Size;
        foreach (var part in (ReadOnlySpan<float>)[0.5f, 0.25f, 0.125f])
        {
            var scaled = codec.GetScaledDimensions(part);
            if (Math.Max(scaled.Width, scaled.Height) >= side) size = scaled;
        }

        using var colours = SKColorSpace.CreateSrgb();
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        using var bitmap = new SKBitmap();
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, colours);
        if (!bitmap.TryAllocPixels(info) || codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success)
            return (null, Malformed);
        bitmap.SetImmutable();
        using var image = SKImage.FromBitmap(bitmap);
        return (make(new Decoded(image, codec.EncodedFormat == SKEncodedImageFormat.Jpeg), codec.EncodedOrigin), null);
    }

    private static Picture Whole(Decoded decoded, SKEncodedOrigin origin)
    {
        var size = Turned(new SKSizeI(decoded.Image.Width, decoded.Image.Height), origin);
        var full = Fitted(size, SideMax);
        using var upright = Drawn(decoded.Image, origin, full, new SKRect(0, 0, full.Width, full.Height));
        var kind = decoded.IsPhotograph ? FileKind.Jpeg : FileKind.WebP;
        byte[]? small = null;
        if (Math.Max(full.Width, full.Height) > SmallMax)
        {
            var fitted = Fitted(size, SmallMax);
            var whole = new SKRect(0, 0, fitted.Width, fitted.Height);
            using var shrunk = Drawn(upright, SKEncodedOrigin.TopLeft, fitted, whole);
            small = WebP(shrunk, SKWebpEncoderCompression.Lossy, SmallQuality);
        }

        var content = decoded.IsPhotograph ? Jpeg(upright)
            : (long)full.Width * full.Height <= LosslessPixels
                ? WebP(upright, SKWebpEncoderCompression.Lossless, LosslessEffort)
            : WebP(upright, SKWebpEncoderCompression.Lossy, Quality);
        return new Picture(kind, content, full.Width, full.Height, small);
    }

    private static Picture Square(Decoded decoded, SKEncodedOrigin origin)
    {
        var size = Turned(new SKSizeI(decoded.Image.Width, decoded.Image.Height), origin);
        var scale = (float)FaceSide / Math.Min(size.Width, size.Height);
        var (width, height) = (size.Width * scale, size.Height * scale);
        var place = SKRect.Create((FaceSide - width) / 2, (FaceSide - height) / 2, width, height);
        using var face = Drawn(decoded.Image, origin, new SKSizeI(FaceSide, FaceSide), place);
        var content = WebP(face, SKWebpEncoderCompression.Lossy, Quality);
        return new Picture(FileKind.WebP, content, FaceSide, FaceSide, null);
    }

    private static SKImage Drawn(SKImage image, SKEncodedOrigin origin, SKSizeI size, SKRect place)
    {
        using var colours = SKColorSpace.CreateSrgb();
        using var surface = SKSurface.Create(
            new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, image.AlphaType, colours));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.Transparent);
        canvas.Translate(place.Left, place.Top);
        canvas.Concat(Upright(origin, place.Width, place.Height));
        var lying = IsLying(origin)
            ? SKRect.Create(place.Height, place.Width) : SKRect.Create(place.Width, place.Height);
        canvas.DrawImage(image, lying, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    // Where the camera was held otherwise, the picture says so, and means it mirrored or turned to this size.
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static bool IsLying(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    private static SKSizeI Turned(SKSizeI size, SKEncodedOrigin origin) =>
        IsLying(origin) ? new SKSizeI(size.Height, size.Width) : size;

    private static SKSizeI Fitted(SKSizeI size, int side)
    {
        var scale = Math.Min(1.0, (double)side / Math.Max(size.Width, size.Height));
        return new SKSizeI(
            Math.Max(1, (int)Math.Round(size.Width * scale)), Math.Max(1, (int)Math.Round(size.Height * scale)));
    }

    private static byte[] Jpeg(SKImage image)
    {
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.ToArray();
    }

    private static byte[] WebP(SKImage image, SKWebpEncoderCompression compression, float quality)
    {
        using var pixels = image.PeekPixels()!; // A drawn one is in memory.
        using var data = pixels.Encode(new SKWebpEncoderOptions(compression, quality))
            ?? throw new InvalidOperationException("A picture of these pixels cannot be encoded.");
        return data.ToArray();
    }

    private readonly record struct Decoded(SKImage Image, bool IsPhotograph);
}
