using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to conversations.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// Who wrote, read, left … stands in the envelope.
/// </remarks>
[JsonDerivedType(typeof(Started), "conversation.started"), JsonDerivedType(typeof(Messaged), "conversation.messaged")]
[JsonDerivedType(typeof(Read), "conversation.read"), JsonDerivedType(typeof(Added), "conversation.added")]
[JsonDerivedType(typeof(Renamed), "conversation.renamed"), JsonDerivedType(typeof(Muted), "conversation.muted")]
[JsonDerivedType(typeof(Unmuted), "conversation.unmuted"), JsonDerivedType(typeof(Left), "conversation.left")]
public abstract record ConversationEvent
{
    /// <summary>Somebody began it with these others.</summary>
    public sealed record Started(string Subject, ImmutableArray<string> With) : ConversationEvent;

    /// <summary>A message was written, and these are told of it.</summary>
    public sealed record Messaged(int Number, string Text, ImmutableArray<string> To) : ConversationEvent;

    /// <summary>A participant has read up to this message.</summary>
    public sealed record Read(int Number) : ConversationEvent;

    /// <summary>Somebody was brought in.</summary>
    public sealed record Added(string Account) : ConversationEvent;

    /// <summary>It has another subject.</summary>
    public sealed record Renamed(string Subject) : ConversationEvent;

    /// <summary>A participant wants to be told of no new messages.</summary>
    public sealed record Muted : ConversationEvent;

    /// <summary>A participant wants to be told again.</summary>
    public sealed record Unmuted : ConversationEvent;

    /// <summary>A participant left.</summary>
    public sealed record Left : ConversationEvent;
}
