namespace Communities.Web;

// Reading: who is here, feeds, and pages without a network.
internal sealed partial class French
{
    public override string PresenceLabel => "Présence";
    public override string PresenceShown => "Les membres voient quand je lis ou écris";
    public override string PresenceUnseen => "Personne ne le voit";
    public override string HereNow => "Ici en ce moment\u00a0:";
    public override string MorePresentPattern => "et {0} de plus";
    public override string OneVisitorPattern => "1 visiteur";
    public override string VisitorsPattern => "{0} visiteurs";
    public override string OneWritesPattern => "{0} écrit …";
    public override string TwoWritePattern => "{0} et {1} écrivent …";
    public override string Feeds => "Flux";
    public override string FeedsHint => "Lisez les nouvelles discussions dans votre lecteur de flux.";
    public override string FeedsPrivate => "Ces adresses ouvrent une communauté privée à qui les possède\u00a0: "
        + "gardez-les pour vous. Si l’une d’elles est tombée en d’autres mains, renouvelez-les toutes.";
    public override string RenewFeeds => "Renouveler mes adresses";
    public override string FeedsElsewhere =>
        "Les discussions et les membres ont aussi des flux\u00a0: les lecteurs de flux les trouvent sur leurs pages.";
    public override string FeedsOf(string community) => $"Flux de {community}";
    public override string CrawlersLabel => "Moteurs de recherche";
    public override string CrawlersHint =>
        "Les programmes qui parcourent le web le demandent d’abord ici. Seules les "
        + "communautés publiques leur sont montrées.";
    public override string CrawlersName(Crawlers let) => let switch
    {
        Crawlers.SearchEngines => "Les moteurs de recherche peuvent la lire, les collecteurs pour l’IA non",
        Crawlers.Everybody => "Les moteurs de recherche et les collecteurs pour l’IA peuvent la lire",
        _ => "Aucun de ces programmes ne peut la lire",
    };
    public override string OfflineTitle => "Pas de réseau";
    public override string OfflineHint =>
        "Cette page n’a pas été ouverte auparavant\u00a0: elle ne peut être lue maintenant. "
        + "Celles-ci le peuvent\u00a0:";
    public override string KeptPattern => "Pas de réseau\u00a0: voici la page telle qu’elle était le {0}.";
    public override string SeveralWritePattern => "{0} membres écrivent …";
}
