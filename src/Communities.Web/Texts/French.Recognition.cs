namespace Communities.Web;

internal sealed partial class French
{
    public override string Anniversary(string years, string community) => years == "1"
        ? $"Il y a un an, vous avez rejoint {community}. Merci d’être là"
        : $"Il y a {years}\u00A0ans, vous avez rejoint {community}. Merci d’être là";
}
