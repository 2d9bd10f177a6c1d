#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// What moderators do with threads, and what is told of it between the posts.
public partial class Texts
{
    public virtual string MovePosts => "Move posts";
    public virtual string MoveHint =>
        "They go to the end of another thread, with their times, reactions and links. Moving them back undoes it.";
    public virtual string MoveThis => "Move this post";
    public virtual string WhichPosts => "Which posts";
    public virtual string PostNumbers => "More by number";
    public virtual string PostNumbersHint(int last) => $"Such as 3, 5-9. This thread has posts up to {Number(last)}.";
    public virtual string WhereTo => "Where to";
    public virtual string ToNewThread => "To a new thread";
    public virtual string ToOtherThread => "To a thread that is there";
    public virtual string OtherThread => "The other thread";
    public virtual string OtherThreadHint => "Choose it by its title, or paste its address.";
    public virtual string MoveReasonHint => "Everybody reads it in both threads.";
    public virtual string MergeThread => "Merge into another thread";
    public virtual string MergeHint =>
        "All its posts go to the end of the other thread, and its address leads there from then on.";
    public virtual string MovedNow => "The posts have moved. Old links lead to them.";
    public virtual string Unlisted => "Unlisted";
    public virtual string Unlist => "Take out of lists";
    public virtual string Relist => "Show in lists again";
    public virtual string UnlistHint => "Who has the address still reads it.";
    public virtual string Archived => "Archived";
    public virtual string ArchiveThread => "Archive";
    public virtual string Unarchive => "Take out of the archive";
    public virtual string ThreadArchived => "This thread is archived: it stays as it is.";
    public virtual string ThreadUnlisted => "This thread is in no list. Who has its address reads it.";
    public virtual string ThreadFull => "This thread is as long as a thread can be.";
    public virtual string GoesOnIn => "It goes on in";
    public virtual string ContinueThread => "Continue in a new thread";
    public virtual string Continues => "This thread continues";
    public virtual string PinUntil => "Until, if not for good (UTC)";
    public virtual string PinnedUntil => "Pinned until";
    public virtual string ReopenAt => "Reopen at (UTC)";
    public virtual string ReopenLater => "Reopen later";
    public virtual string DoNotClose => "Do not close it after all";
    public virtual string ThreadChanged => "Posts were moved here. Show the thread as it is now.";
    public virtual string MoveUp => "Up";
    public virtual string MoveDown => "Down";
    public virtual string TagGroups => "Groups of tags";
    public virtual string TagGroupsHint => "Tags that belong together are shown together.";
    public virtual string AddTagGroup => "Add a group";
    public virtual string RemoveTagGroup => "Remove the group";
    public virtual string GroupSingle => "A thread has one of them at most";
    public virtual string GroupReserved => "Only moderators give them";
    public virtual string OtherTags => "Other tags";
    public virtual string NoTags => "No thread has a tag yet.";
    public virtual string Synonyms => "Synonyms";
    public virtual string SynonymsHint => "Who writes the one gets the other; threads that have it change at once.";
    public virtual string SynonymTag => "This tag";
    public virtual string SynonymMeaning => "means this one";
    public virtual string AddSynonym => "Add the synonym";
    public virtual string RemoveSynonym => "Remove the synonym";
    public virtual string UntilTime => "until";
    public virtual string AnotherThread => "another thread";

    public virtual string PostIsElsewhere(int number) => $"Post {Number(number)} is in another thread now: go there";

    public virtual string InReplyElsewhere(int number) => $"in reply to post {Number(number)} of another thread";

    public virtual string FollowUpTitle(string title, int part) => $"{title} ({Number(part)})";

    /// <summary>What happened: {0} is who did it, {1} the other thread, {2} how many posts.</summary>
    public virtual string HappenedHere(string kind, bool isBySomebody) => kind switch
    {
        "moved" => isBySomebody ? "{0} moved {2} to {1}" : "{2} went to {1}",
        "received" => isBySomebody ? "{0} moved {2} here from {1}" : "{2} came from {1}",
        "merged" => isBySomebody ? "{0} merged this thread into {1}" : "This thread went into {1}",
        "renews" => "This takes up {1}",
        "renewed" => "This was taken up in {1}",
        "follows" => "This continues {1}",
        "followed" => "This goes on in {1}",
        "closed" => isBySomebody ? "{0} closed this thread" : "This thread closed at its time",
        "reopened" => isBySomebody ? "{0} reopened this thread" : "This thread reopened at its time",
        "pinned" => isBySomebody ? "{0} pinned this thread" : "This thread was pinned",
        "unpinned" => isBySomebody ? "{0} unpinned this thread" : "This thread is no longer pinned",
        "unlisted" => isBySomebody ? "{0} took this thread out of lists" : "This thread was taken out of lists",
        "listed" => isBySomebody ? "{0} showed this thread in lists again" : "This thread is in lists again",
        "archived" => isBySomebody ? "{0} archived this thread" : "This thread was archived",
        _ => isBySomebody ? "{0} took this thread out of the archive" : "This thread left the archive",
    };
}
