using SkiaSharp;

namespace Communities.Exchange.Demo;

/// <summary>Pictures for a sample community, drawn for it: hills, water and a sun, each another one.</summary>
internal static class DemoPictures
{
    private const int Quality = 82;

    /// <summary>A view of this size as WebP; the same chance draws the same one.</summary>
    public static byte[] Draw(int width, int height, Random chance)
    {
        using var surface = SKSurface.Create(
            new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()));
        var (canvas, hue) = (surface.Canvas, chance.Next(360));
        Sky(canvas, width, height, hue);
        using var paint = new SKPaint { IsAntialias = true };
        paint.Color = SKColor.FromHsl((hue + 40) % 360, 90, 82);
        canvas.DrawCircle(
            width * (0.2f + 0.6f * chance.NextSingle()), height * (0.2f + 0.2f * chance.NextSingle()), height * 0.11f,
            paint);
        for (var layer = 0; layer < 4; layer++)
        {
            paint.Color = SKColor.FromHsl((hue + 150 + layer * 12) % 360, 32 + layer * 5, 62 - layer * 12);
            using var hill = Hill(width, height, 0.45f + layer * 0.13f, chance);
            canvas.DrawPath(hill, paint);
        }

        using var image = surface.Snapshot();
        using var pixels = image.PeekPixels()!; // A drawn one is in memory.
        using var data = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, Quality))
            ?? throw new InvalidOperationException("A picture of these pixels cannot be encoded.");
        return data.ToArray();
    }

    private static void Sky(SKCanvas canvas, int width, int height, int hue)
    {
        using var sky = SKShader.CreateLinearGradient(
            new SKPoint(0, 0), new SKPoint(0, height),
            [SKColor.FromHsl(hue, 55, 70), SKColor.FromHsl((hue + 30) % 360, 75, 90)], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = sky };
        canvas.DrawRect(0, 0, width, height, paint);
    }

    private static SKPath Hill(int width, int height, float top, Random chance)
    {
        using var hill = new SKPathBuilder();
        var (wave, from) = (1.2f + 2 * chance.NextSingle(), 6.3f * chance.NextSingle());
        hill.MoveTo(0, height);
        for (var x = 0; x <= width; x += 4)
            hill.LineTo(x, height * (top + 0.07f * MathF.Sin(from + wave * 6.3f * x / width)));
        hill.LineTo(width, height);
        hill.Close();
        return hill.Detach();
    }
}
