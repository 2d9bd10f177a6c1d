#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// A community, its list and its settings.
public partial class Texts
{
    public virtual string Categories => "Categories";
    public virtual string Category => "Category";
    public virtual string NoCategory => "No category";
    public virtual string AllThreads => "All threads";
    public virtual string Tags => "Tags";
    public virtual string Tag => "Tag";
    public virtual string Members => "Members";
    public virtual string ThreadsLabel => "Threads";
    public virtual string PostsLabel => "Posts";
    public virtual string ReactionsLabel => "Reactions";
    public virtual string Founded => "Founded";
    public virtual string Rules => "Rules";
    public virtual string NoRules => "No rules but courtesy.";
    public virtual string InNumbers => "In numbers";
    public virtual string Order => "Order";
    public virtual string Latest => "Latest";
    public virtual string Top => "Top";
    public virtual string Unanswered => "Unanswered";
    public virtual string InCategory => "Only in";
    public virtual string ShowAll => "Show all threads";
    public virtual string MoreThreads => "More threads";
    public virtual string NothingHere => "Nothing here";
    public virtual string NothingHereHint => "No thread fits this choice. Another one may.";
    public virtual string NoThreads => "Threads will be here";
    public virtual string NoThreadsHint =>
        "Nobody has written yet. A question, an idea or a hello is a fine beginning.";
    public virtual string OpenFirstThread => "Open the first thread";
    public virtual string JoinShort => "Join";
    public virtual string JoinToReply => "Members of this community can reply.";
    public virtual string JoinToWrite => "Members of this community can open threads.";
    public virtual string JoinedNow => "You are a member now. Say hello when you like.";
    public virtual string LeftNow => "You have left this community. Your posts stay.";
    public virtual string Membership => "Membership";
    public virtual string Leave => "Leave this community";
    public virtual string LeaveHint => "Your posts stay, and you can come back.";
    public virtual string FoundCommunity => "Found a community";
    public virtual string FoundHint => "All of this can be changed later, except the short name.";
    public virtual string FoundedNow =>
        "The community is founded. Say what it is for, and add categories when you need them.";
    public virtual string CommunityName => "Name";
    public virtual string ShortName => "Short name";
    public virtual string ShortNameHint => "Part of its address: 2 to 40 small letters a–z, digits and inner hyphens.";
    public virtual string Summary => "Summary";
    public virtual string SummaryHint => "One line that tells who meets here.";
    public virtual string WhoSees => "Who sees it";
    public virtual string General => "General";
    public virtual string CategoriesHint =>
        "Two levels at most. A thread keeps its place when its category is renamed.";
    public virtual string CategoryName => "Name";
    public virtual string CategorySlugHint =>
        "Part of its address, and never changed: small letters, digits and hyphens.";
    public virtual string CategoryDescription => "What belongs here";
    public virtual string Under => "Under";
    public virtual string TopLevel => "Top level";
    public virtual string Colour => "Colour of its dot";
    public virtual string AddCategory => "Add a category";
    public virtual string RemoveCategory => "Remove this category";
    public virtual string MembersAndRoles => "Members and roles";
}
