using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a member wants to be told of in a community, and how.</summary>
/// <param name="AfterOpening">What becomes of threads that the member opens.</param>
/// <param name="AfterReplying">What becomes of threads in which the member replies.</param>
/// <param name="Off">The <see cref="Reasons"/> for which the member is told nothing.</param>
/// <param name="Push">What is pushed to the member's devices.</param>
public sealed record InboxSettings(
    Level AfterOpening, Level AfterReplying, ImmutableArray<string> Off, Pushing Push = Pushing.Direct)
{
    /// <summary>Before the member said anything.</summary>
    public static InboxSettings Default { get; } = new(Level.Watching, Level.Tracking, []);

    [JsonIgnore]
    internal Refusal? Fault =>
        !Enum.IsDefined(AfterOpening) || !Enum.IsDefined(AfterReplying) ? Places.NoLevel
        : Off.IsDefault || !Off.All(reason => Reasons.All.Contains(reason)) || Off.Distinct().Count() < Off.Length
            ? new("reason.unknown", "There is no such reason.")
        : Off.Any(reason => Reasons.Owed.Contains(reason))
            ? new("reason.reserved", "What moderators decide about somebody reaches them in any case.")
        : !Enum.IsDefined(Push) ? new("push.unknown", "Nothing, what is meant for the member, or everything is pushed.")
        : null;

    /// <inheritdoc/>
    public bool Equals(InboxSettings? other) => other is not null && AfterOpening == other.AfterOpening
        && AfterReplying == other.AfterReplying && Push == other.Push && Off.SequenceEqual(other.Off);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AfterOpening, AfterReplying, Push, Off.Length);
}

/// <summary>Which notices are pushed to a member's devices, where these have subscribed.</summary>
public enum Pushing
{
    /// <summary>What is meant for the member: <see cref="Reasons.Direct"/>.</summary>
    Direct = 0,

    /// <summary>Every notice.</summary>
    All = 1,

    /// <summary>None.</summary>
    None = 2,
}
