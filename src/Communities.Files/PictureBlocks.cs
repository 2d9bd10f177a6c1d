using System.Buffers.Binary;

namespace Communities.Files;

/// <summary>The blocks of PNG and GIF: a whole picture ends where its file ends, and nothing hides behind it.</summary>
internal static class PictureBlocks
{
    public static bool IsPng(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        content.Position = 8;
        while (true)
        {
            content.ReadExactly(head);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            content.Position += length + 4; // And its checksum.
            if (head[4..].SequenceEqual("IEND"u8)) return content.Position == content.Length;
            if (content.Position >= content.Length) return false;
        }
    }

    public static bool IsGif(Stream content)
    {
        Span<byte> head = stackalloc byte[13];
        content.ReadExactly(head);
        if (!head.StartsWith("GIF87a"u8) && !head.StartsWith("GIF89a"u8)) return false;
        content.Position += TableBytes(head[10]);
        while (true)
        {
            switch (content.ReadByte())
            {
                case 0x3B:
                    return content.Position == content.Length;
                case 0x21:
                    content.Position++; // What kind of extension it is.
                    Skip(content);
                    break;
                case 0x2C:
                    content.ReadExactly(head[..9]);
                    content.Position += TableBytes(head[8]) + 1; // And how wide its codes are.
                    Skip(content);
                    break;
                default:
                    return false;
            }
        }
    }

    private static int TableBytes(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static void Skip(Stream content)
    {
        while (true)
        {
            var length = content.ReadByte();
            if (length < 0) throw new EndOfStreamException();
            if (length == 0) return;
            content.Position += length;
        }
    }
}
