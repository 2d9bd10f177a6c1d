using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Communities.Local.Sqlite;

/// <summary>
/// A CRC-32C over everything a row says, kept beside it: SQLite does not notice a changed byte inside a value, the
/// journal does. It guards against a failing disk or a careless editor; against malice there is the archive's chain.
/// </summary>
internal static class Digest
{
    public static uint Of(ActorId actor) => Add(Add(~0u, actor.Kind), actor.Key);

    public static uint Of(
        uint actor, long position, long previous, long version, long at,
        ReadOnlySpan<byte> name, ReadOnlySpan<byte> by, ReadOnlySpan<byte> command, ReadOnlySpan<byte> json)
    {
        var crc = BitOperations.Crc32C(actor, (ulong)position);
        crc = BitOperations.Crc32C(crc, (ulong)previous);
        crc = BitOperations.Crc32C(crc, (ulong)version);
        crc = BitOperations.Crc32C(crc, (ulong)at);
        return Add(Add(Add(Add(crc, name), by), command), json);
    }

    private static uint Add(uint crc, string text)
    {
        Span<byte> utf8 = stackalloc byte[ActorId.KeyMax * 3];
        return text.Length <= ActorId.KeyMax
            ? Add(crc, utf8[..Encoding.UTF8.GetBytes(text, utf8)])
            : Add(crc, Encoding.UTF8.GetBytes(text));
    }

    // The length goes in too, so that a byte moved from one field to the next is a difference.
    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = BitOperations.Crc32C(crc, (uint)bytes.Length);
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var rest in bytes)
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return crc;
    }
}
