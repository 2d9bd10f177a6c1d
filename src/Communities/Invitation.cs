using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.InvitationCommand;
using static Communities.InvitationEvent;

namespace Communities;

/// <summary>A link by which people come into a community: so many of them, until a day.</summary>
/// <remarks>
/// What the link holds is a secret of the server: the actor's key is a digest of it, and the event bears it only as the
/// server sealed it, so that journal and archive open no door.
/// </remarks>
public sealed record Invitation : IActor<Invitation, InvitationCommand, InvitationEvent>
{
    /// <summary>The most people a member's invitation brings: a round of friends.</summary>
    public const int UsesMax = 10;

    /// <summary>The most people a moderator's invitation brings: the readers of a newsletter.</summary>
    public const int ModeratorUsesMax = 5_000;

    /// <summary>The most invitations a member writes a day.</summary>
    public const int DayMax = 10;

    /// <summary>The longest <see cref="Issued.Sealed"/>, in characters: several times what a server needs.</summary>
    public const int SealedMax = 1_000;

    /// <summary>How long an invitation lasts at most: who finds an older one asks again.</summary>
    public static readonly TimeSpan LifeMax = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public static string Kind => "invitation";

    /// <inheritdoc/>
    public static Invitation Initial { get; } = new();

    /// <summary>The account that invites; empty before it is issued.</summary>
    public string By { get; init; } = "";

    /// <summary>How many may still come.</summary>
    public int Left { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>It was taken back.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>The accounts that came by it.</summary>
    public ImmutableHashSet<string> Taken { get; init; } = [];

    /// <summary>True while somebody can come by it at this time.</summary>
    public bool IsOpen(DateTimeOffset at) => By.Length > 0 && !IsRevoked && Left > 0 && at < Until;

    /// <inheritdoc/>
    public Decision<InvitationEvent> Decide(InvitationCommand command, Turn turn) => command switch
    {
        Issue when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Issue c when !Keys.IsAccount(c.By) || !IsWell(c.Note, c.Sealed) => Missing,
        Issue c => By.Length > 0 ? [] : [new Issued(c.By, c.Uses, c.Until, c.Note, c.Sealed)],

        _ when By.Length == 0 => Missing,
        Redeem when Refusals.Barred(turn) is { } barred => barred,
        Redeem when turn.By.Length == 0 => Refusals.OwnOnly,
        Redeem when turn.Standing.Is(Role.Member) && !turn.Standing.IsOperator || Taken.Contains(turn.By) => [],
        Redeem when !IsOpen(turn.At) => Past,
        Redeem c when Text.LineFault("name", c.Name, Text.NameMax) is { } fault => fault,
        Redeem c => [new Redeemed(c.Name, By, c.Agreed)],

        Revoke when turn.By != By && !turn.Standing.Is(Role.Moderator) => Refusals.ModeratorsOnly,
        Revoke => IsRevoked ? [] : [new Revoked()],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Invitation Apply(InvitationEvent happened, Moment moment) => happened switch
    {
        Issued e => this with { By = e.By, Left = e.Uses, Until = e.Until },
        Redeemed => this with { Left = Left - 1, Taken = Taken.Add(moment.By) },
        Revoked => this with { IsRevoked = true },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    /// <summary>There is no such invitation.</summary>
    public static Refusal Missing { get; } = new("invitation.missing", "There is no such invitation.");

    /// <summary>It has ended.</summary>
    public static Refusal Past { get; } =
        new("invitation.past", "This invitation has ended. Whoever sent it can send another one.");

    internal static Refusal? Fault(MemberCommand.Invite c, DayCount written, Turn turn)
    {
        var isModerator = turn.Standing.Is(Role.Moderator);
        var most = isModerator ? ModeratorUsesMax : UsesMax;
        return !isModerator && turn.Standing.Trust < Trust.Full ? Refusals.TrustNeeded
            : !Keys.IsThread(c.Id) || !IsWell(null, c.Sealed) ? Missing
            : c.Uses < 1 || c.Uses > most ? new("uses.range", $"An invitation of yours brings 1 to {most} people.")
            : c.Until <= turn.At ? new("time.past", "That time has passed already.")
            : c.Until > turn.At + LifeMax
                ? new("invitation.long", $"An invitation lasts {LifeMax.Days} days at most.")
            : written.At(DaySet.DayOf(turn.At)) >= DayMax
                ? new("invitations.exceeded", $"You can write {DayMax} invitations a day.")
            : Text.LineFault("note", c.Note, Text.LineMax, mayBeEmpty: true);
    }

    private static bool IsWell(string? note, string? secret) =>
        Text.LineFault("note", note, Text.LineMax, mayBeEmpty: true) is null
        && secret is { Length: <= SealedMax } && !secret.Any(char.IsSurrogate);
}

/// <summary>What an invitation can be asked.</summary>
[JsonDerivedType(typeof(Issue), "issue"), JsonDerivedType(typeof(Redeem), "redeem")]
[JsonDerivedType(typeof(Revoke), "revoke")]
public abstract record InvitationCommand : ICommand<Invitation>
{
    /// <summary>The program only: a member has written it.</summary>
    public sealed record Issue(string By, int Uses, DateTimeOffset Until, string? Note, string Sealed)
        : InvitationCommand;

    /// <summary>Comes by it; who asks has shown what its link holds.</summary>
    /// <param name="Name">The display name there.</param>
    /// <param name="Agreed">To what who asks says yes; the server has looked that it is what holds.</param>
    public sealed record Redeem(string Name, HouseRules? Agreed = null) : InvitationCommand;

    /// <summary>Takes it back; who came by it stays.</summary>
    public sealed record Revoke : InvitationCommand;
}

/// <summary>What happens to invitations.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Issued), "invitation.issued"), JsonDerivedType(typeof(Redeemed), "invitation.redeemed")]
[JsonDerivedType(typeof(Revoked), "invitation.revoked")]
public abstract record InvitationEvent
{
    /// <summary>It can be taken up.</summary>
    public sealed record Issued(string By, int Uses, DateTimeOffset Until, string? Note, string Sealed)
        : InvitationEvent;

    /// <summary>Somebody came by it under this name, invited by this account, and said yes to that.</summary>
    public sealed record Redeemed(string Name, string InvitedBy, HouseRules? Agreed = null) : InvitationEvent;

    /// <summary>It can no longer be taken up.</summary>
    public sealed record Revoked : InvitationEvent;
}

/// <summary>What a member writes becomes an invitation, and who takes it up a member.</summary>
internal static class Inviting
{
    /// <summary>Carries invitations on.</summary>
    public static Reactor Reactor { get; } = new(
        "inviting",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.Invited>(), Domain.EventName<Redeemed>(),
        },
        (happened, key, moment) => happened switch
        {
            MemberEvent.Invited e => [Reaction.Send(
                Keys.OfInvitation(Keys.CommunityOf(key), e.Id),
                new Issue(Keys.LocalOf(key), e.Uses, e.Until, e.Note, e.Sealed))],
            Redeemed e => [Reaction.Send(
                Keys.OfMember(Keys.CommunityOf(key), moment.By),
                new MemberCommand.Join(
                    e.Name, InvitedBy: e.InvitedBy, Trust: Trust.Basic, Agreed: e.Agreed))],
            _ => [],
        });
}
