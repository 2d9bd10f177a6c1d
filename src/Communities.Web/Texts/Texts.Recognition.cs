#pragma warning disable CS1591 // A text says itself what it is.

namespace Communities.Web;

// Ambassadors, badges, points and anniversaries.
public partial class Texts
{
    /// <summary>The notice of an anniversary.</summary>
    public virtual string Anniversary(string years, string community) => years == "1"
        ? $"A year ago you joined {community}. Thank you for being here"
        : $"{years} years ago you joined {community}. Thank you for being here";
}
