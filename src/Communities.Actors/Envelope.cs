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
    /// <summary>Who did it, and when.</summary>
    public Moment Moment => new(By, At);
}
