using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a slot of the calendar can be asked.</summary>
[JsonDerivedType(typeof(Open), "open"), JsonDerivedType(typeof(Edit), "edit")]
[JsonDerivedType(typeof(Plan), "plan"), JsonDerivedType(typeof(Repeat), "repeat")]
[JsonDerivedType(typeof(Submit), "submit"), JsonDerivedType(typeof(Review), "review")]
[JsonDerivedType(typeof(Return), "return"), JsonDerivedType(typeof(Schedule), "schedule")]
[JsonDerivedType(typeof(Publish), "publish"), JsonDerivedType(typeof(Cancel), "cancel")]
[JsonDerivedType(typeof(Due), "due"), JsonDerivedType(typeof(Bring), "bring")]
[JsonDerivedType(typeof(Continue), "continue")]
public abstract record SlotCommand : ICommand<Slot>
{
    /// <summary>Puts a slot into the calendar, as a draft; a member's own idea, where no manager does it.</summary>
    public sealed record Open(SlotContent Content, SlotTime? Time = null, Recurrence? Recurrence = null) : SlotCommand;

    /// <summary>Gives the slot other words.</summary>
    /// <param name="Content">What it says now.</param>
    /// <param name="IsForAll">Those that follow in its series say the same.</param>
    /// <param name="IsAlone">The server found no other manager who could review it.</param>
    public sealed record Edit(SlotContent Content, bool IsForAll = false, bool IsAlone = false) : SlotCommand;

    /// <summary>Gives the slot a time, or none: an idea again. A scheduled one stays scheduled.</summary>
    public sealed record Plan(SlotTime? Time) : SlotCommand;

    /// <summary>Makes a series of the slot, or ends it.</summary>
    public sealed record Repeat(Recurrence? Recurrence) : SlotCommand;

    /// <summary>Its author has done: managers are asked to review it.</summary>
    public sealed record Submit : SlotCommand;

    /// <summary>A manager has read it and finds it good.</summary>
    /// <param name="IsAlone">The server found no other manager: one's own may be reviewed then.</param>
    public sealed record Review(bool IsAlone = false) : SlotCommand;

    /// <summary>Makes a draft of it again, with a word to its author.</summary>
    public sealed record Return(string? Note = null) : SlotCommand;

    /// <summary>Lets it be published at its time.</summary>
    public sealed record Schedule : SlotCommand;

    /// <summary>Publishes it now.</summary>
    /// <param name="Zone">By whose clocks its interview is live, where it was given no time of its own.</param>
    public sealed record Publish(string Zone = ZonedTime.Utc) : SlotCommand;

    /// <summary>Takes it out of the calendar; its series goes on where it is not ended with it.</summary>
    public sealed record Cancel(bool EndsSeries = false) : SlotCommand;

    /// <summary>The program only: its time has come.</summary>
    /// <param name="At">The time that its alarm was set for; null where it is told that it had come.</param>
    public sealed record Due(DateTimeOffset? At) : SlotCommand;

    /// <summary>The program only: its poll is open, and its thread can bring it.</summary>
    public sealed record Bring : SlotCommand;

    /// <summary>The program only: the slot before it in its series is published, or cancelled.</summary>
    public sealed record Continue(NextSlot Slot) : SlotCommand;
}

/// <summary>The slot that follows in a series.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">What it says.</param>
/// <param name="Time">When it is published.</param>
/// <param name="Recurrence">What follows it.</param>
/// <param name="Day">The day of its series that it stands for.</param>
/// <param name="Occurrence">Which of its series it is, from 1.</param>
/// <param name="IsScheduled">It is published by itself, since what it says was reviewed before.</param>
public sealed record NextSlot(
    string Id, SlotContent Content, SlotTime Time, Recurrence Recurrence, DateOnly Day, int Occurrence,
    bool IsScheduled)
{
    internal Refusal? Fault() =>
        Content.Fault() ?? Recurrence.Fault() ?? (ZonedTime.IsZone(Time.Zone) ? null : ZonedTime.Unknown);
}
