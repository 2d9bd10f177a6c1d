using Communities.Actors;
using static Communities.MemberCommand;

namespace Communities.Web;

/// <summary>How invitations are written and taken up, for pages and API alike.</summary>
internal sealed class Invitations(IActors actors, InvitationLinks links, TimeProvider time)
{
    /// <summary>Writes an invitation as who asks.</summary>
    /// <returns>What came of it, and what its link holds; the same where the request is a repeat.</returns>
    public async ValueTask<(Answer Answer, string Code)> Write(
        Asking ask, string community, int uses, int days, string? note, string? once, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return (No(Refusals.OwnOnly), "");
        var link = links.New();
        var until = time.GetUtcNow().AddDays(Math.Clamp(days, 0, (int)Invitation.LifeMax.TotalDays + 1));
        var invite = new Invite(link.Id, uses, until, note is { Length: > 0 } ? note : null, link.Sealed);
        var answer = await ask.Ask(Keys.OfMember(community, account), invite, once, ct);
        if (answer.First<MemberEvent.Invited>() is not { } e) return (answer, "");

        // It follows by itself; asked here, too, it can be read at once.
        var issued = await actors.Ask(
            Keys.OfInvitation(community, e.Id),
            new InvitationCommand.Issue(account, e.Uses, e.Until, e.Note, e.Sealed), Call.System(), ct);
        return (issued.Position > answer.Position ? issued : answer, links.CodeOf(e.Sealed) ?? "");
    }

    /// <summary>The invitation whose link holds this, and whether somebody can come by it now.</summary>
    public async ValueTask<(Invitation Invitation, bool IsOpen)> Find(
        string community, string code, CancellationToken ct)
    {
        var invitation = Keys.IsCommunity(community) && Keys.IsThread(code)
            ? await actors.See<Invitation>(Keys.OfInvitation(community, InvitationLinks.IdOf(code)), ct)
            : Invitation.Initial;
        return (invitation, invitation.IsOpen(time.GetUtcNow()));
    }

    /// <summary>Lets who asks come in by the link that holds this.</summary>
    public async ValueTask<Answer> Take(
        Asking ask, string community, string code, string name, HouseRules? agreed, string? once,
        CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return No(Refusals.OwnOnly);
        var (invitation, isOpen) = await Find(community, code, ct);
        if (invitation.By.Length == 0)
            return No((await ask.Caller.In(community, ct)).IsSeen ? Invitation.Missing : Refusals.NoSuchCommunity);
        var answer = await ask.Ask(
            Keys.OfInvitation(community, InvitationLinks.IdOf(code)), new InvitationCommand.Redeem(name, agreed), once,
            ct);
        if (answer.Refusal is not null) return answer;
        var member = Keys.OfMember(community, account);

        // Who came by it and left does not come back by it when it has ended.
        if (answer.Events.Count == 0 && !isOpen && (await actors.See<Member>(member, ct)).Role == Role.None)
            return No(Invitation.Past);

        // It follows by itself; asked here, too, the next page is a member's.
        return await actors.Ask(
            member,
            new Join(
                name, InvitedBy: invitation.By, Trust: Trust.Basic,
                Agreed: answer.First<InvitationEvent.Redeemed>()?.Agreed),
            new Call(account, Standing.System), ct);
    }

    private static Answer No(Refusal refusal) => new(0, 0, [], refusal);
}
