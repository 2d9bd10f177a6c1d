using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to groups.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Founded), "group.founded"), JsonDerivedType(typeof(Changed), "group.changed")]
[JsonDerivedType(typeof(Dissolved), "group.dissolved"), JsonDerivedType(typeof(Joined), "group.joined")]
[JsonDerivedType(typeof(Left), "group.left"), JsonDerivedType(typeof(Asked), "group.asked")]
[JsonDerivedType(typeof(OwnerSet), "group.owner-set"), JsonDerivedType(typeof(Called), "group.called")]
public abstract record GroupEvent
{
    /// <summary>The group was founded.</summary>
    public sealed record Founded(string Title, string? Description, GroupAccess Access, GroupCallers Callers)
        : GroupEvent;

    /// <summary>It is called this now, says this, and may be joined and called so.</summary>
    public sealed record Changed(string Title, string? Description, GroupAccess Access, GroupCallers Callers)
        : GroupEvent;

    /// <summary>There is no such group any more.</summary>
    public sealed record Dissolved : GroupEvent;

    /// <summary>This account is in it.</summary>
    public sealed record Joined(string Account) : GroupEvent;

    /// <summary>This account is no longer in it, or no longer asks to be.</summary>
    public sealed record Left(string Account) : GroupEvent;

    /// <summary>This account asks to be in it, which its owners are told.</summary>
    public sealed record Asked(string Account, ImmutableArray<string> To) : GroupEvent;

    /// <summary>This account looks after it, or no longer.</summary>
    public sealed record OwnerSet(string Account, bool IsOwner) : GroupEvent;

    /// <summary>A post called its name, which these are told.</summary>
    public sealed record Called(
        string Thread, int Number, string By, ImmutableArray<string> To, DateTimeOffset At) : GroupEvent;
}
