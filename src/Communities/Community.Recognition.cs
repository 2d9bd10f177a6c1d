using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>How it recognises its members: a leaderboard, own badges, what it expects of ambassadors.</content>
public sealed partial record Community
{
    /// <summary>The most badges of its own: more, and none says anything.</summary>
    public const int BadgesMax = 50;

    /// <summary>It shows no leaderboard.</summary>
    public bool IsUnranked { get; init; }

    /// <summary>Its own badges, in the order in which they were made.</summary>
    public ImmutableList<OwnBadge> Badges { get; init; } = [];

    private Decision<CommunityEvent> Recognising(CommunityCommand command) => command switch
    {
        SetRecognition c when Text.Fault("expectation", c.Expected, Text.AboutMax, mayBeEmpty: true) is { } fault =>
            fault,
        SetRecognition c => [new RecognitionSet(c.IsUnranked, c.Expected ?? "")],
        SetBadge { Badge: null } => OwnBadge.Missing,
        SetBadge c when Badges.Count >= BadgesMax && !Badges.Exists(badge => badge.Id == c.Badge.Id) =>
            new Refusal("badge.many", $"A community has {BadgesMax} badges of its own at most."),
        SetBadge { IsNew: true } c when Badges.Exists(badge => badge.Id == c.Badge.Id) =>
            new Refusal("badge.exists", "There is a badge of that short name here already; you can change it above."),
        SetBadge c => c.Badge.Fault() ?? (Decision<CommunityEvent>)(
            Badges.Contains(c.Badge) ? [] : [new BadgeSet(c.Badge)]),
        RemoveBadge c => Badges.Exists(badge => badge.Id == c.Id) ? [new BadgeRemoved(c.Id)] : [],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Community Recognised(CommunityEvent happened) => happened switch
    {
        RecognitionSet e => this with { IsUnranked = e.IsUnranked },
        BadgeSet e => this with
        {
            Badges = Badges.FindIndex(badge => badge.Id == e.Badge.Id) is >= 0 and var at
                ? Badges.SetItem(at, e.Badge) : Badges.Add(e.Badge),
        },
        BadgeRemoved e => this with { Badges = Badges.RemoveAll(badge => badge.Id == e.Id) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}

/// <summary>A badge of a community's own.</summary>
/// <param name="Id">Its name for programs and addresses, like a tag's; never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Sign">One of <see cref="Signs"/>.</param>
/// <param name="Sentence">What it is for, in one line.</param>
/// <param name="Rule">What earns it; null: it is given by hand.</param>
public sealed record OwnBadge(string Id, string Name, string Sign, string Sentence, BadgeRule? Rule = null)
{
    /// <summary>The longest name, in UTF-16 units: it stands beside posts.</summary>
    public const int NameMax = 40;

    /// <summary>The signs that a badge may have.</summary>
    public static ImmutableArray<string> Signs { get; } =
        ["star", "trophy", "sun", "book", "people", "shield", "globe", "calendar", "like", "insightful", "key", "flag"];

    /// <summary>There is no such badge.</summary>
    public static Refusal Missing { get; } = new("badge.missing", "There is no such badge.");

    internal Refusal? Fault() =>
        !Keys.IsTag(Id) ? new("badge.malformed", "A badge's short name is 1 to 40 small letters, digits and hyphens.")
        : Communities.Badges.Find(Id) is not null || Id is Communities.Badges.Ambassador or Communities.Badges.None
            ? new("badge.taken", "Every community has a badge of that short name already.")
        : Text.LineFault("name", Name, NameMax) is { } name ? name
        : !Signs.Contains(Sign) ? new("sign.unknown", "There is no such sign.")
        : Text.LineFault("sentence", Sentence, Text.LineMax) is { } sentence ? sentence
        : Rule is { } rule && !Enum.IsDefined(rule.Measure) ? new("measure.unknown", "Badges do not count that.")
        : Rule is { Needed: < 1 or > BadgeRule.NeededMax }
            ? new("needed.range", $"A badge takes 1 to {BadgeRule.NeededMax} of what it counts.")
        : null;
}

/// <summary>What earns a badge.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Needed">How many it must be.</param>
public sealed record BadgeRule(BadgeMeasure Measure, int Needed)
{
    /// <summary>The most that a rule may ask for: more than anybody writes in a life.</summary>
    public const int NeededMax = 1_000_000;
}

/// <content>Recognition.</content>
[JsonDerivedType(typeof(SetRecognition), "set-recognition"), JsonDerivedType(typeof(SetBadge), "set-badge")]
[JsonDerivedType(typeof(RemoveBadge), "remove-badge")]
public abstract partial record CommunityCommand
{
    /// <summary>Says whether there is a leaderboard, and what is expected of ambassadors, in Markdown.</summary>
    public sealed record SetRecognition(bool IsUnranked, string? Expected) : CommunityCommand;

    /// <summary>Makes a badge of its own; one not said to be new takes the place of the one of its id.</summary>
    public sealed record SetBadge(OwnBadge Badge, bool IsNew = false) : CommunityCommand;

    /// <summary>Removes a badge of its own; nobody is shown with it any more.</summary>
    public sealed record RemoveBadge(string Id) : CommunityCommand;
}

/// <content>Recognition.</content>
[JsonDerivedType(typeof(RecognitionSet), "community.recognition-set")]
[JsonDerivedType(typeof(BadgeSet), "community.badge-set")]
[JsonDerivedType(typeof(BadgeRemoved), "community.badge-removed")]
public abstract partial record CommunityEvent
{
    /// <summary>There is a leaderboard or none, and this is expected of ambassadors.</summary>
    public sealed record RecognitionSet(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsUnranked = false,
        string Expected = "") : CommunityEvent;

    /// <summary>It has this badge.</summary>
    public sealed record BadgeSet(OwnBadge Badge) : CommunityEvent;

    /// <summary>It has no such badge any more.</summary>
    public sealed record BadgeRemoved(string Id) : CommunityEvent;
}
