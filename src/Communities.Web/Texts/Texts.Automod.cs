#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Rules of automoderation, trying them on the past, and the guard against a raid.
public partial class Texts
{
    public virtual string Automod => "Automoderation";
    public virtual string AutomodHint =>
        "Rules that look at what members write before it is posted. Moderators are spared, and people decide on what "
        + "is held.";

    public virtual string Guard => "Against a raid";
    public virtual string GuardHours => "Hours";
    public virtual string BeginGuard => "Hold what new members write";
    public virtual string EndGuard => "No longer hold it";
    public virtual string GuardedUntil => "What new members write waits for a moderator until";

    public virtual string AutomodRules => "Rules";
    public virtual string NoAutomodRules => "There are no rules yet.";
    public virtual string AddAutomodRule => "A new rule";
    public virtual string AddAutomodRuleHint => "What should it look for?";
    public virtual string RuleOn => "on";
    public virtual string RuleOff => "off";
    public virtual string SwitchOn => "Switch on";
    public virtual string SwitchOff => "Switch off";

    public virtual string RuleName => "Name";
    public virtual string RuleWords => "Words and phrases";
    public virtual string RuleWordsHint =>
        "One on each line. Whole words; capitals and accents make no difference. * stands for any letters, ? for one.";
    public virtual string RulePattern => "Regular expression";
    public virtual string RulePatternHint => "As .NET writes them. It is tried for its speed before it is saved.";
    public virtual string RuleDomains => "Domains";
    public virtual string RuleLanguages => "Languages that are welcome besides the community’s own";
    public virtual string RuleMinutes => "Within how many minutes";
    public virtual string RuleWhom => "Whose posts";
    public virtual string RuleWhomHint => "Leave a field empty to look at everybody’s. What is filled in must "
        + "all hold.";
    public virtual string RuleFirstPosts => "Only the first … posts of a member";
    public virtual string RuleMemberHours => "Only members who joined less than … hours ago";
    public virtual string RuleAccountHours => "Only accounts younger than … hours";
    public virtual string RuleSpared => "Spares";
    public virtual string RuleSparesNobody => "moderators only";
    public virtual string RuleAction => "What then happens";
    public virtual string RuleSentence => "What the author reads";
    public virtual string RuleTag => "Tag";
    public virtual string RuleReplacement => "In its place";
    public virtual string RuleSilenceHours => "For how many hours";
    public virtual string RuleIsOn => "The rule is on";
    public virtual string RemoveRule => "Remove the rule";
    public virtual string RuleNotSaved => "This is the rule as it was tried. It is not saved like this.";

    public virtual string RuleBlocks => "What it refused";
    public virtual string RuleBlockedTexts => "The newest texts";
    public virtual string NoRuleBlockedTexts => "None lately.";
    public virtual string RuleBlocksIn(int days) => $"in the last {days} days";
    public virtual string RuleBlocked(int count) =>
        Plural(count, "refused {0} text in 7 days", "refused {0} texts in 7 days");
    public virtual string RuleBlockedHint(int most, int days) =>
        $"At most {most}, of each author the last one only, and only managers see them. They were never posted, so "
        + $"they are written nowhere: the program remembers them for {days} days, and forgets them when it restarts.";

    public virtual string TryRule => "Try it on the past";
    public virtual string TrialDays => "Days";
    public virtual string TrialRuns => "The past is being read. You can go on with something else meanwhile.";
    public virtual string TrialLook => "See how far it is";
    public virtual string TrialStop => "Stop";
    public virtual string TrialStopped => "It was stopped before it had read everything.";
    public virtual string TrialFailed => "The past could not be read. Nothing is lost; please try again.";
    public virtual string TrialRemoved => "of them moderators took away";
    public virtual string TrialKept => "of them moderators let stand";
    public virtual string TrialUnseen => "of them nobody looked at";
    public virtual string TrialMissed => "others moderators took away";
    public virtual string TrialErased => "(erased)";

    public virtual string GuardHint(int days, int posts) =>
        $"For some hours, whatever is written by members of less than {days} days, or with fewer than {posts} posts, "
        + "waits until a moderator lets it be seen.";

    public virtual string RuleSparesFrom(int level) => $"members from level {level}";

    public virtual string RuleDomainsHint(AutomodTest test) => test == AutomodTest.Links
        ? "One on each line, with all below it: example.org is www.example.org, too. None: any link."
        : "One on each line. Links to these and what is below them are fine, all others are not.";

    public virtual string RuleLanguagesHint(string known) => $"Any of {known}; with commas between them.";

    public virtual string RuleNumber(AutomodTest test) => test switch
    {
        AutomodTest.Repeated => "How many times the same text",
        AutomodTest.Rate => "How many posts of one author",
        AutomodTest.Score => "From which score on, 1 to 100",
        _ => "How many such links",
    };

    public virtual string AutomodTestName(AutomodTest test) => test switch
    {
        AutomodTest.Any => "Anything",
        AutomodTest.Words => "Words",
        AutomodTest.Pattern => "Pattern",
        AutomodTest.Links => "Links",
        AutomodTest.OtherLinks => "Links elsewhere",
        AutomodTest.Repeated => "The same again",
        AutomodTest.Rate => "Many posts",
        AutomodTest.Language => "Another language",
        _ => "Score",
    };

    public virtual string AutomodTestHint(AutomodTest test) => test switch
    {
        AutomodTest.Any => "Whatever first-time writers or newcomers post.",
        AutomodTest.Words => "Words and phrases.",
        AutomodTest.Pattern => "A regular expression.",
        AutomodTest.Links => "Links to certain domains, or any.",
        AutomodTest.OtherLinks => "Links to other domains than those you name.",
        AutomodTest.Repeated => "The same text, or nearly, by one account or several.",
        AutomodTest.Rate => "Many posts of one author in a short time.",
        AutomodTest.Language => "A language other than the community’s.",
        _ => "What the filter takes for abuse or spam. It errs: let it hold or flag, and people decide.",
    };

    public virtual string AutomodActionName(AutomodActionKind kind) => kind switch
    {
        AutomodActionKind.Tag => "Tag",
        AutomodActionKind.Replace => "Replace",
        AutomodActionKind.Flag => "Flag",
        AutomodActionKind.Hold => "Hold",
        AutomodActionKind.Silence => "Silence",
        _ => "Block",
    };

    public virtual string AutomodActionHint(AutomodActionKind kind) => kind switch
    {
        AutomodActionKind.Tag => "A new thread gets a tag.",
        AutomodActionKind.Replace => "Something else is posted in place of what was found.",
        AutomodActionKind.Flag => "It is posted, and moderators look at it.",
        AutomodActionKind.Hold => "It waits until a moderator lets it be seen.",
        AutomodActionKind.Silence => "It waits, and its author writes no more until a moderator has looked or "
            + "time is up.",
        _ => "It is not posted, and its author reads why.",
    };

    public virtual string? AutomodCount(AutomodRule rule) => rule.Test switch
    {
        AutomodTest.Repeated => $"{rule.Number} times in {rule.Minutes} minutes",
        AutomodTest.Rate => $"{rule.Number} in {rule.Minutes} minutes",
        AutomodTest.Score => $"from {rule.Number}",
        AutomodTest.Links or AutomodTest.OtherLinks when rule.Number > 1 => $"at least {rule.Number}",
        _ => null,
    };

    public virtual string AutomodWhom(AutomodScope whom)
    {
        var parts = new List<string>();
        if (whom.FirstPosts > 0) parts.Add(Plural(whom.FirstPosts, "the first post", "the first {0} posts"));
        if (whom.MemberHours > 0) parts.Add(Plural(whom.MemberHours, "members of {0} hour", "members of {0} hours"));
        if (whom.AccountHours > 0) parts.Add(Plural(whom.AccountHours, "accounts of {0} hour", "accounts of {0} "
            + "hours"));
        if (parts.Count == 0) parts.Add("everybody");
        if (whom.SparedTrust is { } level) parts.Add($"below level {level}");
        return string.Join(", ", parts);
    }

    public virtual string TrialTitle(int days) => Plural(days, "What it would have done in the last day",
        "What it would have done in the last {0} days");

    public virtual string TrialFound(int found, int posts) =>
        $"It would have found something in {Number(found)} of {Number(posts)} posts.";

    public virtual string TrialCut(int most) => $"Only the first {Number(most)} posts of that time were looked at.";

    public virtual string TrialSamples(int count) => Plural(count, "The one that it found", "The last {0} that "
        + "it found");

    public virtual string TrialOutcomeName(TrialOutcome outcome) => outcome switch
    {
        TrialOutcome.Kept => "moderators let it stand",
        TrialOutcome.Removed => "moderators took it away",
        _ => "nobody looked at it",
    };
}
