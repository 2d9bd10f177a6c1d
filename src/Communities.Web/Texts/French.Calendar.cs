using Communities.Views;

namespace Communities.Web;

// The editorial calendar.
internal sealed partial class French
{
    protected override string SlotNotice(string subject, string community)
    {
        var notice = Web.SlotNotice.Of(subject);
        return notice.What switch
        {
            "assigned" => $"À vous d’écrire «\u00A0{notice.Title}\u00A0» pour le calendrier de {community}",
            "waiting" => $"«\u00A0{notice.Title}\u00A0» attend une relecture au calendrier de {community}",
            "returned" => $"«\u00A0{notice.Title}\u00A0» vous revient du calendrier de {community}",
            "missed" => $"L’heure de «\u00A0{notice.Title}\u00A0» est passée sans programmation dans {community}",
            "cancelled" => $"«\u00A0{notice.Title}\u00A0» est retiré du calendrier de {community}",
            _ => "Publié en votre nom\u00A0:",
        };
    }
}
