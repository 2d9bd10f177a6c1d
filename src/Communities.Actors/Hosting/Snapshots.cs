using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Communities.Actors.Hosting;

/// <summary>A state as kept, and what an actor remembers beside it.</summary>
internal sealed record Kept<TActor>(TActor State, long Version, CommandIds? Ids, ReactorMarks? Marks);

/// <summary>A state to be kept, taken in a turn, written out of it: it is a value, so nobody has to wait.</summary>
internal sealed class PendingSnapshot<TActor, TCommand, TEvent>(
    HostedKind<TActor, TCommand, TEvent> kind,
    ActorId actor,
    Kept<TActor> kept,
    IReadOnlyList<(uint Hash, CommandMark Mark)> ids,
    IReadOnlyList<(string Reactor, ReactorMark Mark)> marks) : IPendingSnapshot
    where TActor : class, IActor<TActor, TCommand, TEvent>
    where TCommand : class, ICommand<TActor>
    where TEvent : class
{
    public ActorSnapshot Write(ArrayBufferWriter<byte> buffer)
    {
        var start = buffer.WrittenCount;
        SnapshotJson.Write(buffer, kept.State, kind.StateJson, ids, marks);
        return new(actor, kept.Version, kind.Format, buffer.WrittenMemory[start..]);
    }
}

/// <summary>
/// The JSON of a snapshot: <c>{"ids":[[hash,last,count]…],"marks":{"reactor":"position.index"…},"state":…}</c>.
/// </summary>
internal static class SnapshotJson
{
    public static void Write<TActor>(
        IBufferWriter<byte> buffer,
        TActor state,
        JsonTypeInfo<TActor> type,
        IReadOnlyList<(uint Hash, CommandMark Mark)> ids,
        IReadOnlyList<(string Reactor, ReactorMark Mark)> marks)
    {
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteStartArray("ids"u8);
        foreach (var (hash, mark) in ids)
        {
            writer.WriteNumberValue(hash);
            writer.WriteNumberValue(mark.Last);
            writer.WriteNumberValue(mark.Count);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("marks"u8);
        foreach (var (reactor, mark) in marks)
        {
            writer.WriteString(reactor, mark.ToString());
        }

        writer.WriteEndObject();
        writer.WritePropertyName("state"u8);
        JsonSerializer.Serialize(writer, state, type);
        writer.WriteEndObject();
    }

    /// <exception cref="JsonException">It is not what was written.</exception>
    public static Kept<TActor> Read<TActor>(ReadOnlySpan<byte> json, long version, JsonTypeInfo<TActor> type)
    {
        var reader = new Utf8JsonReader(json);
        CommandIds? ids = null;
        ReactorMarks? marks = null;
        Skip(ref reader, JsonTokenType.StartObject);
        Skip(ref reader, JsonTokenType.PropertyName);
        Skip(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            var hash = reader.GetUInt32();
            Skip(ref reader, JsonTokenType.Number);
            var last = reader.GetInt64();
            Skip(ref reader, JsonTokenType.Number);
            (ids ??= new()).Add(hash, new CommandMark(last, reader.GetInt32()));
        }

        Skip(ref reader, JsonTokenType.PropertyName);
        Skip(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var reactor = reader.GetString()!;
            Skip(ref reader, JsonTokenType.String);
            if (!ReactorMark.TryParse(reader.GetString(), out var mark))
            {
                throw new JsonException($"'{reader.GetString()}' is no mark of a reactor.");
            }

            (marks ??= new()).Take(reactor, mark);
        }

        Skip(ref reader, JsonTokenType.PropertyName);
        var state = JsonSerializer.Deserialize(ref reader, type)
            ?? throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"The state of {version} is null."));
        return new(state, version, ids, marks);
    }

    private static void Skip(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (!reader.Read() || reader.TokenType != expected)
        {
            throw new JsonException($"A snapshot has {expected} where this has {reader.TokenType}.");
        }
    }
}
