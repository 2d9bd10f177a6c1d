using Communities.Actors;
using NodaTime;
using NodaTime.TimeZones;

namespace Communities;

/// <summary>Times as people write them, on the clocks of a place.</summary>
/// <remarks>
/// By the tables of tz that NodaTime carries, and not by those of the machine: what a decision comes to may depend on
/// nothing but its command.
/// </remarks>
public static class ZonedTime
{
    /// <summary>The zone of who has not said where they are.</summary>
    public const string Utc = "Etc/UTC";

    /// <summary>No zone has this name.</summary>
    public static Refusal Unknown { get; } =
        new("zone.unknown", "There is no time zone of that name; one is called like Europe/Paris.");

    /// <summary>True for the name of a zone: <c>Europe/Paris</c>.</summary>
    public static bool IsZone(string? name) => name is not null && Zone(name) is not null;

    /// <summary>When the clocks of a zone show this time.</summary>
    /// <param name="local">The time on the clock; its <see cref="DateTime.Kind"/> counts for nothing.</param>
    /// <param name="zone">The zone's name; one that is none counts as UTC.</param>
    /// <returns>
    /// The moment, UTC. A time that the clocks skip in spring is as far behind the gap as it was written into it; of
    /// one that comes twice in autumn it is the first.
    /// </returns>
    public static (DateTimeOffset At, Wrinkle Wrinkle) At(DateTime local, string zone)
    {
        var mapped = Of(zone).MapLocal(LocalDateTime.FromDateTime(local));
        return (Resolve(mapped).ToDateTimeOffset().ToUniversalTime(), mapped.Count switch
        {
            0 => Wrinkle.Skipped,
            1 => Wrinkle.None,
            _ => Wrinkle.Twice,
        });
    }

    /// <summary>What the clocks of a zone show at this moment.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="zone">The zone's name; one that is none counts as UTC.</param>
    public static DateTime Local(DateTimeOffset at, string zone) =>
        Instant.FromDateTimeOffset(at).InZone(Of(zone)).ToDateTimeUnspecified();

    private static ZonedDateTime Resolve(ZoneLocalMapping mapped) =>
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted)(mapped);

    private static DateTimeZone Of(string zone) => Zone(zone) ?? DateTimeZone.Utc;

    private static DateTimeZone? Zone(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
}

/// <summary>What is odd about a time on the clock, where something is.</summary>
public enum Wrinkle
{
    /// <summary>Nothing: the clocks show it once that day.</summary>
    None = 0,

    /// <summary>They are put forward over it.</summary>
    Skipped = 1,

    /// <summary>They are put back before it, and show it twice.</summary>
    Twice = 2,
}
