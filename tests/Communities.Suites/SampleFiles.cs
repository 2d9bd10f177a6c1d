using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Communities.Suites;

/// <summary>One small file of each kind, and what people hide in them.</summary>
public static class SampleFiles
{
    public static byte[] Png { get; } = Picture(SKEncodedImageFormat.Png, 40, 30);

    public static byte[] Jpeg { get; } = Picture(SKEncodedImageFormat.Jpeg, 40, 30);

    public static byte[] WebP { get; } = Picture(SKEncodedImageFormat.Webp, 40, 30);

    // The smallest there is: one pixel.
    public static byte[] Gif { get; } = Convert.FromBase64String("R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=");

    public static byte[] Pdf { get; } = "%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n"u8.ToArray();

    public static byte[] Exe { get; } = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. new byte[300]];

    public static byte[] Html { get; } = "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray();

    public static byte[] Svg { get; } =
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray();

    public static byte[] Zip { get; } = Bundle(("a.txt", "hello"));

    public static byte[] Docx { get; } = Bundle(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"));

    public static byte[] Docm { get; } = Bundle(
        ("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"), ("word/vbaProject.bin", "Sub x"));

    public static byte[] Xlsx { get; } = Bundle(("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>"));

    public static byte[] Odt { get; } =
        Bundle(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"));

    public static byte[] Wav { get; } = Riff("WAVE", [.. "fmt "u8, 16, 0, 0, 0, .. new byte[16]]);

    public static byte[] Flac { get; } = [.. "fLaC"u8, 0, 0, 0, 34, .. new byte[34]];

    public static byte[] WebM { get; } = [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x84, .. "webm"u8, .. new byte[40]];

    public static byte[] Ogg { get; } = [.. "OggS"u8, 0, 2, .. new byte[20], 1, 3, 1, 2, 3];

    public static byte[] Mp3 { get; } = [.. Frame(), .. Frame(), .. Frame()];

    public static byte[] Mp4 { get; } = Film(location: "");

    public static byte[] M4a { get; } = [.. Box("ftyp", [.. "M4A "u8, 0, 0, 0, 0]), .. Box("moov", [])];

    public static byte[] Csv { get; } = "name;town\nZoé;Liège\n"u8.ToArray();

    public static byte[] Text { get; } = [0xEF, 0xBB, 0xBF, .. "Hello, élève.\r\n\tSee you."u8];

    /// <summary>A film that tells where it was made.</summary>
    public static byte[] Film(string location) =>
    [
        .. Box("ftyp", [.. "isom"u8, 0, 0, 2, 0]),
        .. Box("moov", [
            .. Box("mvhd", new byte[20]),
            .. Box("trak", Box("udta", Encoding.ASCII.GetBytes(location))),
            .. Box("udta", Encoding.ASCII.GetBytes(location))]),
        .. Box("mdat", [1, 2, 3, 4]),
    ];

    /// <summary>A picture with a red corner at its top left, on white.</summary>
    public static byte[] Picture(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, width / 2f, height / 2f, red);
        }

        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>A photograph that says how the camera was held, where it was, and whose it is.</summary>
    public static byte[] Photograph(int width, int height, ushort orientation)
    {
        var jpeg = Picture(SKEncodedImageFormat.Jpeg, width, height);
        byte[] exif =
        [
            .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, // How it was held.
            0x3B, 1, 2, 0, 21, 0, 0, 0, 38, 0, 0, 0, // Whose it is.
            0, 0, 0, 0, .. "GPS 48.8584 N 2.2945 E"u8,
        ];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. exif, .. jpeg.AsSpan(2)];
    }

    /// <summary>A PNG that says it is this large, and holds nothing.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 6);
        using var nothing = new MemoryStream();
        using (var packed = new ZLibStream(nothing, CompressionLevel.Optimal, leaveOpen: true))
            packed.Write(new byte[10_000]);
        return [.. Png.AsSpan(0, 8), .. Chunk("IHDR", head), .. Chunk("IDAT", nothing.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] body)
    {
        var (length, sum) = (new byte[4], new byte[4]);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }

    private static byte[] Bundle(params (string Name, string Text)[] entries)
    {
        using var content = new MemoryStream();
        using (var bundle = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = bundle.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }

        return content.ToArray();
    }

    private static byte[] Riff(string type, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length + 4);
        return [.. "RIFF"u8, .. length, .. Encoding.ASCII.GetBytes(type), .. body];
    }

    private static byte[] Box(string type, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length + 8);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. body];
    }

    // 128 kilobits, 44,100 Hz: 417 bytes.
    private static byte[] Frame() => [0xFF, 0xFB, 0x90, 0, .. new byte[413]];
}
