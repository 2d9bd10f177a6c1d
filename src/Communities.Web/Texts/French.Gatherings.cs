using System.Globalization;

namespace Communities.Web;

// Gatherings, in French.
internal sealed partial class French
{
    protected override string SoonIn(string minutes) =>
        int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var left) && left <= 120
            ? "Commence bientôt\u00A0:" : "Vous vouliez venir à";
}
