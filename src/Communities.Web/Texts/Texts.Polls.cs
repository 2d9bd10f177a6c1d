#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Polls.
public partial class Texts
{
    public virtual string Poll => "Poll";
    public virtual string AddPoll => "Add a poll";
    public virtual string PollQuestion => "Question";
    public virtual string PollOptions => "Choices";
    public virtual string PollOptionsHint(int least, int most) => $"One a line, {least} to {most} of them.";
    public virtual string PollWay => "How one votes";
    public virtual string PollResults => "The result is shown";
    public virtual string PollLeast => "At least";
    public virtual string PollMost => "At most";
    public virtual string PollRangeHint => "For several options or a ranking; left empty, one to all of them.";
    public virtual string PollCloses => "Ends at (UTC), if at a time";
    public virtual string OpenBallotLabel => "Open ballot";
    public virtual string OpenBallotHint => "Everybody who sees the result sees who voted how.";
    public virtual string SecretBallot => "secret ballot";
    public virtual string OpenBallot => "open ballot";
    public virtual string PollEnds => "ends";
    public virtual string PollEnded => "ended";
    public virtual string Vote => "Vote";
    public virtual string ChangeVote => "Change my vote";
    public virtual string TakeVoteBack => "Take my vote back";
    public virtual string EndPoll => "End the poll";
    public virtual string ReopenPoll => "Reopen the poll";
    public virtual string ShowResult => "Show the result";
    public virtual string ResultAfterVoting => "The result is shown to those who have voted.";
    public virtual string ResultAtEnd => "The result is shown when the poll has ended.";
    public virtual string PollShare => "Share";
    public virtual string PollVotes => "Votes";
    public virtual string PollWon => "Preferred";
    public virtual string PollTied => "Equal";
    public virtual string FirstPreferences => "These are the first preferences.";
    public virtual string HowCounted => "How it was counted";
    public virtual string GoesOut => "goes out";
    public virtual string RunoffHint =>
        "In each round the option that the fewest prefer goes out, and those ballots go on to their next preference, "
        + "until one option has more than half.";
    public virtual string WhoVoted => "Who voted how";
    public virtual string MoreVotes => "Earlier votes";
    public virtual string PollInThread => "To the thread";

    public virtual string WayName(VotingWay way) => way switch
    {
        VotingWay.Single => "One option",
        VotingWay.Several => "Several options",
        _ => "Ranking",
    };

    public virtual string ResultsName(ResultsShown results) => results switch
    {
        ResultsShown.Always => "Always",
        ResultsShown.AfterVoting => "After voting",
        _ => "At the end",
    };

    public virtual string Choose(VotingWay way, int least, int most) => (way, least == most) switch
    {
        (VotingWay.Single, _) => "Choose one.",
        (VotingWay.Several, true) => $"Choose {most}.",
        (VotingWay.Several, false) => $"Choose {least} to {most}.",
        (_, true) => $"Rank {most}: 1 is what you prefer.",
        _ => $"Rank {least} to {most}: 1 is what you prefer.",
    };

    public virtual string RankOf(string option) => $"Rank of “{option}”";

    public virtual string YourVote(int rank) => rank > 0 ? $"your no. {rank}" : "your vote";

    public virtual string Round(int number) => $"Round {number}";

    public string Votes(long count) => Plural(count, VotePattern, VotesPattern);

    /// <summary>A share in percent, without decimals.</summary>
    public string Percent(long part, long all) => ((double)part / all).ToString("P0", Culture);

    protected virtual string VotePattern => "{0} vote";

    protected virtual string VotesPattern => "{0} votes";
}
