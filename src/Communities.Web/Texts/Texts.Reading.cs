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
    public virtual string SeveralWritePattern => "{0} members are writing …";
}
