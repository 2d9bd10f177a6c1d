using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a group can be asked.</summary>
[JsonDerivedType(typeof(Found), "found"), JsonDerivedType(typeof(Change), "change")]
[JsonDerivedType(typeof(Dissolve), "dissolve"), JsonDerivedType(typeof(Join), "join")]
[JsonDerivedType(typeof(Leave), "leave"), JsonDerivedType(typeof(Add), "add")]
[JsonDerivedType(typeof(Remove), "remove"), JsonDerivedType(typeof(SetOwner), "set-owner")]
[JsonDerivedType(typeof(Call), "call")]
public abstract record GroupCommand : ICommand<Group>
{
    /// <summary>Founds the group; who asks is its first owner.</summary>
    public sealed record Found(string Title, string? Description, GroupAccess Access, GroupCallers Callers)
        : GroupCommand;

    /// <summary>Changes what it is called, what it says of itself, and who may come and call.</summary>
    public sealed record Change(string Title, string? Description, GroupAccess Access, GroupCallers Callers)
        : GroupCommand;

    /// <summary>Ends the group; its name is free again.</summary>
    public sealed record Dissolve : GroupCommand;

    /// <summary>Comes into it, or asks to.</summary>
    public sealed record Join : GroupCommand;

    /// <summary>Goes out of it, or asks no longer.</summary>
    public sealed record Leave : GroupCommand;

    /// <summary>Brings a member in, or lets in who asked.</summary>
    public sealed record Add(string Account) : GroupCommand;

    /// <summary>Takes a member out, or does not let in who asked.</summary>
    public sealed record Remove(string Account) : GroupCommand;

    /// <summary>Lets a member look after it, or no longer.</summary>
    public sealed record SetOwner(string Account, bool IsOwner) : GroupCommand;

    /// <summary>The program only: a post calls its name.</summary>
    public sealed record Call(string Thread, int Number, string By, DateTimeOffset At) : GroupCommand;
}
