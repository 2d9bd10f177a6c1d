using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.SlotCommand;
using static Communities.SlotEvent;

namespace Communities;

/// <summary>A place in the editorial calendar: what will be published, by whom and when.</summary>
/// <remarks>
/// Drafted, reviewed, scheduled, and then published by itself as a thread of its author's, once. One of a series
/// brings the next one when it is published or left out. Unlike other actors it holds texts, until they stand in its
/// thread: nobody else has them when its time has come.
/// </remarks>
public sealed record Slot : IActor<Slot, SlotCommand, SlotEvent>
{
    /// <inheritdoc/>
    public static string Kind => "slot";

    /// <inheritdoc/>
    public static Slot Initial { get; } = new();

    /// <summary>How far it has come.</summary>
    public SlotStatus Status { get; init; }

    /// <summary>What it says; null before it is opened, and once it is published or cancelled.</summary>
    public SlotContent? Content { get; init; }

    /// <summary>What those that follow in its series say; null for the same.</summary>
    public SlotContent? Series { get; init; }

    /// <summary>When it is to be published; null for an idea.</summary>
    public SlotTime? Time { get; init; }

    /// <summary>What follows it; null where nothing does.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>The day of its series that it stands for, wherever it was moved.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Which of its series it is, from 1; 0 before it is opened.</summary>
    public int Occurrence { get; init; }

    /// <summary>Its author has asked for a review of what it says.</summary>
    public bool IsSubmitted { get; init; }

    /// <summary>The account that wrote at it last.</summary>
    public string WrittenBy { get; init; } = "";

    /// <summary>The id that its poll was opened under, and that its thread will have; null before.</summary>
    public string? Poll { get; init; }

    /// <summary>True when nobody has opened it yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Occurrence == 0;

    /// <summary>The slot does not exist, or not for who asks.</summary>
    public static Refusal Missing { get; } = new("slot.missing", "There is no such slot in the calendar.");

    /// <inheritdoc/>
    public Decision<SlotEvent> Decide(SlotCommand command, Turn turn) => command switch
    {
        _ when Refusals.Barred(turn) is { } barred => barred,
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,
        Open or Continue when !IsMissing => new Refusal("slot.exists", "This slot is there already."),
        Due or Bring or Continue when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Open c => Opening(c, turn),
        Continue c when c.Slot.Fault() is { } fault => fault,
        Continue { Slot: var c } => [new Opened(
            c.Content, c.Time, c.Time.Moment, c.Recurrence, c.Day, c.Occurrence, c.IsScheduled)],
        _ when IsMissing => Missing,

        Due or Bring when Content is null => [],
        Due c => (c.At ?? Time?.Moment) != Time?.Moment ? [] : Status == SlotStatus.Scheduled ? Publishing(turn)
            : [new Missed(Content!.Author, Content.Title)],
        Bring => Poll is null ? [] : Bringing(Poll, turn),

        _ when !IsManager(turn) && turn.By != Content?.Author => Refusals.ManagersOnly,
        _ when Content is null || Poll is not null =>
            new Refusal("slot.over", "This slot is published or cancelled already."),
        Edit c => Editing(c, turn),
        Submit => IsSubmitted || Status != SlotStatus.Draft ? [] : [new Submitted(Content.Title)],
        Cancel when !IsManager(turn) && Status != SlotStatus.Draft => Refusals.ManagersOnly,
        Cancel c => [new Cancelled(
            Content.Author, Content.Title, c.EndsSeries ? null : Next(turn, Status == SlotStatus.Scheduled))],
        _ when !IsManager(turn) => Refusals.ManagersOnly,

        Plan { Time: null } when Status == SlotStatus.Scheduled || Recurrence is not null =>
            TimeFirst,
        Plan c when c.Time?.Fault(turn) is { } fault => fault,
        Plan c => c.Time == Time ? [] : [new Planned(c.Time, c.Time?.Moment)],
        Repeat c when c.Recurrence is not null && Time is null => TimeFirst,
        Repeat c => c.Recurrence?.Fault() ?? (Decision<SlotEvent>)[new Repeated(c.Recurrence)],
        Review c when Status != SlotStatus.Draft => [],
        Review { IsAlone: false } when WrittenBy == turn.By => new Refusal(
            "review.own", "Another manager reads it first: nobody reviews what they wrote themselves."),
        Review => [new Reviewed()],
        Return c when Text.Fault("note", c.Note, Text.LineMax, mayBeEmpty: true) is { } fault => fault,
        Return c => Status == SlotStatus.Draft && !IsSubmitted ? []
            : [new Returned(Content.Author, Content.Title, c.Note)],
        Publish or SlotCommand.Schedule when Status == SlotStatus.Draft =>
            new Refusal("slot.unreviewed", "It has to be reviewed first."),
        SlotCommand.Schedule when Status == SlotStatus.Scheduled => [],
        SlotCommand.Schedule when Time is null => TimeFirst,
        SlotCommand.Schedule => Time.Fault(turn) ?? LiveFault() ?? (Decision<SlotEvent>)[new Scheduled()],
        Publish c => Publishing(turn, c.Zone),

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Slot Apply(SlotEvent happened, Moment moment) => happened switch
    {
        Opened e => this with
        {
            Content = e.Content, Time = e.Time, Recurrence = e.Recurrence, Occurrence = e.Occurrence,
            Day = e.Day ?? e.Time?.Day ?? default, WrittenBy = moment.By,
            Status = e.IsScheduled ? SlotStatus.Scheduled : SlotStatus.Draft,
        },
        Edited e => this with
        {
            Content = e.Content, Series = e.Series, WrittenBy = moment.By,
            IsSubmitted = IsSubmitted && Status == SlotStatus.Draft,
            Status = e.IsKept ? Status : SlotStatus.Draft,
        },
        Planned e => this with
        {
            Time = e.Time, Day = Recurrence is null && e.Time is not null ? e.Time.Day : Day,
        },
        Repeated e => this with { Recurrence = e.Recurrence, Day = e.Recurrence?.Start ?? Day },
        Submitted => this with { IsSubmitted = true },
        SlotEvent.Reviewed => this with { Status = SlotStatus.Reviewed, IsSubmitted = false },
        Returned => this with { Status = SlotStatus.Draft, IsSubmitted = false },
        Scheduled => this with { Status = SlotStatus.Scheduled },
        PollAsked e => this with { Poll = e.Poll },
        Published => this with { Status = SlotStatus.Published, Content = null, Series = null },
        Missed => this,
        Cancelled => this with { Status = SlotStatus.Cancelled, Content = null, Series = null },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    /// <summary>What has no time yet neither comes out nor comes again.</summary>
    public static Refusal TimeFirst { get; } = new("time.empty", "Please give it a time first.");

    private static bool IsManager(Turn turn) => turn.Standing.Is(Role.Manager);

    private static Decision<SlotEvent> Opening(Open c, Turn turn) =>
        c.Content.Fault() is { } fault ? fault
        : !IsManager(turn) && (c.Content.Author != turn.By || c.Time is not null || c.Recurrence is not null)
            ? Refusals.ManagersOnly
        : c.Recurrence is not null && c.Time is null ? TimeFirst
        : (turn.Standing.Role == Role.System ? null : c.Time?.Fault(turn)) ?? c.Recurrence?.Fault()
            ?? (Decision<SlotEvent>)[new Opened(
                c.Content, c.Time, c.Time?.Moment, c.Recurrence, c.Recurrence?.Start ?? c.Time?.Day)];

    private Decision<SlotEvent> Editing(Edit c, Turn turn)
    {
        if (c.Content.Fault() is { } fault) return fault;
        if (!IsManager(turn) && (c.Content.Author != turn.By || Status != SlotStatus.Draft))
            return Refusals.ManagersOnly;
        var series = Recurrence is null || c.IsForAll ? null : Series ?? Content;
        return [new Edited(
            c.Content, series, c.Content.Author == Content!.Author ? null : Content.Author,
            c.IsAlone && IsManager(turn) && Status != SlotStatus.Draft)];
    }

    // The poll first: its thread brings it, and cannot where there is none.
    private Decision<SlotEvent> Publishing(Turn turn, string zone = ZonedTime.Utc) =>
        Content is not { Poll: { } poll } ? Bringing(IdAt(turn), turn, zone)
        : [new PollAsked(
            IdAt(turn), Content.Author, Content.On(DayOf(turn), Occurrence).Title, poll,
            poll.OpenDays is { } days ? turn.At.AddDays(days) : null)];

    private Decision<SlotEvent> Bringing(string thread, Turn turn, string zone = ZonedTime.Utc) =>
        [new Published(
            thread, Content!.On(DayOf(turn), Occurrence).LeadingTo(Keys.CommunityOf(turn.Key), thread), Poll,
            LiveAt(turn, Time?.Zone ?? zone), Next(turn, isScheduled: true))];

    // Of the time of publication, and of the chance in the slot's own id.
    private static string IdAt(Turn turn) =>
        Keys.NewThread(turn.At, Keys.PartsOf(Keys.LocalOf(turn.Key)).Chance);

    private DateOnly DayOf(Turn turn) => Time?.Day ?? DateOnly.FromDateTime(turn.At.UtcDateTime);

    // Days that went by while nobody was there are not made up for: nobody wants three questions of the week at once.
    private NextSlot? Next(Turn turn, bool isScheduled)
    {
        if (Recurrence is not { } rule || Time is null) return null;
        var today = DateOnly.FromDateTime(ZonedTime.Local(turn.At, Time.Zone));
        var after = Day > today ? Day : today;
        if (rule.Next(after, Occurrence) is not { } day) return null;
        var rest = rule with { Skipped = [.. rule.Skipped.Where(skipped => skipped > day)] };
        return new NextSlot(
            Keys.NextThread(IdAt(turn)), Series ?? Content!, Time.On(day, rule.Time), rest, day, Occurrence + 1,
            isScheduled);
    }

    private Refusal? LiveFault() =>
        Content?.Interview is { DaysAfter: 0 } live && live.Time <= TimeOnly.FromDateTime(Time!.Local)
            ? new("interview.early", "An interview is live after it was announced, not before.")
            : null;

    // Where it is late, the live part is as long after it as was meant.
    private DateTimeOffset? LiveAt(Turn turn, string zone)
    {
        if (Content?.Interview is not { } live) return null;
        var meant = ZonedTime.At(DayOf(turn).AddDays(live.DaysAfter).ToDateTime(live.Time), zone).At;
        if (meant > turn.At) return meant;
        var today = DateOnly.FromDateTime(ZonedTime.Local(turn.At, zone));
        return ZonedTime.At(today.AddDays(Math.Max(1, live.DaysAfter)).ToDateTime(live.Time), zone).At;
    }
}

/// <summary>How far a slot has come.</summary>
public enum SlotStatus
{
    /// <summary>An idea, or being written.</summary>
    Draft = 0,

    /// <summary>A manager finds it good.</summary>
    Reviewed = 1,

    /// <summary>It is published at its time.</summary>
    Scheduled = 2,

    /// <summary>It stands in its thread.</summary>
    Published = 3,

    /// <summary>It is out of the calendar.</summary>
    Cancelled = 4,
}
