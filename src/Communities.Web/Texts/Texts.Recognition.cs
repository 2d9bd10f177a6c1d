#pragma warning disable CS1591 // A text says itself what it is.

namespace Communities.Web;

// Ambassadors, badges, points and anniversaries.
public partial class Texts
{
    public virtual string Ambassador => "Ambassador";
    public virtual string Ambassadors => "Ambassadors";
    public virtual string AmbassadorsHint =>
        "Members who welcome others in the community’s name, and are the first to hear when nobody has greeted a "
        + "newcomer.";
    public virtual string AmbassadorsExpected => "What is expected of them";
    public virtual string NoAmbassadors => "Nobody yet. Who welcomes others often will be asked.";
    public virtual string NoAmbassadorsManager =>
        "Nobody yet. Open the page of a member who welcomes others, and ask whether they would like to.";
    public virtual string AmbassadorSince => "Ambassador since";
    public virtual string EditRecognition => "Appoint, and say what is expected";
    public virtual string Thank => "Thank";
    public virtual string ThankedNow => "Your thanks stand there now, and were told.";
    public virtual string MakeAmbassador => "Make ambassador";
    public virtual string EndAmbassador => "End the role";
    public virtual string EntrustWord => "Why them, in one line (everybody reads it)";
    public virtual string AccountOfMember => "Account of a member";
    public virtual string ManageRecognition => "Recognise";

    public virtual string BadgesLabel => "Badges";
    public virtual string BadgeLabel => "Badge";
    public virtual string BadgesHint =>
        "They say what somebody has done here, and stay. Nobody needs one to take part.";
    public virtual string CommonBadges => "In every community";
    public virtual string BadgeIsYours => "yours";
    public virtual string BadgeByHand => "Given by hand";
    public virtual string NoBadgeHolders => "Nobody has it yet.";
    public virtual string NoBadgesYet => "None yet.";
    public virtual string OwnRecognition => "What is shown of yours";
    public virtual string FlairLabel => "Beside my posts";
    public virtual string FlairBest => "What weighs most";
    public virtual string FlairNone => "Nothing";
    public virtual string UnrankedLabel => "Leave me out of the leaderboard";
    public virtual string GiveBadge => "Give the badge";
    public virtual string TakeBadge => "Take it away";
    public virtual string BadgeWord => "A word with it (everybody reads it)";
    public virtual string OwnBadgesHint =>
        "Given by hand, or earned by a rule. Who fulfils a new rule already has the badge with their next visit.";
    public virtual string AddBadge => "Add a badge";
    public virtual string RemoveBadge => "Remove the badge";
    public virtual string BadgeNameLabel => "What it is called";
    public virtual string BadgeSign => "Sign";
    public virtual string BadgeSentence => "What it is for, in one line";
    public virtual string BadgeMeasureLabel => "Earned by";
    public virtual string BadgeNeeded => "How many";
    public virtual string BadgeNeededHint => "Where it is given by hand, this counts for nothing.";
    public virtual string RecognitionSettings => "Expectations and leaderboard";
    public virtual string KeepLeaderboard => "Show a leaderboard";
    public virtual string KeepLeaderboardHint =>
        "It spurs some and puts off others. Members can leave themselves out.";

    public virtual string LeaderboardLabel => "Leaderboard";
    public virtual string LeaderboardHint => "Who gave the most lately. Whoever likes can leave themselves out.";
    public virtual string LeaderboardSpan => "Time";
    public virtual string SpanEver => "All time";
    public virtual string NoPoints => "Nobody has points in this time. The first answer brings some.";
    public virtual string YouAreUnranked => "You are left out, as you wished.";
    public virtual string ChangeThat => "Change that";
    public virtual string PointsExplained => "What counts how much";
    public virtual string PointsHint => "What is removed counts no longer. Reactions that one gives bring nothing.";

    protected virtual string ThankedOne => "thanked {0} time";
    protected virtual string ThankedPattern => "thanked {0} times";
    protected virtual string HoldersOne => "{0} member has it";
    protected virtual string HoldersPattern => "{0} members have it";
    protected virtual string PointsOne => "{0} point";
    protected virtual string PointsPattern => "{0} points";
    protected virtual string AmbassadorsOne => "ambassador";
    protected virtual string AmbassadorsMany => "ambassadors";

    public string ThankedTimes(int count) => Plural(count, ThankedOne, ThankedPattern);

    public string BadgeHolders(int count) => Plural(count, HoldersOne, HoldersPattern);

    public string PointsOf(int count) => Plural(count, PointsOne, PointsPattern);

    public string AmbassadorsCounted(int count) => Plural(count, AmbassadorsOne, AmbassadorsMany);

    public virtual string ThankFor(string name) => $"Thank {name} for …";

    public virtual string OwnBadges(string community) => $"Badges of {community}";

    public virtual string SpanDays(int days) => $"Last {Number(days)} days";

    public virtual string PointsFor(BadgeMeasure measure) => measure switch
    {
        BadgeMeasure.Accepted => "An answer of yours is accepted",
        BadgeMeasure.Threads => "You open a thread",
        BadgeMeasure.Posts => "You reply",
        _ => "Somebody reacts to a post of yours",
    };

    /// <summary>What earns a badge, as a sentence.</summary>
    public virtual string BadgeNeeds(BadgeMeasure measure, int needed) => (measure, needed) switch
    {
        (BadgeMeasure.Posts, 1) => "Write a first post",
        (BadgeMeasure.Posts, _) => $"Write {Number(needed)} posts",
        (BadgeMeasure.Threads, 1) => "Open a first thread",
        (BadgeMeasure.Threads, _) => $"Open {Number(needed)} threads",
        (BadgeMeasure.Received, 1) => "Receive a first reaction",
        (BadgeMeasure.Received, _) => $"Receive {Number(needed)} reactions",
        (BadgeMeasure.Given, 1) => "React to a post for the first time",
        (BadgeMeasure.Given, _) => $"React to {Number(needed)} posts",
        (BadgeMeasure.Accepted, 1) => "Have a first answer accepted",
        (BadgeMeasure.Accepted, _) => $"Have {Number(needed)} answers accepted",
        (BadgeMeasure.ActiveDays, 1) => "Be here on one day",
        (BadgeMeasure.ActiveDays, _) => $"Be here on {Number(needed)} days",
        (BadgeMeasure.Years, 1) => "Be a member for a year",
        (BadgeMeasure.Years, _) => $"Be a member for {Number(needed)} years",
        (BadgeMeasure.Introduced, _) => "Introduce yourself",
        (BadgeMeasure.Greeted, 1) => "Be the first to answer an introduction",
        (BadgeMeasure.Greeted, _) => $"Be the first to answer {Number(needed)} introductions",
        (BadgeMeasure.Attended, 1) => "Come to a gathering",
        (BadgeMeasure.Attended, _) => $"Come to {Number(needed)} gatherings",
        (BadgeMeasure.Won, 1) => "Win a contest",
        _ => $"Win {Number(needed)} contests",
    };

    public virtual string MeasureName(BadgeMeasure measure) => measure switch
    {
        BadgeMeasure.Posts => "Posts written",
        BadgeMeasure.Threads => "Threads opened",
        BadgeMeasure.Received => "Reactions received",
        BadgeMeasure.Given => "Reactions given",
        BadgeMeasure.Accepted => "Answers accepted",
        BadgeMeasure.ActiveDays => "Days of activity",
        BadgeMeasure.Years => "Years as a member",
        BadgeMeasure.Introduced => "Introductions written",
        BadgeMeasure.Greeted => "Newcomers greeted first",
        BadgeMeasure.Attended => "Gatherings attended",
        _ => "Contests won",
    };

    /// <summary>What a badge of every community is called.</summary>
    public virtual string BadgeName(string badge) => badge switch
    {
        "first-post" => "First post",
        "introduced" => "Introduced",
        "first-thread" => "First thread",
        "first-thanks" => "First reaction received",
        "first-reaction" => "First reaction given",
        "threads-10" => "Conversation starter",
        "threads-50" => "Tireless starter",
        "posts-100" => "Hundred posts",
        "posts-1000" => "Thousand posts",
        "received-50" => "Well received",
        "received-500" => "Treasured",
        "given-100" => "Attentive reader",
        "answer-1" => "First accepted answer",
        "answer-10" => "Problem solver",
        "answer-50" => "Pillar of answers",
        "days-10" => "Ten days here",
        "days-100" => "Hundred days here",
        "days-365" => "A year of days",
        "year-1" => "One year",
        "year-2" => "Two years",
        "year-5" => "Five years",
        "year-10" => "Ten years",
        "greeter" => "Greeter",
        "attended" => "Was there",
        "contest-won" => "Contest winner",
        _ => badge,
    };

    public virtual string SignName(string sign) => sign switch
    {
        "star" => "Star",
        "trophy" => "Trophy",
        "sun" => "Sun",
        "book" => "Book",
        "people" => "People",
        "shield" => "Shield",
        "globe" => "Globe",
        "calendar" => "Calendar",
        "like" => "Heart",
        "insightful" => "Light bulb",
        "key" => "Key",
        _ => "Flag",
    };

    /// <summary>The notice of an anniversary.</summary>
    public virtual string Anniversary(string years, string community) => years == "1"
        ? $"A year ago you joined {community}. Thank you for being here"
        : $"{years} years ago you joined {community}. Thank you for being here";

    /// <summary>The notice of a badge; one of the community's own is named on the page that it leads to.</summary>
    public virtual string BadgeTold(string badge, string community) => BadgeName(badge) is var name && name != badge
        ? $"You have earned the badge “{name}” in {community}"
        : $"You have a new badge in {community}";
}
