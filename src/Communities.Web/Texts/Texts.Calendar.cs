#pragma warning disable CS1591 // A text says itself what it is.

namespace Communities.Web;

// The editorial calendar.
public partial class Texts
{
    public virtual string CalendarSpan => "Days shown";
    public virtual string CalendarToday => "Today";
    public virtual string MonthView => "Month";
    public virtual string WeekView => "Week";
    public virtual string MonthBefore => "The month before";
    public virtual string MonthAfter => "The month after";
    public virtual string WeekBefore => "The week before";
    public virtual string WeekAfter => "The week after";
    public virtual string EmptyMonth =>
        "Nothing is planned for this month. A question of the week is a good beginning.";
    public virtual string EmptyWeek => "Nothing is planned for this week.";
    public virtual string NewSlot => "Plan something";
    public virtual string NewSlotHint => "A draft first: you review and schedule it on the next page.";
    public virtual string ProposeSlot => "Propose something";
    public virtual string ProposeSlotHint =>
        "A debate, a question, a poll, an interview, an experience: write it, and the managers find a day for it.";
    public virtual string OwnSlots => "My contributions to the calendar";
    public virtual string OwnSlotsShort => "My proposals";
    public virtual string OwnSlotsHint => "What you write for the community, and what the managers asked you to write.";
    public virtual string NoOwnSlots => "Nothing yet";
    public virtual string NoOwnSlotsHint =>
        "An idea for a debate, a question to everybody, a guest to be asked? Propose it; it is published in your name.";
    public virtual string WholeCalendar => "The whole calendar";
    public virtual string Ideas => "Ideas without a day";
    public virtual string NoIdeas => "No ideas are waiting. What members propose will stand here.";
    public virtual string MoveSlot => "Move something to another day";
    public virtual string MoveSlotHint =>
        "Or drag it in the calendar, or move it with Alt and the arrow keys. It keeps its time of day.";
    public virtual string MoveIt => "Move";
    public virtual string WhichSlot => "What";
    public virtual string ToWhichDay => "To which day";
    public virtual string SlotMovedTo => "Moved to {0}";
    public virtual string ComesAgain => "Comes again:";
    public virtual string SlotWaits => "waits for a review";
    public virtual string SlotMissed => "late";
    public virtual string SlotMissedHint =>
        "Its time went by before it was reviewed and scheduled, so nothing was published. Give it another time.";
    public virtual string SlotGivenBack => "Given back with a word:";
    public virtual string SlotStands => "It is published.";
    public virtual string ReadSlotThread => "Read the thread";
    public virtual string Review => "Mark as reviewed";
    public virtual string ReviewAndSchedule => "Review and schedule";
    public virtual string AnotherReviews =>
        "You wrote it; another manager reviews it before it is scheduled.";
    public virtual string ScheduleSlot => "Schedule";
    public virtual string PublishNow => "Publish now";
    public virtual string CancelSlot => "Take out of the calendar";
    public virtual string SkipThisOne => "Leave this one out";
    public virtual string EndSeries => "End the series";
    public virtual string CancelSlotWhat => "It leaves the calendar and is not published.";
    public virtual string SkipLastSlotWhat => "It is left out, and was the last one of its series.";
    public virtual string EndSeriesWhat => "Neither this one nor any that would follow is published.";
    public virtual string SubmitSlot => "Send for review";
    public virtual string GiveBack => "Give back to its author";
    public virtual string GiveBackNote => "A word to its author";
    public virtual string SlotKindLabel => "What it is";
    public virtual string PlaceholdersHint =>
        "{date} becomes the day on which it is published, {n} its number in a series.";
    public virtual string SlotText => "What it says";
    public virtual string SlotPollPart => "The poll";
    public virtual string PollOpenDays => "Days open for votes";
    public virtual string SlotInterviewPart => "The interview";
    public virtual string Guests => "Guests, by their account names";
    public virtual string LiveDaysAfter => "Live how many days after the announcement";
    public virtual string LiveTime => "At what time";
    public virtual string LiveMinutes => "For how many minutes";
    public virtual string SlotAuthor => "Published in the name of";
    public virtual string SlotAuthorHint => "A member’s account name. Whoever it is may write the draft.";
    public virtual string SlotTimeLabel => "Published on";
    public virtual string Repeats => "Comes again";
    public virtual string HowOften => "How often";
    public virtual string Once => "Once";
    public virtual string EveryHowMany => "Every how many weeks or months";
    public virtual string OnDays => "On these days of the week";
    public virtual string RhythmHint =>
        "Days of the week count for weeks only. Months go by the date above; where a month is too short for it, the "
        + "last day is taken.";
    public virtual string UntilDay => "Until";
    public virtual string TimesInAll => "How many times in all";
    public virtual string SkippedDays => "Days left out";
    public virtual string SkippedHint => "As 2026-12-25, between spaces.";
    public virtual string NextDays => "Next:";
    public virtual string WordsFor => "Changed words are for";
    public virtual string OnlyThisOne => "this one only";
    public virtual string ThisAndFollowing => "this one and those that follow";
    public virtual string EditAgainHint =>
        "Other words make a draft of it again, so that another manager reads them. A new time does not.";
    public virtual string TimeTwice =>
        "On that day the clocks are put back, and show this time twice. It is published the first time.";
    public virtual string SlotsLate => "Something was not scheduled in time.";
    public virtual string SlotSubmittedNow => "The managers are told that it waits for a review.";
    public virtual string SlotScheduledNow => "It is published by itself at its time.";
    public virtual string SlotPublishedNow => "It is published.";
    public virtual string SlotCancelledNow => "It is out of the calendar.";
    public virtual string SlotMovedNow => "Moved. It keeps its time of day.";
    public virtual string CommunityZone => "Time zone of the community";
    public virtual string CommunityZoneHint => "Its calendar, gatherings and reminders go by these clocks.";

    public virtual string CalendarHint(string zone, DateTime there) =>
        $"What will be published, when and by whom. Times are those of {Place(zone)}, where it is now "
        + $"{ClockTime(there)}.";

    public virtual string SlotTimeHint(string zone) => $"By the clocks of {Place(zone)}. Empty for an idea.";

    public virtual string TimeThere(DateTime there, string zone) =>
        $"{BriefDay(there)}, {ClockTime(there)} in {Place(zone)}";

    public virtual string TimeSkipped(DateTime becomes) =>
        $"On that day the clocks are put forward over this time. It is published at {ClockTime(becomes)}.";

    public virtual string Shortened(int day) => $"in a month without a {day}th, on its last day";

    public virtual string SkipSlotWhat(DateOnly next) =>
        $"Only this one is left out; the next one comes on {WholeDay(next)}.";

    public virtual string SlotAuthorIsTold(string name) => $"{name} will be told.";

    public virtual string NewSlotOn(DateOnly day) => $"Plan something on {WholeDay(day)}";

    public virtual string GuestsHint(int most) => $"Up to {most}, between commas. They answer in the live part.";

    public virtual string ComingSlots(int days) => $"planned in the next {days} days";

    public virtual string SlotsWaiting(int count) =>
        Plural(count, "{0} draft waits for a review.", "{0} drafts wait for a review.");

    public virtual string SeriesSign(int occurrence) => $"no. {Number(occurrence)} of a series";

    /// <summary>A time of day.</summary>
    public string ClockTime(DateTime at) => at.ToString("HH:mm", Culture);

    /// <summary>A day with its weekday.</summary>
    public string WholeDay(DateOnly day) => day.ToString(Dated("dddd d MMMM", day.Day), Culture);

    /// <summary>A day in a few letters.</summary>
    public string BriefDay(DateTime day) => day.ToString(Dated("ddd d MMM", day.Day), Culture);

    /// <summary>A weekday.</summary>
    public string Weekday(DayOfWeek day) => Culture.DateTimeFormat.GetDayName(day);

    /// <summary>A weekday in a few letters.</summary>
    public string ShortWeekday(DayOfWeek day) => Culture.DateTimeFormat.GetAbbreviatedDayName(day);

    /// <summary>A month of a year, as a heading.</summary>
    public string MonthOf(DateOnly month)
    {
        var name = month.ToString("MMMM yyyy", Culture);
        return char.ToUpper(name[0], Culture) + name[1..];
    }

    /// <summary>A week, as a heading.</summary>
    public string WeekOf(DateOnly first, DateOnly last) =>
        $"{first.ToString(Dated("d MMM", first.Day), Culture)} – "
        + last.ToString(Dated("d MMM yyyy", last.Day), Culture);

    /// <summary>This format with the day of the month as the language says this one.</summary>
    protected virtual string Dated(string format, int day) => format;

    public virtual string SlotKindName(SlotKind kind) => kind switch
    {
        SlotKind.Debate => "Debate",
        SlotKind.Question => "Question of the week",
        SlotKind.Poll => "Poll",
        SlotKind.Interview => "Interview",
        _ => "Experience",
    };

    public virtual string SlotStatusName(SlotStatus status) => status switch
    {
        SlotStatus.Draft => "draft",
        SlotStatus.Reviewed => "reviewed",
        SlotStatus.Scheduled => "scheduled",
        SlotStatus.Published => "published",
        _ => "cancelled",
    };

    public virtual string RhythmName(Rhythm rhythm) => rhythm switch
    {
        Communities.Rhythm.Weekly => "By weeks",
        Communities.Rhythm.MonthlyOnDay => "By months, on the same date",
        _ => "By months, on the same weekday (the second Tuesday)",
    };

    /// <summary>A zone as people call it.</summary>
    protected static string Place(string zone) =>
        zone == ZonedTime.Utc ? "UTC" : zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>What a notice of the calendar says; the title of a published one stands behind it.</summary>
    protected virtual string SlotNotice(string subject, string community)
    {
        var notice = Web.SlotNotice.Of(subject);
        return notice.What switch
        {
            "assigned" => $"You are to write “{notice.Title}” for the calendar of {community}",
            "waiting" => $"“{notice.Title}” waits for a review in the calendar of {community}",
            "returned" => $"“{notice.Title}” came back to you from the calendar of {community}",
            "missed" => $"The time of “{notice.Title}” went by before it was scheduled in {community}",
            "cancelled" => $"“{notice.Title}” was taken out of the calendar of {community}",
            _ => "Published in your name:",
        };
    }
}
