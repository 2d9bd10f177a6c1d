using Communities.Actors;

namespace Communities.Exchange;

/// <content>What animates a community: gatherings, contests, calendar, interviews, newsletters, groups.</content>
internal static partial class Commands
{
    /// <summary>What a fact about a gathering asks of it; null where the fact is not complete.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="by">Who did it; empty where it is not known.</param>
    public static ICommand<Gathering>? OnGathering(object? fact, string by) => fact switch
    {
        GatheringEvent.Planned { As: { } plan } => new GatheringCommand.Plan(plan),
        GatheringEvent.Changed { As: { } plan } => new GatheringCommand.Change(plan),
        GatheringEvent.Cancelled e => new GatheringCommand.Cancel(OptionalLine(e.Reason, Text.LineMax)),
        GatheringEvent.Answered e when e.Account == by => new GatheringCommand.Respond(e.With),
        GatheringEvent.Answered { With: Rsvp.None, Account: not null } e => new GatheringCommand.Excuse(e.Account),
        GatheringEvent.Reminded e => new GatheringCommand.Remind(e.Minutes, e.Starts),
        GatheringEvent.Began e => new GatheringCommand.Begin(null, e.Title, e.Category, e.HasRoom),
        GatheringEvent.Ended => new GatheringCommand.End(null),
        GatheringEvent.Attended e => new GatheringCommand.Attend(e.Accounts),
        GatheringEvent.Missed e => new GatheringCommand.Miss(e.Accounts),
        GatheringEvent.Recapped e => new GatheringCommand.Recap(e.Title, e.Text, e.Category),
        GatheringEvent.SessionProposed e => new GatheringCommand.Propose(e.Title, e.Text),
        GatheringEvent.SessionRetracted e => new GatheringCommand.Retract(e.Session),
        GatheringEvent.SessionVoted e => new GatheringCommand.Vote(e.Session),
        GatheringEvent.SessionUnvoted e => new GatheringCommand.Unvote(e.Session),
        GatheringEvent.BoardSet e => new GatheringCommand.SetBoard(e.Rooms, e.Times),
        GatheringEvent.SessionPlaced e => new GatheringCommand.PlaceSession(e.Session, e.Room, e.Time),
        _ => null,
    };

    /// <summary>What a fact about a contest asks of it; null where the fact is not complete.</summary>
    public static ICommand<Contest>? OnContest(object? fact) => fact switch
    {
        ContestEvent.Opened e => new ContestCommand.Open(e.Title, e.Rules, e.Category, e.Terms, e.Jury, e.Words),
        ContestEvent.Entered e => new ContestCommand.Enter(e.Number),
        ContestEvent.Withdrawn e => new ContestCommand.Withdraw(e.Number),
        ContestEvent.Vanished e => new ContestCommand.Follow(e.Number, IsShown: false),
        ContestEvent.Reappeared e => new ContestCommand.Follow(e.Number, IsShown: true),
        ContestEvent.Postponed e => new ContestCommand.Postpone(e.EntriesUntil, e.VotingUntil),
        ContestEvent.Voted e => new ContestCommand.Vote(e.Entries),
        ContestEvent.VotingBegan or ContestEvent.Closed => new ContestCommand.Finish(), // What comes of it, it counts.
        ContestEvent.Cancelled e => new ContestCommand.Cancel(Line(e.Reason, Text.LineMax, "?")),
        _ => null,
    };

    /// <summary>What a fact about a slot of the calendar asks of it; null where the fact is not complete.</summary>
    public static ICommand<Slot>? OnSlot(object? fact) => fact switch
    {
        SlotEvent.Opened { Occurrence: > 1, Content: { } content, Time: { } time, Recurrence: { } rule, Day: { } day } e
            => new SlotCommand.Continue(new NextSlot("", content, time, rule, day, e.Occurrence, e.IsScheduled)),
        SlotEvent.Opened { Occurrence: 1, IsScheduled: false, Content: { } content } e =>
            new SlotCommand.Open(content, e.Time, e.Recurrence),
        SlotEvent.Edited { Content: { } content } e =>
            new SlotCommand.Edit(content, IsForAll: e.Series is null, IsAlone: e.IsKept),
        SlotEvent.Planned e => new SlotCommand.Plan(e.Time),
        SlotEvent.Repeated e => new SlotCommand.Repeat(e.Recurrence),
        SlotEvent.Submitted => new SlotCommand.Submit(),
        SlotEvent.Reviewed => new SlotCommand.Review(IsAlone: true),
        SlotEvent.Returned e => new SlotCommand.Return(OptionalLine(e.Note, Text.LineMax)),
        SlotEvent.Scheduled => new SlotCommand.Schedule(),
        SlotEvent.PollAsked or SlotEvent.Published { Poll: null } => new SlotCommand.Publish(),
        SlotEvent.Published => new SlotCommand.Bring(),
        SlotEvent.Missed => new SlotCommand.Due(null),
        SlotEvent.Cancelled e => new SlotCommand.Cancel(EndsSeries: e.Next is null),
        _ => null,
    };

    /// <summary>What a fact about an interview asks of it; null where the fact is not complete.</summary>
    public static ICommand<Interview>? OnInterview(object? fact) => fact switch
    {
        InterviewEvent.Announced e =>
            new InterviewCommand.Announce(Account(e.Host), e.Guests, e.LiveAt, e.EndsAt),
        InterviewEvent.Changed e => new InterviewCommand.Change(e.Guests, e.LiveAt, e.EndsAt),
        InterviewEvent.Reminded => new InterviewCommand.Remind(),
        InterviewEvent.Begun => new InterviewCommand.Begin(),
        InterviewEvent.Ended => new InterviewCommand.End(null),
        InterviewEvent.Closed e => new InterviewCommand.Close(e.Summary),
        InterviewEvent.Cancelled => new InterviewCommand.Cancel(),
        _ => null,
    };

    /// <summary>What a fact about an issue of the newsletter asks of it; null where the fact is not complete.</summary>
    public static ICommand<Newsletter>? OnNewsletter(object? fact) => fact switch
    {
        NewsletterEvent.Saved { Content: { } content } => new NewsletterCommand.Save(content),
        NewsletterEvent.Planned e => new NewsletterCommand.Plan(e.At),
        NewsletterEvent.Unplanned => new NewsletterCommand.Unplan(),
        NewsletterEvent.Finished e => new NewsletterCommand.Send(Told: Math.Max(0, e.Total)),
        NewsletterEvent.Discarded => new NewsletterCommand.Discard(),
        _ => null,
    };

    /// <summary>What whoever asks a group for this fact may do there: only who is no owner has to ask.</summary>
    public static Standing StandingFor(GroupEvent fact) => fact is GroupEvent.Asked ? _reading : Standing.System;

    /// <summary>What a fact about a group of members asks of it; null where the fact is not complete.</summary>
    public static ICommand<Group>? OnGroup(object? fact) => fact switch
    {
        GroupEvent.Founded e => new GroupCommand.Found(e.Title, e.Description, e.Access, e.Callers),
        GroupEvent.Changed e => new GroupCommand.Change(e.Title, e.Description, e.Access, e.Callers),
        GroupEvent.Dissolved => new GroupCommand.Dissolve(),
        GroupEvent.Joined e => new GroupCommand.Add(e.Account),
        GroupEvent.Left e => new GroupCommand.Remove(e.Account),
        GroupEvent.Asked => new GroupCommand.Join(),
        GroupEvent.OwnerSet e => new GroupCommand.SetOwner(e.Account, e.IsOwner),
        _ => null,
    };
}
