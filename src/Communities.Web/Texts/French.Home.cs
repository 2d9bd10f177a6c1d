namespace Communities.Web;

// The first page, and where it leads.
internal sealed partial class French
{
    public override string Welcome => "Des lieux où parler de ce qui vous tient à cœur.";
    public override string WelcomeHint =>
        "La lecture est libre. Pour écrire, créez un compte et rejoignez une communauté.";
    public override string MyCommunities => "Mes communautés";
    public override string OtherCommunities => "Autres communautés";
    public override string CommunitiesHere => "Communautés";
    public override string NoCommunities => "Ici vivront des communautés";
    public override string NoCommunitiesFound =>
        "Commencez par une\u00A0: donnez-lui un nom et dites à quoi elle sert.";
    public override string NoCommunitiesWait => "Il n’y en a pas encore. Revenez bientôt.";
    public override string WhereToWrite => "Où souhaitez-vous écrire\u00A0?";
    public override string NoMemberships => "Rejoignez d’abord une communauté";
    public override string NoMembershipsHint =>
        "Les membres écrivent, tout le monde lit. Un bouton suffit pour rejoindre.";
    public override string SeeCommunities => "Voir les communautés";
    public override string TimeZoneLabel => "Fuseau horaire";

    public override string TimeZoneHint(DateTimeOffset now) =>
        $"Les heures suivent son horloge\u00A0: {Exact(now)} en ce moment.";
}
