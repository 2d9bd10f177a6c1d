using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Communities.Actors;

namespace Communities.Archive;

/// <summary>
/// Reads a segment and holds it against itself: its header against its name, its events against both.
/// </summary>
internal sealed class SegmentReader : IDisposable
{
    private readonly SegmentName _name;
    private readonly GZipStream _gzip;
    private readonly LineReader _lines;
    private readonly IncrementalHash _content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _count;
    private long _last;

    /// <summary>Opens a segment and reads its header.</summary>
    /// <exception cref="ArchiveDamagedException">It has none, or one that is not of this name.</exception>
    public SegmentReader(SegmentName name, ReadOnlyMemory<byte> compressed)
    {
        _name = name;
        Sha256 = SegmentWriter.Digest(compressed.Span);
        _gzip = new GZipStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
        _lines = new LineReader(_gzip, ArchiveFormat.LineBytesMax, ArchiveFormat.SegmentBytesMax);
        try
        {
            if (!Line(out var line))
                throw Damaged("It is empty.");
            Header = ArchiveFormat.Read(name.ToString(), line, ArchiveFormat.Json.SegmentHeader);
            if (ObjectName.FolderOf(Header.Community) != name.Folder
                || Header.First != name.First || Header.Last != name.Last)
                throw Damaged($"It holds events {Header.First} to {Header.Last} of {Header.Community}, "
                    + "the content of another segment.");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Its first line.</summary>
    public SegmentHeader Header { get; }

    /// <summary>The SHA-256 of its compressed bytes.</summary>
    public string Sha256 { get; }

    /// <summary>The next event.</summary>
    /// <returns>False behind the last one, when all of the segment has been found in order.</returns>
    /// <exception cref="ArchiveDamagedException">It is not as it was written.</exception>
    public bool Next([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Envelope? envelope)
    {
        envelope = null;
        if (!Line(out var line))
            return _count == Header.Count && _last == Header.Last ? false : throw Damaged(
                $"It holds {_count} events up to {_last}, and should hold {Header.Count} up to {Header.Last}.");
        try
        {
            envelope = EnvelopeLine.Parse(line);
        }
        catch (JsonException e)
        {
            throw Damaged($"Its line {_count + 2} is not an event. {e.Message}");
        }

        _content.AppendData(line);
        _content.AppendData("\n"u8);
        if (_count == 0
                ? envelope.Position != _name.First || DateOnly.FromDateTime(envelope.At.UtcDateTime) != _name.Day
                : envelope.Position <= _last)
            throw Damaged($"Its line {_count + 2} holds event {envelope.Position}, which does not belong there.");
        if (envelope.Actor.Prefix != Header.Community)
            throw Damaged($"Its line {_count + 2} holds an event of {envelope.Actor}, another community.");
        _last = envelope.Position;
        _count++;
        return true;
    }

    /// <summary>The SHA-256 of all lines but the header, once they have been read.</summary>
    public string ContentSha256() => Convert.ToHexStringLower(_content.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines?.Dispose();
        _gzip.Dispose();
        _content.Dispose();
    }

    private bool Line(out ReadOnlySpan<byte> line)
    {
        try
        {
            return _lines.Next(out line);
        }
        catch (InvalidDataException e)
        {
            throw Damaged($"It cannot be unpacked. {e.Message}");
        }
    }

    private ArchiveDamagedException Damaged(string sentence) => new(_name.ToString(), sentence);
}
