using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a conversation can be asked, by who takes part in it.</summary>
[JsonDerivedType(typeof(Start), "start"), JsonDerivedType(typeof(Send), "send")]
[JsonDerivedType(typeof(MarkRead), "mark-read"), JsonDerivedType(typeof(Add), "add")]
[JsonDerivedType(typeof(Rename), "rename"), JsonDerivedType(typeof(Mute), "mute")]
[JsonDerivedType(typeof(Unmute), "unmute"), JsonDerivedType(typeof(Leave), "leave")]
public abstract record ConversationCommand : ICommand<Conversation>
{
    /// <summary>Begins it with a first message, in Markdown, to these accounts.</summary>
    public sealed record Start(string Subject, string Text, ImmutableArray<string> With) : ConversationCommand;

    /// <summary>Writes a message, in Markdown.</summary>
    public sealed record Send(string Text) : ConversationCommand;

    /// <summary>Has read up to this message.</summary>
    public sealed record MarkRead(int Number) : ConversationCommand;

    /// <summary>Brings another member in, who reads it from the beginning.</summary>
    public sealed record Add(string Account) : ConversationCommand;

    /// <summary>Gives it another subject.</summary>
    public sealed record Rename(string Subject) : ConversationCommand;

    /// <summary>Wants to be told of no new messages.</summary>
    public sealed record Mute : ConversationCommand;

    /// <summary>Wants to be told again.</summary>
    public sealed record Unmute : ConversationCommand;

    /// <summary>Takes part no more.</summary>
    public sealed record Leave : ConversationCommand;
}
