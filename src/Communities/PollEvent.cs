using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to polls.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// Whose ballot it is stands in the envelope; secret ones are kept from readers by the views.
/// </remarks>
[JsonDerivedType(typeof(Opened), "poll.opened"), JsonDerivedType(typeof(Attached), "poll.attached")]
[JsonDerivedType(typeof(Voted), "poll.voted"), JsonDerivedType(typeof(Withdrawn), "poll.withdrawn")]
[JsonDerivedType(typeof(Closed), "poll.closed"), JsonDerivedType(typeof(Reopened), "poll.reopened")]
public abstract record PollEvent
{
    /// <summary>The poll was opened; nobody sees it yet.</summary>
    public sealed record Opened(
        string Question, ImmutableArray<string> Options, PollTerms Terms, DateTimeOffset? ClosesAt = null) : PollEvent;

    /// <summary>The poll stands with this post.</summary>
    public sealed record Attached(string Thread, int Number) : PollEvent;

    /// <summary>A ballot was given, perhaps in place of one before, to a poll in this thread.</summary>
    public sealed record Voted(
        ImmutableArray<int> Choices, ImmutableArray<int>? Before = null, string? Thread = null) : PollEvent;

    /// <summary>This ballot was taken back.</summary>
    public sealed record Withdrawn(ImmutableArray<int> Before, string? Thread = null) : PollEvent;

    /// <summary>The poll has ended, and these are told.</summary>
    public sealed record Closed(string? Thread, int Number, ImmutableArray<string> To) : PollEvent;

    /// <summary>The poll takes ballots again.</summary>
    public sealed record Reopened(string? Thread = null) : PollEvent;
}
