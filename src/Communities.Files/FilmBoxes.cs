using System.Buffers.Binary;

namespace Communities.Files;

/// <summary>The boxes of MP4, M4A and QuickTime: whether they are whole, and what they tell besides the film.</summary>
/// <remarks>
/// A telephone writes into them where it was. What does so is blanked out where it stands, so that nothing else moves.
/// </remarks>
internal static class FilmBoxes
{
    // Nobody nests them so deep, and few have so many side by side.
    private const int DepthMax = 8;
    private const int BoxesMax = 10_000;

    // Boxes that hold boxes, on the way to where the telling ones are.
    private static readonly string[] Holders = ["moov", "trak", "mdia", "minf", "moof", "traf"];

    // User data and metadata: place, time, device, names. A film plays without.
    private static readonly string[] Telling = ["udta", "meta", "uuid"];

    /// <summary>True where boxes follow each other to the end of the file, and a film is described in one.</summary>
    public static bool AreWhole(Stream content)
    {
        var types = new HashSet<string>();
        foreach (var box in Boxes(content, 0, content.Length)) types.Add(box.Type);
        return types.Contains("moov");
    }

    /// <summary>Blanks out where, when and with what it was made.</summary>
    public static void Clean(Stream content) => Clean(content, 0, content.Length, 0);

    private static void Clean(Stream content, long from, long to, int depth)
    {
        if (depth > DepthMax) throw new InvalidDataException("Boxes are nested too deep.");
        foreach (var box in Boxes(content, from, to).ToList())
        {
            if (Holders.Contains(box.Type)) Clean(content, box.Body, box.End, depth + 1);
            else if (Telling.Contains(box.Type)) Blank(content, box);
        }
    }

    private static void Blank(Stream content, Box box)
    {
        content.Position = box.At + 4;
        content.Write("free"u8);
        content.Position = box.Body;
        var nothing = new byte[4_096];
        for (var left = box.End - box.Body; left > 0; left -= nothing.Length)
            content.Write(nothing.AsSpan(0, (int)Math.Min(left, nothing.Length)));
    }

    private static IEnumerable<Box> Boxes(Stream content, long from, long to)
    {
        var head = new byte[16];
        var count = 0;
        for (var at = from; at < to; count++)
        {
            content.Position = at;
            content.ReadExactly(head, 0, 8);
            long length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var type = System.Text.Encoding.Latin1.GetString(head, 4, 4);
            var body = at + 8;
            if (length == 1)
            {
                content.ReadExactly(head, 8, 8);
                length = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8));
                body = at + 16;
            }

            if (length == 0) length = to - at; // To the end, whatever it is.
            if (length < body - at || length > to - at || count > BoxesMax)
                throw new InvalidDataException("A box is longer than what holds it.");
            yield return new Box(type, at, body, at + length);
            at += length;
        }
    }

    private readonly record struct Box(string Type, long At, long Body, long End);
}
