using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>Which nudges its members are shown.</content>
public sealed partial record Community
{
    /// <summary>The kinds of nudges that it has switched off.</summary>
    public ImmutableHashSet<string> NudgesOff { get; init; } = [];

    private Decision<CommunityEvent> Nudging(SetNudges c) =>
        c.Off.IsDefault || !c.Off.All(Nudges.Has) ? new Refusal("nudge.unknown", "There is no such nudge.")
        : NudgesOff.SetEquals(c.Off) ? []
        : [new NudgesSet([.. c.Off.Distinct().Order(StringComparer.Ordinal)])];
}

[JsonDerivedType(typeof(SetNudges), "set-nudges")]
public abstract partial record CommunityCommand
{
    /// <summary>Switches these kinds of nudges off, and all others on.</summary>
    public sealed record SetNudges(ImmutableArray<string> Off) : CommunityCommand;
}

[JsonDerivedType(typeof(NudgesSet), "community.nudges-set")]
public abstract partial record CommunityEvent
{
    /// <summary>These kinds of nudges are off, and all others on.</summary>
    public sealed record NudgesSet(ImmutableArray<string> Off) : CommunityEvent;
}
