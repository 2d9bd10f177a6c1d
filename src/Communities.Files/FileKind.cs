using System.Collections.Frozen;

namespace Communities.Files;

/// <summary>A kind of file that is taken: what browsers call it, how its name ends, how large it may be.</summary>
/// <param name="MediaType">As HTTP names it.</param>
/// <param name="Extension">The ending of its name that is put where it has none.</param>
/// <param name="BytesMax">The largest, in bytes, as it is sent.</param>
public sealed record FileKind(string MediaType, string Extension, long BytesMax)
{
    /// <summary>The largest picture: what a good telephone's camera makes, with room.</summary>
    public const long PictureMax = 20L << 20;

    /// <summary>The largest document or bundle.</summary>
    public const long DocumentMax = 20L << 20;

    /// <summary>The largest sound or film: a few minutes. Longer ones belong where films are shown.</summary>
    public const long FilmMax = 50L << 20;

    /// <summary>The largest of all.</summary>
    public const long LargestMax = FilmMax;

    internal static FileKind Jpeg { get; } = new("image/jpeg", "jpg", PictureMax);
    internal static FileKind Png { get; } = new("image/png", "png", PictureMax);
    internal static FileKind Gif { get; } = new("image/gif", "gif", PictureMax);
    internal static FileKind WebP { get; } = new("image/webp", "webp", PictureMax);
    internal static FileKind Pdf { get; } = new("application/pdf", "pdf", DocumentMax);
    internal static FileKind PlainText { get; } = new("text/plain", "txt", DocumentMax);
    internal static FileKind Csv { get; } = new("text/csv", "csv", DocumentMax);
    internal static FileKind Zip { get; } = new("application/zip", "zip", DocumentMax);
    internal static FileKind Docx { get; } = Office("wordprocessingml.document", "docx");
    internal static FileKind Xlsx { get; } = Office("spreadsheetml.sheet", "xlsx");
    internal static FileKind Pptx { get; } = Office("presentationml.presentation", "pptx");
    internal static FileKind Odt { get; } = OpenDocument("text", "odt");
    internal static FileKind Ods { get; } = OpenDocument("spreadsheet", "ods");
    internal static FileKind Odp { get; } = OpenDocument("presentation", "odp");
    internal static FileKind Mp3 { get; } = new("audio/mpeg", "mp3", FilmMax);
    internal static FileKind Ogg { get; } = new("audio/ogg", "ogg", FilmMax);
    internal static FileKind Wav { get; } = new("audio/wav", "wav", FilmMax);
    internal static FileKind Flac { get; } = new("audio/flac", "flac", FilmMax);
    internal static FileKind M4a { get; } = new("audio/mp4", "m4a", FilmMax);
    internal static FileKind Mp4 { get; } = new("video/mp4", "mp4", FilmMax);
    internal static FileKind Mov { get; } = new("video/quicktime", "mov", FilmMax);
    internal static FileKind WebM { get; } = new("video/webm", "webm", FilmMax);

    // Behind the kinds, for they are made in this order.
    private static readonly FrozenDictionary<string, FileKind> ByExtension = new Dictionary<string, FileKind>
    {
        ["jpg"] = Jpeg,
        ["jpeg"] = Jpeg,
        ["png"] = Png,
        ["gif"] = Gif,
        ["webp"] = WebP,
        ["pdf"] = Pdf,
        ["txt"] = PlainText,
        ["md"] = PlainText,
        ["log"] = PlainText,
        ["csv"] = Csv,
        ["zip"] = Zip,
        ["docx"] = Docx,
        ["xlsx"] = Xlsx,
        ["pptx"] = Pptx,
        ["odt"] = Odt,
        ["ods"] = Ods,
        ["odp"] = Odp,
        ["mp3"] = Mp3,
        ["ogg"] = Ogg,
        ["oga"] = Ogg,
        ["opus"] = Ogg,
        ["wav"] = Wav,
        ["flac"] = Flac,
        ["m4a"] = M4a,
        ["mp4"] = Mp4,
        ["m4v"] = Mp4,
        ["mov"] = Mov,
        ["webm"] = WebM,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every ending of a name that is taken, with its dot, as a browser's file dialog wants them.</summary>
    public static string Accepted { get; } =
        string.Join(',', ByExtension.Keys.Order(StringComparer.Ordinal).Select(extension => "." + extension));

    /// <summary>True for pictures, which are made anew before anybody sees them.</summary>
    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>The kind that a name of this ending says it is; null where it says none that is taken.</summary>
    public static FileKind? Named(string name) => ByExtension.GetValueOrDefault(Path.GetExtension(name).TrimStart('.'));

    private static FileKind Office(string of, string extension) =>
        new($"application/vnd.openxmlformats-officedocument.{of}", extension, DocumentMax);

    private static FileKind OpenDocument(string of, string extension) =>
        new($"application/vnd.oasis.opendocument.{of}", extension, DocumentMax);
}
