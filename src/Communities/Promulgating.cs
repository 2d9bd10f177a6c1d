using Communities.Actors;

namespace Communities;

/// <summary>Policies that come into force at a time, the places that they hold for, and who is told.</summary>
internal static class Promulgating
{
    private const string Effect = "effect";

    /// <summary>Tells places of their policies, and sets and forgets the alarms.</summary>
    public static Reactor Reactor { get; } = new(
        "promulgating",
        new HashSet<string>
        {
            Domain.EventName<PolicyEvent.Published>(), Domain.EventName<PolicyEvent.TookEffect>(),
            Domain.EventName<PolicyEvent.Withdrawn>(), Domain.EventName<MemberEvent.PolicyTold>(),
        },
        (happened, key, moment) => happened switch
        {
            PolicyEvent.Published e when e.EffectiveAt > moment.At => [
                Reaction.SetAlarm(key, Effect, e.EffectiveAt, new PolicyCommand.TakeEffect(e.Number)),
                Announce(key, new ComingVersion(
                    e.Number, e.EffectiveAt, e.AsksConsent, e.Text.Length == 0))],
            PolicyEvent.TookEffect e => [Enforce(key, e)],
            PolicyEvent.Withdrawn => [Reaction.CancelAlarm<Policy>(key, Effect), Announce(key, null)],
            MemberEvent.PolicyTold e => [Reaction.Send(key, new InboxCommand.Notify(
                new Notice(Reasons.Policy, Subject: $"{e.Policy}/{e.Version}", At: moment.At)))],
            _ => [],
        });

    private static Reaction Announce(string key, ComingVersion? next)
    {
        var (place, name) = (Keys.CommunityOf(key), Keys.LocalOf(key));
        return place == Keys.Site
            ? Reaction.Send(Keys.Site, new SiteCommand.AnnouncePolicy(name, next))
            : Reaction.Send(place, new CommunityCommand.AnnouncePolicy(name, next));
    }

    private static Reaction Enforce(string key, PolicyEvent.TookEffect e)
    {
        var (place, name) = (Keys.CommunityOf(key), Keys.LocalOf(key));
        return place == Keys.Site
            ? Reaction.Send(Keys.Site, new SiteCommand.EnforcePolicy(name, e.Number, e.Needed))
            : Reaction.Send(place, new CommunityCommand.EnforcePolicy(name, e.Number, e.Needed));
    }
}
