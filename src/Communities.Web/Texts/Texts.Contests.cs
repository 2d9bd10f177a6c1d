#pragma warning disable CS1591 // A text says itself what it is.

namespace Communities.Web;

// Contests: rules, entries, votes, results.
public partial class Texts
{
    public virtual string Contests => "Contests";
    public virtual string ContestsHint => "Show what you made, and say whose you like best.";
    public virtual string NoContests => "No contest yet";
    public virtual string NoContestsHint =>
        "The next one will be announced here: its rules, until when one takes part, and how one votes.";
    public virtual string NoContestsManager =>
        "No contest yet. A good first one asks for something that everybody has at hand.";
    public virtual string OpenContest => "Open a contest";
    public virtual string ContestTitle => "What it is called";
    public virtual string ContestRules => "Rules: what to show, and how";
    public virtual string ContestEntriesUntil => "Entries until";
    public virtual string ContestVotingUntil => "Votes until";
    public virtual string EntriesEachLabel => "Entries per member, at most";
    public virtual string VotesEachLabel => "Votes per member, at most";
    public virtual string Jury => "Jury";
    public virtual string JuryHint =>
        "Account names of members, with spaces between. Without a jury, all members vote.";
    public virtual string ContestBadge => "Badge for winners";
    public virtual string ContestWordsLabel => "What the post with the results says";
    public virtual string ContestWordsHint =>
        "It is written in your name when the votes are counted; the results stand in place of {results}.";
    public virtual string ContestWords =>
        "The votes are counted. Thank you to everybody who took part and who voted.\n\n{results}";
    public virtual string HowItGoes => "How it goes";
    public virtual string JuryVotes => "A jury votes.";
    public virtual string MembersVote => "All members vote.";
    public virtual string BallotsSecret => "Votes are secret, and nobody votes for their own entry.";
    public virtual string ContestThread => "To the thread";
    public virtual string ContestRulesHead => "Rules";
    public virtual string ContestCancelled => "It was called off:";
    public virtual string EnterContest => "Take part";
    public virtual string YourEntry => "Your entry";
    public virtual string SendEntry => "Send the entry";
    public virtual string OwnPostsThere => "Or one of your posts in the thread";
    public virtual string MakeEntry => "Make it an entry";
    public virtual string ContestJoin => "Members take part.";
    public virtual string ContestResults => "Results";
    public virtual string Entries => "Entries";
    public virtual string NoEntries => "No entry yet. Yours would be the first.";
    public virtual string VoteForEntry => "Vote for it";
    public virtual string VotedFor => "You voted for it";
    public virtual string WithdrawEntry => "Take the entry back";
    public virtual string TakeEntryOut => "Take out of the contest";
    public virtual string ManageContest => "Manage the contest";
    public virtual string ChangeTimes => "Change the times";
    public virtual string BeginVoting => "Begin voting now";
    public virtual string TellResults => "End voting and tell the results";
    public virtual string CallOff => "Call it off";
    public virtual string CallOffWhy => "Why it is called off";
    public virtual string CallOffWhat => "There will be no results, and no vote counts.";
    public virtual string EntrantsAreTold(int entrants) => entrants == 0 ? "Nobody takes part yet."
        : Plural(entrants, "{0} person who takes part will be told.", "{0} people who take part will be told.");
    public virtual string ContestOpenedNow => "The contest is open, and so is its thread.";
    public virtual string EnteredNow => "Your entry takes part.";
    public virtual string EntryHeldNow =>
        "Your post waits for a moderator. Once it is seen, you can make it an entry below.";
    public virtual string VotedNow => "Your votes are kept, in secret.";

    protected virtual string EntriesOne => "{0} entry";
    protected virtual string EntriesPattern => "{0} entries";
    protected virtual string VotersOne => "{0} member has voted";
    protected virtual string VotersPattern => "{0} members have voted";
    protected virtual string EntryVotesOne => "{0} vote";
    protected virtual string EntryVotesPattern => "{0} votes";
    protected virtual string ContestRunningOne => "is open";
    protected virtual string ContestRunningMany => "are open";

    public string EntriesCounted(int count) => Plural(count, EntriesOne, EntriesPattern);

    public string VotersCounted(int count) => Plural(count, VotersOne, VotersPattern);

    public string EntryVotes(int count) => Plural(count, EntryVotesOne, EntryVotesPattern);

    public string ContestsRunning(int count) => Plural(count, ContestRunningOne, ContestRunningMany);

    public virtual string EntriesEach(int count) =>
        count == 1 ? "One entry per member." : $"Up to {Number(count)} entries per member.";

    public virtual string VotesEach(int count) =>
        count == 1 ? "One vote per member." : $"Up to {Number(count)} votes per member.";

    public virtual string YourVotes(int given, int most) =>
        $"You have given {Number(given)} of {Number(most)} votes. You can change them until voting ends.";

    public virtual string PlaceOf(int place) => $"Place {Number(place)}";

    public virtual string ClocksOf(string zone) => $"Both times are by the clocks of {Place(zone)}.";

    public virtual string PhaseName(ContestPhase phase) => phase switch
    {
        ContestPhase.Entering => "Open for entries",
        ContestPhase.Voting => "Voting",
        ContestPhase.Closed => "Decided",
        _ => "Called off",
    };

    /// <summary>The notice of a contest: what happened, and its id behind a stroke.</summary>
    public virtual string ContestTold(string about, string community) => about.Split('/')[0] switch
    {
        "voting" => $"Voting has begun in a contest of {community}",
        "results" => $"A contest of {community} is decided",
        _ => $"A contest of {community} was called off",
    };
}
