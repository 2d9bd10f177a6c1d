using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>How a community moderates: part of its state, and changed as a whole by its managers.</summary>
/// <param name="Reasons">What one can report for, and decide by; 1 to <see cref="ReasonsMax"/>.</param>
/// <param name="Thresholds">From when on reports do something by themselves.</param>
/// <param name="Ladder">
/// The hours of a member's first, second, third … silence or suspension, which decisions are offered.
/// </param>
/// <param name="StrikeDays">How long a strike counts, in days.</param>
/// <param name="Templates">Sentences that moderators begin a reason with.</param>
/// <param name="IsNamed">The public moderation log names the moderators.</param>
public sealed record ModerationSettings(
    ImmutableArray<ReportReason> Reasons,
    Thresholds Thresholds,
    ImmutableArray<int> Ladder,
    int StrikeDays,
    ImmutableArray<ReasonTemplate> Templates,
    bool IsNamed)
{
    /// <summary>The most reasons: who reports reads them all.</summary>
    public const int ReasonsMax = 20;

    /// <summary>The most templates.</summary>
    public const int TemplatesMax = 50;

    /// <summary>The most steps of the ladder.</summary>
    public const int StepsMax = 10;

    /// <summary>The longest that a strike counts, in days: five years.</summary>
    public const int StrikeDaysMax = 365 * 5;

    /// <summary>What a community begins with.</summary>
    public static ModerationSettings Default { get; } = new(
        [
            new("spam", "Spam", "No advertising, and nothing posted again and again."),
            new("harassment", "Harassment", "Nobody is insulted, threatened or followed about."),
            new("hate", "Hate", "Nobody is put down for who they are."),
            new("off-topic", "Off topic", "Threads and posts keep to what the community is for."),
            new("private", "Private data", "Nobody's personal data is made known without their consent."),
            new("illegal", "Illegal", "Nothing that the law forbids.", IsIllegal: true),
            new("other", "Something else", "What else harms the community."),
        ],
        Thresholds.Default,
        [24, 72, 168, 720],
        180,
        [],
        IsNamed: false);

    /// <summary>The reason of this short name, or null.</summary>
    public ReportReason? ReasonOf(string slug) => Reasons.FirstOrDefault(reason => reason.Slug == slug);

    /// <summary>The hours that are offered to whom so many strikes still count against.</summary>
    public int HoursFor(int strikes) => Ladder[Math.Clamp(strikes, 0, Ladder.Length - 1)];

    /// <summary>Why these cannot be a community's settings, or null.</summary>
    public Refusal? Fault() =>
        Reasons.IsDefault || Reasons.Length is 0 or > ReasonsMax
            ? new("reasons.many", $"A community has 1 to {ReasonsMax} reasons to report for.")
        : Thresholds is null || Reasons.Contains(null!) || (!Templates.IsDefault && Templates.Contains(null!))
            ? new("settings.malformed", "These settings are incomplete.")
        : Reasons.DistinctBy(reason => reason.Slug).Count() < Reasons.Length || !Reasons.All(r => Keys.IsTag(r.Slug))
            ? new("reasons.malformed", "Each reason has a short name of its own: small letters, digits and hyphens.")
        : Reasons.Select(reason => reason.Fault()).FirstOrDefault(fault => fault is not null) is { } reasonFault
            ? reasonFault
        : Thresholds.Fault() is { } thresholdFault ? thresholdFault
        : Ladder.IsDefault || Ladder.Length is 0 or > StepsMax || Ladder.Any(h => h is < 1 or > Measure.HoursMax)
            ? new("ladder.range", $"The ladder has 1 to {StepsMax} steps of 1 to {Measure.HoursMax} hours.")
        : StrikeFault(StrikeDays) is { } strike ? strike
        : Templates.IsDefault || Templates.Length > TemplatesMax
            ? new("templates.many", $"A community has {TemplatesMax} templates at most.")
        : Templates.Select(template => template.Fault()).FirstOrDefault(fault => fault is not null);

    internal static Refusal? StrikeFault(int days) =>
        days is < 1 or > StrikeDaysMax ? new("strike.range", $"A strike counts for 1 to {StrikeDaysMax} days.") : null;
}

/// <summary>What one can report for.</summary>
/// <param name="Slug">Its short name, which reports and decisions keep.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Rule">The rule that it stands for, in one sentence: decisions quote it.</param>
/// <param name="IsIllegal">
/// Reports of it need a text, go to people at once, and do nothing by themselves.
/// </param>
public sealed record ReportReason(string Slug, string Name, string Rule, bool IsIllegal = false)
{
    internal Refusal? Fault() =>
        Text.LineFault("name", Name, Text.NameMax) ?? Text.LineFault("rule", Rule, Text.LineMax);
}

/// <summary>A sentence that moderators begin a reason with.</summary>
/// <param name="Name">What moderators call it.</param>
/// <param name="Text">What the author will read.</param>
public sealed record ReasonTemplate(string Name, string Text)
{
    internal Refusal? Fault() =>
        Communities.Text.LineFault("name", Name, Communities.Text.NameMax)
        ?? Communities.Text.Fault("text", Text, DecisionTextMax);

    /// <summary>The longest reason of a decision, in UTF-16 units: a page.</summary>
    public const int DecisionTextMax = 2_000;
}

/// <summary>
/// From when on reports do something before a moderator has looked. A report weighs 1 and the reporter's trust level,
/// and more or less by how often moderators agreed with the reporter before; 0 switches a threshold off.
/// </summary>
/// <param name="HidePost">The weight of reports from which a post is hidden until it is reviewed.</param>
/// <param name="SilenceMember">
/// The weight of waiting reports on a new member's posts, from <see cref="ReportersMin"/> different reporters, from
/// which that member is silenced for a day at most.
/// </param>
/// <param name="SlowThread">
/// The weight of waiting reports on a thread's posts, from <see cref="SlowReportersMin"/> different reporters, from
/// which it is slowed.
/// </param>
public sealed record Thresholds(int HidePost, int SilenceMember, int SlowThread)
{
    /// <summary>The highest threshold.</summary>
    public const int Max = 1_000;

    /// <summary>How many different people must have reported a new member.</summary>
    public const int ReportersMin = 3;

    /// <summary>How many different people must have reported posts of a thread.</summary>
    public const int SlowReportersMin = 5;

    /// <summary>How long members then wait between two posts of the thread, in seconds.</summary>
    public const int SlowSeconds = 300;

    /// <summary>For how long a new member is then silenced, in hours, unless a moderator decides before.</summary>
    public const int SilenceHours = 24;

    /// <summary>
    /// What a community begins with: three regular members, or eight new ones, hide a post. Near Discourse's, whose
    /// scale is another.
    /// </summary>
    public static Thresholds Default { get; } = new(8, 8, 30);

    /// <summary>Nothing happens by itself.</summary>
    public static Thresholds None { get; } = new(0, 0, 0);

    internal Refusal? Fault() =>
        HidePost is < 0 or > Max || SilenceMember is < 0 or > Max || SlowThread is < 0 or > Max
            ? new("threshold.range", $"A threshold is 0 to {Max}; 0 switches it off.")
            : null;
}
