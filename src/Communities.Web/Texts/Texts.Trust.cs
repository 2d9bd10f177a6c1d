#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Trust levels, what they ask for and what they bring.
public partial class Texts
{
    public virtual string TrustLevels => "Trust levels";
    public virtual string TrustHint =>
        "Who takes part is trusted with more. Levels 1 to 3 come by themselves; this is all that they ask for.";
    public virtual string TrustOfStaff => "Your role lets you do all of this already, at whatever level.";
    public virtual string TrustLevelLabel => "Trust level";
    public virtual string YourLevel => "your level";
    public virtual string LockTrust => "Keep it, whatever this member does";
    public virtual string TrustLocked => "kept by hand";
    public virtual string SetTrustLevel => "Set the level";

    public virtual string TrustName(int level) => level switch
    {
        0 => "New",
        1 => "Basic",
        2 => "Member",
        3 => "Regular",
        _ => "Leader",
    };

    public virtual string TrustMeans(int level) => level switch
    {
        0 => "Reads and writes, within limits that keep spam away: few links, images and replies at first.",
        1 => "Writes without the limits for newcomers.",
        2 => "Can invite others to this community.",
        3 => "Is here again and again. The level ends when that ends, after two weeks at the earliest.",
        _ => "Leads others. This level is given by the managers, and taken back by nobody else.",
    };

    public virtual string TrustNeed(TrustMeasure measure, int needed) => measure switch
    {
        TrustMeasure.ThreadsEntered => Plural(
            needed, "{0} thread read from its beginning", "{0} threads read from their beginning"),
        TrustMeasure.PostsRead => Plural(needed, "{0} post read", "{0} posts read"),
        TrustMeasure.ActiveDays => Plural(needed, "{0} day here", "{0} days here"),
        TrustMeasure.RecentDays => Plural(needed, "{0} day here in the last 100", "{0} days here in the last 100"),
        TrustMeasure.Replies => Plural(needed, "{0} reply written", "{0} replies written"),
        TrustMeasure.Given => Plural(needed, "{0} reaction given", "{0} reactions given"),
        _ => Plural(needed, "{0} reaction received", "{0} reactions received"),
    };

    public virtual string NewMemberLimits(int links, int replies) =>
        $"While you are new here, a post holds {links} links at most, and you can reply {replies} times in a thread of "
        + "somebody else. This ends at level 1.";

    public virtual string TrustBeginning(int members) =>
        $"Below {members} members this community is only beginning: nobody is bound by the limits for newcomers.";
}
