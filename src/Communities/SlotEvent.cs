using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to slots of the calendar.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Opened), "slot.opened"), JsonDerivedType(typeof(Edited), "slot.edited")]
[JsonDerivedType(typeof(Planned), "slot.planned"), JsonDerivedType(typeof(Repeated), "slot.repeated")]
[JsonDerivedType(typeof(Submitted), "slot.submitted"), JsonDerivedType(typeof(Reviewed), "slot.reviewed")]
[JsonDerivedType(typeof(Returned), "slot.returned"), JsonDerivedType(typeof(Scheduled), "slot.scheduled")]
[JsonDerivedType(typeof(PollAsked), "slot.poll-asked"), JsonDerivedType(typeof(Published), "slot.published")]
[JsonDerivedType(typeof(Missed), "slot.missed"), JsonDerivedType(typeof(Cancelled), "slot.cancelled")]
public abstract record SlotEvent
{
    /// <summary>The slot stands in the calendar.</summary>
    /// <param name="Content">What it says.</param>
    /// <param name="Time">When it is to be published; null for an idea.</param>
    /// <param name="At">That moment.</param>
    /// <param name="Recurrence">What follows it.</param>
    /// <param name="Day">The day of its series that it stands for.</param>
    /// <param name="Occurrence">Which of its series it is, from 1.</param>
    /// <param name="IsScheduled">It is published by itself.</param>
    public sealed record Opened(
        SlotContent Content, SlotTime? Time = null, DateTimeOffset? At = null, Recurrence? Recurrence = null,
        DateOnly? Day = null, int Occurrence = 1,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsScheduled = false)
        : SlotEvent;

    /// <summary>It says something else; those that follow in its series, too, or what they said before.</summary>
    /// <param name="Content">What it says now.</param>
    /// <param name="Series">What those that follow say, where that is something else.</param>
    /// <param name="Before">The account that was its author, where it is another one now.</param>
    /// <param name="IsKept">It stays reviewed: nobody else is there to do it.</param>
    public sealed record Edited(
        SlotContent Content, SlotContent? Series = null, string? Before = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsKept = false) : SlotEvent;

    /// <summary>It is to be published then; without a time it is an idea.</summary>
    public sealed record Planned(SlotTime? Time, DateTimeOffset? At) : SlotEvent;

    /// <summary>It is one of a series, or no longer.</summary>
    public sealed record Repeated(Recurrence? Recurrence) : SlotEvent;

    /// <summary>Its author asks for a review.</summary>
    public sealed record Submitted(string Title) : SlotEvent;

    /// <summary>A manager finds it good.</summary>
    public sealed record Reviewed : SlotEvent;

    /// <summary>It is a draft again.</summary>
    public sealed record Returned(string Author, string Title, string? Note = null) : SlotEvent;

    /// <summary>It will be published at its time.</summary>
    public sealed record Scheduled : SlotEvent;

    /// <summary>Its time has come, and its poll is to be opened before its thread.</summary>
    public sealed record PollAsked(
        string Poll, string Author, string Question, SlotPoll Terms, DateTimeOffset? ClosesAt) : SlotEvent;

    /// <summary>It was published: this is the thread, and all that it says.</summary>
    /// <param name="Thread">The thread's id.</param>
    /// <param name="Content">What it says, its day and number written in.</param>
    /// <param name="Poll">The id of its poll.</param>
    /// <param name="LiveAt">When its interview is live.</param>
    /// <param name="Next">What follows in its series.</param>
    public sealed record Published(
        string Thread, SlotContent Content, string? Poll = null, DateTimeOffset? LiveAt = null, NextSlot? Next = null)
        : SlotEvent;

    /// <summary>Its time has come, and nobody had scheduled it.</summary>
    public sealed record Missed(string Author, string Title) : SlotEvent;

    /// <summary>It is out of the calendar.</summary>
    public sealed record Cancelled(string Author, string Title, NextSlot? Next = null) : SlotEvent;
}
