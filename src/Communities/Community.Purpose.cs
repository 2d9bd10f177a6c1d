using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>What it is for.</content>
public sealed partial record Community
{
    /// <summary>How often it has said what it is for.</summary>
    public int Purposes { get; init; }

    /// <summary>Its purpose says what does not belong there.</summary>
    public bool SaysWhatNot { get; init; }

    /// <summary>What who joins says yes to.</summary>
    [JsonIgnore]
    public HouseRules HouseRules => new(PolicyOf(Policy.Netiquette).Current, SaysWhatNot ? Purposes : 0);

    private Community Purposed(PurposeSet e) =>
        this with { Purposes = Purposes + 1, SaysWhatNot = e.Purpose.NotHere.Length > 0 };

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
