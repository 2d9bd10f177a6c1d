#pragma warning disable CS1591 // A text says itself what it is.
using Communities.Views;

namespace Communities.Web;

// Interviews.
public partial class Texts
{
    /// <summary>What a notice of an interview says; its title stands behind it.</summary>
    protected virtual string InterviewNotice(string what) => what switch
    {
        "guest" => "You are invited to answer in",
        "soon" => "Soon live:",
        "over" => "The time for answers is over; please sum up",
        _ => "It does not take place:",
    };
}
