using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>The clocks by which it plans.</content>
public sealed partial record Community
{
    /// <summary>The name of the zone in which its managers write times: <c>Europe/Paris</c>.</summary>
    public string Zone { get; init; } = ZonedTime.Utc;

    private Decision<CommunityEvent> Zoning(SetZone c) =>
        !ZonedTime.IsZone(c.Zone) ? ZonedTime.Unknown
        : c.Zone == Zone ? []
        : [new ZoneSet(c.Zone)];
}

[JsonDerivedType(typeof(SetZone), "set-zone")]
public abstract partial record CommunityCommand
{
    /// <summary>Says by the clocks of which zone it plans.</summary>
    public sealed record SetZone(string Zone) : CommunityCommand;
}

[JsonDerivedType(typeof(ZoneSet), "community.zone-set")]
public abstract partial record CommunityEvent
{
    /// <summary>It plans by the clocks of this zone.</summary>
    public sealed record ZoneSet(string Zone) : CommunityEvent;
}
