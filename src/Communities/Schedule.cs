using Communities.Actors;

namespace Communities;

/// <summary>Times at which something is to happen by itself.</summary>
internal static class Schedule
{
    /// <summary>What is wrong with this time, or null; no time at all is fine.</summary>
    public static Refusal? Fault(DateTimeOffset? at, Turn turn) =>
        at is null ? null
        : at <= turn.At ? new("time.past", "That time has passed already.")
        : at > turn.At + Thread.ScheduleMax ? new("time.far", "That is more than twenty years ahead.")
        : null;
}
