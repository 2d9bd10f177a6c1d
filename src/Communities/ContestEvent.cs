using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to contests.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// Whose entry or ballot it is stands in the envelope; the views keep ballots from readers.
/// </remarks>
[JsonDerivedType(typeof(Opened), "contest.opened"), JsonDerivedType(typeof(Entered), "contest.entered")]
[JsonDerivedType(typeof(Withdrawn), "contest.withdrawn"), JsonDerivedType(typeof(Vanished), "contest.vanished")]
[JsonDerivedType(typeof(Reappeared), "contest.reappeared"), JsonDerivedType(typeof(Postponed), "contest.postponed")]
[JsonDerivedType(typeof(VotingBegan), "contest.voting-began"), JsonDerivedType(typeof(Voted), "contest.voted")]
[JsonDerivedType(typeof(Closed), "contest.closed"), JsonDerivedType(typeof(Cancelled), "contest.cancelled")]
public abstract record ContestEvent
{
    /// <summary>The contest was opened; its thread follows.</summary>
    public sealed record Opened(
        string Title, string Rules, string? Category, ContestTerms Terms, ImmutableArray<string> Jury, string Words)
        : ContestEvent;

    /// <summary>This post is an entry.</summary>
    public sealed record Entered(int Number) : ContestEvent;

    /// <summary>This entry, of that member, was taken back.</summary>
    public sealed record Withdrawn(int Number, string Author) : ContestEvent;

    /// <summary>Readers do not see this entry any more.</summary>
    public sealed record Vanished(int Number) : ContestEvent;

    /// <summary>Readers see this entry again.</summary>
    public sealed record Reappeared(int Number) : ContestEvent;

    /// <summary>One enters and votes until then.</summary>
    public sealed record Postponed(
        DateTimeOffset EntriesUntil, DateTimeOffset VotingUntil,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsVoting = false)
        : ContestEvent;

    /// <summary>Entries are closed, one votes until then, and these are told.</summary>
    public sealed record VotingBegan(DateTimeOffset Until, ImmutableArray<string> To) : ContestEvent;

    /// <summary>Somebody voted for these entries.</summary>
    public sealed record Voted(ImmutableArray<int> Entries) : ContestEvent;

    /// <summary>These are the results, these are told, and a post tells all, in this name and words.</summary>
    public sealed record Closed(
        ImmutableArray<ContestResult> Results, ImmutableArray<string> To, string Organiser, string Words,
        string? Badge = null) : ContestEvent;

    /// <summary>It was called off, and these are told.</summary>
    public sealed record Cancelled(string Reason, ImmutableArray<string> To) : ContestEvent;
}
