using Communities.Actors;

namespace Communities;

/// <summary>Interviews that begin and end at their time, and who is told.</summary>
internal static class Interviewing
{
    private const string Soon = "soon";
    private const string Live = "live";
    private const string Over = "over";

    /// <summary>Sets and forgets the alarms of interviews, tells who takes part, and closes their threads.</summary>
    public static Reactor Reactor { get; } = new(
        "interviewing",
        new HashSet<string>
        {
            Domain.EventName<InterviewEvent.Announced>(), Domain.EventName<InterviewEvent.Changed>(),
            Domain.EventName<InterviewEvent.Reminded>(), Domain.EventName<InterviewEvent.Begun>(),
            Domain.EventName<InterviewEvent.Ended>(), Domain.EventName<InterviewEvent.Closed>(),
            Domain.EventName<InterviewEvent.Cancelled>(),
        },
        (happened, key, moment) => happened switch
        {
            InterviewEvent.Announced e => [.. Alarms(key, e.LiveAt, moment), .. Tell(key, e.Guests, "guest", moment)],
            InterviewEvent.Changed e => [
                .. e.LiveAt > moment.At ? Alarms(key, e.LiveAt, moment) : [Ending(key, e.EndsAt)],
                .. Tell(key, e.To, "guest", moment)],
            InterviewEvent.Reminded e => [
                Reaction.CancelAlarm<Interview>(key, Soon), .. Tell(key, e.To, "soon", moment)],
            InterviewEvent.Begun e => [.. Never(key), Ending(key, e.EndsAt)],
            InterviewEvent.Ended e => [
                Reaction.CancelAlarm<Interview>(key, Over), .. Tell(key, [e.Host], "over", moment)],
            InterviewEvent.Closed => [.. Never(key), Reaction.Send(key, new ThreadCommand.Close(), by: "")],
            InterviewEvent.Cancelled e => [.. Never(key), .. Tell(key, e.To, "cancelled", moment)],
            _ => [],
        }) { SendsOnce = true };

    private static IEnumerable<Reaction> Alarms(string key, DateTimeOffset live, Moment moment)
    {
        if (live - Interview.Reminder > moment.At)
            yield return Reaction.SetAlarm(key, Soon, live - Interview.Reminder, new InterviewCommand.Remind());
        yield return Reaction.SetAlarm(key, Live, live, new InterviewCommand.Begin(live));
    }

    private static Reaction Ending(string key, DateTimeOffset at) =>
        Reaction.SetAlarm(key, Over, at, new InterviewCommand.End(at));

    private static IEnumerable<Reaction> Never(string key) =>
        new[] { Soon, Live, Over }.Select(alarm => Reaction.CancelAlarm<Interview>(key, alarm));

    private static IEnumerable<Reaction> Tell(
        string key, IEnumerable<string> accounts, string what, Moment moment) =>
        accounts.Where(account => account.Length > 0 && account != moment.By).Select(account => Reaction.Send(
            Keys.OfMember(Keys.CommunityOf(key), account),
            new InboxCommand.Notify(new Notice(
                Reasons.Interview, Keys.LocalOf(key), By: moment.By, Subject: what, At: moment.At))));
}
