namespace Communities.Web;

// What moderators do with threads, and what is told of it between the posts.
internal sealed partial class French
{
    public override string MovePosts => "Déplacer des messages";
    public override string MoveHint =>
        "Ils vont à la fin d’une autre discussion, avec leurs dates, réactions et liens. "
        + "Pour annuler, déplacez-les en retour.";
    public override string MoveThis => "Déplacer ce message";
    public override string WhichPosts => "Quels messages";
    public override string PostNumbers => "D’autres, par numéro";
    public override string PostNumbersHint(int last) =>
        $"Par exemple 3, 5-9. Les messages vont ici jusqu’à {Number(last)}.";
    public override string WhereTo => "Vers où";
    public override string ToNewThread => "Vers une nouvelle discussion";
    public override string ToOtherThread => "Vers une discussion existante";
    public override string OtherThread => "L’autre discussion";
    public override string OtherThreadHint => "Choisissez-la par son titre, ou collez son adresse.";
    public override string MoveReasonHint => "Tout le monde le lira dans les deux discussions.";
    public override string MergeThread => "Fusionner avec une autre discussion";
    public override string MergeHint =>
        "Tous ses messages vont à la fin de l’autre, et son adresse y mène dès lors.";
    public override string MovedNow => "Les messages sont déplacés. Les anciens liens y mènent.";
    public override string Unlisted => "Hors des listes";
    public override string Unlist => "Retirer des listes";
    public override string Relist => "Remettre dans les listes";
    public override string UnlistHint => "Qui en a l’adresse la lit encore.";
    public override string Archived => "Archivée";
    public override string ArchiveThread => "Archiver";
    public override string Unarchive => "Sortir des archives";
    public override string ThreadArchived => "Cette discussion est archivée\u00A0: elle reste telle quelle.";
    public override string ThreadUnlisted =>
        "Cette discussion n’est dans aucune liste. Qui en a l’adresse la lit.";
    public override string ThreadFull => "Cette discussion est aussi longue qu’elle peut l’être.";
    public override string GoesOnIn => "Elle continue dans";
    public override string ContinueThread => "Continuer dans une nouvelle discussion";
    public override string Continues => "Cette discussion continue";
    public override string PinUntil => "Jusqu’au, si c’est provisoire (UTC)";
    public override string PinnedUntil => "Épinglée jusqu’au";
    public override string ReopenAt => "Rouvrir le (UTC)";
    public override string ReopenLater => "Rouvrir plus tard";
    public override string DoNotClose => "Finalement, ne pas la fermer";
    public override string ThreadChanged =>
        "Des messages ont été déplacés. Voir la discussion telle qu’elle est.";
    public override string MoveUp => "Monter";
    public override string MoveDown => "Descendre";
    public override string TagGroups => "Groupes de mots-clés";
    public override string TagGroupsHint => "Les mots-clés d’un groupe sont montrés ensemble.";
    public override string AddTagGroup => "Ajouter un groupe";
    public override string RemoveTagGroup => "Supprimer le groupe";
    public override string GroupSingle => "Une discussion n’en a qu’un au plus";
    public override string GroupReserved => "Seule la modération les donne";
    public override string OtherTags => "Autres mots-clés";
    public override string NoTags => "Aucune discussion n’a encore de mot-clé.";
    public override string Synonyms => "Synonymes";
    public override string SynonymsHint =>
        "Qui écrit l’un obtient l’autre\u00A0; les discussions qui l’ont changent aussitôt.";
    public override string SynonymTag => "Ce mot-clé";
    public override string SynonymMeaning => "renvoie à celui-ci";
    public override string AddSynonym => "Ajouter le synonyme";
    public override string RemoveSynonym => "Supprimer le synonyme";
    public override string UntilTime => "jusqu’au";
    public override string AnotherThread => "une autre discussion";

    public override string PostIsElsewhere(int number) =>
        $"Le message {Number(number)} est maintenant dans une autre discussion\u00A0: y aller";

    public override string InReplyElsewhere(int number) =>
        $"en réponse au message {Number(number)} d’une autre discussion";

    public override string FollowUpTitle(string title, int part) => $"{title} ({Number(part)})";

    public override string HappenedHere(string kind, bool isBySomebody) => kind switch
    {
        "moved" => isBySomebody ? "{0} a déplacé {2} vers {1}" : "Déplacement de {2} vers {1}",
        "received" => isBySomebody ? "{0} a déplacé {2} ici depuis {1}" : "Arrivée de {2} depuis {1}",
        "merged" => isBySomebody ? "{0} a fusionné cette discussion avec {1}" : "Cette discussion a rejoint {1}",
        "renews" => "Cette discussion reprend {1}",
        "renewed" => "Le sujet a été repris dans {1}",
        "follows" => "Suite de {1}",
        "followed" => "La suite est dans {1}",
        "closed" => isBySomebody ? "{0} a fermé cette discussion" : "Fermeture à l’heure prévue",
        "reopened" => isBySomebody ? "{0} a rouvert cette discussion" : "Réouverture à l’heure prévue",
        "pinned" => isBySomebody ? "{0} a épinglé cette discussion" : "Cette discussion a été épinglée",
        "unpinned" => isBySomebody ? "{0} a cessé d’épingler cette discussion" : "Cette discussion n’est plus épinglée",
        "unlisted" => isBySomebody ? "{0} a retiré cette discussion des listes" : "Retrait des listes",
        "listed" => isBySomebody ? "{0} a remis cette discussion dans les listes" : "Retour dans les listes",
        "archived" => isBySomebody ? "{0} a archivé cette discussion" : "Cette discussion a été archivée",
        _ => isBySomebody ? "{0} a sorti cette discussion des archives" : "Sortie des archives",
    };
}
