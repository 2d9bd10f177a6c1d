#pragma warning disable CS1591 // A text says itself what it is.
using Communities.Views;

namespace Communities.Web;

// The moderators' desk: the queue of cases, a case, and the decision on it.
public partial class Texts
{
    public virtual string DeskTitle => "Moderation";
    public virtual string DeskHint => "What members reported and what rules held back, the most pressing first.";
    public virtual string DeskTabs => "Parts of moderation";
    public virtual string DeskCases => "Cases";
    public virtual string DeskLog => "Log";
    public virtual string DeskTransparency => "Transparency";
    public virtual string DeskAutomod => "Automatic rules";
    public virtual string DeskSettings => "Settings";
    public virtual string DeskLoad => "How much there is";
    public virtual string CasesWaiting => "Waiting";
    public virtual string CasesUrgent => "of them urgent";
    public virtual string CasesOldest => "Oldest";
    public virtual string CasesDecided => "Decided in 7 days";
    public virtual string CasesMedian => "Handled within";
    public virtual string CasesMedianHint => "half of the cases, in 7 days";
    public virtual string CasesByModerator => "By moderator, in 7 days";
    public virtual string CaseModerator => "Moderator";
    public virtual string CaseDecisionsCount => "Decisions";
    public virtual string CaseOverturnedCount => "Overturned";
    public virtual string NoCases => "Nothing waits";
    public virtual string NoCasesHint => "Reports and what rules hold back come here, and are told live.";
    public virtual string NoCasesLike => "No case is like that";
    public virtual string NoCasesLikeHint => "Ask for less, or look at all cases.";
    public virtual string CaseFilters => "Show only some";
    public virtual string CaseFilterApply => "Show";
    public virtual string CaseKindLabel => "What";
    public virtual string CaseCategoryLabel => "Category";
    public virtual string CaseReasonLabel => "Reason";
    public virtual string CaseAssigneeLabel => "Who works on it";
    public virtual string CaseSortLabel => "Order";
    public virtual string CaseAny => "all";
    public virtual string CaseMine => "me";
    public virtual string CaseNobody => "nobody";
    public virtual string MoreCases => "More cases";
    public virtual string CasesChanged => "The list has changed. Show it anew";
    public virtual string CaseUrgent => "urgent";
    public virtual string CaseEscalated => "with the managers";
    public virtual string CaseAppealed => "appeal";
    public virtual string CaseResolved => "decided";
    public virtual string CaseOpen => "open";
    public virtual string CaseWeight => "Weight of the reports";
    public virtual string CaseScore => "What the filter says, 0 to 100";
    public virtual string CaseSelect => "Choose this case";
    public virtual string CaseYou => "You";
    public virtual string CaseWorks(string name) => $"{name}: working on it";
    public virtual string CaseAutomatic => "Automatic rules";
    public virtual string CaseNoText => "No text";

    public virtual string CasesChosen => "Decide on all that are chosen";
    public virtual string CasesChosenHint => "Each is decided by itself, and all who are touched are told.";
    public virtual string CaseDecideAll => "Decide on them";
    public virtual string CasesLeft => "Some could not be decided together; they are still in the list.";

    public virtual string KeyCaseChoose => "In the cases: choose the one before you";
    public virtual string KeyCaseClaim => "In a case: take it up, or give it back";
    public virtual string KeyCaseDecide => "In a case: go to the decision";
    public virtual string KeyCaseNext => "In a case: the next or the previous one of the list";
    public virtual string KeyCaseList => "In a case: back to the list";
    public virtual string KeyModeration => "Go to the cases of the community of this page";

    public virtual string NextCases => "Next cases";
    public virtual string AllCases => "All cases";
    public virtual string CaseClaimFree => "Nobody works on this yet.";
    public virtual string CaseClaimMine => "You work on this";
    public virtual string CaseClaimOther(string name) => $"{name} works on this";
    public virtual string CaseClaimHint => "Half an hour without an act gives it back.";
    public virtual string CaseClaim => "I take it";
    public virtual string CaseRelease => "Give it back";
    public virtual string CaseTakeOver => "Take it over";
    public virtual string CaseEscalate => "Hand it to the managers";
    public virtual string CaseEscalateHint => "The managers are told, and it goes to the top of the list.";
    public virtual string CaseReopen => "Open it again";
    public virtual string CaseChangedMeanwhile => "This case has changed meanwhile.";
    public virtual string CaseShowAnew => "Show it anew";

    public virtual string CaseContent => "What it is about";
    public virtual string CaseAsReported => "As it was reported";
    public virtual string CaseAsItIs => "As it is now";
    public virtual string CaseSince => "What changed since then";
    public virtual string CaseUnchanged => "It has not changed since it was reported.";
    public virtual string CaseGone => "There is nothing to be seen here any more.";
    public virtual string CaseInPlace => "See it in its place";
    public virtual string CaseContext => "Around it";
    public virtual string CaseBefore => "before it";
    public virtual string CaseAfter => "after it";
    public virtual string CaseIsHidden => "hidden now";
    public virtual string CaseIsRemoved => "removed now";
    public virtual string CaseIsPending => "waits to be seen";
    public virtual string CaseIsVisible => "everybody sees it";
    public virtual string CaseIsErased => "erased";
    public virtual string CasePrivateMessage => "You see this message only because it was reported.";

    public virtual string CaseReports => "Reports";
    public virtual string CaseNoReports => "Nobody has reported it.";
    public virtual string CaseWeighs => "weighs";
    public virtual string CaseHistory => "What happened";
    public virtual string CaseNotes => "Notes between moderators";
    public virtual string CaseNoteLabel => "A note";
    public virtual string CaseNoteHint => "Only moderators read it.";
    public virtual string CaseAddNote => "Keep the note";

    public virtual string CaseAuthor => "Who wrote it";
    public virtual string CaseMember => "Who it is about";
    public virtual string CaseNoRecord => "No decision has been made about this member.";
    public virtual string CaseNoOther => "No other decision has been made about this member.";
    public virtual string CasePublish => "Let it be seen";
    public virtual string CaseBarred(MeasureKind kind) => kind switch
    {
        MeasureKind.Ban => "Banned",
        MeasureKind.Suspend => "Suspended",
        _ => "Silenced",
    };
    public virtual string CaseStrikes(int count) =>
        Plural(count, "{0} strike counts", "{0} strikes count");
    public virtual string CaseUntil => "until";
    public virtual string CaseRecord => "Earlier decisions";

    public virtual string CaseDecide => "Decide";
    public virtual string CaseDecideNext => "Decide, and go to the next";
    public virtual string CaseOnContent => "What becomes of it";
    public virtual string CaseOnAuthor => "What becomes of its author";
    public virtual string CaseOnThread => "What becomes of the thread";
    public virtual string CaseNothing => "Nothing";
    public virtual string CaseHours => "For how long";
    public virtual string CaseStep(int step) => $"step {step} of the ladder";
    public virtual string CaseRule => "The rule it rests on";
    public virtual string CaseTemplate => "Begin with a template";
    public virtual string CaseTemplateUse => "Put it in";
    public virtual string CaseText => "What the author will read";
    public virtual string CaseTextHint => "Say what was wrong, and what would be right.";
    public virtual string CaseNote => "For moderators only";
    public virtual string CasePreview => "Show what everybody will read";
    public virtual string CasePreviewTitle => "What everybody will read";
    public virtual string CasePreviewAuthor(string name) => $"{name} reads";
    public virtual string CasePreviewReporters(int count) =>
        Plural(count, "{0} person who reported it reads", "{0} people who reported it read");
    public virtual string CasePreviewThread => "Readers of the thread see";
    public virtual string CasePreviewNobody => "Nobody else is told.";
    public virtual string CaseBeyond => "Only moderators of the whole community may do more than this.";

    public virtual string CaseDecisions => "Decisions";
    public virtual string CaseUndo => "Undo it";
    public virtual string CaseUndoHint => "Everything goes back to what it was, and all are told.";
    public virtual string CaseUndone => "undone";
    public virtual string CaseAutomated => "automatic";
    public virtual string CaseAppealSaid => "The author objects";
    public virtual string CaseAppealAnswer => "Answer the appeal";
    public virtual string CaseUphold => "It stays so";
    public virtual string CaseOverturn => "It is overturned";
    public virtual string CaseOverturnHint => "Everything that the decision did is undone.";
    public virtual string CaseAnswerText => "What the author will read";
    public virtual string CaseAnswer => "Answer";
    public virtual string CaseAnswerOther => "Another moderator than the one who decided answers it.";
    public virtual string CaseUpheld => "upheld";
    public virtual string CaseOverturned => "overturned";

    public virtual string CaseClaimedNow => "You have taken this case up.";
    public virtual string CaseReleasedNow => "The case is free again.";
    public virtual string CaseEscalatedNow => "The managers are told of this case.";
    public virtual string CaseReopenedNow => "The case is open again.";
    public virtual string CaseNotedNow => "The note is kept.";
    public virtual string CaseDecidedNow => "It is decided, and everybody concerned is told.";
    public virtual string CaseUndoneNow => "The decision is undone, and everything is as it was.";
    public virtual string CaseAnsweredNow => "The appeal is answered.";
    public virtual string CasesDecidedNow => "The cases are decided, and everybody concerned is told.";

    public virtual string ModerateThis => "Moderate …";

    /// <summary>What a case is about, in a list or above its page.</summary>
    public virtual string CaseTitle(SubjectKind kind, string author, string title) => kind switch
    {
        SubjectKind.Post => $"Post by {author} in “{title}”",
        SubjectKind.Thread => $"Thread “{title}” by {author}",
        SubjectKind.Member => $"Member {author}",
        _ => $"Private message by {author}",
    };

    public virtual string CaseKindName(SubjectKind kind) => kind switch
    {
        SubjectKind.Post => "Posts",
        SubjectKind.Thread => "Threads",
        SubjectKind.Member => "Members",
        _ => "Messages",
    };

    public virtual string CaseShowName(CaseShow show) => show switch
    {
        CaseShow.Waiting => "Waiting",
        CaseShow.Escalated => "With the managers",
        CaseShow.Appealed => "Appeals",
        CaseShow.Resolved => "Decided",
        _ => "All",
    };

    public virtual string CaseSortName(CaseSort sort) => sort switch
    {
        CaseSort.Weight => "Most pressing first",
        CaseSort.Score => "Worst by the filter first",
        CaseSort.Age => "Longest waiting first",
        _ => "Latest change first",
    };

    /// <summary>What happened to a case besides reports and decisions, behind who did it.</summary>
    public virtual string CaseHappened(string kind) => kind switch
    {
        "opened" => "opened the case",
        "claimed" => "took it up",
        "released" => "gave it back",
        "escalated" => "handed it to the managers",
        "reopened" => "opened it again",
        "noted" => "noted",
        "undone" => "undid the decision",
        "appealed" => "objected to the decision",
        "answered" => "answered the appeal",
        "changed" => "changed the text",
        _ => kind,
    };

    public string CaseReportsCount(int count) => Plural(count, CaseReportPattern, CaseReportsPattern);

    public string CasesCount(int count) => Plural(count, CasePattern, CasesPattern);

    protected virtual string CaseReportPattern => "{0} report";

    protected virtual string CaseReportsPattern => "{0} reports";

    protected virtual string CasePattern => "{0} case";

    protected virtual string CasesPattern => "{0} cases";

    /// <summary>How long something took, in the largest unit that is full.</summary>
    public string Took(TimeSpan time) => time.TotalHours < 1
        ? Plural((long)Math.Ceiling(time.TotalMinutes), MinutePattern, MinutesPattern)
        : time.TotalHours < 72 ? Plural((long)time.TotalHours, HourPattern, HoursPattern)
        : Plural((long)time.TotalDays, DayPattern, DaysPattern);

    protected virtual string MinutePattern => "{0} minute";

    protected virtual string MinutesPattern => "{0} minutes";
}
