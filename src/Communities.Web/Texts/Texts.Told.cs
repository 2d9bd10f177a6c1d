#pragma warning disable CS1591 // A text says itself what it is.
using System.Collections.Immutable;
using Communities.Actors;

namespace Communities.Web;

// What members are told of moderation: what bars them, and how their community moderates.
public partial class Texts
{
    public virtual string BarUntil(string until) => $"This ends on {until}.";
    public virtual string BarWhy => "Why, and how to object";

    public virtual string ModerationSettingsTitle => "Moderation";
    public virtual string ModerationSettingsHint =>
        "What one can report for, what reports do by themselves, and what decisions are offered.";
    public virtual string ReasonsToReport => "Reasons";
    public virtual string ReasonsToReportHint =>
        "Who reports chooses one of them; a decision quotes its rule to whom it concerns.";
    public virtual string ReasonTitle => "What it is called";
    public virtual string NewReason => "One more";
    public virtual string ReasonRule => "The rule, in one sentence";
    public virtual string ReasonIllegal =>
        "Forbidden by law: reports need a text, go to people at once, and do nothing by themselves";
    public virtual string ReasonRowsHint => "A reason without a name is taken away. Save to add another one.";
    public virtual string ThresholdsLabel => "What reports do by themselves";
    public virtual string ThresholdsHint =>
        "A report weighs 1 and the trust level of who reports, staff 5 and more; how often moderators agreed with "
        + "somebody’s reports before counts too. 0 switches it off. Moderators decide in any case, and can undo it.";
    public virtual string ThresholdHide => "Weight from which a post is hidden";
    public virtual string ThresholdSilence => "Weight from which a new member is silenced";
    public virtual string ThresholdSlow => "Weight from which a thread is slowed";
    public virtual string LadderLabel => "Steps";
    public virtual string LadderHint =>
        "What is offered for a silence or suspension: the first step first, a later one for each strike that counts.";
    public virtual string LadderHours => "Hours, separated by commas";
    public virtual string StrikeDaysLabel => "Days for which a strike counts";
    public virtual string StrikeDaysHint => "A warning is a strike, and so is each silence, suspension and ban.";
    public virtual string TemplatesLabel => "Templates";
    public virtual string TemplatesHint => "Words that moderators begin with when they explain a decision.";
    public virtual string NewTemplate => "Add a template";
    public virtual string TemplateName => "What moderators call it";
    public virtual string TemplateText => "What the author will read";
    public virtual string LogNamesLabel => "Public log";
    public virtual string LogNames => "Name the moderators in the public moderation log";
    public virtual string LogNamesHint => "Otherwise it says “moderators”. Moderators themselves always see who "
        + "it was.";

    public virtual string BarNote(Bar bar) => bar switch
    {
        Bar.Banned => "You are banned from this community.",
        Bar.Suspended => "You are suspended from this community, and take no part in it for now.",
        _ => "You are silenced in this community: you can read and report, but not write.",
    };

    public virtual string MailSanctionSubject(string community) => $"A decision in {community}";

    public virtual string MailBanned(string community) => $"Moderators of {community} banned you from the community.";

    public virtual string MailSuspended(string community) =>
        $"Moderators of {community} suspended you: you take no part in the community for now.";

    public virtual string MailSanctionRule(string rule) => $"The rule that it rests on: {rule}";

    public virtual string MailSanctionAppeal(int days) =>
        $"There you read why, and can object within {days} days.";

    public string HidesPost(int weight) => Passing(HidesPattern, weight, 1);

    public string SilencesMember(int weight) => Passing(SilencesPattern, weight, Thresholds.ReportersMin);

    public string SlowsThread(int weight) => Passing(SlowsPattern, weight, Thresholds.SlowReportersMin);

    /// <summary>The steps of a ladder as times: "1 day, then 3 days, then 7 days".</summary>
    public string LadderWords(ImmutableArray<int> hours) =>
        string.Join(Then, hours.Where(step => step > 0).Select(step => step < 48 || step % 24 > 0
            ? Plural(step, StepHour, StepHours)
            : Plural(step / 24, StepDay, StepDays)));

    protected virtual string Then => ", then ";

    protected virtual string StepHour => "{0} hour";

    protected virtual string StepHours => "{0} hours";

    protected virtual string StepDay => "{0} day";

    protected virtual string StepDays => "{0} days";

    protected virtual string NothingByItself => "Switched off: reports do nothing of the kind by themselves.";

    protected virtual string HidesPattern =>
        "A post is hidden after the reports of {0} at trust level 2, or of {1} at level 0, until a moderator "
        + "has looked.";

    protected virtual string SilencesPattern =>
        "A new member is silenced for a day at most after the reports of {0} at trust level 2, or of {1} at level 0.";

    protected virtual string SlowsPattern =>
        "A thread is slowed to one post in 5 minutes after the reports of {0} at trust level 2, or of {1} at level 0.";

    // A report of a member at level 2 weighs 3, of one at level 0 it weighs 1; some effects need several people.
    private string Passing(string pattern, int weight, int peopleMin) => weight switch
    {
        < 0 => "",
        0 => NothingByItself,
        _ => string.Format(
            Culture, pattern,
            MembersCount(Math.Max(peopleMin, (weight + 2) / 3)),
            Number(Math.Max(peopleMin, weight))),
    };
}
