using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Communities.Actors;

namespace Communities.Archive;

/// <summary>An envelope as one line of a segment: a JSON object with the event's own JSON verbatim in it.</summary>
internal static class EnvelopeLine
{
    private static readonly SearchValues<byte> _lineBreaks = SearchValues.Create("\r\n"u8);
    private static readonly JsonEncodedText _position = JsonEncodedText.Encode("position");
    private static readonly JsonEncodedText _kind = JsonEncodedText.Encode("kind");
    private static readonly JsonEncodedText _key = JsonEncodedText.Encode("key");
    private static readonly JsonEncodedText _version = JsonEncodedText.Encode("version");
    private static readonly JsonEncodedText _name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText _at = JsonEncodedText.Encode("at");
    private static readonly JsonEncodedText _by = JsonEncodedText.Encode("by");
    private static readonly JsonEncodedText _command = JsonEncodedText.Encode("command");
    private static readonly JsonEncodedText _event = JsonEncodedText.Encode("event");

    /// <summary>A writer of lines. Names stay readable: nothing here is ever put into a page.</summary>
    public static Utf8JsonWriter Writer(IBufferWriter<byte> to) =>
        new(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Writes one line, its end included.</summary>
    /// <exception cref="InvalidDataException">The journal holds an event that no line can hold.</exception>
    public static void Write(Utf8JsonWriter writer, IBufferWriter<byte> to, Envelope envelope)
    {
        var json = envelope.Json.Span;
        if (json.Length > ArchiveFormat.LineBytesMax / 2 || json.ContainsAny(_lineBreaks))
            throw new InvalidDataException(
                $"The event at position {envelope.Position} is too long for the archive, or has line breaks in it.");

        Span<byte> at = stackalloc byte[33];
        envelope.At.UtcDateTime.TryFormat(at, out _, "O");
        at[23] = (byte)'Z'; // 2026-11-22T07:41:04.123Z: whole milliseconds, as an envelope has them.

        writer.Reset(to);
        writer.WriteStartObject();
        writer.WriteNumber(_position, envelope.Position);
        writer.WriteString(_kind, envelope.Actor.Kind);
        writer.WriteString(_key, envelope.Actor.Key);
        writer.WriteNumber(_version, envelope.Version);
        writer.WriteString(_name, envelope.Name);
        writer.WriteString(_at, at[..24]);
        writer.WriteString(_by, envelope.By);
        if (envelope.CommandId is { } command)
            writer.WriteString(_command, command);
        writer.WritePropertyName(_event);
        try
        {
            writer.WriteRawValue(json);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"The event at position {envelope.Position} is not JSON.", e);
        }

        writer.WriteEndObject();
        writer.Flush();
        to.Write("\n"u8);
    }

    /// <summary>The envelope of one line without its end.</summary>
    /// <exception cref="JsonException">It is not such a line.</exception>
    public static Envelope Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
            var position = Number(ref reader, _position);
            var kind = Text(ref reader, _kind);
            var key = Text(ref reader, _key);
            var version = Number(ref reader, _version);
            var name = Text(ref reader, _name);
            Move(ref reader, _at);
            var at = reader.GetDateTimeOffset();
            var by = Text(ref reader, _by);
            Expect(reader.Read() && reader.TokenType == JsonTokenType.PropertyName);
            string? command = null;
            if (reader.ValueTextEquals(_command.EncodedUtf8Bytes))
            {
                reader.Read();
                command = reader.GetString();
                Expect(reader.Read() && reader.TokenType == JsonTokenType.PropertyName);
            }

            Expect(reader.ValueTextEquals(_event.EncodedUtf8Bytes) && reader.Read());
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var json = line[start..(int)reader.BytesConsumed].ToArray();
            Expect(reader.Read() && reader.TokenType == JsonTokenType.EndObject && !reader.Read());
            return new Envelope(position, new ActorId(kind, key), version, name, at, by, command, json);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new JsonException("A value is not of its type.", e);
        }
    }

    private static void Move(ref Utf8JsonReader reader, JsonEncodedText name)
    {
        Expect(reader.Read() && reader.TokenType == JsonTokenType.PropertyName);
        Expect(reader.ValueTextEquals(name.EncodedUtf8Bytes) && reader.Read());
    }

    private static long Number(ref Utf8JsonReader reader, JsonEncodedText name)
    {
        Move(ref reader, name);
        return reader.GetInt64();
    }

    private static string Text(ref Utf8JsonReader reader, JsonEncodedText name)
    {
        Move(ref reader, name);
        return reader.GetString() ?? throw new JsonException($"{name} is null.");
    }

    private static void Expect(bool so)
    {
        if (!so)
            throw new JsonException("The fields of an event are not those of this format.");
    }
}
