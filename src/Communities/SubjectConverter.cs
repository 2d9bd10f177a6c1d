using System.Text.Json;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>Writes a subject as the id of its case.</summary>
internal sealed class SubjectConverter : JsonConverter<Subject>
{
    public override Subject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Subject.Parse(reader.GetString()) ?? throw new JsonException("This is no subject.");

    public override void Write(Utf8JsonWriter writer, Subject value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
