using System.Text.Json;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>
/// Reads names that come again and again as one string each: in a thread read from its snapshot, the names of authors
/// would else weigh as much as the posts.
/// </summary>
internal sealed class NameConverter : JsonConverter<string>
{
    // By the hash of the text, the name last read there: some thousand writers of a busy hour. A power of two.
    private static readonly string?[] _kept = new string?[4_096];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueIsEscaped)
            return reader.GetString();
        var hash = default(HashCode);
        hash.AddBytes(reader.ValueSpan);
        ref var kept = ref _kept[hash.ToHashCode() & (_kept.Length - 1)];
        return kept is { } name && reader.ValueTextEquals(name) ? name : kept = reader.GetString();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
