using Communities.Actors;

namespace Communities.Tests;

/// <summary>How a community moderates, as its managers say.</summary>
public sealed class ModerationSettingsTests
{
    private static readonly ModerationSettings Known = ModerationSettings.Default;

    private static readonly Given<Community, CommunityCommand, CommunityEvent> Community =
        Spec.Community(new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"));

    public static TheoryData<ModerationSettings, string> Faults { get; } = new()
    {
        { Known with { Reasons = [] }, "reasons.many" },
        { Known with { Reasons = default }, "reasons.many" },
        { Known with { Reasons = [.. Enumerable.Range(0, 21).Select(i => Reason($"r{i}"))] }, "reasons.many" },
        { Known with { Reasons = [Reason("spam"), Reason("spam")] }, "reasons.malformed" },
        { Known with { Reasons = [Reason("Spam")] }, "reasons.malformed" },
        { Known with { Reasons = [Reason("spam") with { Name = "" }] }, "name.empty" },
        { Known with { Reasons = [Reason("spam") with { Rule = "" }] }, "rule.empty" },
        { Known with { Thresholds = new(-1, 0, 0) }, "threshold.range" },
        { Known with { Thresholds = new(0, 0, Thresholds.Max + 1) }, "threshold.range" },
        { Known with { Ladder = [] }, "ladder.range" },
        { Known with { Ladder = [0] }, "ladder.range" },
        { Known with { Ladder = [Measure.HoursMax + 1] }, "ladder.range" },
        { Known with { StrikeDays = 0 }, "strike.range" },
        { Known with { Templates = [new("", "x")] }, "name.empty" },
        { Known with { Templates = [new("x", "")] }, "text.empty" },
        { Known with { Templates = [.. Enumerable.Repeat(new ReasonTemplate("x", "x"), 51)] }, "templates.many" },
    };

    [Fact]
    public void Managers_say_how_a_community_moderates()
    {
        var stricter = Known with { StrikeDays = 365 };
        var set = new CommunityCommand.SetModeration(stricter);
        Community.When(set, "max", Role.Manager).Then(new CommunityEvent.ModerationSet(stricter, Known));
        Community.When(set, "mo", Role.Moderator).Refused("manager.needed");
        Assert.Same(Known, Community.State.Moderation);
    }

    [Theory, MemberData(nameof(Faults))]
    public void Settings_that_make_no_sense_are_refused(ModerationSettings settings, string code) =>
        Community.When(new CommunityCommand.SetModeration(settings), "max", Role.Manager).Refused(code);

    [Theory]
    [InlineData(0, 24), InlineData(1, 72), InlineData(3, 720), InlineData(9, 720)]
    public void Who_was_struck_before_climbs_the_ladder(int strikes, int hours) =>
        Assert.Equal(hours, Known.HoursFor(strikes));

    private static ReportReason Reason(string slug) => new(slug, "Spam", "No advertising.");
}
