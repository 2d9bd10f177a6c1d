namespace Communities.Tests;

/// <summary>What cases hold.</summary>
internal static partial class OnDisk
{
    private static Screening Screening => new(
        IsHeld: true, IsFlagged: true, SilenceHours: 24, Rules: ["links"], Score: 87);

    private static ReplacedDecision Replaced =>
        new(1, DecisionOrigin.Automatic, [new(MeasureKind.Hide)]);

    private static object[] InCases =>
    [
        new CaseEvent.Reported(
            "zoe", "spam", "No advertising.", 3, "bob", Post, 2, new(8, 9, 30), "Buys likes", Content, Screening,
            IsIllegal: true, IsSettled: true),
        new CaseEvent.Opened(Content, "Seen by chance"),
        new CaseEvent.Claimed("max"),
        new CaseEvent.Released(),
        new CaseEvent.Escalated("Threatens"),
        new CaseEvent.Noted("Knows *him*"),
        new CaseEvent.Decided(
            2, "max", DecisionOrigin.Case, [new(MeasureKind.Remove), new(MeasureKind.Suspend, 24)], "bob", Post,
            "spam", "No advertising.", "Please do not.", "Third time", [Waiting], [Replaced], At, IsPublished: true,
            "brakes"),
        new CaseEvent.Undone(
            2, "zoe", DecisionOrigin.Direct, [new(MeasureKind.Slow, null, 300)], "bob", Post, "A mistake", [Waiting],
            [Replaced], IsAppeal: true, IsPublished: true),
        new CaseEvent.Reopened("It goes on"),
        new CaseEvent.Appealed(2, "It was a joke"),
        new CaseEvent.Answered(2, IsOverturned: true, "It was", "bob"),
        new CaseEvent.Relocated(Subject.OfPost("01k0000000000001", 7), Post),
        new CaseEvent.Followed(Post),
        new CaseEvent.Changed(2, 3),
    ];
}
