#pragma warning disable CS1591 // A text says itself what it is.
using Communities.Views;

namespace Communities.Web;

// What stands in the place of posts and threads that readers do not see, and who keeps order in categories.
public partial class Texts
{
    public virtual string WhyAndAppeal => "Why, and how to object";

    public virtual string ToCase => "Open the case";

    public virtual string EditAndSend => "Change it";

    public virtual string KeptCategories => "Keeps order in";

    public virtual string KeepCategories => "Let this member keep order in categories";

    public virtual string KeepCategoriesHint =>
        "There, and in what lies below, the member can do what moderators do with posts and threads; nowhere else.";

    public virtual string RemovedPost(PostView post) =>
        post.Removal switch
        {
            Removal.ByAuthor => $"Post {Number(post.Number)} was removed by its author.",
            Removal.Pending => $"Post {Number(post.Number)} waits for a moderator. Others do not see it yet.",
            Removal.Hidden => $"Post {Number(post.Number)} is hidden by the moderators.",
            Removal.Erased => $"Post {Number(post.Number)} was erased.",
            _ => $"Post {Number(post.Number)} was removed by a moderator.",
        }
        + (post.RemovedReason is { Length: > 0 } reason ? $" “{RuleSaid(reason)}”" : "");

    public virtual string ThreadAway(Removal removal) => removal switch
    {
        Removal.Pending =>
            "This thread waits for a moderator. Until then only moderators and its author see it; the author may still"
            + " change it.",
        Removal.Hidden => "This thread is hidden for now. Only moderators and its author see it.",
        _ => "This thread was removed. Only moderators and its author see it.",
    };
}
