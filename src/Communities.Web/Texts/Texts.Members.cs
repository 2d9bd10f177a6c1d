#pragma warning disable CS1591 // A text says itself what it is.
using Communities.Views;

namespace Communities.Web;

// Members, their profiles and their roles.
public partial class Texts
{
    public virtual string FindMember => "Name begins with …";
    public virtual string NoMembersFound => "Nobody of that name";
    public virtual string NoMembersFoundHint => "A shorter beginning may find more.";
    public virtual string MoreMembers => "More members";
    public virtual string Joined => "joined";
    public virtual string HasLeft => "has left";
    public virtual string Appoint => "Appoint";
    public virtual string Appointed => "The role is changed.";
    public virtual string BringIn => "Bring somebody in";
    public virtual string BringInHint => "This community is private: its members are brought in by account name.";
    public virtual string BroughtIn => "The new member can read and write here now.";
    public virtual string Profile => "Profile";
    public virtual string EditProfile => "Edit my profile";
    public virtual string ProfileHint => "What members of this community see of you.";
    public virtual string Biography => "About you";
    public virtual string NoBiographyOwn => "You have not written about yourself yet.";
    public virtual string Received => "Reactions received";
    public virtual string Given => "Reactions given";
    public virtual string AcceptedAnswers => "Accepted answers";
    public virtual string ActiveDays => "Active days";
    public virtual string LatestPosts => "Latest posts";
    public virtual string NoPostsYet => "Nothing written yet.";
    public virtual string MorePosts => "More posts";
    public virtual string ShowMembers => "Which members";
    public virtual string InvitedByLabel => "invited by";
    public virtual string Activity => "Activity";
    public virtual string SearchPosts => "Search in all posts";
    public virtual string Pronouns => "Pronouns";
    public virtual string PronounsExample => "she, they …";
    public virtual string Location => "Place";
    public virtual string LocationExample => "A town, a region, anywhere";
    public virtual string ProfileLinks => "Where else you can be found";
    public virtual string LinksFromTrust => "Addresses on a profile come with trust level 1.";

    public virtual string ProfileLinksHint(int most) => $"Addresses of the web, one a line, {most} at most.";

    public virtual string MembersShown(string show) => show switch
    {
        "newest" => "The newest first",
        "staff" => "Moderators and managers",
        "trust-2" => "Trust level 2",
        "trust-3" => "Trust level 3",
        "trust-4" => "Trust level 4",
        _ => "Everybody, by name",
    };

    public virtual string ActivityName(ActivityKind kind) => kind switch
    {
        ActivityKind.Threads => "Threads opened",
        ActivityKind.Replies => "Replies",
        ActivityKind.Answers => "Accepted answers",
        ActivityKind.Reactions => "Reacted to",
        _ => "All posts",
    };
}
