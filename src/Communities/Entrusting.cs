using Communities.Actors;

namespace Communities;

/// <summary>Keeps a community's list of its ambassadors, and tells them of what they were entrusted with.</summary>
internal static class Entrusting
{
    /// <summary>The subject of a notice to who has become an ambassador.</summary>
    public const string Ambassador = "ambassador";

    /// <summary>From members to their community and their inboxes.</summary>
    public static Reactor Reactor { get; } = new(
        "entrusting",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.Entrusted>(), Domain.EventName<MemberEvent.Thanked>(),
            Domain.EventName<MemberEvent.Left>(),
        },
        (happened, key, moment) => happened switch
        {
            MemberEvent.Entrusted { IsAmbassador: true } =>
                [Listed(key, isAmbassador: true), Told(key, new Notice(
                    Reasons.Promoted, Subject: Ambassador, By: moment.By, At: moment.At))],
            MemberEvent.Entrusted or MemberEvent.Left => [Listed(key, isAmbassador: false)],
            MemberEvent.Thanked => [Told(key, new Notice(Reasons.Thanks, By: moment.By, At: moment.At))],
            _ => [],
        });

    private static Reaction Listed(string key, bool isAmbassador) => Reaction.Send(
        Keys.CommunityOf(key), new CommunityCommand.SetAmbassador(Keys.LocalOf(key), isAmbassador));

    private static Reaction Told(string key, Notice notice) =>
        Reaction.Send(key, new InboxCommand.Notify(notice));
}
