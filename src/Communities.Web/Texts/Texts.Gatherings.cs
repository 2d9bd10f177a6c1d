#pragma warning disable CS1591 // A text says itself what it is.

namespace Communities.Web;

// Gatherings: what is on, who comes, and what was said.
public partial class Texts
{
    public virtual string Gatherings => "Gatherings";
    public virtual string GatheringsOf(string community) => $"Gatherings · {community}";
    public virtual string GatheringsHint => "What brings people together, online and in one place.";
    public virtual string GatheringsWhen => "Which gatherings";
    public virtual string GatheringsComing => "Coming";
    public virtual string GatheringsToCome => "to come";
    public virtual string GatheringsPast => "Past";
    public virtual string NoGatherings => "Nothing is planned yet";
    public virtual string NoGatheringsHint =>
        "Meetings, live rooms and barcamps will stand here as soon as one is planned.";
    public virtual string NoGatheringsPast => "Nothing has taken place yet";
    public virtual string NoGatheringsPastHint => "What took place will stay here, with what was told of it.";
    public virtual string MoreGatherings => "Show more gatherings";
    public virtual string AllGatherings => "All gatherings";
    public virtual string NextGathering => "Next gathering";
    public virtual string InYourCalendar => "In your calendar";
    public virtual string InYourCalendarHint => "Subscribe to these addresses, and changes follow by themselves.";
    public virtual string CalendarOfCommunity => "All of this community";
    public virtual string CalendarOfMine => "Those I am going to";
    public virtual string CalendarKeyHint => "Your own address holds a key: keep it to yourself, or renew it under";
    public virtual string AddToCalendar => "Save as a calendar file";
    public virtual string PlanGathering => "Plan a gathering";
    public virtual string PlanGatheringHint =>
        "Everybody can read it at once. A thread to talk about it is opened by itself.";
    public virtual string ChangeGathering => "Change it";
    public virtual string ChangeGatheringHint =>
        "Whoever is coming is told when the time, the place or the link changes.";
    public virtual string PlanAgain => "Plan it again";
    public virtual string CancelGathering => "Call it off";
    public virtual string CancelReason => "Why, in one sentence";
    public virtual string CancelHint(int people) => people == 0
        ? "Nobody has said yes yet." : Plural(people, "{0} person will be told.", "{0} people will be told.");
    public virtual string OtherHostsAreTold => "Its other hosts hear of it, too.";
    public virtual string ForHosts => "For its hosts";
    public virtual string WhoComes => "Who is coming";
    public virtual string GatheringHosts => "Hosts";
    public virtual string WhenAndWhere => "When and where";
    public virtual string WhenLabel => "When";
    public virtual string Seats => "Seats";
    public virtual string GoingLabel => "Going";
    public virtual string WaitingLabel => "Waiting";
    public virtual string InterestedLabel => "Interested";
    public virtual string CameLabel => "Came";
    public virtual string NextStep => "Next";
    public virtual string IsCancelled => "Called off";
    public virtual string IsRunning => "Now";
    public virtual string LinkForThoseWhoCome => "The link is shown to those who are coming.";
    public virtual string EnterRoom => "Enter the live room";
    public virtual string RoomOpensThen => "The live room opens at the start";
    public virtual string ReadTranscript => "Read what was written in the room";
    public virtual string TalkAboutIt => "Talk about it";
    public virtual string TalkAboutItHint => "Questions, who brings what, who drives with whom.";
    public virtual string ToTalk => "To the thread";
    public virtual string ReadRecap => "Read the recap";

    public virtual string Come => "I’m coming";
    public virtual string ComeNot => "I’m not coming";
    public virtual string MayCome => "I might come";
    public virtual string WaitForSeat => "Wait for a seat";
    public virtual string WaitNoLonger => "Stop waiting";
    public virtual string DoYouCome => "Are you coming?";
    public virtual string YouCome => "You are coming. You will be reminded.";
    public virtual string YouMayCome => "You might come. You will be reminded.";
    public virtual string YouCame => "You were there.";
    public virtual string IsFullNow => "All seats are taken. The waiting list moves up by itself.";
    public virtual string JoinToCome => "Join to say that you are coming.";
    public virtual string YouWait(int place) =>
        string.Format(
            Culture, "You are number {0} on the waiting list. It moves up by itself, and you will be told.",
            Number(place));
    public virtual string MyRsvp(Rsvp rsvp) => rsvp switch
    {
        Rsvp.Going => "Going",
        Rsvp.Waiting => "Waiting",
        Rsvp.Interested => "Interested",
        _ => "Not on the list",
    };
    public string GoingCount(int count) => Plural(count, GoingPattern, GoingsPattern);
    protected virtual string GoingPattern => "{0} person is coming";
    protected virtual string GoingsPattern => "{0} people are coming";
    public string WaitCount(int count) => Plural(count, WaitPattern, WaitsPattern);
    protected virtual string WaitPattern => "{0} is waiting";
    protected virtual string WaitsPattern => "{0} are waiting";
    public string CameCount(int count) => Plural(count, CamePattern, CamesPattern);
    protected virtual string CamePattern => "{0} person came";
    protected virtual string CamesPattern => "{0} people came";
    public virtual string SeatsLeft(int count) => count == 0
        ? "full" : Plural(count, "{0} seat left", "{0} seats left");

    public virtual string GatheringFormLabel => "What it is";
    public virtual string GatheringFormName(GatheringForm form) => form switch
    {
        GatheringForm.Room => "Live room",
        GatheringForm.Interview => "Interview",
        GatheringForm.Game => "Game",
        GatheringForm.Meetup => "Meetup",
        GatheringForm.Conference => "Conference",
        _ => "Barcamp",
    };
    public virtual string GatheringFormHint(GatheringForm form) => form switch
    {
        GatheringForm.Room => "Online: people write with each other; a thread stays.",
        GatheringForm.Interview => "Online: somebody answers questions.",
        GatheringForm.Game => "Online: with a live room beside it.",
        GatheringForm.Meetup => "In one place: people meet.",
        GatheringForm.Conference => "In one place: talks, on a board that the hosts make.",
        _ => "In one place: sessions that people propose and vote for.",
    };
    public virtual string GatheringTitle => "What it is called";
    public virtual string GatheringText => "What happens there";
    public virtual string GatheringStarts => "Starts";
    public virtual string GatheringEnds => "Ends";
    public virtual string GatheringZone => "Time zone";
    public virtual string GatheringZoneHint => "Both times are on the clocks of this place.";
    public virtual string GatheringPlace => "Place";
    public virtual string GatheringPlaceHint => "The address, where it is in one place. Everybody reads it.";
    public virtual string GatheringLink => "Link";
    public virtual string GatheringLinkHint => "Only those who are coming see it.";
    public virtual string GatheringCapacity => "Seats";
    public virtual string GatheringCapacityHint => "Empty: as many as want to come.";
    public virtual string GatheringHostsField => "Other hosts";
    public virtual string GatheringHostsHint(int max) => $"Account names, {max} at most. They can do what you can.";
    public virtual string GatheringCategory => "Category of its threads";
    public virtual string GatheringReminders => "Remind those who are coming";
    public virtual string BackWithoutSaving => "Back without saving";
    public virtual string Before(int minutes) => minutes switch
    {
        7 * 24 * 60 => "a week before",
        2 * 24 * 60 => "two days before",
        24 * 60 => "a day before",
        180 => "three hours before",
        _ => "an hour before",
    };

    public virtual string BoardLabel => "Rooms and times";
    public virtual string TimeLabel => "Time";
    public virtual string FreeSlot => "free";
    public virtual string NoSessions => "No session is announced yet.";
    public virtual string NoSessionsYet => "No session is proposed yet. What would you like to show, ask or try?";
    public virtual string ProposeSession => "Propose a session";
    public virtual string SessionTitle => "What is it about?";
    public virtual string SessionText => "What happens in it";
    public virtual string TakeBackSession => "Take it back";
    public virtual string MakeBoard => "Rooms and times of the board";
    public virtual string BoardRooms => "Rooms";
    public virtual string BoardRoomsHint => "One a line.";
    public virtual string BoardTimes => "Times";
    public virtual string BoardTimesHint => "One a line: 9:30, or 2026-11-25 9:30.";
    public virtual string NotOnBoard => "not on the board";
    public virtual string PutOnBoard => "Put there";
    public virtual string PutWhere(string title) => $"Where “{title}” takes place";
    public virtual string ForSession(string title) => $"for “{title}”";
    public virtual string VoteShort => "Vote";
    public virtual string VotedShort => "Voted";
    public virtual string VotesWord(int count) => IsSingular(count) ? "vote" : "votes";

    public virtual string ImHere => "I am here";
    public virtual string CheckInHint => "The hosts tell you a code at the door. It says that you have come.";
    public virtual string DoorCode => "Code at the door";
    public virtual string CheckIn => "Say that I came";
    public virtual string DoorCodeHint => "With a code, people say themselves that they have come.";
    public virtual string DoorCodeShown => "Tell it to whoever is there. It counts from two hours before to two after.";
    public virtual string MakeDoorCode => "Make a code";
    public virtual string RenewDoorCode => "Make another code";
    public virtual string EndDoorCode => "End the code";
    public virtual string NobodyYet => "Nobody has answered yet";
    public virtual string NobodyYetHint => "Whoever is coming, waiting or interested will stand here.";
    public virtual string HasCome => "came";
    public virtual string TakeOffList => "Take off the list";
    public virtual string SomebodyElseCame => "Somebody else came";
    public virtual string SaveAttendance => "Save who came";
    public virtual string TickLater => "Who has come can be ticked off from two hours before the start.";
    public virtual string TickOff => "Tick off who came";
    public virtual string WriteRecap => "Write the recap";
    public virtual string WriteRecapHint(int people) =>
        Plural(people, "It opens a thread. {0} person is thanked and told of it.",
            "It opens a thread. {0} people are thanked and told of it.");
    public virtual string RecapTitle => "Title";
    public virtual string RecapText => "What it was";
    public virtual string RecapOf(string title) => $"What it was: {title}";
    public virtual string PublishRecap => "Publish and thank";
    public string RecapsWait(int count) => Plural(count, RecapWaitsPattern, RecapsWaitPattern);
    protected virtual string RecapWaitsPattern => "{0} recap waits to be written";
    protected virtual string RecapsWaitPattern => "{0} recaps wait to be written";

    public virtual string FigureComingHint => "Gatherings that are planned or running.";
    public virtual string FigureSeats => "Seats taken";
    public virtual string FigureSeatsHint(int waiting) =>
        Plural(
            waiting, "In all that are coming; {0} person is waiting.",
            "In all that are coming; {0} people are waiting.");
    public virtual string FigureShow => "Who came";
    public virtual string FigureShowHint => "Of those who said so, where somebody counted.";
    public virtual string FigureRecap => "Without a recap";
    public virtual string FigureRecapHint => "Gatherings that are over and of which nothing is told.";

    public virtual string LiveRoom => "Live room";
    public virtual string RoomIsOpen => "The room is open.";
    public virtual string RoomIsOver => "The room is closed. What was written stays.";
    public virtual string RoomNotYet => "The room opens by itself at the start.";
    public virtual string RoomEmpty => "Nobody has written anything yet.";
    public virtual string RoomEmptyHint => "Say hello, and others will follow.";
    public virtual string RoomEarlier => "Earlier messages are in the thread";
    public virtual string RoomAsThread => "Read as a thread";
    public virtual string RoomWrite => "Write a message";
    public virtual string RoomSend => "Send";
    public virtual string RoomNotSent =>
        "That did not reach the room. It stands in the field again; please send it once more.";
    public virtual string RoomAway => "This message was taken away.";

    public virtual string GoingNow => "You are coming. The link and the reminders are yours.";
    public virtual string WaitsNow => "You are on the waiting list. You will be told as soon as there is a seat.";
    public virtual string InterestedNow => "Noted: you might come.";
    public virtual string NotGoingNow => "Noted: you are not coming.";
    public virtual string CheckedInNow => "Noted: you were there.";
    public virtual string GatheringCancelledNow => "It is called off. Whoever wanted to come is told.";
    public virtual string PlannedNow => "It is planned. The thread to talk about it is open.";
    public virtual string RecappedNow => "The recap is published, and those who came are thanked.";
    public virtual string TimeSkippedNow =>
        "Saved. The clocks there skip the time you wrote: what is meant is as much later. Please look at it.";
    public virtual string TimeTwiceNow =>
        "Saved. The clocks there show the time you wrote twice that night; the first one is meant.";

    public virtual string LetterSoonSubject(string title) => $"Soon: {title}";
    public virtual string LetterSoon(string title, string at) => $"“{title}” starts on {at}.";
    public virtual string LetterSoonPlace(string place) => $"Place: {place}";
    public virtual string LetterSoonLink => "To the gathering";

    /// <summary>From when to when, on the clocks of a place.</summary>
    public virtual string GatheringWhen(DateTime start, DateTime end) => start.Date == end.Date
        ? $"{LongDay(start)}, {Clock(start)}–{Clock(end)}"
        : $"{LongDay(start)}, {Clock(start)} – {LongDay(end)}, {Clock(end)}";

    /// <summary>The same where the day stands beside it.</summary>
    public string GatheringTimes(DateTime start, DateTime end) => start.Date == end.Date
        ? $"{Clock(start)}–{Clock(end)}" : $"{Clock(start)} – {ShortDay(end)}, {Clock(end)}";

    /// <summary>The same on the reader's clocks; the day only where it is another.</summary>
    public virtual string OnYourClock(DateTime start, DateTime end, DateTime there) => start.Date == there.Date
        ? $"For you {Clock(start)}–{Clock(end)}" : $"For you {LongDay(start)}, {Clock(start)}–{Clock(end)}";

    public string BoardTime(DateTime at, bool hasDays) => hasDays ? $"{ShortDay(at)}, {Clock(at)}" : Clock(at);
    public string DayNumber(DateTime at) => at.Day.ToString(Culture);
    public string WeekdayShort(DateTime at) => at.ToString("ddd", Culture);
    public string ShortDay(DateTime at) => at.ToString(Dated("ddd d MMM", at.Day), Culture);
    public string LongDay(DateTime at) => at.ToString(Dated("dddd d MMMM yyyy", at.Day), Culture);
    public string Clock(DateTime at) => at.ToString("HH:mm", Culture);

    /// <summary>What stands before a gathering's title in a reminder, from the minutes that are left.</summary>
    protected virtual string SoonIn(string minutes) => IsVerySoon(minutes) ? "Starts soon:" : "You wanted to come to";

    // Within three hours there is no time left to plan the day around it.
    private protected static bool IsVerySoon(string minutes) => Typed.Number(minutes) <= 180;
}
