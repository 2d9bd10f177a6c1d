using Communities.Actors.Hosting;

namespace Communities.Actors;

/// <summary>Which actor: its kind and its key.</summary>
/// <param name="Kind">As in <see cref="IActor.Kind"/>.</param>
/// <param name="Key">
/// <c>devs</c>, <c>devs/alice</c>, <c>devs/01k…</c>: all keys of a community share its slug as first part.
/// </param>
public readonly record struct ActorId(string Kind, string Key)
{
    /// <summary>The longest key an engine takes, in characters; a longer one is a caller's mistake.</summary>
    public const int KeyMax = 128;

    /// <summary>The first part of the key: what is archived, exported, moved or erased as a whole.</summary>
    public string Prefix => PrefixOf(Key);

    /// <summary>The first part of this key.</summary>
    public static string PrefixOf(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? key : key[..slash];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}:{Key}";
}

/// <summary>One event as the journal, the wire and the archive hold it.</summary>
/// <param name="Position">
/// Place in its feed, as <see cref="Partitions"/> count; 0 before it is appended.
/// </param>
/// <param name="Actor">Whose event it is.</param>
/// <param name="Version">Place in the history of that actor, from 1 without gaps.</param>
/// <param name="Name">Stable event name: <c>thread.replied</c>.</param>
/// <param name="At">When it happened, UTC, whole milliseconds. An import keeps the original time.</param>
/// <param name="By">The account that did it; empty when nobody in particular did.</param>
/// <param name="CommandId">The id of the command that caused it, where it had one.</param>
/// <param name="Json">The event's own fields as UTF-8 JSON.</param>
public sealed record Envelope(
    long Position,
    ActorId Actor,
    long Version,
    string Name,
    DateTimeOffset At,
    string By,
    string? CommandId,
    ReadOnlyMemory<byte> Json)
{
    private Memory _decoded;

    /// <summary>The event's own fields as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Json
    {
        get;
        init => (field, _decoded) = (value, default);
    } = Json;

    /// <summary>Who did it, and when.</summary>
    public Moment Moment => new(By, At);

    /// <summary>True for what an import tells, since it happened elsewhere, and for what follows from that.</summary>
    public bool IsRetold => CommandId is { } id && (id.StartsWith(Call.RetellingPrefix, StringComparison.Ordinal)
        || (id.StartsWith(EngineIds.Mark) && id.EndsWith(Call.RetoldMark, StringComparison.Ordinal)));

    /// <summary>What happened, decoded once for all that follow the feed in this process.</summary>
    /// <param name="events">The events of its kind of actor.</param>
    /// <exception cref="System.Text.Json.JsonException">A newer version wrote it, or it is damaged.</exception>
    public object Decoded(Codec events) => _decoded.Happened ??= events.Decode(Name, Json.Span);

    // Two envelopes that say the same are equal, whoever has looked into one of them.
    private struct Memory : IEquatable<Memory>
    {
        public object? Happened;

        public readonly bool Equals(Memory other) => true;

        public override readonly bool Equals(object? obj) => obj is Memory;

        public override readonly int GetHashCode() => 0;
    }
}
