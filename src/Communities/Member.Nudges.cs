using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities;

/// <content>Of what the member was reminded while writing, so that it is said once for each occasion.</content>
public sealed partial record Member
{
    /// <summary>How many nudges are remembered: more than anybody gets in a year of busy days.</summary>
    public const int NudgesKept = 100;

    /// <summary>The longest occasion: a thread's id and a day.</summary>
    public const int OccasionMax = 40;

    /// <summary>The nudges that were shown lately, latest last.</summary>
    public ImmutableList<GivenNudge> Nudged { get; init; } = [];

    private Decision<MemberEvent> Nudging(MemberCommand command, Turn turn) => command switch
    {
        _ when turn.By != Keys.LocalOf(turn.Key) => Refusals.OwnOnly,
        TakeNudge c when !Nudges.Has(c.Kind) => new Refusal("nudge.unknown", "There is no such nudge."),
        TakeNudge c when Text.LineFault("occasion", c.Occasion, OccasionMax) is { } fault => fault,
        TakeNudge c => Given(c.Kind, c.Occasion) is not null ? [] : [new WasNudged(c.Kind, c.Occasion, c.Thread)],
        FollowNudge c => Given(c.Kind, c.Occasion) is { IsFollowed: false }
            ? [new NudgeFollowed(c.Kind, c.Occasion, c.IsChanged)]
            : [],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private GivenNudge? Given(string kind, string occasion) =>
        Nudged.Find(given => given.Kind == kind && given.Occasion == occasion);

    private Member Apply(WasNudged e) => this with
    {
        Nudged = Nudged.RemoveRange(0, Math.Max(0, Nudged.Count + 1 - NudgesKept))
            .Add(new GivenNudge(e.Kind, e.Occasion)),
    };

    private Member Apply(NudgeFollowed e) => this with
    {
        Nudged = Nudged.ConvertAll(given =>
            given.Kind == e.Kind && given.Occasion == e.Occasion ? given with { IsFollowed = true } : given),
    };
}

/// <content>Nudges.</content>
[JsonDerivedType(typeof(TakeNudge), "take-nudge"), JsonDerivedType(typeof(FollowNudge), "follow-nudge")]
public abstract partial record MemberCommand
{
    /// <summary>The member is shown this nudge, before a reply in that thread or a thread of their own.</summary>
    public sealed record TakeNudge(string Kind, string Occasion, string? Thread = null) : MemberCommand;

    /// <summary>The member posted after this nudge, perhaps something else than before it.</summary>
    public sealed record FollowNudge(string Kind, string Occasion, bool IsChanged) : MemberCommand;
}

/// <content>Nudges.</content>
[JsonDerivedType(typeof(WasNudged), "member.nudged"), JsonDerivedType(typeof(NudgeFollowed), "member.nudge-followed")]
public abstract partial record MemberEvent
{
    /// <summary>The member was shown this nudge, before a reply in that thread or a thread of their own.</summary>
    public sealed record WasNudged(string Kind, string Occasion, string? Thread = null) : MemberEvent;

    /// <summary>The member posted after this nudge, perhaps something else than before it.</summary>
    public sealed record NudgeFollowed(string Kind, string Occasion, bool IsChanged) : MemberEvent;
}
