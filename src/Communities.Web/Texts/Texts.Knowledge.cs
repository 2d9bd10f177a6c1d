#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Knowledge pages: what the threads of a category have taught.
public partial class Texts
{
    public virtual string KnowledgeTitle => "Knowledge";
    public virtual string KnowledgePages => "Knowledge pages";
    public virtual string KnowledgeHint =>
        "What the threads of a category have taught, kept together by its members, with links back to who said it.";
    public virtual string FindInKnowledge => "Search pages and threads";
    public virtual string NoKnowledge => "Nothing is written down yet";
    public virtual string AddCategories => "Add categories";
    public virtual string NoKnowledgeHint =>
        "Each category can have a page on which members keep what its threads have taught.";
    public virtual string UnwrittenKnowledge => "Not written yet.";
    public virtual string RevisedAt => "Revised";
    public virtual string KnowledgeLocked => "Locked";
    public virtual string ReadPage => "Read";
    public virtual string EditPage => "Write";
    public virtual string PageHistory => "History";
    public virtual string Contents => "On this page";
    public virtual string MadeFrom => "Made from";
    public virtual string WrittenTogether => "Written by";
    public virtual string NothingKnownYet => "Nobody has written at this page yet";
    public virtual string NothingKnownYetHint =>
        "Begin with one accepted answer: it becomes a section, with a link back to its thread.";
    public virtual string BeginPage => "Begin the page";
    public virtual string ReadThreads => "Read the threads";
    public virtual string LockedHint => "This page is locked: those who keep order here change it.";
    public virtual string WhoWrites => "Members write at it from trust level 2 on.";
    public virtual string LockPage => "Lock the page";
    public virtual string UnlockPage => "Unlock the page";
    public virtual string LockHint => "While it is locked, only those who keep order here change it.";
    public virtual string EditKnowledgeHint =>
        "Headings make sections. Link to the posts you rely on: they are listed as what the page is made from, and "
        + "those who wrote them are told.";
    public virtual string ChangedMeanwhile => "The page was changed meanwhile";
    public virtual string ChangedMeanwhileHint =>
        "This is how your text differs from the present one. Nothing is lost: put in what you want to keep, and save.";
    public virtual string TakenUpHint =>
        "The answer is now a section at the end of the text. Shorten it, put it where it belongs, and save.";
    public virtual string PageText => "The page";
    public virtual string WhatYouChanged => "What you changed";
    public virtual string WhatYouChangedHint => "A few words, for the history.";
    public virtual string UntakenTitle => "Accepted answers not taken up yet";
    public virtual string NothingUntaken => "Every accepted answer of this category is taken up.";
    public virtual string TakeUp => "Take up";
    public virtual string PresentRevision => "Present one";
    public virtual string HiddenRevision => "Hidden";
    public virtual string ShowChanges => "Show what changed";
    public virtual string HideRevision => "Hide from readers";
    public virtual string ShowRevision => "Show to readers again";
    public virtual string RestoreRevision => "Put this back";
    public virtual string TakenUpIn => "Taken up in the knowledge page:";

    public virtual string KnowledgeOf(string name) => $"What we know: {name}";

    public virtual string EditPageOf(string name) => $"Write at the knowledge page: {name}";

    public virtual string HistoryOf(string name) => $"History of the knowledge page: {name}";

    public virtual string Sources(int count) =>
        count == 0 ? "no sources yet" : count == 1 ? "1 source" : $"{Number(count)} sources";

    public virtual string RevisedBy(string name) => $"Last revised by {name}";

    public virtual string LinkToSection(string section) => $"Link to the section {section}";

    public virtual string UntakenHint(int total) => total == 1
        ? "One answer waits. Take it up: it becomes a section with a link back, which you then shorten."
        : $"{Number(total)} answers wait, the most useful first. Taken up, one becomes a section with a link back, "
            + "which you then shorten.";

    public virtual string TakeUpNamed(string title) => $"Take up: {title}";

    public virtual string TakenFrom(string name) => $"from {name}";

    public virtual string RestoredRevision(int number) => $"Revision {Number(number)} put back";

    public virtual string ChangedRevisions(int before, int after) =>
        $"What changed from revision {Number(before)} to revision {Number(after)}";

    public virtual string Characters(int count) => Plural(count, "{0} character", "{0} characters");

    public virtual string LengthChange(int change) => change switch
    {
        0 => "as long as before",
        > 0 => Plural(change, "{0} character more", "{0} characters more"),
        _ => Plural(-change, "{0} character less", "{0} characters less"),
    };
}
