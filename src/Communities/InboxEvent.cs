using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to inboxes.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Opened), "inbox.opened"), JsonDerivedType(typeof(Closed), "inbox.closed")]
[JsonDerivedType(typeof(Notified), "inbox.notified"), JsonDerivedType(typeof(Seen), "inbox.seen")]
[JsonDerivedType(typeof(AllRead), "inbox.all-read"), JsonDerivedType(typeof(LevelSet), "inbox.level-set")]
[JsonDerivedType(typeof(Blocked), "inbox.blocked"), JsonDerivedType(typeof(Unblocked), "inbox.unblocked")]
[JsonDerivedType(typeof(Preferred), "inbox.preferred")]
public abstract record InboxEvent
{
    /// <summary>The member joined, or came back.</summary>
    public sealed record Opened : InboxEvent;

    /// <summary>The member left; whatever was not seen is gone.</summary>
    public sealed record Closed : InboxEvent;

    /// <summary>The member is told of this.</summary>
    /// <param name="Id">The notice's number in this inbox.</param>
    /// <param name="Notice">What, the latest where it stands for several.</param>
    /// <param name="Count">For how many it stands.</param>
    /// <param name="First">The number of the first of their posts.</param>
    /// <param name="Instead">The notice, not seen yet, whose place it takes.</param>
    public sealed record Notified(int Id, Notice Notice, int Count = 1, int? First = null, int? Instead = null)
        : InboxEvent;

    /// <summary>These notices have been seen.</summary>
    public sealed record Seen(ImmutableArray<int> Ids) : InboxEvent;

    /// <summary>Whatever was in the community counts as read.</summary>
    public sealed record AllRead : InboxEvent;

    /// <summary>The member wants to hear so much of this place.</summary>
    public sealed record LevelSet(string Place, Level Level) : InboxEvent;

    /// <summary>The member does not want to hear from this one.</summary>
    public sealed record Blocked(string Account) : InboxEvent;

    /// <summary>The block is over.</summary>
    public sealed record Unblocked(string Account) : InboxEvent;

    /// <summary>The member wants to be told of this, and so.</summary>
    public sealed record Preferred(InboxSettings Settings) : InboxEvent;
}
