using Communities.Actors;

namespace Communities;

/// <summary>Times at which something is to happen by itself.</summary>
internal static class Schedule
{
    /// <summary>How many years ahead one plans at most: nobody means more.</summary>
    public const int YearsMax = 20;

    /// <summary>What is wrong with this time, or null; no time at all is fine.</summary>
    public static Refusal? Fault(DateTimeOffset? at, Turn turn) =>
        at is null ? null
        : at <= turn.At ? Past
        : at > turn.At + Thread.ScheduleMax ? Far
        : null;

    /// <summary>The time has come and gone.</summary>
    public static Refusal Past { get; } = new("time.past", "That time has passed already.");

    /// <summary>Nobody means a time so far ahead.</summary>
    public static Refusal Far { get; } = new("time.far", "That is more than twenty years ahead.");
}
