using System.IO.Compression;
using System.Text;

namespace Communities.Files;

/// <summary>ZIP files, and the office documents that are such.</summary>
internal static class Bundles
{
    // No bundle that a person sends has more, and reading the list of a million would take long.
    private const int EntriesMax = 10_000;

    // What ends a bundle, without its comment.
    private const int EndBytes = 22;

    private static readonly (string Part, FileKind Kind)[] Parts =
    [
        ("word/document.xml", FileKind.Docx),
        ("xl/workbook.xml", FileKind.Xlsx),
        ("ppt/presentation.xml", FileKind.Pptx),
    ];

    private static readonly FileKind[] OpenDocuments = [FileKind.Odt, FileKind.Ods, FileKind.Odp];

    /// <summary>True for what is a bundle, whatever else it is.</summary>
    public static bool IsBundle(FileKind kind) => kind == FileKind.Zip || OpenDocuments.Contains(kind)
        || Parts.Any(part => part.Kind == kind);

    /// <summary>What it is, or null where it is damaged, hides something, or runs by itself.</summary>
    public static FileKind? KindOf(Stream content)
    {
        if (!EndsAtItsEnd(content)) return null;
        content.Position = 0;
        using var bundle = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (bundle.Entries.Count > EntriesMax) return null;
        var names = bundle.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Contains("[Content_Types].xml"))
        {
            var kind = Parts.FirstOrDefault(part => names.Contains(part.Part)).Kind;
            var runs = names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
            return runs ? null : kind ?? FileKind.Zip;
        }

        if (bundle.GetEntry("mimetype") is not { Length: < 100 } said) return FileKind.Zip;
        using var reader = new StreamReader(said.Open(), Encoding.ASCII);
        var type = reader.ReadToEnd();
        return OpenDocuments.FirstOrDefault(kind => kind.MediaType == type) ?? FileKind.Zip;
    }

    // What unpacks a bundle looks from its end: behind it, another file could hide.
    private static bool EndsAtItsEnd(Stream content)
    {
        if (content.Length < EndBytes) return false;
        var tail = new byte[Math.Min(content.Length, EndBytes + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        for (var at = tail.Length - EndBytes; at >= 0; at--)
            if (tail.AsSpan(at).StartsWith("PK\u0005\u0006"u8))
                return at + EndBytes + BitConverter.ToUInt16(tail, at + EndBytes - 2) == tail.Length;
        return false;
    }
}
