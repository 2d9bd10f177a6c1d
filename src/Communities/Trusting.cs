using Communities.Actors;

namespace Communities;

/// <summary>What members read counts for them, who rises is told, and level 3 is looked at again.</summary>
internal static class Trusting
{
    private const string Alarm = "review";

    /// <summary>Tallies readings, tells of levels, and sets and forgets the alarms of members.</summary>
    public static Reactor Reactor { get; } = new(
        "trusting",
        new HashSet<string>
        {
            Domain.EventName<ReadingEvent.Read>(), Domain.EventName<MemberEvent.Trusted>(),
            Domain.EventName<MemberEvent.Reviewed>(),
        },
        (happened, key, moment) => happened switch
        {
            ReadingEvent.Read e => [Reaction.Send(
                Keys.OfMember(Keys.CommunityOf(key), Keys.ReaderOf(key)), new MemberCommand.Tally(Totals(e), []))],
            MemberEvent.Trusted e => [Held(e, key, moment), .. Told(e, key, moment)],
            MemberEvent.Reviewed e => [Ring(key, e.Next)],
            _ => [],
        });

    // A thread counts as entered by whoever begins at its beginning.
    private static MemberTotals Totals(ReadingEvent.Read e) =>
        new(Read: e.To - e.From + 1, Entered: e.From == 1 ? 1 : 0);

    private static Reaction Held(MemberEvent.Trusted e, string key, Moment moment) =>
        e is { Level: Trust.Regular, IsLocked: false } ? Ring(key, moment.At + Trust.Hold)
        : Reaction.CancelAlarm<Member>(key, Alarm);

    private static Reaction Ring(string key, DateTimeOffset at) =>
        Reaction.SetAlarm(key, Alarm, at, new MemberCommand.Review());

    private static IEnumerable<Reaction> Told(MemberEvent.Trusted e, string key, Moment moment) =>
        e.Level <= e.Before ? []
        : [Reaction.Send(key, new InboxCommand.Notify(
            new Notice(Reasons.Promoted, Subject: $"trust-{e.Level}", At: moment.At)))];
}
