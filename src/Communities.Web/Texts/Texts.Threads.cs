#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Threads and posts.
public partial class Texts
{
    public virtual string NewThread => "New thread";
    public virtual string EditThread => "Edit title and tags";
    public virtual string Title => "Title";
    public virtual string TitleHint => "Say what it is about, so that others find it.";
    public virtual string PostText => "Text";
    public virtual string PostThread => "Open the thread";
    public virtual string Pinned => "Pinned";
    public virtual string Solved => "Solved";
    public virtual string Closed => "Closed";
    public virtual string Reply => "Reply";
    public virtual string Quote => "Quote";
    public virtual string More => "More";
    public virtual string React => "React";
    public virtual string Edited => "edited";
    public virtual string AcceptedAnswer => "Accepted answer";
    public virtual string ToAnswer => "Go to the accepted answer";
    public virtual string Accept => "Accept as the answer";
    public virtual string Unaccept => "Not the answer after all";
    public virtual string Restore => "Restore";
    public virtual string ShowRemoved => "Show the removed text";
    public virtual string RemovePost => "Remove this post";
    public virtual string RemoveThread => "Remove this thread";
    public virtual string RemoveReason => "Reason";
    public virtual string RemoveReasonHint => "Everybody will read it in the place of the post.";
    public virtual string ThreadClosed => "This thread is closed: it can be read, but not continued.";
    public virtual string Reopens => "It opens again";
    public virtual string Closes => "This thread will close";
    public virtual string WriteReply => "Write a reply";
    public virtual string YourReply => "Your reply";
    public virtual string PostReply => "Post the reply";
    public virtual string EditHint =>
        "Within five minutes an edit replaces the text silently; later, earlier versions stay readable.";
    public virtual string Revisions => "Revisions";
    public virtual string RevisionsHint => "What changed, latest first.";
    public virtual string FirstRevision => "As first written";
    public virtual string PagesOfThread => "Pages of this thread";
    public virtual string Earlier => "Earlier";
    public virtual string Later => "Later";
    public virtual string PositionInThread => "Position in the thread";
    public virtual string JumpToPost => "Go to post";
    public virtual string JumpToDate => "Go to date";
    public virtual string Opened => "Opened";
    public virtual string LastPost => "Last post";
    public virtual string Participants => "Participants";
    public virtual string Moderate => "Moderate";
    public virtual string Pin => "Pin to the top";
    public virtual string Unpin => "Unpin";
    public virtual string Reopen => "Reopen";
    public virtual string CloseNow => "Close";
    public virtual string CloseReason => "Reason, if any";
    public virtual string CloseUntil => "Until, if not for good (UTC)";
    public virtual string CloseAt => "Close at (UTC)";
    public virtual string ScheduleClose => "Close later";
    public virtual string SlowLabel => "Wait between two posts";
    public virtual string OpeningPost => "Opening post";
    public virtual string WherePattern => "Post {0} of {1}";
    public virtual string NewPostPattern => "{0} new post";
    public virtual string NewPostsPattern => "{0} new posts";
    public virtual string NewPattern => "{0} new";
    public virtual string ReactionFailed => "That did not get through. Please try again.";
}
