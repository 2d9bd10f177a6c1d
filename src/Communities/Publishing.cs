using Communities.Actors;

namespace Communities;

/// <summary>The editorial calendar: slots that are published at their time, and who is told.</summary>
internal static class Publishing
{
    private const string AtItsTime = "publish";

    /// <summary>Opens what slots bring, sets and forgets their alarms, and tells their authors and managers.</summary>
    public static Reactor Reactor { get; } = new(
        "publishing",
        new HashSet<string>
        {
            Domain.EventName<SlotEvent.Opened>(), Domain.EventName<SlotEvent.Edited>(),
            Domain.EventName<SlotEvent.Planned>(), Domain.EventName<SlotEvent.Submitted>(),
            Domain.EventName<SlotEvent.Returned>(), Domain.EventName<SlotEvent.PollAsked>(),
            Domain.EventName<SlotEvent.Published>(), Domain.EventName<SlotEvent.Missed>(),
            Domain.EventName<SlotEvent.Cancelled>(),
        },
        (happened, key, moment) => React(happened, new Telling(key, moment))) { SendsOnce = true };

    private static IEnumerable<Reaction> React(object happened, Telling tell) => happened switch
    {
        SlotEvent.Opened e when tell.IsNamed => [
            .. AlarmAt(tell.Key, e.At), .. tell.Author(e.Content.Author, "assigned", e.Content.Title)],
        SlotEvent.Opened e => AlarmAt(tell.Key, e.At),
        SlotEvent.Edited { Before: not null } e => tell.Author(e.Content.Author, "assigned", e.Content.Title),
        SlotEvent.Planned e => AlarmAt(tell.Key, e.At),
        SlotEvent.Submitted e => [tell.Staff("waiting", e.Title)],
        SlotEvent.Returned e => tell.Author(e.Author, "returned", e.Title),
        SlotEvent.Missed e => [
            Reaction.CancelAlarm<Slot>(tell.Key, AtItsTime), tell.Staff("missed", e.Title),
            .. tell.Author(e.Author, "missed", e.Title)],
        SlotEvent.PollAsked e => [
            Reaction.Send(
                Keys.OfPoll(tell.Community, e.Poll),
                new PollCommand.Open(e.Question, e.Terms.Options, e.Terms.Terms, e.ClosesAt), by: e.Author),
            Reaction.Send(tell.Key, new SlotCommand.Bring())],
        SlotEvent.Published e => [
            Reaction.CancelAlarm<Slot>(tell.Key, AtItsTime), .. Open(tell.Community, e),
            .. Continue(tell.Community, e.Next),
            .. tell.Author(e.Content.Author, "published", e.Content.Title, e.Thread)],
        SlotEvent.Cancelled e => [
            Reaction.CancelAlarm<Slot>(tell.Key, AtItsTime), .. Continue(tell.Community, e.Next),
            .. tell.Author(e.Author, "cancelled", e.Title)],
        _ => [],
    };

    private static IEnumerable<Reaction> AlarmAt(string slot, DateTimeOffset? at) =>
        at is { } due
            ? [Reaction.SetAlarm(slot, AtItsTime, due, new SlotCommand.Due(due))]
            : [Reaction.CancelAlarm<Slot>(slot, AtItsTime)];

    // What the calendar brings is news, although the program brings it.
    private static IEnumerable<Reaction> Open(string community, SlotEvent.Published e)
    {
        var (content, thread) = (e.Content, Keys.OfThread(community, e.Thread));
        yield return Reaction.Send(
            thread,
            new ThreadCommand.Open(
                content.Title, content.Text, content.Category, content.Tags, e.Poll, IsNews: true),
            by: content.Author);
        if (content.Interview is { } live && e.LiveAt is { } at)
            yield return Reaction.Send(
                thread,
                new InterviewCommand.Announce(content.Author, live.Guests, at, at.AddMinutes(live.Minutes)),
                by: content.Author);
    }

    private static IEnumerable<Reaction> Continue(string community, NextSlot? next) =>
        next is null ? []
        : [Reaction.Send(Keys.OfSlot(community, next.Id), new SlotCommand.Continue(next), by: "")];

    /// <summary>Who is told of a slot, and how: its notices say what it is called.</summary>
    private readonly record struct Telling(string Key, Moment Moment)
    {
        public string Community => Keys.CommunityOf(Key);

        public bool IsNamed => Moment.By.Length > 0;

        public Reaction Staff(string what, string title) => Reaction.Send(
            Community, new CommunityCommand.TellStaff(Moment.By, Reasons.Slot, Subject(what, title)));

        public IEnumerable<Reaction> Author(string account, string what, string title, string? thread = null) =>
            account == Moment.By ? []
            : [Reaction.Send(
                Keys.OfMember(Community, account),
                new InboxCommand.Notify(new Notice(
                    Reasons.Slot, thread, thread is null ? null : 1, Moment.By, Subject(what, title), Moment.At)))];

        private string Subject(string what, string title)
        {
            var subject = $"{what} {Keys.LocalOf(Key)} {title}";
            return subject.Length <= Text.TitleMax ? subject : Text.CleanLine(subject, Text.TitleMax);
        }
    }
}
