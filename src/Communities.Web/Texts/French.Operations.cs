namespace Communities.Web;

// The page of whoever runs the site.
internal sealed partial class French
{
    public override string Operations => "Exploitation";
    public override string OperationsHint =>
        "L’état du programme en ce moment. Seules les personnes qui administrent le site voient cette page.";
    public override string LookAgain => "Actualiser";
    public override string ArchiveTrouble =>
        "L’archive n’avance pas. Rien n’est perdu\u00A0: de nouveaux essais suivent jusqu’à la reprise.";
    public override string JournalEvents => "Événements";
    public override string JournalEventsHint => "Tout ce qui s’est passé ici, dans le journal.";
    public override string ViewsLag => "Pas encore lisibles";
    public override string ArchiveLag => "Pas encore archivés";
    public override string ActorsInMemory => "Acteurs en mémoire";
    public override string LivePages => "Pages en direct";
    public override string LivePagesHint => "Pages ouvertes, averties de ce qui est nouveau.";
    public override string LastMinute => "La dernière minute";
    public override string CommandsAnswered => "Commandes";
    public override string TurnTime => "Réponse en moins de";
    public override string JournalWait => "Durable en moins de";
    public override string JournalBatch => "Événements à la fois";
    public override string JournalBatchHint => "En moyenne, par écriture du journal.";
    public override string NothingMeasured => "Rien à mesurer pendant cette minute.";
    public override string Reactors => "Réacteurs";
    public override string ReactorsHint =>
        "Ce que les événements entraînent ailleurs\u00A0: compteurs, fondateurs, échéances.";
    public override string Reactor => "Réacteur";
    public override string EventsWaiting => "Événements pas encore vus";
    public override string DataSize => "Données";
    public override string DataSizeHint => "Tout le contenu du répertoire de données.";
    public override string StartedAt => "Démarrage";
    public override string RebuildViews => "Reconstruire les vues";
    public override string RebuildViewsHint =>
        "Les listes, les pages et la recherche sont refaites à partir du journal. "
        + "Pendant ce temps, on lit et on écrit comme d’habitude.";
    public override string RebuildNever => "Aucune reconstruction depuis le démarrage.";
    public override string RebuildRunning => "En cours. Début\u00A0:";
    public override string RebuildFinished => "Terminé\u00A0:";
    public override string RebuildFailed => "Échec\u00A0; les vues d’avant continuent de servir\u00A0:";

    protected override string[] ByteUnits { get; } = ["octets", "ko", "Mo", "Go", "To"];

    protected override string UpToEventPattern => "Jusqu’à l’événement {0}";

    public override string ActorKind(string kind) => kind switch
    {
        "account" => "comptes",
        "community" => "communautés",
        "member" => "membres",
        "thread" => "discussions",
        _ => kind,
    };

    protected override string PerSecondPattern => "{0} par seconde";

    protected override string MostWithinPattern => "La moitié\u00A0; 99 sur 100 en moins de {0}";

    protected override string RefusedAndFailedPattern => "{0} refusées et {1} en échec pendant cette minute";

    protected override string MostBehindPattern => "Dont {0} dans la partition {1}";

    protected override string VersionPattern => "Version\u00A0{0}";
}
