#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// How one comes into a community: the door, requests, invitations.
public partial class Texts
{
    public virtual string AboutMembers => "About members";
    public virtual string HowToJoin => "How one joins";
    public virtual string JoiningQuestion => "Question to those who ask";
    public virtual string JoiningQuestionHint => "Only for requests. One question that is easy to answer is enough.";
    public virtual string MemberAlready => "You are a member here.";
    public virtual string ToCommunity => "Go to the community";
    public virtual string AskToJoin => "Ask to join";
    public virtual string JoinAndFollow => "Join and follow these rules";
    public virtual string AskAndFollow => "Ask to join, and follow these rules";
    public virtual string HouseRules => "The rules here";
    public virtual string HouseRulesHint(bool rules, bool purpose) =>
        rules && purpose ? "You say that you follow the rules, and keep out what does not belong here. You are asked "
            + "once, and again only if they change in a way that matters."
        : rules ? "You say that you follow the rules. You are asked once, and again only if they change in a way that "
            + "matters."
        : "You say that you keep out what does not belong here, as it is written above. You are asked once.";
    public virtual string JoinToAsk => "This community lets members in by request.";
    public virtual string WhyJoin => "What brings you here?";
    public virtual string AnswerHint => "Read by the moderators of this community, and by nobody else.";
    public virtual string RequestWaits => "Your request waits for an answer";
    public virtual string AskedAt => "Asked";
    public virtual string WithdrawRequest => "Withdraw my request";
    public virtual string RequestDeclined => "Your last request was not accepted";
    public virtual string AskAgainOn => "You can ask again from";
    public virtual string AskedNow => "Your request is sent. You will be told of the answer.";
    public virtual string WithdrawnNow => "Your request is withdrawn.";
    public virtual string RequestsLabel => "Requests";
    public virtual string NoRequests => "Nobody is waiting";
    public virtual string NoRequestsHint => "Requests to join will be here, the oldest first.";
    public virtual string NoAnswer => "No answer was given.";
    public virtual string Admit => "Let in";
    public virtual string Decline => "Decline";
    public virtual string DeclineReason => "Why, in a sentence that the person reads";
    public virtual string AdmittedNow => "The new member is let in, and told so.";
    public virtual string DeclinedNow => "The request is declined, and the person is told why.";
    public virtual string InvitationsLabel => "Invitations";
    public virtual string InvitationsHint => "Whoever has the link can join, until it is used up or ends.";
    public virtual string WriteInvitation => "Write an invitation";
    public virtual string InvitationUses => "For how many people";
    public virtual string InvitationDays => "For how many days";
    public virtual string InvitationNote => "What it is for";
    public virtual string InvitationNoteHint => "Only you and the moderators see it.";
    public virtual string InvitationLabel => "Invitation";
    public virtual string InvitationRevoked => "taken back";
    public virtual string InvitationEnded => "ended";
    public virtual string InvitationUntil => "until";
    public virtual string InvitationLink => "Link of the invitation";
    public virtual string InviteFromTrust => "Members invite others from trust level 2 on.";
    public virtual string RevokeInvitation => "Take back";
    public virtual string Copy => "Copy";
    public virtual string Copied => "Copied";
    public virtual string InvitedNow => "The invitation is written. Send its link to whom you want to invite.";
    public virtual string RevokedNow => "The invitation is taken back. Who came by it stays.";
    public virtual string InvitedSignUp => "An account lets you read and write here. It takes a minute.";

    public virtual string JoinTitle(string community) => $"Join {community}";

    public virtual string InvitedTitle(string community) => $"You are invited to {community}";

    public virtual string InvitedBy(string name) => $"{name} invites you.";

    public virtual string RequestsCount(int count) => Plural(count, "{0} person waits.", "{0} people wait.");

    public virtual string InvitationTaken(int taken, int uses) => $"{Number(taken)} of {Number(uses)} came";

    public virtual string JoiningName(Joining joining) => joining switch
    {
        Joining.Request => "By request",
        Joining.Invitation => "By invitation",
        _ => "At once",
    };

    public virtual string JoiningHint(Joining joining) => joining switch
    {
        Joining.Request => "A short request, and a moderator answers it.",
        Joining.Invitation => "Who has an invitation can join. Members from trust level 2 on can send one.",
        _ => "Everybody with an account can join.",
    };
}
