#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Welcoming newcomers: the guided first visit, the messages of the journey, and introductions.
public partial class Texts
{
    public virtual string WelcomeGuide => "Your first visit";
    public virtual string WelcomeGuideHint =>
        "A few small steps, and you are at home here. In any order, at your pace.";
    public virtual string WelcomeVisitorHint => "What this place is for, how people talk here, and who they are.";
    public virtual string WelcomeSteps => "Your first steps";
    public virtual string WelcomeNext => "Next";
    public virtual string WelcomeDone => "done";
    public virtual string WelcomeAllDone => "All done. You know your way around now; it is good to have you here.";
    public virtual string WelcomeDismiss => "Hide this on the community page";
    public virtual string WelcomeMessages => "Messages to you";
    public virtual string WelcomePeople => "Who welcomes you";
    public virtual string WelcomePeopleHint => "They are glad about newcomers, and about questions.";
    public virtual string WelcomeNewest => "New faces";
    public virtual string WelcomePick => "For example";
    public virtual string WelcomeJoinWhy => "Join, and a few small steps show you around.";

    public virtual string IntroduceTitle => "Introduce yourself";
    public virtual string IntroducePrompt =>
        "Nobody has to tell much. Two sentences are enough for others to know what to talk to you about.";
    public virtual string IntroduceMore => "Anything else";
    public virtual string IntroduceMoreHint => "Every question may stay empty. You can use Markdown.";
    public virtual string IntroduceText => "About you";
    public virtual string IntroducePost => "Post my introduction";
    public virtual string IntroducedAlready => "You have introduced yourself here already; you may do so again.";
    public virtual string IntroductionsTitle => "Introductions";
    public virtual string IntroductionsHint => "Who came lately. A first answer makes somebody stay.";
    public virtual string NoIntroductions => "Nobody has introduced themselves lately";
    public virtual string NoIntroductionsHint =>
        "Introductions of the last weeks stand here, those without an answer first.";
    public virtual string GreetNow => "Say hello";
    public virtual string WaitsForGreeting => "waits for an answer";
    public virtual string GreetedFirstBy => "First answer:";

    public virtual string JourneyTitle => "Messages to newcomers";
    public virtual string JourneyHint =>
        "Each comes so long after joining, and only while what it asks for is still undone. Who is on the way already "
        + "keeps the messages they were set off with.";
    public virtual string JourneyIsOn => "Newcomers get these messages";
    public virtual string JourneyIsOff => "Newcomers get no messages yet";
    public virtual string JourneySwitchOn => "Switch on";
    public virtual string JourneySwitchOff => "Switch off";
    public virtual string StepLabel => "Message";
    public virtual string StepWhen => "After joining";
    public virtual string StepSentTo => "Sent";
    public virtual string StepDoneAfter => "Done after it";
    public virtual string StepDoneWithout => "Done without it";
    public virtual string StepByMail => "By e-mail, too";
    public virtual string StepByMailHint => "For members who want e-mails and have confirmed an address.";
    public virtual string StepAdd => "Add a message";
    public virtual string StepRemove => "Remove this message";
    public virtual string StepAddHint => "One more message to who has just joined.";
    public virtual string StepCondition => "What it asks for";
    public virtual string StepConditionHint =>
        "It comes only while that is still undone. What it asks for cannot be changed later, all else can.";
    public virtual string StepAfterHours => "Hours after joining";
    public virtual string StepAfterHoursHint => "24 is a day, 168 a week. Two messages never come within twelve hours.";
    public virtual string StepTextHint => "Empty: the words of the program.";
    public virtual string StepOwnTextHint =>
        "Empty: the words of the program. A message of your own needs some, in one language at least.";
    public virtual string StepPlaceholders =>
        "In Markdown; {name} becomes the name of the member, {community} that of the community.";
    public virtual string StepPreviewHint => "How it reads for you, in each language";
    public virtual string StepSubject => "Title";
    public virtual string StepWords => "Text";

    public virtual string IntroductionsSettings => "How newcomers introduce themselves";
    public virtual string IntroductionsCategory => "Category for introductions";
    public virtual string IntroductionsNeedCategory => "Introductions are threads of a category of their own.";
    public virtual string StepNowhere => "not sent while there is no category for introductions";
    public virtual string IntroductionsNone => "No introductions";
    public virtual string IntroductionsKept =>
        "What was written below is kept for when there is a place again.";
    public virtual string IntroductionsPrompt => "Words above the questions";
    public virtual string IntroductionsPromptHint => "In Markdown. Empty: the words of the program.";
    public virtual string IntroductionsQuestions => "Questions";
    public virtual string IntroductionsHours => "Answer within so many hours";
    public virtual string IntroductionsHoursHint =>
        "What nobody has answered by then is brought to managers, moderators and ambassadors.";
    public virtual string GreetingsTitle => "Waiting for an answer";
    public virtual string GreetingsNone =>
        "Nobody waits. Introductions without an answer will stand here, the most urgent first.";
    public virtual string GreetingsLater(int count) => Plural(
        count, "{0} more waits and comes up here as these are answered.",
        "{0} more wait and come up here as these are answered.");
    public virtual string GreetingsCount => "introductions";
    public virtual string GreetingsInTime => "answered in time";
    public virtual string GreetingsMedian => "until the first answer, in the median";
    public virtual string GreetingDue => "Answer due";

    public string WelcomeTo(string community) => string.Format(Culture, WelcomeToPattern, community);

    protected virtual string WelcomeToPattern => "Welcome to {0}";

    public virtual string IntroductionTitle(string name) => $"Hello, I am {name}";

    public virtual string WelcomeProgress(int done, int all) => $"{Number(done)} of {Number(all)} done";

    public virtual string StepQuestion(int number) => $"Question {Number(number)}";

    public virtual string InLast(int days) => Plural(days, "In the last {0} day", "In the last {0} days");

    /// <summary>So many hours, as people say it: 3 hours, 5 days.</summary>
    public virtual string Hours(int hours) => hours > 0 && hours % 24 == 0
        ? Plural(hours / 24, "{0} day", "{0} days")
        : Plural(hours, "{0} hour", "{0} hours");

    public virtual string Minutes(int minutes) => Plural(minutes, "{0} minute", "{0} minutes");

    public virtual string GreetingsWaiting(int waiting) =>
        Plural(waiting, "introduction waits for an answer", "introductions wait for an answer");

    public virtual string JourneysBegun(int begun) =>
        Plural(begun, "{0} member was set off", "{0} members were set off");

    public virtual string Percent(int percent) => $"{Number(percent)}%";

    /// <summary>What a step is called where managers gave it no title.</summary>
    public virtual string StepTitle(StepKind kind) => kind switch
    {
        StepKind.Welcome => "Welcome",
        StepKind.Introduce => "Introduce yourself",
        StepKind.React => "Say what you like",
        StepKind.Answer => "Answer somebody",
        StepKind.Open => "Ask or tell something",
        StepKind.Profile => "Say who you are",
        _ => "Message",
    };

    /// <summary>What a step says where managers wrote nothing, in Markdown with its two placeholders.</summary>
    public virtual string StepBody(StepKind kind) => kind switch
    {
        StepKind.Welcome =>
            "Hello {name}, it is good that you are here. {community} lives from people who ask, answer and tell. "
            + "On this page you see what the place is for, who is here, and a few small first steps.",
        StepKind.Introduce =>
            "Hello {name}, people in {community} would like to know who came. Two or three sentences are enough, and "
            + "somebody will answer.",
        StepKind.React =>
            "Hello {name}, did something in {community} help you, or make you smile? A reaction below the post says "
            + "so, and whoever wrote it will be glad.",
        StepKind.Answer =>
            "Hello {name}, some questions in {community} still wait for an answer. You need not know everything: your "
            + "own experience, or a good question back, helps.",
        StepKind.Open =>
            "Hello {name}, is there something you have wanted to ask or show? Others in {community} are probably "
            + "interested in the same.",
        StepKind.Profile =>
            "Hello {name}, a sentence about you and perhaps a picture make it easier for others in {community} to talk "
            + "to you.",
        _ => "Hello {name}",
    };

    /// <summary>One line on a step in the list of first steps.</summary>
    public virtual string StepHint(StepKind kind) => kind switch
    {
        StepKind.Introduce => "A few words about you; somebody will answer.",
        StepKind.React => "One click below a post that helped you.",
        StepKind.Answer => "Your experience, or a good question back.",
        StepKind.Open => "A question, a find, a story of your own.",
        StepKind.Profile => "A sentence about you, and a picture if you like.",
        _ => "",
    };

    /// <summary>The button that begins a step.</summary>
    public virtual string StepDo(StepKind kind) => kind switch
    {
        StepKind.Introduce => "Introduce yourself",
        StepKind.React => "Look around",
        StepKind.Answer => "Show questions without an answer",
        StepKind.Open => "Open a thread",
        StepKind.Profile => "Fill in your profile",
        _ => "Read it",
    };

    /// <summary>What a step asks for, in the list that managers see.</summary>
    public virtual string StepWhile(StepKind kind) => kind switch
    {
        StepKind.Welcome => "In any case",
        StepKind.Introduce => "While the member has not introduced themselves",
        StepKind.React => "While the member has reacted to nothing",
        StepKind.Answer => "While the member has answered nobody",
        StepKind.Open => "While the member has opened no thread besides",
        StepKind.Profile => "While the profile says nothing",
        _ => "In any case: your own words",
    };

    /// <summary>What a notice of a step says; steps of the managers' own have names that only they know.</summary>
    protected virtual string StepNotice(string step, string community) => KindOf(step) switch
    {
        "welcome" => $"Welcome to {community}",
        "introduce" => $"People in {community} would like to know who you are",
        "react" => $"Did something in {community} help you?",
        "answer" => $"Questions in {community} wait for an answer, perhaps yours",
        "open" => $"Is there something you would like to ask in {community}?",
        "profile" => $"A sentence about you in {community}",
        _ => $"A message to you as a newcomer in {community}",
    };

    /// <summary>What a step is named after: a second one of its kind has a number behind that.</summary>
    protected static string KindOf(string step) =>
        step.LastIndexOf('-') is > 0 and var at && step.AsSpan(at + 1).ContainsAnyExceptInRange('0', '9') is false
            ? step[..at]
            : step;
}
