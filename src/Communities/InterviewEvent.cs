using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to interviews.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Announced), "interview.announced"), JsonDerivedType(typeof(Changed), "interview.changed")]
[JsonDerivedType(typeof(Reminded), "interview.reminded"), JsonDerivedType(typeof(Begun), "interview.begun")]
[JsonDerivedType(typeof(Ended), "interview.ended"), JsonDerivedType(typeof(Closed), "interview.closed")]
[JsonDerivedType(typeof(Cancelled), "interview.cancelled")]
public abstract record InterviewEvent
{
    /// <summary>Its thread is open, and takes questions.</summary>
    public sealed record Announced(
        string Host, ImmutableArray<string> Guests, DateTimeOffset LiveAt, DateTimeOffset EndsAt) : InterviewEvent;

    /// <summary>It has these guests and times now, of which these guests are told.</summary>
    public sealed record Changed(
        ImmutableArray<string> Guests, DateTimeOffset LiveAt, DateTimeOffset EndsAt, ImmutableArray<string> To)
        : InterviewEvent;

    /// <summary>Those who take part are reminded.</summary>
    public sealed record Reminded(ImmutableArray<string> To) : InterviewEvent;

    /// <summary>Guests answer, until then.</summary>
    public sealed record Begun(DateTimeOffset EndsAt) : InterviewEvent;

    /// <summary>The time for answers is over; its host is to sum it up.</summary>
    public sealed record Ended(string Host) : InterviewEvent;

    /// <summary>This post sums it up.</summary>
    public sealed record Closed(int Summary) : InterviewEvent;

    /// <summary>It does not take place, of which these guests are told.</summary>
    public sealed record Cancelled(ImmutableArray<string> To) : InterviewEvent;
}
