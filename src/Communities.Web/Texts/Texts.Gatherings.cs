#pragma warning disable CS1591 // A text says itself what it is.
using System.Globalization;

namespace Communities.Web;

// Gatherings: what is on, who comes, and what was said.
public partial class Texts
{
    /// <summary>What stands before a gathering's title in a reminder, from the minutes that are left.</summary>
    protected virtual string SoonIn(string minutes) =>
        int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var left) && left <= 120
            ? "Starts soon:" : "You wanted to come to";
}
