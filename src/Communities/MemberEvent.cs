using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What happens to members.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Joined), "member.joined"), JsonDerivedType(typeof(Left), "member.left")]
[JsonDerivedType(typeof(Described), "member.described"), JsonDerivedType(typeof(Appointed), "member.appointed")]
[JsonDerivedType(typeof(Visited), "member.visited"), JsonDerivedType(typeof(Tallied), "member.tallied")]
[JsonDerivedType(typeof(Applied), "member.applied"), JsonDerivedType(typeof(Withdrawn), "member.withdrawn")]
[JsonDerivedType(typeof(Declined), "member.declined"), JsonDerivedType(typeof(Trusted), "member.trusted")]
[JsonDerivedType(typeof(Reviewed), "member.reviewed"), JsonDerivedType(typeof(Invited), "member.invited")]
[JsonDerivedType(typeof(Portrayed), "member.portrayed")]
public abstract partial record MemberEvent
{
    /// <summary>
    /// The member joined, or came back; perhaps by somebody's invitation, with a trust level, or with a file that says
    /// what came of all that the member did until a time.
    /// </summary>
    public sealed record Joined(
        string Name,
        Role Role,
        string? InvitedBy = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Trust = 0,
        DateTimeOffset? CopiedUntil = null) : MemberEvent;

    /// <summary>The member is shown with this picture, an upload's id, and no longer with the one before.</summary>
    public sealed record Portrayed(string? Face, string? Before = null) : MemberEvent;

    /// <summary>Somebody asks to be let in, and answers the community's question.</summary>
    public sealed record Applied(string Name, string Answer) : MemberEvent;

    /// <summary>Who asked takes the request back.</summary>
    public sealed record Withdrawn : MemberEvent;

    /// <summary>Who asked is not let in.</summary>
    public sealed record Declined(string Reason) : MemberEvent;

    /// <summary>The member has this trust level after that one; locked: whatever the member does.</summary>
    public sealed record Trusted(int Level, int Before, bool IsLocked = false) : MemberEvent;

    /// <summary>The member invites so many by a link; see <see cref="Invitation"/>.</summary>
    public sealed record Invited(string Id, int Uses, DateTimeOffset Until, string? Note, string Sealed) : MemberEvent;

    /// <summary>The trust level holds until then at least.</summary>
    public sealed record Reviewed(DateTimeOffset Next) : MemberEvent;

    /// <summary>The member left.</summary>
    public sealed record Left : MemberEvent;

    /// <summary>The member is called this, and says this about themselves, in Markdown.</summary>
    public sealed record Described(
        string Name, string Biography, string? Location = null, string? Pronouns = null,
        ImmutableArray<string>? Links = null) : MemberEvent;

    /// <summary>The member has this role.</summary>
    public sealed record Appointed(Role Role) : MemberEvent;

    /// <summary>The member was here on a day that had not counted yet.</summary>
    public sealed record Visited : MemberEvent;

    /// <summary>Threads counted this for the member.</summary>
    public sealed record Tallied(MemberTotals Totals, ImmutableArray<int> Days) : MemberEvent;
}
