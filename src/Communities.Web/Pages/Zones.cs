using System.Globalization;

namespace Communities.Web;

/// <summary>Time zones, by the names under which people choose theirs.</summary>
internal static class Zones
{
    /// <summary>Those of this machine that are named after a place, by region, each region in order.</summary>
    public static ILookup<string, TimeZoneInfo> Known { get; } = TimeZoneInfo.GetSystemTimeZones()
        .Where(zone => zone.Id.Contains('/', StringComparison.Ordinal)
            && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal))
        .OrderBy(zone => zone.Id, StringComparer.Ordinal)
        .ToLookup(zone => zone.Id[..zone.Id.IndexOf('/', StringComparison.Ordinal)]);

    /// <summary>True where this machine, or the domain's own tables, know a zone of this name.</summary>
    public static bool Has(string name) =>
        ZonedTime.IsZone(name) || TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    /// <summary>The zone of this name; UTC where there is none here.</summary>
    public static TimeZoneInfo Of(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The place, and how far its clocks are from UTC now.</summary>
    public static string Name(TimeZoneInfo zone, DateTimeOffset now)
    {
        var place = zone.Id[(zone.Id.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('_', ' ');
        return $"{place} ({Offset(zone.GetUtcOffset(now))})";
    }

    /// <summary>How far clocks are from UTC: <c>UTC+2</c>, <c>UTC−3:30</c>.</summary>
    public static string Offset(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero) return "UTC";
        var minutes = Math.Abs(offset.Minutes);
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '\u2212' : '+')}"
            + $"{Math.Abs(offset.Hours)}{(minutes == 0 ? "" : $":{minutes:00}")}");
    }
}
