using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>How the community moderates.</content>
public sealed partial record Community
{
    /// <summary>How its managers want it to moderate; null for as it began.</summary>
    public ModerationSettings? ChosenModeration { get; init; }

    /// <summary>How it moderates.</summary>
    [JsonIgnore]
    public ModerationSettings Moderation => ChosenModeration ?? ModerationSettings.Default;

    private Decision<CommunityEvent> Moderating(SetModeration c) =>
        c.Settings is null ? new Refusal("settings.empty", "These are no settings.")
        : c.Settings.Fault() ?? (Decision<CommunityEvent>)[new ModerationSet(c.Settings, Moderation)];
}

[JsonDerivedType(typeof(SetModeration), "set-moderation")]
public abstract partial record CommunityCommand
{
    /// <summary>Says how the community moderates, as a whole.</summary>
    public sealed record SetModeration(ModerationSettings Settings) : CommunityCommand;
}

[JsonDerivedType(typeof(ModerationSet), "community.moderation-set")]
public abstract partial record CommunityEvent
{
    /// <summary>The community moderates so from now on, and no longer so.</summary>
    public sealed record ModerationSet(ModerationSettings Settings, ModerationSettings Before) : CommunityEvent;
}
