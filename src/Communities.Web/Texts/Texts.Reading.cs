#pragma warning disable CS1591 // The English words say what they are.
namespace Communities.Web;

// Reading: who is here, feeds, and pages without a network.
public partial class Texts
{
    public virtual string PresenceLabel => "Presence";
    public virtual string PresenceShown => "Members see when I read along or write";
    public virtual string PresenceUnseen => "Nobody sees it";
    public virtual string HereNow => "Here now:";
    public virtual string MorePresentPattern => "and {0} more";
    public virtual string OneVisitorPattern => "1 visitor";
    public virtual string VisitorsPattern => "{0} visitors";
    public virtual string OneWritesPattern => "{0} is writing …";
    public virtual string TwoWritePattern => "{0} and {1} are writing …";
    public virtual string Feeds => "Feeds";
    public virtual string FeedsHint => "Read new threads in your own feed reader.";
    public virtual string FeedsPrivate => "These addresses open a private community to whoever has them: keep them to "
        + "yourself. If one got into other hands, renew them all.";
    public virtual string RenewFeeds => "Renew my addresses";
    public virtual string FeedsElsewhere =>
        "Threads and members have feeds, too: feed readers find them on their pages.";
    public virtual string FeedsOf(string community) => $"Feeds of {community}";
    public virtual string CrawlersLabel => "Search engines";
    public virtual string CrawlersHint => "Programs that read the whole web ask here first. Only public communities "
        + "are shown to them at all.";
    public virtual string CrawlersName(Crawlers let) => let switch
    {
        Crawlers.SearchEngines => "Search engines may read it; what collects texts for AI may not",
        Crawlers.Everybody => "Search engines and collectors for AI may read it",
        _ => "No such program may read it",
    };
    public virtual string OfflineTitle => "No network";
    public virtual string OfflineHint => "This page was not open before, so it cannot be read now. These can:";
    public virtual string KeptPattern => "No network: this is the page as it was on {0}.";
    public virtual string SeveralWritePattern => "{0} members are writing …";
}
