#pragma warning disable CS1591 // A text says itself what it is.
using Communities.Actors;

namespace Communities.Web;

// Texts with something in them, and the names of things that are chosen from a list.
public partial class Texts
{
    public virtual string RoleName(Role role) => role switch
    {
        Role.Member => "member",
        Role.Moderator => "moderator",
        Role.Manager => "manager",
        Role.Owner => "owner",
        _ => "visitor",
    };

    public virtual string VisibilityName(Visibility visibility) => visibility switch
    {
        Visibility.Public => "Public",
        Visibility.Unlisted => "Unlisted",
        _ => "Private",
    };

    public virtual string VisibilityHint(Visibility visibility) => visibility switch
    {
        Visibility.Public => "Listed; anybody reads and joins.",
        Visibility.Unlisted => "Listed nowhere; who has the address reads and joins.",
        _ => "Only members see it; managers bring them in.",
    };

    public virtual string ThemeName(Theme theme) => theme switch
    {
        Theme.Light => "Light",
        Theme.Dark => "Dark",
        _ => "As the device says",
    };

    public virtual string Period(string period) => period switch
    {
        "day" => "Day",
        "week" => "Week",
        "month" => "Month",
        _ => "All",
    };

    public virtual string Reaction(string kind) => kind switch
    {
        "like" => "Like",
        "thanks" => "Thanks",
        "insightful" => "Insightful",
        "funny" => "Funny",
        _ => "Disagree",
    };

    public virtual string Wait(int seconds) => seconds switch
    {
        0 => "No wait",
        < 3600 when seconds % 60 == 0 => Plural(seconds / 60, "{0} minute", "{0} minutes"),
        >= 3600 when seconds % 3600 == 0 => Plural(seconds / 3600, "{0} hour", "{0} hours"),
        _ => Plural(seconds, "{0} second", "{0} seconds"),
    };

    public virtual string HueName(int hue) => $"Hue {hue}";

    public virtual string InReplyTo(string name, int post) =>
        name.Length > 0 ? $"in reply to {name}" : $"in reply to post {Number(post)}";

    public virtual string ReplyingTo(string name) => $"Replying to {name}";

    public virtual string ReactionCount(string kind, int count) =>
        count == 0 ? Reaction(kind) : $"{Reaction(kind)}: {Number(count)}";

    public virtual string MoreOn(int post) => $"More about post {Number(post)}";

    public virtual string LinkTo(int post) => $"Link to post {Number(post)}";

    public virtual string PostNumber(int post) => $"Post {Number(post)}";

    public virtual string PostOf(int post, string thread) => $"Post {Number(post)} · {thread}";

    public virtual string EditPost(int post) => $"Edit post {Number(post)}";

    public virtual string RevisionsOf(int post) => $"Revisions of post {Number(post)}";

    public virtual string RevisionNumber(int revision) => $"Revision {Number(revision)}";

    public virtual string SlowMode(int seconds) => $"Slow mode: wait {Wait(seconds)} between two posts.";

    public virtual string TagsHint(int most) => $"Up to {Number(most)}, between spaces.";

    public virtual string Join(string community) => $"Join {community}";

    public virtual string MembersOf(string community) => $"Members of {community}";

    public virtual string SettingsOf(string community) => $"Settings of {community}";

    public virtual string RoleOf(string member) => $"Role of {member}";

    public virtual string SearchFor(string words) => $"Search: {words}";

    public virtual string PasswordHint(int least) => $"{Number(least)} characters at least; a sentence is a good one.";

    public virtual string FaultTitle(int status) => status switch
    {
        400 => "That could not be understood",
        401 => "Please sign in first",
        403 => "That is not yours to do",
        404 => "There is nothing here",
        410 => "This was removed",
        429 => "A little slower, please",
        503 => "Not now, but soon",
        _ => "Something went wrong",
    };

    public virtual string FaultHint(int status) => status switch
    {
        400 => "Nothing was changed. Go back and try again; the page may have been open for long.",
        401 => "You will come back to where you were.",
        403 => "Nothing was changed. If you think you should be able to, ask the people who run this community.",
        404 => "It may have been moved or removed, or the address is incomplete.",
        410 => "Its author or a moderator took it away.",
        429 => "Nothing is lost: go back, wait a moment, and send again.",
        503 => "Nothing is lost that was saved. Please try again in a moment.",
        _ => "It is noted, and nothing that was saved is lost. Please try again.",
    };

    /// <summary>Why not, in a sentence.</summary>
    public virtual string Refused(Refusal refusal) => refusal.Reason;
}
