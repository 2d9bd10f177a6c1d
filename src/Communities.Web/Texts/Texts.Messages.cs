#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Private messages.
public partial class Texts
{
    public virtual string MessagesTitle => "Messages";
    public virtual string NewMessage => "New message";
    public virtual string NoMessages => "Nobody has written to you yet. A message starts from somebody’s profile.";
    public virtual string MessagesForMembers => "Members of a community write to each other. Please join one first.";
    public virtual string MessageCommunity => "In the community";
    public virtual string MessageTo => "To";
    public virtual string MessageToHint => "Account names, between spaces.";
    public virtual string Subject => "Subject";
    public virtual string MessageText => "Message";
    public virtual string YourMessage => "Your message";
    public virtual string SendMessage => "Send";
    public virtual string WriteMessage => "Write a message";
    public virtual string MessagePrivacy => "Only those who take part read this.";
    public virtual string YouSaid => "You:";
    public virtual string MutedShort => "muted";
    public virtual string EarlierMessages => "Earlier messages";
    public virtual string LatestMessages => "To the latest messages";
    public virtual string NewFromHere => "New";
    public virtual string MuteConversation => "Mute";
    public virtual string Unmute => "No longer mute";
    public virtual string AddParticipant => "Bring somebody in";
    public virtual string AddHint => "Reads everything from the beginning.";
    public virtual string RenameConversation => "Change the subject";
    public virtual string LeaveConversation => "Leave";
    public virtual string LeaveConversationHint =>
        "You will not read it any more, unless somebody brings you in again.";
    public virtual string AloneHere => "Everybody else has left.";

    public virtual string WithPeople(IReadOnlyList<string> names) =>
        names.Count == 0 ? "with nobody any more"
        : names.Count <= 3 ? $"with {string.Join(", ", names)}"
        : $"with {string.Join(", ", names.Take(2))} and {Number(names.Count - 2)} others";

    public string NewMessages(int count) => Plural(count, NewMessagePattern, NewMessagesPattern);

    protected virtual string NewMessagePattern => "{0} unread message";

    protected virtual string NewMessagesPattern => "{0} unread messages";
}
