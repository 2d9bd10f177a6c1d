using System.Text.Json;
using Communities.Exchange.Html;

namespace Communities.Exchange;

/// <summary>A line that is no record: its number and why.</summary>
internal sealed record BadLine(long Number, string Reason);

/// <summary>What came of some lines.</summary>
internal sealed class ParsedBatch
{
    public List<(Record Record, long Line)> Records { get; } = [];

    public List<BadLine> Bad { get; } = [];

    /// <summary>Keys that nothing here knows, and how often.</summary>
    public Dictionary<string, int> UnknownKeys { get; } = [];
}

/// <summary>Reads lines of JSON as records, their HTML as Markdown.</summary>
internal static class RecordReader
{
    /// <summary>Records are flat, and events nearly so.</summary>
    private const int DepthMax = 16;

    /// <summary>More tags than this are no tags.</summary>
    private const int TagsMax = 100;

    /// <summary>An unknown key is shown this long.</summary>
    private const int KeyShown = 40;

    private static readonly JsonReaderOptions _strict = new() { MaxDepth = DepthMax };

    // Before it nothing was written online; thread ids count from there.
    private static readonly DateTimeOffset _first = DateTimeOffset.UnixEpoch;

    /// <summary>Reads all lines of a batch.</summary>
    /// <param name="batch">The lines.</param>
    /// <param name="latest">Nothing has happened after this.</param>
    public static ParsedBatch Read(LineBatch batch, DateTimeOffset latest)
    {
        var parsed = new ParsedBatch();
        foreach (var number in batch.TooLong) parsed.Bad.Add(new(number, "It is longer than a line may be."));
        foreach (var (start, length, number) in batch.Lines)
        {
            try
            {
                var record = Read(batch.Bytes.AsSpan(start, length), parsed.UnknownKeys) with { Line = number };
                if (Fault(record, latest) is { } fault) parsed.Bad.Add(new(number, fault));
                else parsed.Records.Add((record, number));
            }
            catch (JsonException e)
            {
                parsed.Bad.Add(new(number, Shortened(e)));
            }
            catch (InvalidOperationException)
            {
                parsed.Bad.Add(new(number, "It holds bytes that are no UTF-8, or half a character."));
            }
        }

        return parsed;
    }

    private static string? Fault(Record record, DateTimeOffset latest) =>
        record.Kind.Length == 0 ? "It has no kind."
        : record.Id.Length is 0 or > Names.IdMax ? $"Its id is missing or longer than {Names.IdMax} characters."
        : record.Time < _first || record.Time > latest ? "Its time is missing, before 1970 or in the future."
        : record.Fact is null && (Facts.Has(record.Kind) || Facts.EventOf(record.Kind) is not null) ? "It has no data."
        : null;

    private static Record Read(ReadOnlySpan<byte> line, Dictionary<string, int> unknown)
    {
        var json = new Utf8JsonReader(line, _strict);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            throw new JsonException("It is no JSON object.");
        string? kind = null, id = null, thread = null, parent = null, author = null;
        string? title = null, text = null, format = null,
            category = null, brings = null, follows = null, renews = null;
        DateTimeOffset time = default;
        DateTimeOffset? greetBy = null;
        List<string>? tags = null;
        int? score = null;
        ReadOnlySpan<byte> data = default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("kind"u8)) kind = String(ref json, "kind");
            else if (json.ValueTextEquals("id"u8)) id = String(ref json, "id");
            else if (json.ValueTextEquals("thread"u8)) thread = String(ref json, "thread");
            else if (json.ValueTextEquals("parent"u8)) parent = String(ref json, "parent");
            else if (json.ValueTextEquals("author"u8)) author = String(ref json, "author");
            else if (json.ValueTextEquals("time"u8)) time = Time(ref json);
            else if (json.ValueTextEquals("title"u8)) title = String(ref json, "title");
            else if (json.ValueTextEquals("text"u8)) text = String(ref json, "text");
            else if (json.ValueTextEquals("format"u8)) format = String(ref json, "format");
            else if (json.ValueTextEquals("tags"u8)) tags = Tags(ref json);
            else if (json.ValueTextEquals("category"u8)) category = String(ref json, "category");
            else if (json.ValueTextEquals("poll"u8)) brings = String(ref json, "poll");
            else if (json.ValueTextEquals("greetBy"u8)) greetBy = Time(ref json);
            else if (json.ValueTextEquals("follows"u8)) follows = String(ref json, "follows");
            else if (json.ValueTextEquals("renews"u8)) renews = String(ref json, "renews");
            else if (json.ValueTextEquals("score"u8)) score = Score(ref json);
            else if (json.ValueTextEquals("data"u8)) data = line[Raw(ref json)];
            else Unknown(ref json, unknown);
        }

        while (json.Read()) { } // Anything behind the object is an error, and said so.
        kind ??= "";
        return new Record
        {
            Kind = kind,
            Id = id ?? "",
            Thread = thread,
            Parent = parent,
            Author = author,
            Time = time,
            Title = title,
            Text = format == "html" && text is not null ? HtmlToMarkdown.Convert(text) : text,
            Format = format,
            Tags = tags ?? [],
            Category = category,
            Brings = brings,
            GreetBy = greetBy,
            Follows = follows,
            Renews = renews,
            Score = score,
            Fact = data.IsEmpty ? null : Fact(kind, data),
        };
    }

    private static object? Fact(string kind, ReadOnlySpan<byte> data) =>
        Facts.Has(kind) ? Facts.Decode(kind, data)
        : kind == Record.Community ? Facts.Decode("community.founded", data)
        : kind == Record.Member ? Facts.Decode("member.joined", data)
        : Facts.EventOf(kind) is { } name ? Facts.Decode(name, data)
        : null;

    private static string? String(ref Utf8JsonReader json, string key)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => json.GetString(),
            _ => throw new JsonException($"Its {key} is not a text."),
        };
    }

    private static DateTimeOffset Time(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.String || !json.TryGetDateTimeOffset(out var time))
            throw new JsonException("Its time is not one like 2026-03-02T09:00:00.000Z.");
        return new DateTimeOffset(
            time.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }

    private static List<string>? Tags(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null) return null;
        if (json.TokenType != JsonTokenType.StartArray) throw new JsonException("Its tags are not a list.");
        List<string>? tags = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.String) throw new JsonException("Its tags are not all texts.");
            tags ??= [];
            if (tags.Count == TagsMax) throw new JsonException($"It has more than {TagsMax} tags.");
            tags.Add(json.GetString()!);
        }

        return tags;
    }

    private static int? Score(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.Number when json.TryGetInt32(out var score) => score,
            _ => throw new JsonException("Its score is not a whole number."),
        };
    }

    private static Range Raw(ref Utf8JsonReader json)
    {
        json.Read();
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return json.TokenType == JsonTokenType.Null ? ..0 : start..(int)json.BytesConsumed;
    }

    private static void Unknown(ref Utf8JsonReader json, Dictionary<string, int> unknown)
    {
        var key = Text.CleanLine(json.GetString(), KeyShown);
        unknown[key] = unknown.GetValueOrDefault(key) + 1;
        json.Read();
        json.Skip();
    }

    private static string Shortened(JsonException e) =>
        e.BytePositionInLine is { } at ? $"It is not JSON, at byte {at + 1}." : e.Message;
}
