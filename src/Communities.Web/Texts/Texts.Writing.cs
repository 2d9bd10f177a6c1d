#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Writing: drafts, threads about the same, tools.
public partial class Texts
{
    public virtual string Drafts => "Drafts";
    public virtual string DraftsHint => "What you have begun to write. Nobody else sees it.";
    public virtual string NoDrafts => "You have no drafts.";
    public virtual string SaveDraft => "Keep as a draft";
    public virtual string DraftKept => "Your draft is kept.";
    public virtual string DraftHere => "draft";
    public virtual string DiscardDraft => "Discard";
    public virtual string GoOnWriting => "Go on writing";
    public virtual string Untitled => "Untitled";
    public virtual string OtherDraft => "Another device had written something else here";
    public virtual string UseOther => "Use that text instead";
    public virtual string DropOther => "Not needed any more";
    public virtual string DraftFailed => "The draft could not be kept on the site; this browser keeps it.";
    public virtual string SimilarFirst => "This may have been asked already";
    public virtual string SimilarFirstHint =>
        "Please have a look. If yours is another question, post it: nothing is lost.";
    public virtual string SimilarThreads => "Has it been asked before?";
    public virtual string Spoiler => "Hide until asked for";
    public virtual string TaskList => "Tasks";
    public virtual string Emoji => "Emoji";
    public virtual string FindEmoji => "Find an emoji";
    public virtual string Suggestions => "Suggestions";
    public virtual string MeanwhilePattern => "{0} reply arrived while you were writing.";
    public virtual string MeanwhilesPattern => "{0} replies arrived while you were writing.";
    public virtual string ReadMeanwhile => "Read what is new";
    public virtual string MeanwhileHint => "Your reply is not posted yet. Post it once more if it still fits.";

    public string Meanwhile(long count) => Plural(count, MeanwhilePattern, MeanwhilesPattern);
    public virtual string DraftOfThread => "new thread";
    public virtual string DraftOfReply => "reply";
    public virtual string DraftOfEdit => "edit of a post";
    public virtual string DraftOfMessage => "message";
}
