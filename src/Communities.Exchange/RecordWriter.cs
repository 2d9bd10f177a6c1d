using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Communities.Exchange;

/// <summary>Writes records as lines of JSON, every key in the same order.</summary>
internal static class RecordWriter
{
    private static readonly JsonWriterOptions _readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The record as one line, its line break included.</summary>
    public static byte[] Write(Record record)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, _readable))
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, record.Kind);
            json.WriteString("id"u8, record.Id);
            json.WriteString("thread"u8, record.Thread);
            json.WriteString("parent"u8, record.Parent);
            json.WriteString("author"u8, record.Author);
            json.WriteString("time"u8, Moment(record.Time));
            json.WriteString("title"u8, record.Title);
            json.WriteString("text"u8, record.Text);
            json.WriteString("format"u8, record.Format);
            json.WriteStartArray("tags"u8);
            foreach (var tag in record.Tags) json.WriteStringValue(tag);
            json.WriteEndArray();
            if (record.Score is { } score) json.WriteNumber("score"u8, score);
            else json.WriteNull("score"u8);
            if (record.Category is not null) json.WriteString("category"u8, record.Category);
            if (record.Brings is not null) json.WriteString("poll"u8, record.Brings);
            if (record.GreetBy is { } greetBy) json.WriteString("greetBy"u8, Moment(greetBy));
            if (record.Follows is not null) json.WriteString("follows"u8, record.Follows);
            if (record.Renews is not null) json.WriteString("renews"u8, record.Renews);
            if (record.Fact is { } fact)
            {
                json.WritePropertyName("data"u8);
                json.WriteRawValue(Facts.Encode(fact), skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null);
}
