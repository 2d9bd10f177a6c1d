using System.Buffers.Binary;

namespace Communities.Files;

/// <summary>Sound, and what else comes in RIFF: a file is whole where its parts end where it ends.</summary>
internal static class Media
{
    // By the four bits of an MPEG header, in kilobits a second: version 1 layer III, then versions 2 and 2.5.
    private static readonly int[] Rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Samples = [44_100, 48_000, 32_000];

    public static bool IsRiff(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        content.ReadExactly(head);
        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        return head.StartsWith("RIFF"u8) && content.Length - end is 0 or 1; // An odd one is filled up.
    }

    public static bool IsOgg(Stream content)
    {
        Span<byte> head = stackalloc byte[27];
        Span<byte> segments = stackalloc byte[255];
        while (content.Position < content.Length)
        {
            content.ReadExactly(head);
            if (!head.StartsWith("OggS"u8)) return false;
            var lengths = segments[..head[26]];
            content.ReadExactly(lengths);
            foreach (var length in lengths) content.Position += length;
        }

        return content.Position == content.Length;
    }

    // Its mark is short, so that three frames in a row must be there.
    public static bool IsMp3(Stream content)
    {
        Span<byte> head = stackalloc byte[10];
        content.ReadExactly(head);
        content.Position = head.StartsWith("ID3"u8)
            ? 10 + ((head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9]) + ((head[5] & 0x10) == 0 ? 0 : 10)
            : 0;
        for (var frame = 0; frame < 3; frame++)
        {
            content.ReadExactly(head[..4]);
            var length = FrameBytes(head);
            if (length == 0) return false;
            content.Position += length - 4;
        }

        return true;
    }

    private static int FrameBytes(ReadOnlySpan<byte> head)
    {
        var (version, layer) = ((head[1] >> 3) & 3, (head[1] >> 1) & 3);
        var (rate, samples, padding) = (head[2] >> 4, (head[2] >> 2) & 3, (head[2] >> 1) & 1);
        if (head[0] != 0xFF || head[1] < 0xE0 || version == 1 || layer != 1) return 0;
        if (rate is 0 or 15 || samples == 3) return 0;
        var isFirst = version == 3;
        var frequency = Samples[samples] >> (isFirst ? 0 : version == 2 ? 1 : 2);
        return ((isFirst ? 144_000 * Rates1[rate] : 72_000 * Rates2[rate]) / frequency) + padding;
    }
}
