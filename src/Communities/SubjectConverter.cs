using System.Text.Json;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>Writes a subject as the id of its case.</summary>
public sealed class SubjectConverter : JsonConverter<Subject>
{
    /// <inheritdoc/>
    public override Subject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Subject.Parse(reader.GetString()) ?? throw new JsonException("This is no subject.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Subject value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
