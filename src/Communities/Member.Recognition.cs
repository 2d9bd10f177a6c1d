using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities;

/// <content>Badges, and what the member wants shown of them.</content>
public sealed partial record Member
{
    /// <summary>The ids of the badges that the member has, in the order in which they came.</summary>
    public ImmutableArray<string> Badges { get; init; } = [];

    /// <summary>What counts for badges and no counter holds.</summary>
    public MemberDeeds Deeds { get; init; }

    /// <summary>The member stands on no leaderboard.</summary>
    public bool IsUnranked { get; init; }

    /// <summary>
    /// The badge that the member wants beside their posts; <see cref="Communities.Badges.None"/> for none, null for the
    /// heaviest.
    /// </summary>
    public string? Flair { get; init; }

    // Badges follow from what is counted, in the turn in which it is.
    private Decision<MemberEvent> Recognised(Decision<MemberEvent> decided, Turn turn)
    {
        if (decided.Count == 0 || turn.At <= CopiedUntil) return decided;
        var after = this;
        foreach (var happened in decided) after = after.Apply(happened, new Moment(turn.By, turn.At));
        return after.Role == Role.None ? decided
            : [.. decided, .. Communities.Badges.Earned(after).Select(badge => new Badged(badge.Id))];
    }

    private Decision<MemberEvent> Recognising(MemberCommand command, Turn turn) => command switch
    {
        Recognise when !IsOwn(turn) => Refusals.OwnOnly,
        Recognise c when !Keys.IsTag(c.Badge) || (c.Rule is null && turn.Standing.Role != Role.System) =>
            OwnBadge.Missing,
        Recognise c => Badges.Contains(c.Badge)
            || Communities.Badges.Reached(this, c.Rule?.Measure ?? default) < c.Rule?.Needed
                ? [] : [new Badged(c.Badge)],

        Award or Revoke when !turn.Standing.Is(Role.Manager) => Refusals.ManagersOnly,
        Award c when !Keys.IsTag(c.Badge) => OwnBadge.Missing,
        Award c when Text.LineFault("thanks", c.Word, Text.LineMax, mayBeEmpty: true) is { } fault => fault,
        Award c => Badges.Contains(c.Badge) ? []
            : [new Awarded(c.Badge, string.IsNullOrWhiteSpace(c.Word) ? null : c.Word)],
        Revoke c => Badges.Contains(c.Badge) ? [new Revoked(c.Badge)] : [],

        // An import says it before the badge is earned again.
        Display when !IsOwn(turn) => Refusals.OwnOnly,
        Display { Flair: { } flair } when flair != Communities.Badges.None && !Badges.Contains(flair)
            && !(flair == Communities.Badges.Ambassador && IsAmbassador)
            && !(turn.Standing.Role == Role.System && Keys.IsTag(flair)) => OwnBadge.Missing,
        Display c => c.IsUnranked == IsUnranked && c.Flair == Flair ? [] : [new Displayed(c.IsUnranked, c.Flair)],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Member Recognised(MemberEvent happened) => happened switch
    {
        Badged e => this with { Badges = Badges.Add(e.Badge) },
        Awarded e => this with { Badges = Badges.Add(e.Badge) },
        Revoked e => this with { Badges = Badges.Remove(e.Badge), Flair = Flair == e.Badge ? null : Flair },
        Displayed e => this with { IsUnranked = e.IsUnranked, Flair = e.Flair },
        Credited e => this with { Deeds = Deeds.And(e.Deed, e.IsUndone ? -1 : +1) },
        Celebrated e => this with { Years = e.Years },
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}

/// <summary>What a member has done that counts for badges, and that no counter holds.</summary>
/// <param name="Greeted">Newcomers whose introduction the member was the first to answer.</param>
/// <param name="Attended">Gatherings attended.</param>
/// <param name="Won">Contests won.</param>
public readonly record struct MemberDeeds(int Greeted = 0, int Attended = 0, int Won = 0)
{
    internal MemberDeeds And(Deed deed, int change) => deed switch
    {
        Deed.Greeted => this with { Greeted = Greeted + change },
        Deed.Attended => this with { Attended = Attended + change },
        _ => this with { Won = Won + change },
    };
}

/// <summary>Something done that counts for badges, and that no counter holds.</summary>
public enum Deed
{
    /// <summary>Was the first to answer an introduction.</summary>
    Greeted = 1,

    /// <summary>Came to a gathering.</summary>
    Attended = 2,

    /// <summary>Won a contest.</summary>
    Won = 3,
}

/// <content>Recognition.</content>
[JsonDerivedType(typeof(Credit), "credit"), JsonDerivedType(typeof(Recognise), "recognise")]
[JsonDerivedType(typeof(Award), "award"), JsonDerivedType(typeof(Revoke), "revoke")]
[JsonDerivedType(typeof(Display), "display")]
public abstract partial record MemberCommand
{
    /// <summary>The program only: the member did this, once for each occasion; or did not, as it turned out.</summary>
    public sealed record Credit(
        Deed Deed, string Of,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsUndone = false)
        : MemberCommand;

    /// <summary>The community has this badge for whoever fulfils this rule; the server says both, no browser.</summary>
    /// <param name="Badge">Its id.</param>
    /// <param name="Rule">The rule; null where the program tells that the badge was earned elsewhere.</param>
    public sealed record Recognise(string Badge, BadgeRule? Rule) : MemberCommand;

    /// <summary>Gives a badge by hand, perhaps with a word that everybody reads.</summary>
    public sealed record Award(string Badge, string? Word = null) : MemberCommand;

    /// <summary>Takes a badge away.</summary>
    public sealed record Revoke(string Badge) : MemberCommand;

    /// <summary>Says what is shown of one's recognition; see <see cref="Member.Flair"/>.</summary>
    public sealed record Display(bool IsUnranked, string? Flair) : MemberCommand;
}

/// <content>Recognition.</content>
[JsonDerivedType(typeof(Badged), "member.badged"), JsonDerivedType(typeof(Awarded), "member.awarded")]
[JsonDerivedType(typeof(Revoked), "member.revoked"), JsonDerivedType(typeof(Displayed), "member.displayed")]
[JsonDerivedType(typeof(Credited), "member.credited")]
public abstract partial record MemberEvent
{
    /// <summary>The member earned a badge.</summary>
    public sealed record Badged(string Badge) : MemberEvent;

    /// <summary>The member was given a badge.</summary>
    public sealed record Awarded(string Badge, string? Word = null) : MemberEvent;

    /// <summary>The member does not have this badge any more.</summary>
    public sealed record Revoked(string Badge) : MemberEvent;

    /// <summary>The member wants this shown of their recognition.</summary>
    public sealed record Displayed(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsUnranked = false,
        string? Flair = null) : MemberEvent;

    /// <summary>The member did something that counts for badges, or did not after all; of what.</summary>
    public sealed record Credited(
        Deed Deed, string Of,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsUndone = false)
        : MemberEvent;
}
