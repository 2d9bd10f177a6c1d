#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Groups of members.
public partial class Texts
{
    public virtual string GroupsLabel => "Groups";
    public virtual string GroupsHint => "Members who do something together, and can be called by one name.";
    public virtual string NoGroups => "No groups yet";
    public virtual string NoGroupsHint => "The managers of this community found groups: helpers, translators, hosts.";
    public virtual string FoundGroup => "Found a group";
    public virtual string GroupSlug => "Name to call it by";
    public virtual string GroupSlugHint =>
        "Written @helpers in posts; never changes. Small letters a–z, digits, - and _.";
    public virtual string GroupTitle => "Title";
    public virtual string GroupDescription => "What it is for";
    public virtual string GroupAccessLabel => "How one comes in";
    public virtual string GroupCallersLabel => "Who can call it";
    public virtual string GroupOwners => "Owners";
    public virtual string InGroup => "you are in";
    public virtual string WaitingForGroup => "you asked";
    public virtual string LeaveGroup => "Leave the group";
    public virtual string BringIntoGroup => "Bring in";
    public virtual string MakeOwner => "Make an owner";
    public virtual string NoLongerOwner => "No longer an owner";
    public virtual string TakeOut => "Take out";
    public virtual string DissolveGroup => "Dissolve this group";
    public virtual string GroupFoundedNow => "The group is founded. Bring its members in, or let them come.";
    public virtual string GroupDissolvedNow => "The group is dissolved.";

    public virtual string GroupAccessName(GroupAccess access) => access switch
    {
        GroupAccess.Request => "by request",
        GroupAccess.Closed => "members are brought in",
        _ => "open to all members",
    };

    public virtual string GroupCallersName(GroupCallers callers) => callers switch
    {
        GroupCallers.Members => "called by its members",
        GroupCallers.Owners => "called by its owners",
        _ => "called by everybody",
    };
}
