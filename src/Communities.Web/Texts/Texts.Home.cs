#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// The first page, and where it leads.
public partial class Texts
{
    public virtual string Welcome => "Places to talk about what matters to you.";
    public virtual string WelcomeHint => "Read freely. To write, open an account and join a community.";
    public virtual string MyCommunities => "My communities";
    public virtual string OtherCommunities => "Other communities";
    public virtual string CommunitiesHere => "Communities";
    public virtual string NoCommunities => "Communities will be here";
    public virtual string NoCommunitiesFound => "Begin with one: give it a name and say what it is for.";
    public virtual string NoCommunitiesWait => "There is none yet. Please come back soon.";
    public virtual string WhereToWrite => "Where do you want to write?";
    public virtual string NoMemberships => "Join a community first";
    public virtual string NoMembershipsHint => "Members write; everybody reads. Joining takes one button.";
    public virtual string SeeCommunities => "See the communities";
    public virtual string TimeZoneLabel => "Time zone";

    public virtual string TimeZoneHint(DateTimeOffset now) => $"Times are shown by its clock: {Exact(now)} now.";
}
