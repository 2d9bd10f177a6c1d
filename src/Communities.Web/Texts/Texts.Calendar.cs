#pragma warning disable CS1591 // A text says itself what it is.
using Communities.Views;

namespace Communities.Web;

// The editorial calendar.
public partial class Texts
{
    /// <summary>What a notice of the calendar says; the title of a published one stands behind it.</summary>
    protected virtual string SlotNotice(string subject, string community)
    {
        var notice = Web.SlotNotice.Of(subject);
        return notice.What switch
        {
            "assigned" => $"You are to write “{notice.Title}” for the calendar of {community}",
            "waiting" => $"“{notice.Title}” waits for a review in the calendar of {community}",
            "returned" => $"“{notice.Title}” came back to you from the calendar of {community}",
            "missed" => $"The time of “{notice.Title}” went by before it was scheduled in {community}",
            "cancelled" => $"“{notice.Title}” was taken out of the calendar of {community}",
            _ => "Published in your name:",
        };
    }
}
