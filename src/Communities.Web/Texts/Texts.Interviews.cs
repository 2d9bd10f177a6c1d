#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Interviews.
public partial class Texts
{
    public virtual string Interviews => "Interviews";
    public virtual string InterviewsHint => "Members ask and vote, guests answer live, and a summary stays.";
    public virtual string ProposeInterview => "Propose an interview";
    public virtual string NoInterviews => "No interviews yet";
    public virtual string NoInterviewsHint =>
        "Somebody who knows a lot, an hour of their time, and the questions of everybody: propose whom to ask.";
    public virtual string With => "With";
    public virtual string HostedBy => "led by";
    public virtual string AsThread => "Read as a thread";
    public virtual string AboutInterview => "What it is about";
    public virtual string SummaryOf => "Summary";
    public virtual string Questions => "Questions";
    public virtual string NoInterviewQuestions =>
        "Nobody has asked yet. The first question is the hardest; please ask it.";
    public virtual string YourQuestion => "Your question";
    public virtual string AskHint => "One question at a time: others vote for those they want answered.";
    public virtual string AskQuestion => "Ask";
    public virtual string JoinToQuestion => "Join to ask and to vote.";
    public virtual string Answered => "answered";
    public virtual string AnswerQuestion => "Answer";
    public virtual string YourAnswer => "Your answer";
    public virtual string SendAnswer => "Send the answer";
    public virtual string LeadInterview => "Lead the interview";
    public virtual string BeginNow => "Begin the live part now";
    public virtual string CloseInterview => "Sum up and close";
    public virtual string SummaryText => "The summary, in your words";
    public virtual string CloseHint =>
        "It becomes a post of yours, stands above the questions, and the thread is closed with it.";
    public virtual string ChangeInterview => "Change guests and times";
    public virtual string LiveFrom => "Live from";
    public virtual string LiveUntil => "Until";
    public virtual string CancelInterview => "Call the interview off";
    public virtual string CancelInterviewWhat =>
        "The interview will not take place; its thread goes on as any other.";
    public virtual string InterviewClosedNow => "The interview is closed, and your summary stands above it.";

    public virtual string? GuestsAreTold(int guests) => guests == 0 ? null
        : Plural(guests, "{0} guest will be told.", "{0} guests will be told.");

    public virtual string LiveOn(DateTimeOffset at) => $"live on {Exact(at)}";

    public virtual string QuestionsCount(int count) =>
        count == 0 ? Questions : Plural(count, "{0} question", "{0} questions");

    public virtual string VotesOf(int count) => Plural(count, "{0} vote", "{0} votes");

    public virtual string VoteFor(int count) => $"Vote for this question, {VotesOf(count)} so far";

    public virtual string PhaseName(InterviewPhase phase) => phase switch
    {
        InterviewPhase.Announced => "Questions are collected",
        InterviewPhase.Live => "Live now",
        InterviewPhase.Closed => "Closed",
        _ => "Called off",
    };

    public virtual string PhaseHint(InterviewPhase phase) => phase switch
    {
        InterviewPhase.Announced =>
            "Ask now and vote for the questions of others: the guests begin with those that most want answered.",
        InterviewPhase.Live => "The guests are answering. New questions and answers appear by themselves.",
        InterviewPhase.Closed => "All questions and answers stay here to be read.",
        _ => "It does not take place. The thread goes on like any other.",
    };

    /// <summary>What a notice of an interview says; its title stands behind it.</summary>
    protected virtual string InterviewNotice(string what) => what switch
    {
        "guest" => "You are invited to answer in",
        "soon" => "Soon live:",
        "over" => "The time for answers is over; please sum up",
        _ => "It does not take place:",
    };
}
