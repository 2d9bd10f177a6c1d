using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>When a slot is published, as it was written: a time on the clocks of a place.</summary>
/// <param name="Local">What the clocks show, to the minute.</param>
/// <param name="Zone">The name of the zone whose clocks they are.</param>
public sealed record SlotTime(DateTime Local, string Zone)
{
    /// <summary>What the clocks show, to the minute.</summary>
    public DateTime Local { get; init; } = new(
        Local.Year, Local.Month, Local.Day, Local.Hour, Local.Minute, 0, DateTimeKind.Unspecified);

    /// <summary>The moment; of a time that comes twice the first, and of one that is skipped what follows.</summary>
    [JsonIgnore]
    public DateTimeOffset Moment => ZonedTime.At(Local, Zone).At;

    /// <summary>The day.</summary>
    [JsonIgnore]
    public DateOnly Day => DateOnly.FromDateTime(Local);

    /// <summary>The time on this day, on the same clocks.</summary>
    public SlotTime On(DateOnly day, TimeOnly time) => this with { Local = day.ToDateTime(time) };

    // By the year first: at the ends of the calendar a time is no moment in every zone.
    internal Refusal? Fault(Turn turn) =>
        !ZonedTime.IsZone(Zone) ? ZonedTime.Unknown
        : Local.Year < turn.At.Year - 1 ? Schedule.Past
        : Local.Year > turn.At.Year + Schedule.YearsMax ? Schedule.Far
        : Schedule.Fault(Moment, turn);
}
