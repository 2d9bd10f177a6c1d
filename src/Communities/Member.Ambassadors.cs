using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities;

/// <content>Ambassadors: members who welcome others in the community's name, and are thanked for it.</content>
public sealed partial record Member
{
    /// <summary>How long after thanking an ambassador the same member may thank them again.</summary>
    public static readonly TimeSpan ThanksAfter = TimeSpan.FromDays(30);

    /// <summary>How many thanks are remembered: more than a month brings, so that nobody thanks twice in one.</summary>
    public const int ThanksKept = 100;

    /// <summary>Welcomes others in the community's name; is told of who waits for a greeting.</summary>
    public bool IsAmbassador { get; init; }

    /// <summary>Who thanked lately, latest last.</summary>
    public ImmutableList<GivenThanks> Thanks { get; init; } = [];

    private Decision<MemberEvent> Entrusting(Entrust c, Turn turn) =>
        !turn.Standing.Is(Role.Manager) ? Refusals.ManagersOnly
        : turn.By == Keys.LocalOf(turn.Key) && turn.Standing.Role != Role.System
            ? new Refusal("role.own", "Nobody changes their own role; please ask somebody else.")
        : Text.LineFault("thanks", c.Word, Text.LineMax, mayBeEmpty: true) is { } fault ? fault
        : c.IsAmbassador == IsAmbassador ? []
        : [new Entrusted(c.IsAmbassador, string.IsNullOrWhiteSpace(c.Word) ? null : c.Word)];

    private Decision<MemberEvent> Thanking(Thank c, Turn turn) =>
        !turn.Standing.Is(Role.Member) ? Refusals.MembersOnly
        : turn.By == Keys.LocalOf(turn.Key)
            ? new Refusal("thanks.own", "Thanks are for others.")
        : !IsAmbassador ? new Refusal("ambassador.missing", "This member is no ambassador.")
        : Text.LineFault("thanks", c.Word, Text.LineMax) is { } fault ? fault
        : Thanks.Exists(given => given.By == turn.By && turn.At < given.At + ThanksAfter)
            ? new Refusal("thanks.repeated", $"You have thanked them within {ThanksAfter.Days} days.")
        : [new Thanked(c.Word)];

    private Member Apply(Thanked _, Moment moment) => this with
    {
        Thanks = Thanks.RemoveRange(0, Math.Max(0, Thanks.Count + 1 - ThanksKept))
            .Add(new GivenThanks(moment.By, moment.At)),
    };
}

/// <summary>That somebody thanked, and when.</summary>
/// <param name="By">The account that thanked.</param>
/// <param name="At">When.</param>
public sealed record GivenThanks(string By, DateTimeOffset At);

/// <content>Ambassadors.</content>
[JsonDerivedType(typeof(Entrust), "entrust"), JsonDerivedType(typeof(Thank), "thank")]
public abstract partial record MemberCommand
{
    /// <summary>Managers: makes the member an ambassador, with a word of thanks in advance, or no longer.</summary>
    public sealed record Entrust(bool IsAmbassador, string? Word = null) : MemberCommand;

    /// <summary>Thanks an ambassador with one line that everybody reads.</summary>
    public sealed record Thank(string Word) : MemberCommand;
}

/// <content>Ambassadors.</content>
[JsonDerivedType(typeof(Entrusted), "member.entrusted"), JsonDerivedType(typeof(Thanked), "member.thanked")]
public abstract partial record MemberEvent
{
    /// <summary>The member is an ambassador, or no longer.</summary>
    public sealed record Entrusted(bool IsAmbassador, string? Word = null) : MemberEvent;

    /// <summary>Somebody thanked the member, who is an ambassador.</summary>
    public sealed record Thanked(string Word) : MemberEvent;
}
