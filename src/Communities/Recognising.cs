using System.Globalization;
using Communities.Actors;

namespace Communities;

/// <summary>Tells members of their badges and anniversaries, and sets the alarms of these.</summary>
internal static class Recognising
{
    private const string Alarm = "anniversary";

    /// <summary>From members to their inboxes and alarms.</summary>
    public static Reactor Reactor { get; } = new(
        "recognising",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.Joined>(), Domain.EventName<MemberEvent.Left>(),
            Domain.EventName<MemberEvent.Celebrated>(), Domain.EventName<MemberEvent.Badged>(),
            Domain.EventName<MemberEvent.Awarded>(), Domain.EventName<GatheringEvent.Attended>(),
            Domain.EventName<GatheringEvent.Missed>(),
        },
        (happened, key, moment) => happened switch
        {
            MemberEvent.Joined => [Ring(key, moment.At.AddYears(1))],
            MemberEvent.Left => [Reaction.CancelAlarm<Member>(key, Alarm)],
            MemberEvent.Celebrated e => [
                Ring(key, e.Next),
                Tell(key, Reasons.Anniversary, e.Years.ToString(CultureInfo.InvariantCulture), e.On)],

            // Whoever does something for the first time knows it, and an anniversary is told already.
            MemberEvent.Badged e when Badges.Find(e.Badge) is { Needed: 1 } or { Measure: BadgeMeasure.Years } => [],
            MemberEvent.Badged e => [Tell(key, Reasons.Badge, e.Badge, moment.At)],
            GatheringEvent.Attended e => e.Accounts.Select(account => Credit(key, account)),
            GatheringEvent.Missed e => e.Accounts.Select(account => Credit(key, account, isUndone: true)),
            MemberEvent.Awarded e => [Tell(key, Reasons.Badge, e.Badge, moment.At)],
            _ => [],
        }) { SendsOnce = true };

    private static Reaction Ring(string key, DateTimeOffset at) =>
        Reaction.SetAlarm(key, Alarm, at, new MemberCommand.Celebrate());

    private static Reaction Credit(string gathering, string account, bool isUndone = false) => Reaction.Send(
        Keys.OfMember(Keys.CommunityOf(gathering), account),
        new MemberCommand.Credit(Deed.Attended, Keys.LocalOf(gathering), isUndone));

    private static Reaction Tell(string key, string reason, string subject, DateTimeOffset at) =>
        Reaction.Send(key, new InboxCommand.Notify(new Notice(reason, Subject: subject, At: at)));
}
