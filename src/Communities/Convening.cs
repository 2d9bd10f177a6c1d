using System.Globalization;
using Communities.Actors;

namespace Communities;

/// <summary>
/// Gatherings that begin, end and remind by themselves, that open threads and tell people, and whose seats are free
/// again when a member goes for good.
/// </summary>
internal static class Convening
{
    /// <summary>The subject of a notice where the gathering was called off.</summary>
    public const string Cancelled = "cancelled";

    private const string Beginning = "begin";
    private const string Ending = "end";

    /// <summary>From gatherings to alarms, threads and those who come; and from members back to gatherings.</summary>
    public static Reactor Reactor { get; } = new(
        "convening",
        new HashSet<string>
        {
            Domain.EventName<GatheringEvent.Planned>(), Domain.EventName<GatheringEvent.Changed>(),
            Domain.EventName<GatheringEvent.Cancelled>(), Domain.EventName<GatheringEvent.MovedUp>(),
            Domain.EventName<GatheringEvent.Reminded>(), Domain.EventName<GatheringEvent.Began>(),
            Domain.EventName<GatheringEvent.Ended>(), Domain.EventName<GatheringEvent.Recapped>(),
            Domain.EventName<GatheringEvent.Answered>(), Domain.EventName<MemberEvent.Excused>(),
        },
        (happened, key, moment) => happened switch
        {
            GatheringEvent.Planned e => [.. Alarms(key, e.As, moment), Talk(key, e.As, moment)],
            GatheringEvent.Changed e => [
                .. Alarms(key, e.As, moment), .. Tell(key, e.To ?? [], Reasons.GatheringChanged, moment)],
            GatheringEvent.Cancelled e => [
                Reaction.CancelAlarm<Gathering>(key, Beginning), Reaction.CancelAlarm<Gathering>(key, Ending),
                Close(key), .. Tell(key, e.To, Reasons.GatheringChanged, moment, Cancelled)],
            GatheringEvent.Answered e => [Reaction.Send(
                Keys.OfMember(Keys.CommunityOf(key), e.Account),
                new MemberCommand.Promise(Keys.LocalOf(key), IsOff: e.With == Rsvp.None))],

            // Whoever moves up learns nothing of why, nor of who decided it.
            MemberEvent.Excused e => e.Gatherings.Select(gathering => Reaction.Send(
                Keys.OfGathering(Keys.CommunityOf(key), gathering),
                new GatheringCommand.Excuse(Keys.LocalOf(key), e.From), by: "")),
            GatheringEvent.MovedUp e => Tell(key, [e.Account], Reasons.GatheringSeat, moment),
            GatheringEvent.Reminded e => [
                Reaction.CancelAlarm<Gathering>(key, Reminding(e.Minutes)),
                .. Tell(key, e.To, Reasons.GatheringSoon, moment, Text(e.Minutes)), .. Write(key, e)],
            GatheringEvent.Began { HasRoom: true, Planner.Length: > 0 } e => [
                Reaction.CancelAlarm<Gathering>(key, Beginning), Room(key, e)],
            GatheringEvent.Began => [Reaction.CancelAlarm<Gathering>(key, Beginning)],
            GatheringEvent.Ended => [Reaction.CancelAlarm<Gathering>(key, Ending), Close(key)],
            GatheringEvent.Recapped e => [Recap(key, e, moment), .. Thank(key, e, moment)],
            _ => [],
        }) { SendsOnce = true };

    // An alarm that is due already would ring at once: nobody is reminded of tomorrow an hour before.
    private static IEnumerable<Reaction> Alarms(string key, GatheringPlan plan, Moment moment)
    {
        foreach (var minutes in plan.Reminders)
            if (plan.Starts.AddMinutes(-minutes) is var due && due > moment.At)
                yield return Reaction.SetAlarm(
                    key, Reminding(minutes), due,
                    new GatheringCommand.Remind(minutes, plan.Starts));
        yield return Reaction.SetAlarm(key, Beginning, plan.Starts, new GatheringCommand.Begin(
            plan.Starts, plan.Title, plan.Category, GatheringPlan.HasRoom(plan.Form)));
        yield return Reaction.SetAlarm(key, Ending, plan.Ends, new GatheringCommand.End(plan.Ends));
    }

    private static Reaction Talk(string key, GatheringPlan plan, Moment moment) => Open(
        key, Gathering.TalkOf(Keys.LocalOf(key)), plan.Title, $"{plan.Text}\n\n{Link(key, plan.Title)}".TrimStart(),
        plan.Category, moment.By);

    private static Reaction Room(string key, GatheringEvent.Began e) => Open(
        key, Gathering.RoomOf(Keys.LocalOf(key)), e.Title, Link(key, e.Title), e.Category, e.Planner);

    private static Reaction Recap(string key, GatheringEvent.Recapped e, Moment moment) => Open(
        key, Gathering.RecapOf(Keys.LocalOf(key)), e.Title, $"{e.Text}\n\n{Link(key, e.Title)}", e.Category, moment.By);

    private static Reaction Open(
        string key, string thread, string title, string text, string? category, string by) =>
        Reaction.Send(
            Keys.OfThread(Keys.CommunityOf(key), thread),
            new ThreadCommand.Open(title, text, category, [], IsNews: true), by);

    // Where there is no room, nothing is closed.
    private static Reaction Close(string key) => Reaction.Send(
        Keys.OfThread(Keys.CommunityOf(key), Gathering.RoomOf(Keys.LocalOf(key))), new ThreadCommand.Close());

    private static IEnumerable<Reaction> Tell(
        string key, IEnumerable<string> accounts, string reason, Moment moment, string? how = null) =>
        accounts.Select(account => Reaction.Send(
            Keys.OfMember(Keys.CommunityOf(key), account),
            new InboxCommand.Notify(new Notice(
                reason, Gathering.TalkOf(Keys.LocalOf(key)), By: moment.By, Subject: how, At: moment.At))));

    // A letter that is named after the time that it tells is another one when the gathering is moved.
    private static IEnumerable<Reaction> Write(string key, GatheringEvent.Reminded e)
    {
        var (community, id) = (Keys.CommunityOf(key), Keys.LocalOf(key));
        var delivery = string.Create(
            CultureInfo.InvariantCulture, $"gathering-{id}-{e.Minutes}-{e.Starts.ToUnixTimeSeconds()}");
        return e.To.Select(account => Reaction.Send(
            Keys.OfRecipient(community, account),
            new RecipientCommand.Owe(delivery, LetterKind.Reminder, id, e.Starts)));
    }

    private static IEnumerable<Reaction> Thank(string key, GatheringEvent.Recapped e, Moment moment) =>
        e.To.Select(account => Reaction.Send(
            Keys.OfMember(Keys.CommunityOf(key), account),
            new InboxCommand.Notify(new Notice(
                Reasons.GatheringRecap, Gathering.RecapOf(Keys.LocalOf(key)), 1, moment.By, At: moment.At))));

    private static string Link(string key, string title) =>
        $"[{Escape(title)}](/c/{Keys.CommunityOf(key)}/gatherings/{Keys.LocalOf(key)})";

    private static string Reminding(int minutes) => $"remind-{Text(minutes)}";

    private static string Text(int minutes) => minutes.ToString(CultureInfo.InvariantCulture);

    // A title may hold what Markdown reads.
    private static string Escape(string title) =>
        string.Concat(title.Select(c => char.IsAsciiLetterOrDigit(c) || c is ' ' || c > 127 ? $"{c}" : $"\\{c}"));
}
