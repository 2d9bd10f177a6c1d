using System.Buffers;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Communities.Actors;

/// <summary>
/// The stable names and the JSON of a closed family of records (the commands or the events of one actor). The names
/// are those of its <see cref="JsonDerivedTypeAttribute"/>s; the JSON holds the record's own fields only.
/// </summary>
public sealed class Codec
{
    private readonly FrozenDictionary<string, JsonTypeInfo> _byName;
    private readonly FrozenDictionary<Type, (string Name, JsonTypeInfo Json)> _byType;

    // Accents stay readable in journal and archive; the JSON is never put into a page as it is.
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // One long post must not keep a large buffer on each thread for ever.
    private const int BufferKept = 256 * 1024;

    [ThreadStatic] private static ArrayBufferWriter<byte>? _buffer;
    [ThreadStatic] private static Utf8JsonWriter? _writer;

    private Codec(Type family, JsonSerializerOptions json)
    {
        var members = family.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
            .Select(a => (Name: (string)a.TypeDiscriminator!, Json: json.GetTypeInfo(a.DerivedType)))
            .ToList();
        _byName = members.ToFrozenDictionary(m => m.Name, m => m.Json, StringComparer.Ordinal);
        _byType = members.ToFrozenDictionary(m => m.Json.Type);
    }

    /// <summary>Every name of the family.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The codec of a family whose base record lists its members.</summary>
    public static Codec Of<TFamily>(JsonSerializerOptions json) => new(typeof(TFamily), json);

    /// <summary>The stable name of this record.</summary>
    /// <exception cref="KeyNotFoundException">It is not of the family: a mistake of the programmer.</exception>
    public string NameOf(object member) => _byType[member.GetType()].Name;

    /// <summary>The stable name of a record of this type.</summary>
    public string NameOf<TMember>() => _byType[typeof(TMember)].Name;

    /// <summary>True where records of this type are of the family.</summary>
    public bool Has(Type member) => _byType.ContainsKey(member);

    /// <summary>The record as UTF-8 JSON, without its name.</summary>
    public byte[] Encode(object member)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        var writer = _writer ??= new Utf8JsonWriter(buffer, Readable);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, member, _byType[member.GetType()].Json);
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > BufferKept) (_buffer, _writer) = (null, null);
        return bytes;
    }

    /// <summary>The record of this name from its JSON.</summary>
    /// <exception cref="JsonException">
    /// The name is unknown or the JSON is not of that record: a newer or a damaged journal.
    /// </exception>
    public object Decode(string name, ReadOnlySpan<byte> json) =>
        _byName.TryGetValue(name, out var type)
            ? JsonSerializer.Deserialize(json, type) ?? throw new JsonException($"{name} is null.")
            : throw new JsonException($"Nothing is called {name} here; a newer version may have written it.");
}
