#pragma warning disable CS1591 // A text says itself what it is.
using Communities.Views;

namespace Communities.Web;

// The moderation log: what was done, as everybody reads it.
public partial class Texts
{
    public virtual string LogTitle => "Moderation log";
    public virtual string LogOf(string community) => $"Moderation log of {community}";
    public virtual string LogHint =>
        "All that was done here to keep order, and by which rule. Who reported, who was concerned and what was removed "
        + "are not shown.";
    public virtual string LogHintFull =>
        "All that was done here to keep order. You see who did it, whom it concerned, and what it was before; "
        + "everybody else reads it without.";
    public virtual string LogNamed => "Members read by name who did it.";
    public virtual string LogUnnamed => "Members read “the moderators” in place of names.";
    public virtual string LogEmpty => "Nothing here yet";
    public virtual string LogEmptyHint => "When moderators close a thread, decide on a report or change a setting, it "
        + "stands here.";
    public virtual string LogNothingFound => "Nothing was done of that kind";
    public virtual string LogNothingFoundHint => "Ask for a longer period, or for all kinds.";
    public virtual string LogFind => "Show";
    public virtual string LogKind => "What it is about";
    public virtual string LogAll => "Everything";
    public virtual string LogBy => "Done by";
    public virtual string LogMember => "Concerning";
    public virtual string LogFrom => "From";
    public virtual string LogTo => "To";
    public virtual string LogFile => "As a table (CSV)";
    public virtual string LogOlder => "Older entries";
    public virtual string LogModerators => "the moderators";
    public virtual string LogProgram => "automatically";
    public virtual string LogRule => "Rule";
    public virtual string LogChange => "What changed";
    public virtual string LogBefore => "Before";
    public virtual string LogAfter => "After";
    public virtual string LogNoThread => "A thread that is not shown";
    public virtual string LogAPost => "A post";
    public virtual string LogCase => "case";
    public virtual string LogAMember => "A member";
    public virtual string LogAMessage => "A private message that was reported";

    public virtual string LogPost(int number) => $"post {Number(number)}";

    public virtual string LogField(LogField field) => field switch
    {
        Communities.Views.LogField.Decisions => "Decisions and appeals",
        Communities.Views.LogField.Threads => "Threads and posts",
        Communities.Views.LogField.Members => "Members",
        _ => "Settings",
    };

    public virtual string LogAct(string act, bool isThread = false) => act switch
    {
        "removed" => isThread ? "Thread removed" : "Post removed",
        "restored" => isThread ? "Thread restored" : "Post restored",
        "published" => "Post let through",
        "edited" => "Post edited",
        "organised" => "Title, category or tags changed",
        "pinned" => "Thread pinned",
        "unpinned" => "Thread unpinned",
        "closed" => "Thread closed",
        "close-scheduled" => "Closing of a thread scheduled",
        "reopened" => "Thread reopened",
        "slowed" => "Pace of a thread set",
        "unlisted" => "Thread taken out of lists",
        "listed" => "Thread back in lists",
        "archived" => "Thread archived",
        "unarchived" => "Thread taken out of the archive",
        "deemed-fitting" => "Thread said to belong here",
        "fitting-open" => "Whether a thread belongs here is open again",
        "knowledge-locked" => "Knowledge page locked",
        "knowledge-unlocked" => "Knowledge page unlocked",
        "knowledge-hidden" => "Revision of a knowledge page hidden",
        "knowledge-shown" => "Revision of a knowledge page shown again",
        "moved" => "Posts moved",
        "merged" => "Thread merged",
        "admitted" => "Member let in",
        "declined" => "Request to join declined",
        "appointed" => "Role given",
        "kept" => "Categories entrusted",
        "recognition" => "Recognition",
        "badge" => "Badge",
        "awarded" => "Badge given",
        "revoked" => "Badge taken away",
        "entrusted" => "Ambassador appointed",
        "relieved" => "No longer an ambassador",
        "trusted" => "Trust level set by hand",
        "described" => "Profile changed",
        "settings" => "Settings changed",
        "purpose" => "Purpose stated",
        "rules" => "Rules changed",
        "joining" => "Way of joining changed",
        "crawlers" => "Crawlers let in or kept out",
        "category" => "Category changed",
        "category-order" => "Order of categories changed",
        "tag-group" => "Group of tags changed",
        "synonym" => "Meaning of a tag changed",
        "moderation" => "Way of moderating changed",
        "automod" => "Rule of automoderation changed",
        "guard" => "What new members write waits for a moderator",
        "policy" => "Policy published",
        "policy-withdrawn" => "Policy withdrawn before its time",
        "zone" => "Time zone changed",
        "journey" => "Messages to newcomers changed",
        "introductions" => "Way of introducing oneself changed",
        "questions" => "How questions shall be answered changed",
        "nudges" => "Reminders of good manners changed",
        "decided" => "Decision",
        "undone" => "Decision undone",
        "case-reopened" => "Case reopened",
        "escalated" => "Case escalated",
        "appealed" => "Appeal against a decision",
        "upheld" => "Appeal answered: the decision stands",
        "overturned" => "Appeal answered: the decision is overturned",
        _ => act,
    };

    public virtual string LogPace(int seconds) => seconds == 0
        ? "no pause between posts"
        : Plural(seconds, "{0} second between posts", "{0} seconds between posts");

    public virtual string LogRole(string from, string to) => from.Length == 0 ? to : $"{to}, before: {from}";

    public virtual string LogSetting(string name) => name switch
    {
        "name" => "name",
        "summary" => "summary",
        "language" => "language",
        "visibility" => "visibility",
        "title" => "title",
        "category" => "category",
        "tags" => "tags",
        "joining" => "way of joining",
        "question" => "question",
        "settings" => "settings",
        "reasons" => "reasons",
        "rule" => "rule",
        "isIllegal" => "is about the law",
        "thresholds" => "thresholds",
        "hidePost" => "a post is hidden from",
        "silenceMember" => "a new member is silenced from",
        "slowThread" => "a thread is slowed from",
        "ladder" => "steps in hours",
        "strikeDays" => "days that a strike counts",
        "templates" => "templates",
        "isNamed" => "names in the log",
        "text" => "text",
        "parent" => "above it",
        "hue" => "hue",
        "description" => "description",
        "slug" => "short name",
        _ => name,
    };

    public virtual string FiguresTitle => "Transparency report";
    public virtual string FiguresOf(string community) => $"Transparency report of {community}";
    public virtual string FiguresHint =>
        "How order was kept here, in numbers: what was reported, what was decided, and how often a decision was wrong.";
    public virtual string FiguresPeriod => "Period";
    public virtual string FiguresQuarter(int quarter, int year) => $"Q{quarter} {year}";
    public virtual string FiguresReports => "Reports";
    public virtual string FiguresReportsHint => "Sent by members and by the rules of automoderation.";
    public virtual string FiguresDecisions => "Decisions";
    public virtual string FiguresDecisionsHint(int people, int automated) =>
        $"{Number(people)} by people, {Number(automated)} by thresholds and rules until people looked.";
    public virtual string FiguresMedian => "Median time";
    public virtual string FiguresMedianHint => "Half of what people decided was decided within this time.";
    public virtual string FiguresAppeals => "Appeals";
    public virtual string FiguresAppealsHint(int answered) => Plural(answered, "{0} answered.", "{0} answered.");
    public virtual string FiguresOverturned => "Overturned";
    public virtual string FiguresOverturnedHint(int overturned, int undone) =>
        $"{Number(overturned)} on appeal; {Number(undone)} taken back by moderators themselves.";
    public virtual string FiguresEmpty => "Nothing was reported or decided";
    public virtual string FiguresEmptyHint => "Look at another quarter, or choose a longer period.";
    public virtual string FiguresChart => "Reports and decisions over time";
    public virtual string FiguresByPeople => "Decided by people";
    public virtual string FiguresAutomated => "Decided automatically";
    public virtual string FiguresAsTable => "As a table";
    public virtual string FiguresFrom => "From";
    public virtual string FiguresByReason => "What was reported";
    public virtual string FiguresReason => "Reason";
    public virtual string FiguresShare => "Share";
    public virtual string FiguresAutomod => "Rules of automoderation";
    public virtual string FiguresByMeasure => "What was decided";
    public virtual string FiguresByMeasureHint => "A decision can do several things, and counts for each.";
    public virtual string FiguresMeasure => "Measure";
    public virtual string FiguresJson => "As data (JSON)";

    /// <summary>A day of the chart: short, and with its year in a table.</summary>
    public string FiguresDay(DateOnly day, bool isLong = false) =>
        day.ToString(isLong ? "d MMM yyyy" : "d MMM", Culture);

    public string FiguresColumn(ModeratedDay day) =>
        $"{FiguresDay(day.Day, true)}: {FiguresReports} {Number(day.Reports)}, {FiguresByPeople} {Number(day.People)}, "
        + $"{FiguresAutomated} {Number(day.Automated)}";

    /// <summary>How long something took: minutes up to two hours, hours up to two days, then days.</summary>
    public string FiguresTook(long minutes) => minutes < 120
        ? Plural(minutes, MinutePattern, MinutesPattern)
        : minutes < 48 * 60
            ? Plural((minutes + 30) / 60, HourPattern, HoursPattern)
            : Plural((minutes + (12 * 60)) / (24 * 60), DayPattern, DaysPattern);
}
