using System.Text;
using Communities.Actors;

namespace Communities.Files;

/// <summary>
/// Finds out what a file is by what is in it. What its name says must agree: whoever opens it later trusts the name.
/// </summary>
public static class Contents
{
    // The longest mark by which a kind is known, and where a text or WebM shows what it is.
    private const int HeadBytes = 64;

    private static readonly Refusal Empty = new("file.empty", "This file is empty.");

    private static readonly Refusal Unknown = new(
        "file.unknown",
        "Such a file is not taken here. Pictures, PDF, text, CSV, ZIP, office documents, sound and films are.");

    private static readonly Refusal Malformed = new(
        "file.malformed", "This file is damaged, or not what its name says it is.");

    // By the first bytes; what is between them is looked at by what is behind the arrow. A text has no mark at all.
    private static readonly (byte[] Mark, int At, Func<Stream, FileKind, FileKind?> Look, FileKind Kind)[] Marks =
    [
        ([0xFF, 0xD8, 0xFF], 0, (_, kind) => kind, FileKind.Jpeg),
        ([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'], 0, Whole(PictureBlocks.IsPng), FileKind.Png),
        ([.. "GIF8"u8], 0, Whole(PictureBlocks.IsGif), FileKind.Gif),
        ([.. "WEBP"u8], 8, Whole(Media.IsRiff), FileKind.WebP),
        ([.. "WAVE"u8], 8, Whole(Media.IsRiff), FileKind.Wav),
        ([.. "%PDF-"u8], 0, Whole(IsPdf), FileKind.Pdf),
        ([.. "PK"u8, 3, 4], 0, (content, _) => Bundles.KindOf(content), FileKind.Zip),
        ([.. "OggS"u8, 0], 0, Whole(Media.IsOgg), FileKind.Ogg),
        ([.. "fLaC"u8, 0], 0, (_, kind) => kind, FileKind.Flac),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, Whole(IsWebM), FileKind.WebM),
        ([.. "ftypqt  "u8], 4, Whole(FilmBoxes.AreWhole), FileKind.Mov),
        ([.. "ftypM4A "u8], 4, Whole(FilmBoxes.AreWhole), FileKind.M4a),
        ([.. "ftyp"u8], 4, Whole(FilmBoxes.AreWhole), FileKind.Mp4),
        ([.. "ID3"u8], 0, Whole(Media.IsMp3), FileKind.Mp3),
        ([0xFF], 0, Whole(Media.IsMp3), FileKind.Mp3),
    ];

    /// <summary>What this is, or why it is not taken.</summary>
    /// <param name="content">All of it, from its beginning; can be read from anywhere.</param>
    /// <param name="name">What it is called; one without an ending says nothing.</param>
    public static (FileKind? Kind, Refusal? Refusal) KindOf(Stream content, string name)
    {
        if (content.Length == 0) return (null, Empty);
        var named = FileKind.Named(name);
        if (named is null && Path.GetExtension(name).Length > 0) return (null, Unknown);
        var found = Look(content);
        content.Position = 0;
        if (found is null) return (null, named is null ? Unknown : Malformed);
        var kind = named is null ? found : Agreed(found, named);
        return kind is null ? (null, Malformed)
            : content.Length > kind.BytesMax ? (null, TooLong(kind))
            : (kind, null);
    }

    /// <summary>Blanks out what a film tells besides itself; says why not where it is damaged.</summary>
    /// <param name="content">All of it, of this kind; can be written.</param>
    /// <param name="kind">What <see cref="KindOf"/> said.</param>
    public static Refusal? Clean(Stream content, FileKind kind)
    {
        if (!IsFilm(kind)) return null;
        try
        {
            FilmBoxes.Clean(content);
            return null;
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            return Malformed;
        }
    }

    /// <summary>The refusal of what is larger than its kind may be.</summary>
    public static Refusal TooLong(FileKind kind) =>
        new("file.long", $"Such a file may have {kind.BytesMax >> 20} MB at most.");

    private static FileKind? Look(Stream content)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
        foreach (var (mark, at, look, kind) in Marks)
        {
            if (head.Length < at + mark.Length || !head[at..].StartsWith(mark)) continue;
            content.Position = 0;
            try
            {
                return look(content, kind);
            }
            catch (Exception e) when (e is EndOfStreamException or InvalidDataException or ArgumentException)
            {
                return null; // It ends in the middle, or contradicts itself.
            }
        }

        return IsText(content) ? FileKind.PlainText : null;
    }

    // What is in it decides; the name only says which of those that cannot be told apart.
    private static FileKind? Agreed(FileKind found, FileKind named) =>
        found == named ? named
        : found == FileKind.PlainText && named == FileKind.Csv ? named
        : IsFilm(found) && IsFilm(named) ? named
        : named == FileKind.Zip && Bundles.IsBundle(found) ? named
        : null;

    private static bool IsFilm(FileKind kind) => kind == FileKind.Mp4 || kind == FileKind.M4a || kind == FileKind.Mov;

    private static Func<Stream, FileKind, FileKind?> Whole(Predicate<Stream> isWhole) =>
        (content, kind) => isWhole(content) ? kind : null;

    // Behind its end there may be line breaks, but no second file.
    private static bool IsPdf(Stream content)
    {
        Span<byte> tail = stackalloc byte[1024];
        content.Position = Math.Max(0, content.Length - tail.Length);
        tail = tail[..content.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false)];
        var end = tail.LastIndexOf("%%EOF"u8);
        return end >= 0 && !tail[(end + 5)..].ContainsAnyExcept(" \r\n\t\0"u8);
    }

    private static bool IsWebM(Stream content)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        return head[..content.Read(head)].IndexOf("webm"u8) > 0;
    }

    // All of it UTF-8, without what no text has, and not what a browser would take for a page or a drawing.
    private static bool IsText(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(
            content, new UTF8Encoding(false, throwOnInvalidBytes: true), true, 8_192, leaveOpen: true);
        Span<char> part = new char[8_192];
        var isStart = true;
        try
        {
            while (reader.Read(part) is > 0 and var length)
            {
                var text = part[..length];
                if (isStart && IsMarkup(text)) return false;
                if (isStart) isStart = text.IsWhiteSpace();
                foreach (var c in text)
                    if (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\uFEFF')) return false;
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsMarkup(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        return text.Length > 1 && text[0] == '<' && (char.IsAsciiLetter(text[1]) || text[1] is '!' or '?');
    }
}
