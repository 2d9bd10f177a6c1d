using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Communities.Actors;

namespace Communities.Archive;

/// <summary>A segment ready to be put into a store.</summary>
internal sealed record EncodedSegment(SegmentName Name, ReadOnlyMemory<byte> Content, string Sha256, int Count);

/// <summary>Makes segments from envelopes: the same envelopes behind the same segment give the same bytes.</summary>
internal static class SegmentWriter
{
    // What zlib is handed at once; larger pieces gain nothing.
    private const int ChunkBytes = 32 << 10;

    // A buffer that one long event has made larger than this is not kept.
    private const int ChunkKeptBytes = 1 << 20;

    // Of this thread, since a busy site makes many small segments.
    [ThreadStatic] private static ArrayBufferWriter<byte>? _chunk;

    /// <summary>One segment of consecutive events of one community, at least one.</summary>
    /// <exception cref="InvalidDataException">An event cannot stand in an archive.</exception>
    public static EncodedSegment Encode(
        string archive, string community, ArchiveHead? previous, IReadOnlyList<Envelope> events)
    {
        var first = events[0];
        var last = events[^1].Position;
        var name = new SegmentName(
            ObjectName.FolderOf(community), DateOnly.FromDateTime(first.At.UtcDateTime), first.Position, last);
        var header = new SegmentHeader(ArchiveFormat.Version, archive, community, first.Position, last, events.Count,
            previous?.Segment, previous?.Sha256);

        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var chunk = _chunk ??= new ArrayBufferWriter<byte>(2 * ChunkBytes);
            chunk.ResetWrittenCount();
            chunk.Write(ArchiveFormat.Write(header, ArchiveFormat.Json.SegmentHeader));
            chunk.Write("\n"u8);
            using var writer = EnvelopeLine.Writer(chunk);
            foreach (var envelope in events)
            {
                EnvelopeLine.Write(writer, chunk, envelope);
                if (chunk.WrittenCount < ChunkBytes)
                    continue;
                gzip.Write(chunk.WrittenSpan);
                chunk.ResetWrittenCount();
            }

            gzip.Write(chunk.WrittenSpan);
            if (chunk.Capacity > ChunkKeptBytes)
                _chunk = null;
        }

        var content = compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
        return new EncodedSegment(name, content, Digest(content.Span), events.Count);
    }

    /// <summary>The SHA-256 as the archive spells it.</summary>
    public static string Digest(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
