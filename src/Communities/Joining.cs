using System.Text.Json.Serialization;

namespace Communities;

/// <summary>How a community takes new members.</summary>
public enum Joining
{
    /// <summary>Whoever wants to.</summary>
    Open = 0,

    /// <summary>Who asks, and is let in by a moderator.</summary>
    Request = 1,

    /// <summary>Who has an invitation, or is brought in by a manager.</summary>
    Invitation = 2,
}

/// <summary>A request to join, while nobody has decided on it, or after it was declined.</summary>
/// <param name="Name">What the person wants to be called there.</param>
/// <param name="DeclinedAt">When it was declined; null while it waits.</param>
public sealed record JoinRequest(string Name, DateTimeOffset? DeclinedAt = null)
{
    /// <summary>The longest answer to a community's question, in characters: a page of a letter.</summary>
    public const int AnswerMax = 2_000;

    /// <summary>Who was declined may ask again after this: long enough to think, too long to pester.</summary>
    public static readonly TimeSpan AgainAfter = TimeSpan.FromDays(7);

    /// <summary>True while nobody has decided on it.</summary>
    [JsonIgnore]
    public bool IsWaiting => DeclinedAt is null;
}
