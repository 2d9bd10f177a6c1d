namespace Communities.Tests;

/// <summary>What is planned: a community comes together.</summary>
internal static partial class OnDisk
{
    private static GatheringPlan Plan => new(
        GatheringForm.Barcamp, "Ride *out*", "Along the river", At.AddDays(2), At.AddDays(2).AddHours(3),
        "Europe/Paris", "Rue du Port 4", "https://example.org/ride", 20, ["mo"], [1440, 60], "rides");

    private static SlotTime When => new(new DateTime(2026, 3, 31, 9, 30, 0), "Europe/Paris");

    private static Recurrence Rule => new(
        Rhythm.MonthlyOnDay, new DateOnly(2026, 1, 31), new TimeOnly(9, 30), 2, 31, new DateOnly(2027, 1, 31), 12)
    {
        Days = [DayOfWeek.Tuesday, DayOfWeek.Friday],
        Skipped = [new DateOnly(2026, 5, 31)],
    };

    private static SlotContent Words => new(
        SlotKind.Interview, "Question {n}", "What of *{date}*?", "bob", "brakes",
        new(["This", "That"], PollTerms.Default, 7), new(["carol"], 3, new TimeOnly(18, 0), 90), "fr")
    {
        Tags = ["disc"],
    };

    private static object[] Planned =>
    [
        new GatheringEvent.Planned(Plan),
        new GatheringEvent.Changed(Plan, 2, ["bob"]),
        new GatheringEvent.Cancelled("Rain", ["bob"], 3),
        new GatheringEvent.Answered("bob", Rsvp.Waiting),
        new GatheringEvent.MovedUp("bob"),
        new GatheringEvent.Reminded(60, At, ["bob"]),
        new GatheringEvent.Began("Ride *out*", "zoe", "rides", HasRoom: true),
        new GatheringEvent.Ended(),
        new GatheringEvent.Attended(["bob"]),
        new GatheringEvent.Missed(["bob"]),
        new GatheringEvent.CodeSet("VELO42"),
        new GatheringEvent.Recapped("What a ride", "We *rode*", "rides", ["bob"]),
        new GatheringEvent.SessionProposed(1, "Tubes", "How to *mend* them"),
        new GatheringEvent.SessionRetracted(1),
        new GatheringEvent.SessionVoted(1),
        new GatheringEvent.SessionUnvoted(1),
        new GatheringEvent.BoardSet(["Hall", "Garden"], [At]),
        new GatheringEvent.SessionPlaced(1, 2, 1),

        new ContestEvent.Opened(
            "The finest bell", "Show *yours*", "parts", new(At, At.AddDays(7), 2, 3, "helper"), ["zoe"],
            "They won: {results}"),
        new ContestEvent.Entered(3),
        new ContestEvent.Withdrawn(3, "zoe"),
        new ContestEvent.Vanished(3),
        new ContestEvent.Reappeared(3),
        new ContestEvent.Postponed(At, At.AddDays(7), IsVoting: true),
        new ContestEvent.VotingBegan(At, ["zoe"]),
        new ContestEvent.Voted([3, 4]),
        new ContestEvent.Closed(
            [new(3, "zoe", 5, 1), new(4, "", 2, 2)], ["zoe"], "max", "They won: {results}", "helper"),
        new ContestEvent.Cancelled("Too few", ["zoe"]),

        new KnowledgeEvent.Revised(
            2, "# Brakes", "More", [new("01k0000000000000", 3)], [new("01k0000000000000", 3)]),
        new KnowledgeEvent.Locked(),
        new KnowledgeEvent.Unlocked(),
        new KnowledgeEvent.Hidden(1),
        new KnowledgeEvent.Shown(1),

        new SlotEvent.Opened(Words, When, At, Rule, new DateOnly(2026, 3, 31), 3, IsScheduled: true),
        new SlotEvent.Edited(Words, Words, "bob", IsKept: true),
        new SlotEvent.Planned(When, At),
        new SlotEvent.Repeated(Rule),
        new SlotEvent.Submitted("Question {n}"),
        new SlotEvent.Reviewed(),
        new SlotEvent.Returned("bob", "Question {n}", "Shorter"),
        new SlotEvent.Scheduled(),
        new SlotEvent.PollAsked(
            "01k0000000000001", "bob", "Which?", new(["This", "That"], new PollTerms(VotingWay.Several, 1, 2), 7), At),
        new SlotEvent.Published(
            "01k0000000000000", Words, "01k0000000000001", At,
            new("01k0000000000002", Words, When, Rule, new DateOnly(2026, 4, 30), 4, IsScheduled: true)),
        new SlotEvent.Missed("bob", "Question {n}"),
        new SlotEvent.Cancelled("bob", "Question {n}"),

        new InterviewEvent.Announced("bob", ["carol"], At, At.AddHours(1)),
        new InterviewEvent.Changed(["carol", "dave"], At, At.AddHours(2), ["dave"]),
        new InterviewEvent.Reminded(["carol", "bob"]),
        new InterviewEvent.Begun(At),
        new InterviewEvent.Ended("bob"),
        new InterviewEvent.Closed(12),
        new InterviewEvent.Cancelled(["carol"]),
    ];
}
