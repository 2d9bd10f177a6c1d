using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Communities.Archive;

/// <summary>The first line of a segment: what is in it, and which segment it continues.</summary>
/// <param name="Format">As in <see cref="ArchiveFormat.Version"/>.</param>
/// <param name="Archive">The id of the archive it was written for.</param>
/// <param name="Community">Whose events it holds.</param>
/// <param name="First">The feed position of its first event.</param>
/// <param name="Last">The feed position of its last event.</param>
/// <param name="Count">How many events it holds; one a line.</param>
/// <param name="Previous">The name of the segment before it; null in the first.</param>
/// <param name="PreviousSha256">The SHA-256 of the compressed bytes of that segment; null in the first.</param>
internal sealed record SegmentHeader(
    int Format, string Archive, string Community, long First, long Last, int Count,
    string? Previous, string? PreviousSha256);

/// <summary>Where the chain of a community ends.</summary>
/// <param name="Format">The version of the archive's format.</param>
/// <param name="Archive">The id of the archive.</param>
/// <param name="Community">Whose head it is.</param>
/// <param name="Segment">The name of the last segment.</param>
/// <param name="Sha256">The SHA-256 of its compressed bytes, lower-case hexadecimal.</param>
/// <param name="Last">The feed position of the last event.</param>
/// <param name="Segments">How many segments the chain has.</param>
/// <param name="Events">How many events they hold together.</param>
public sealed record ArchiveHead(
    int Format, string Archive, string Community, string Segment, string Sha256, long Last, int Segments, long Events);

/// <summary>Which archive this is, so that a journal knows how far it has been written to this very one.</summary>
/// <param name="Format">As in <see cref="ArchiveFormat.Version"/>.</param>
/// <param name="Id">Made once, when the archive was begun.</param>
internal sealed record ArchiveIdentity(int Format, string Id)
{
    /// <summary>The identity of this archive, or null where it has not begun.</summary>
    public static async ValueTask<ArchiveIdentity?> Read(IArchiveStore store, CancellationToken ct) =>
        await store.Read(ObjectName.Identity, ct).ConfigureAwait(false) is { } stored
            ? ArchiveFormat.Read(ObjectName.Identity, stored.Content.Span, ArchiveFormat.Json.ArchiveIdentity)
            : null;

    /// <summary>The identity of this archive, which begins now if it has not yet.</summary>
    public static async ValueTask<ArchiveIdentity> Ensure(IArchiveStore store, CancellationToken ct)
    {
        if (await Read(store, ct).ConfigureAwait(false) is { } known)
            return known;
        var begun = new ArchiveIdentity(ArchiveFormat.Version, Guid.NewGuid().ToString("n"));
        var content = ArchiveFormat.Write(begun, ArchiveFormat.Json.ArchiveIdentity);
        try
        {
            await store.Put(ObjectName.Identity, content, ct).ConfigureAwait(false);
            return begun;
        }
        catch (ArchiveConflictException)
        {
            // Another partition's writer has begun it meanwhile.
            return await Read(store, ct).ConfigureAwait(false)
                ?? throw new ArchiveDamagedException(ObjectName.Identity, "It is there, and cannot be read.");
        }
    }
}

/// <summary>What the files of an archive look like, and how large they may be.</summary>
internal static class ArchiveFormat
{
    /// <summary>Every file says with which version of the format it was written.</summary>
    public const int Version = 1;

    /// <summary>The longest line, in bytes: a hundred times the longest post, and small enough to hold a few.</summary>
    public const int LineBytesMax = 16 << 20;

    /// <summary>
    /// The largest segment, in bytes, compressed or not: twice what the largest round can make (see
    /// <see cref="ArchiveOptions"/>), so that a crafted gzip cannot fill the memory of whoever reads it.
    /// </summary>
    public const int SegmentBytesMax = 256 << 20;

    /// <summary>The JSON of the small files.</summary>
    public static ArchiveJson Json => ArchiveJson.Default;

    /// <summary>A small file as bytes, always the same for the same value.</summary>
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <summary>A small file from its bytes, which must be exactly those that <see cref="Write"/> makes.</summary>
    /// <exception cref="ArchiveDamagedException">They are not, or are of a newer format.</exception>
    public static T Read<T>(string name, ReadOnlySpan<byte> content, JsonTypeInfo<T> type)
    {
        try
        {
            var format = JsonSerializer.Deserialize(content, Json.FormatMark).Format;
            if (format != Version)
                throw new ArchiveDamagedException(name, $"It is of format {format}; this program reads {Version}.");
            if (JsonSerializer.Deserialize(content, type) is { } value
                && Write(value, type).AsSpan().SequenceEqual(content))
                return value;
        }
        catch (JsonException)
        {
            throw new ArchiveDamagedException(name, "It is not the JSON that stands there in a sound archive.");
        }

        throw new ArchiveDamagedException(name, "It has been altered: a sound archive spells it otherwise.");
    }
}

/// <summary>The one field that every version of the format has.</summary>
internal readonly record struct FormatMark(int Format);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SegmentHeader))]
[JsonSerializable(typeof(ArchiveHead))]
[JsonSerializable(typeof(ArchiveIdentity))]
[JsonSerializable(typeof(FormatMark))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
