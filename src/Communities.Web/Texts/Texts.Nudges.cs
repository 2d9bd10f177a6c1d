#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Netiquette recalled at the right moment.
public partial class Texts
{
    public virtual string NudgesTitle => "Reminders while writing";
    public virtual string NudgesHint =>
        "One friendly sentence before somebody posts, once for each occasion. It keeps nobody from posting.";
    public virtual string NudgesLedTo => "What the reminders led to";
    public virtual string NudgeHint => "Nothing is posted yet, and nothing is lost. Change it, or post it as it is.";
    public virtual string Understood => "Understood";
    public virtual string NoNudges => "Nobody was reminded of anything yet.";
    public virtual string NudgeLabel => "Reminder";
    public virtual string NudgeShown => "Shown";
    public virtual string NudgePosted => "Posted as it was";
    public virtual string NudgeChanged => "Changed";
    public virtual string NudgeGivenUp => "Not posted";

    public virtual string NudgesCountedFor(int days) => Plural(days, "In the last {0} day.", "In the last {0} days.");

    public virtual string NudgeName(string kind) => kind switch
    {
        Nudges.FirstPosts => "First posts",
        Nudges.OwnEcho => "Answering oneself",
        Nudges.Dominating => "Dominating a thread",
        Nudges.Reviving => "Reviving an old thread",
        Nudges.Shouting => "Shouting",
        Nudges.Heated => "Heated thread",
        _ => kind,
    };

    public virtual string NudgeWhen(string kind) => kind switch
    {
        Nudges.FirstPosts => $"Above the first {Nudges.FirstMax} posts of a member.",
        Nudges.OwnEcho => $"When a member answers their own posts {Nudges.EchoMin} times in a row within a day.",
        Nudges.Dominating =>
            $"When a member has written {Nudges.DominatedPercent} % of a thread of {Nudges.DominatedMin} posts or "
            + "more.",
        Nudges.Reviving => $"When nobody has written in a thread for {Nudges.OldAfter.Days} days.",
        Nudges.Shouting => "When a text is nearly all in capitals.",
        Nudges.Heated =>
            "When posts of the thread were reported or taken away today, or replies come faster than one can read.",
        _ => kind,
    };

    public virtual string NudgeText(string kind) => kind switch
    {
        Nudges.FirstPosts =>
            "Welcome. Say what you are after, what you have tried, and greet those who answer: people here are glad "
            + "to help.",
        Nudges.OwnEcho =>
            "The last posts here are yours. You can also add to the last one, or leave room for an answer.",
        Nudges.Dominating =>
            "A good part of this thread is yours. Others may have something to say: a question to them helps.",
        Nudges.Reviving =>
            "Nobody has written here for more than half a year. Is it still about the same? If not, a new thread is "
            + "found more easily.",
        Nudges.Shouting =>
            "This is nearly all in capitals, which reads like shouting. Small letters are read more gladly.",
        Nudges.Heated => "This thread is heated just now. Would you say it like this to somebody you like?",
        _ => kind,
    };
}
