#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Reports, what came of them, decisions as they are told to whom they concern, and appeals.
public partial class Texts
{
    public virtual string Report => "Report";
    public virtual string ReportThread => "Report this thread";
    public virtual string ReportHint => "Moderators read it. Nobody else learns who reported.";
    public virtual string ReportOwn => "This is your own. You can change or remove it yourself.";
    public virtual string ReportWhy => "What is wrong with it?";
    public virtual string ReportIllegalHint => "Please say below what makes it so.";
    public virtual string ReportText => "What should moderators know?";
    public virtual string ReportTextHint => "A sentence helps; for what the law forbids it is needed.";
    public virtual string SendReport => "Send the report";
    public virtual string ReportedNow => "Thank you. Moderators will look at it, and you will be told what "
        + "comes of it.";

    public virtual string MyReports => "My reports";
    public virtual string MyReportsHint => "What you reported here, and what came of it. Only you see this page.";
    public virtual string NoReports => "You have reported nothing here";
    public virtual string NoReportsHint =>
        "Under “More” at each post, and on the pages of threads and members, you can tell moderators what harms the "
        + "community.";
    public virtual string ReportWaits => "Moderators have not decided yet.";
    public virtual string ReportKept => "Moderators looked at it, and it stays: they see no rule broken.";
    public virtual string ReportActedPersonally => "Moderators agreed, and spoke with the author.";
    public virtual string ReportUndone => "That was taken back since.";
    public virtual string ReportYouSaid => "You wrote:";

    public virtual string StatementTitle => "A decision that concerns you";
    public virtual string StatementAbout => "It is about";
    public virtual string StatementContent => "As it was then";
    public virtual string StatementDoes => "What was decided";
    public virtual string StatementUntil => "Until";
    public virtual string StatementRule => "The rule";
    public virtual string StatementWhy => "Why";
    public virtual string StatementBy => "How it was decided";
    public virtual string StatementByPeople => "Moderators looked at it and decided.";
    public virtual string StatementAutomated =>
        "Reports of members or a rule of the community did it by themselves, until a moderator has looked.";
    public virtual string StatementAt => "When";
    public virtual string StatementUndone => "This decision does not stand any more: all that it did was taken back.";
    public virtual string StatementReplaced => "Another decision took the place of this one.";
    public virtual string StatementNow => "What you can do now";
    public virtual string ChangePost => "Change the post";
    public virtual string ChangePostHint => "It is brought to moderators again as soon as you have changed it.";
    public virtual string AppealTitle => "Object to it";
    public virtual string AppealHint(int days) =>
        $"You can object once, within {Number(days)} days. Where there is another moderator than the one who decided, "
        + "that one answers; if the decision was wrong, all that it did is undone.";
    public virtual string AppealText => "What do moderators not know, or see wrongly?";
    public virtual string SendAppeal => "Send the objection";
    public virtual string AppealedNow => "Your objection was sent. The answer is told here and in your notifications.";
    public virtual string AppealLate => "The time to object is over.";
    public virtual string AppealYours => "Your objection";
    public virtual string AppealWaits => "Moderators have not answered yet.";
    public virtual string AppealUpheld => "Your objection was looked at: the decision stands.";
    public virtual string AppealOverturned => "Your objection was right: the decision was taken back, with all it did.";
    public virtual string AppealAnswer => "The answer";

    public virtual string OwnRecord => "Decisions that concern you";
    public virtual string OwnRecordHint => "Only you and moderators see them.";
    public virtual string NothingDecided => "No decision concerns you here.";
    public virtual string ToTheDecision => "Read the decision";

    /// <summary>What was done, for who reported it.</summary>
    public virtual string ReportActed(string measures) => $"Moderators agreed: {measures}.";

    public virtual string StrikeUntil(string date) => $"A strike until {date}.";

    /// <summary>Words as a sentence.</summary>
    public string SentenceOf(string words) =>
        words.Length == 0 ? words : $"{char.ToUpper(words[0], Culture)}{words[1..]}.";

    public string StrikesCount(int count) => Plural(count, StrikeOne, StrikesPattern);

    protected virtual string StrikeOne => "{0} strike counts at present.";

    protected virtual string StrikesPattern => "{0} strikes count at present.";

    public virtual string ReportTitle(SubjectKind kind) => kind switch
    {
        SubjectKind.Post => "Report a post",
        SubjectKind.Thread => "Report a thread",
        SubjectKind.Member => "Report a member",
        _ => "Report a message",
    };

    public virtual string SubjectName(SubjectKind kind) => kind switch
    {
        SubjectKind.Post => "your post",
        SubjectKind.Thread => "your thread",
        SubjectKind.Member => "you as a member",
        _ => "your private message",
    };

    /// <summary>What people call a reason; those that a community begins with are translated.</summary>
    public string ReasonNameOf(ReportReason reason) =>
        IsDefault(reason) ? KnownReason(reason.Slug, reason.Name) : reason.Name;

    /// <summary>The rule that a reason stands for.</summary>
    public string RuleOf(ReportReason reason) => IsDefault(reason) ? KnownRule(reason.Slug, reason.Rule) : reason.Rule;

    /// <summary>A rule that a decision quotes, as it was then.</summary>
    public string RuleSaid(string rule) =>
        ModerationSettings.Default.Reasons.FirstOrDefault(reason => reason.Rule == rule) is { } known
            ? KnownRule(known.Slug, rule)
            : rule;

    protected virtual string KnownReason(string slug, string name) => name;

    protected virtual string KnownRule(string slug, string rule) => rule;

    private static bool IsDefault(ReportReason reason) => ModerationSettings.Default.ReasonOf(reason.Slug) == reason;
}
