using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities;

/// <summary>An account in one community: its role there, and what it has done there.</summary>
/// <remarks>What a member counts stays when the member leaves, and is there again when the member comes back.</remarks>
public sealed partial record Member : IActor<Member, MemberCommand, MemberEvent>
{
    /// <inheritdoc/>
    public static string Kind => "member";

    /// <inheritdoc/>
    public static Member Initial { get; } = new();

    /// <summary>The role held; <see cref="Role.None"/> before joining and after leaving.</summary>
    public Role Role { get; init; }

    /// <summary>The trust level, 0 (new) to 4 (leader).</summary>
    public int Trust { get; init; }

    /// <summary>The trust level stays whatever the member does.</summary>
    public bool IsTrustLocked { get; init; }

    /// <summary>When the account first joined; null before.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>The request to join that waits or was declined, or null.</summary>
    public JoinRequest? Request { get; init; }

    /// <summary>How many invitations the member wrote on the last day on which they wrote any.</summary>
    public DayCount Invitations { get; init; }

    /// <summary>The upload that shows the member; null for initials.</summary>
    public string? Face { get; init; }

    /// <summary>What the tallies have brought so far.</summary>
    public MemberTotals Totals { get; init; }

    /// <summary>The days (UTC) on which the member was active.</summary>
    public DaySet ActiveDays { get; init; } = DaySet.Empty;

    /// <summary>What it counts.</summary>
    [JsonIgnore]
    public MemberCounters Counters => new(
        Totals.Threads, Totals.Posts, Totals.Given, Totals.Received, Totals.Accepted, ActiveDays.Count);

    /// <inheritdoc/>
    public Decision<MemberEvent> Decide(MemberCommand command, Turn turn) =>
        WithSteps(Deciding(command, turn), turn);

    private Decision<MemberEvent> Deciding(MemberCommand command, Turn turn) => command switch
    {
        Tally or Review or Credit or Celebrate or BeginJourney or TakeStep or Promise or Retell
            when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Join { Role: not Role.Member } or Join { InvitedBy: not null } or Join { Trust: not 0 }
            or Join { CopiedUntil: not null } when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Tally c => c.IsNothing(ActiveDays) ? []
            : Recognised(Communities.Trust.Rising(this, new Tallied(c.Totals, c.Days), turn), turn),
        Review => Communities.Trust.Reviewing(this, turn.At),
        Credit c when !Keys.IsThread(c.Of) => [], // Of no occasion.
        Credit c => Recognised([new Credited(c.Deed, c.Of, c.IsUndone)], turn),

        MemberCommand.Sanction or MemberCommand.Strike or Lift or EndSanction =>
            turn.Standing.Role == Role.System ? Sanctioning(command, turn) : Refusals.ProgramOnly,
        Join or AskToJoin when BarAt(turn.At) >= Bar.Suspended => Refusals.Of(BarAt(turn.At))!,
        BeginJourney or TakeStep => Walking(command, turn),
        Promise c => Promising(c, turn),
        Retell c => Retelling(c, turn),

        not (Join or Withdraw or Leave or Visit or Recognise or Report or GiveConsent or Inform)
            when Refusals.Barred(turn) is { } barred => barred,

        Join or AskToJoin when !IsOwn(turn) && !(command is Join && turn.Standing.Is(Role.Manager)) => Refusals.OwnOnly,
        Join when !turn.Standing.MayJoin && !turn.Standing.Is(Role.Manager) => Closed,
        Join c when Text.LineFault("name", c.Name, Text.NameMax) is { } fault => fault,
        Join { Trust: < 0 or > Communities.Trust.Leader } => LevelRange,
        Join { InvitedBy: { } inviting } when !Keys.IsAccount(inviting) => Invitation.Missing,
        Join or AskToJoin when Role != Role.None => [],
        Join c => [new Joined(c.Name, c.Role, c.InvitedBy, c.Trust, c.CopiedUntil), .. Saying(c.Agreed, turn)],

        AskToJoin when !turn.Standing.MayApply => Closed,
        AskToJoin c => Applying(c, turn)
            ?? (Decision<MemberEvent>)[new Applied(c.Name, c.Answer ?? ""), .. Saying(c.Agreed, turn)],
        Withdraw when !IsOwn(turn) => Refusals.OwnOnly,
        Withdraw => Request is { IsWaiting: true } ? [new Withdrawn()] : [],
        Admit or Decline when !turn.Standing.Is(Role.Moderator) => Refusals.ModeratorsOnly,
        Admit => Request is { IsWaiting: true } it ? [new Joined(it.Name, Role.Member)] : NotWaiting,
        Decline c when Text.LineFault("reason", c.Reason, Text.LineMax) is { } fault => fault,
        Decline c => Request is { IsWaiting: true } ? [new Declined(c.Reason)] : NotWaiting,

        Judge or Suspect or Clear =>
            turn.Standing.Role == Role.System ? Policing(command) : Refusals.ProgramOnly,

        SetAsked => Answering(command, turn),
        _ when Role == Role.None => Refusals.MembersOnly,
        RequestAnswer or DeclineAnswer => Answering(command, turn),
        Celebrate => Recognised(Celebrating(turn.At), turn),
        Recognise or Award or Revoke or Display => Recognising(command, turn),
        Report c => Reporting(c, turn),

        GiveConsent c => Agreeing(c, turn),
        Inform c => Informing(c, turn),
        TakeNudge or FollowNudge => Nudging(command, turn),
        DismissWelcome => Walking(command, turn),
        Leave when !IsOwn(turn) => Refusals.OwnOnly,
        Leave when Role == Role.Owner =>
            new Refusal("owner.needed", "An owner cannot leave before another owner has given them another role."),
        Leave => [new Left(), .. Excusing(turn)],

        Describe when !IsOwn(turn) && !turn.Standing.Is(Role.Manager) => Refusals.OwnOnly,
        Describe c when Text.LineFault("name", c.Name, Text.NameMax) is { } fault => fault,
        Describe c when Text.Fault("biography", c.Biography, Text.AboutMax, mayBeEmpty: true) is { } fault => fault,
        Describe c => Profile.Fault(c, turn.Standing)
            ?? (Decision<MemberEvent>)[Profile.Of(c)],

        Portray when !IsOwn(turn) && !turn.Standing.Is(Role.Moderator) => Refusals.OwnOnly,
        Portray { Face: not null } when !IsOwn(turn) => Refusals.OwnOnly,
        Portray c when c.Face is not null && !Keys.IsThread(c.Face) => Upload.Missing,
        Portray c => c.Face == Face ? [] : [new Portrayed(c.Face, Face)],

        Appoint c when c.Role is < Role.Member or > Role.Owner => new Refusal("role.unknown", "There is no such role."),
        Appoint when !turn.Standing.Is(Role.Manager) => Refusals.ManagersOnly,
        Appoint when turn.By == Keys.LocalOf(turn.Key) && turn.Standing.Role != Role.System =>
            new Refusal("role.own", "Nobody changes their own role; please ask somebody else."),
        Appoint c when !turn.Standing.Is(Role.Owner) && (c.Role >= Role.Manager || Role >= Role.Manager) =>
            new Refusal("role.higher", "Only an owner may appoint or dismiss managers and owners."),
        Appoint c => c.Role == Role ? [] : [new Appointed(c.Role)],

        Keep c => Keeping(c, turn),
        Entrust c => Entrusting(c, turn),
        Thank c => Thanking(c, turn),

        SetTrust when !turn.Standing.Is(Role.Manager) => Refusals.ManagersOnly,
        SetTrust when turn.By == Keys.LocalOf(turn.Key) && turn.Standing.Role != Role.System =>
            new Refusal("trust.own", "Nobody changes their own trust level; please ask somebody else."),
        SetTrust { Level: < 0 or > Communities.Trust.Leader } => LevelRange,
        SetTrust c => c.Level == Trust && c.IsLocked == IsTrustLocked ? [] : [new Trusted(c.Level, Trust, c.IsLocked)],

        Visit when !IsOwn(turn) => Refusals.OwnOnly,
        Visit => ActiveDays.Contains(DaySet.DayOf(turn.At)) ? []
            : Recognised(Communities.Trust.Rising(this, new Visited(), turn), turn),

        Invite when !IsOwn(turn) => Refusals.OwnOnly,
        Invite c => Invitation.Fault(c, Invitations, turn)
            ?? (Decision<MemberEvent>)[new Invited(c.Id, c.Uses, c.Until, c.Note, c.Sealed)],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Member Apply(MemberEvent happened, Moment moment) => happened switch
    {
        Joined e => this with
        {
            Role = e.Role,
            Trust = Math.Max(Trust, e.Trust),
            JoinedAt = JoinedAt ?? moment.At,
            LeftAt = null,
            Request = null,
            CopiedUntil = e.CopiedUntil ?? CopiedUntil,
        },
        Left => this with
        {
            Role = Role.None, LeftAt = moment.At, Kept = [], IsAmbassador = false, Walk = Walk?.Ended,
        },
        Applied e => this with { Request = new JoinRequest(e.Name) },
        Withdrawn => this with { Request = null },
        Declined => this with { Request = Request is null ? null : Request with { DeclinedAt = moment.At } },
        Trusted e => this with { Trust = e.Level, IsTrustLocked = e.IsLocked },
        Reviewed or WrittenOf => this,
        Invited => this with { Invitations = Invitations.On(DaySet.DayOf(moment.At)) },
        Described e => this with { IsDescribed = e.Biography.Length > 0 },
        Portrayed e => this with { Face = e.Face },
        Appointed e => this with { Role = e.Role },
        MemberEvent.Kept e => this with { Kept = e.Categories },
        Entrusted e => this with { IsAmbassador = e.IsAmbassador },
        Thanked e => Apply(e, moment),
        Badged or Awarded or Revoked or Displayed or Credited or Celebrated => Recognised(happened),
        Visited => this with { ActiveDays = ActiveDays.Add(DaySet.DayOf(moment.At)) },
        Sanctioned e => this with { Sanctions = Sanctions.Add(new Sanction(e.Decision, e.Kind, e.Until)) },
        Struck e => Apply(e, moment),
        Lifted e => Apply(e),
        SanctionEnded e => Apply(e),
        Reported or Judged or Suspected or Cleared => Policed(happened, moment),
        ConsentGiven e => Apply(e, moment),
        PolicyTold e => Apply(e),
        WasNudged e => Apply(e),
        NudgeFollowed e => Apply(e),
        MemberEvent.Promised or Excused => Promised(happened),
        JourneyBegun or StepSent or StepDone or JourneyEnded or WelcomeDismissed => Walked(happened, moment),
        AnswerRequested or AnswerDeclined or AskedSet => Answering(happened, moment),
        Tallied e => this with { Totals = Totals + e.Totals, ActiveDays = ActiveDays.Add(e.Days) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private static Refusal Closed { get; } =
        new("community.closed", "This community takes new members by invitation only.");

    private static Refusal NotWaiting { get; } = new("request.missing", "No request of this account waits here.");

    private static Refusal LevelRange { get; } =
        new("trust.range", $"A trust level is 0 to {Communities.Trust.Leader}.");

    private Refusal? Applying(AskToJoin c, Turn turn) =>
        Request is { DeclinedAt: { } at } && turn.At < at + JoinRequest.AgainAfter
            ? new("request.slow", $"You can ask again {JoinRequest.AgainAfter.Days} days after the last answer.")
        : Text.LineFault("name", c.Name, Text.NameMax)
            ?? Text.Fault("answer", c.Answer, JoinRequest.AnswerMax, mayBeEmpty: true);

    private static bool IsOwn(Turn turn) =>
        turn.Standing.Role == Role.System || turn.By == Keys.LocalOf(turn.Key);
}
