using Communities.Actors;

namespace Communities;

/// <summary>
/// Who keeps order in a community is told of requests to join it, and of what else waits for them; who asks, of the
/// answer.
/// </summary>
internal static class Admitting
{
    /// <summary>The subject of a notice to those who decide: somebody asks.</summary>
    public const string Asks = "asks";

    /// <summary>The subject of a notice to who asked: let in.</summary>
    public const string Admitted = "admitted";

    /// <summary>The subject of a notice to who asked: not let in.</summary>
    public const string Declined = "declined";

    /// <summary>Keeps the community's list of its staff, and carries news of requests.</summary>
    public static Reactor Reactor { get; } = new(
        "admitting",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.Joined>(), Domain.EventName<MemberEvent.Left>(),
            Domain.EventName<MemberEvent.Appointed>(), Domain.EventName<MemberEvent.Applied>(),
            Domain.EventName<MemberEvent.Declined>(), Domain.EventName<CommunityEvent.StaffTold>(),
            Domain.EventName<InvitationEvent.Redeemed>(),
        },
        React);

    private static IEnumerable<Reaction> React(object happened, string key, Moment moment)
    {
        var (community, local) = (Keys.CommunityOf(key), Keys.LocalOf(key));
        return happened switch
        {
            MemberEvent.Joined { Role: >= Role.Moderator } => [Staff(isStaff: true)],
            MemberEvent.Joined when moment.By.Length > 0 && moment.By != local => [Tell(local, Admitted)],
            MemberEvent.Appointed e => [Staff(e.Role >= Role.Moderator)],
            MemberEvent.Left => [Staff(isStaff: false)],
            MemberEvent.Applied => [Reaction.Send(community, new CommunityCommand.TellStaff(local))],
            MemberEvent.Declined => [Tell(local, Declined)],
            CommunityEvent.StaffTold e => e.To.Select(account =>
                Tell(account, e.Subject ?? Asks, e.Of, e.Reason ?? Reasons.Request)),
            InvitationEvent.Redeemed e when e.InvitedBy != moment.By => [Reaction.Send(
                Keys.OfMember(community, e.InvitedBy),
                new InboxCommand.Notify(new Notice(Reasons.Invited, By: moment.By, Subject: Admitted, At: moment.At)))],
            _ => [],
        };

        Reaction Staff(bool isStaff) => Reaction.Send(community, new CommunityCommand.SetStaff(local, isStaff));

        Reaction Tell(string account, string what, string? by = null, string reason = Reasons.Request) => Reaction.Send(
            Keys.OfMember(community, account),
            new InboxCommand.Notify(new Notice(reason, By: by ?? moment.By, Subject: what, At: moment.At)));
    }
}
