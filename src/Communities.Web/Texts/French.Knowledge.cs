namespace Communities.Web;

// Knowledge pages: what the threads of a category have taught.
internal sealed partial class French
{
    public override string KnowledgeTitle => "Savoirs";
    public override string KnowledgePages => "Pages de savoirs";
    public override string KnowledgeHint =>
        "Ce que les discussions d’une catégorie ont appris, réuni par ses membres, avec un lien vers qui l’a dit.";
    public override string FindInKnowledge => "Chercher dans les pages et les discussions";
    public override string NoKnowledge => "Rien n’est encore noté";
    public override string AddCategories => "Ajouter des catégories";
    public override string NoKnowledgeHint =>
        "Chaque catégorie peut avoir une page où ses membres gardent ce que les discussions ont appris.";
    public override string UnwrittenKnowledge => "Pas encore écrite.";
    public override string RevisedAt => "Révisée";
    public override string KnowledgeLocked => "Verrouillée";
    public override string ReadPage => "Lire";
    public override string EditPage => "Écrire";
    public override string PageHistory => "Historique";
    public override string Contents => "Sur cette page";
    public override string MadeFrom => "À partir de";
    public override string WrittenTogether => "Écrite par";
    public override string NothingKnownYet => "Personne n’a encore écrit cette page";
    public override string NothingKnownYetHint =>
        "Commencez par une réponse acceptée\u00A0: elle devient une section, avec un lien vers sa discussion.";
    public override string BeginPage => "Commencer la page";
    public override string ReadThreads => "Lire les discussions";
    public override string LockedHint => "Cette page est verrouillée\u00A0: la modération seule la modifie.";
    public override string WhoWrites => "On y écrit à partir du niveau de confiance 2.";
    public override string LockPage => "Verrouiller la page";
    public override string UnlockPage => "Déverrouiller la page";
    public override string LockHint => "Verrouillée, elle n’est modifiée que par la modération.";
    public override string EditKnowledgeHint =>
        "Les titres font des sections. Mettez un lien vers les messages sur lesquels vous vous appuyez\u00A0: ils "
        + "figurent parmi les sources de la page, et qui les a écrits en est averti.";
    public override string ChangedMeanwhile => "La page a changé entre-temps";
    public override string ChangedMeanwhileHint =>
        "Voici en quoi votre texte diffère de celui d’à présent. Rien n’est perdu\u00A0: reprenez ce que vous voulez "
        + "garder, puis enregistrez.";
    public override string TakenUpHint =>
        "La réponse est maintenant une section à la fin du texte. Abrégez-la, mettez-la à sa place et enregistrez.";
    public override string PageText => "La page";
    public override string WhatYouChanged => "Ce que vous avez changé";
    public override string WhatYouChangedHint => "Quelques mots, pour l’historique.";
    public override string UntakenTitle => "Réponses acceptées pas encore reprises";
    public override string NothingUntaken => "Toutes les réponses acceptées de cette catégorie sont reprises.";
    public override string TakeUp => "Reprendre";
    public override string PresentRevision => "Version actuelle";
    public override string HiddenRevision => "Masquée";
    public override string ShowChanges => "Voir ce qui a changé";
    public override string HideRevision => "Masquer";
    public override string ShowRevision => "Ne plus masquer";
    public override string RestoreRevision => "Rétablir cette version";
    public override string TakenUpIn => "Reprise dans la page de savoirs\u00A0:";

    public override string KnowledgeOf(string name) => $"Ce que nous savons\u00A0: {name}";

    public override string EditPageOf(string name) => $"Écrire la page de savoirs\u00A0: {name}";

    public override string HistoryOf(string name) => $"Historique de la page de savoirs\u00A0: {name}";

    public override string Sources(int count) =>
        count == 0 ? "pas encore de source" : count == 1 ? "1 source" : $"{Number(count)} sources";

    public override string RevisedBy(string name) => $"Dernière révision par {name}";

    public override string LinkToSection(string section) => $"Lien vers la section {section}";

    public override string UntakenHint(int total) => total <= 1
        ? "Une réponse attend. Reprise, elle devient une section avec un lien, que vous abrégez ensuite."
        : $"{Number(total)} réponses attendent, les plus utiles d’abord. Reprise, chacune devient une section avec un "
            + "lien, que vous abrégez ensuite.";

    public override string TakeUpNamed(string title) => $"Reprendre\u00A0: {title}";

    public override string TakenFrom(string name) => $"d’après {name}";

    public override string RestoredRevision(int number) => $"Version {Number(number)} rétablie";

    public override string ChangedRevisions(int before, int after) => ChangedBetween(before, after);

    public override string Characters(int count) => Plural(count, "{0}\u00A0caractère", "{0}\u00A0caractères");

    public override string LengthChange(int change) => change switch
    {
        0 => "même longueur",
        > 0 => Plural(change, "{0}\u00A0caractère de plus", "{0}\u00A0caractères de plus"),
        _ => Plural(-change, "{0}\u00A0caractère de moins", "{0}\u00A0caractères de moins"),
    };
}
