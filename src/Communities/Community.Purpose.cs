using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>What it is for.</content>
public sealed partial record Community
{
    private static Decision<CommunityEvent> Purposing(SetPurpose c) =>
        Purpose.Fault(c.Purpose) is { } fault ? fault : [new PurposeSet(Purpose.Tidy(c.Purpose))];
}

/// <content>What it is for.</content>
[JsonDerivedType(typeof(SetPurpose), "set-purpose")]
public abstract partial record CommunityCommand
{
    /// <summary>Says what it is for, in place of what was said before.</summary>
    public sealed record SetPurpose(Purpose Purpose) : CommunityCommand;
}

/// <content>What it is for.</content>
[JsonDerivedType(typeof(PurposeStated), "community.purpose-stated")]
[JsonDerivedType(typeof(PurposeSet), "community.purpose-set")]
public abstract partial record CommunityEvent
{
    /// <summary>This is what it is for: one text, before that had parts.</summary>
    public sealed record PurposeStated(string Text) : CommunityEvent;

    /// <summary>This is what it is for.</summary>
    public sealed record PurposeSet(Purpose Purpose) : CommunityEvent;
}
