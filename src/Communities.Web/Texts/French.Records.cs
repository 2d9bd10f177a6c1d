using Communities.Views;

namespace Communities.Web;

// The moderation log: what was done, as everybody reads it.
internal sealed partial class French
{
    public override string LogTitle => "Journal de modération";
    public override string LogOf(string community) => $"Journal de modération de {community}";
    public override string LogHint =>
        "Tout ce qui a été fait ici pour que la communauté reste vivable, et selon quelle règle. Ni qui a signalé, ni "
        + "qui était en cause, ni ce qui a été retiré n’y figurent.";
    public override string LogHintFull =>
        "Tout ce qui a été fait ici pour que la communauté reste vivable. Vous voyez par qui, au sujet de qui, et ce "
        + "qu’il y avait avant\u00A0; les autres le lisent sans cela.";
    public override string LogNamed => "Les membres y lisent le nom de qui l’a fait.";
    public override string LogUnnamed => "Les membres y lisent «\u00A0la modération\u00A0» à la place des noms.";
    public override string LogEmpty => "Rien pour l’instant";
    public override string LogEmptyHint =>
        "Dès que la modération ferme une discussion, tranche un signalement ou change un réglage, cela s’inscrit ici.";
    public override string LogNothingFound => "Rien de tel n’a été fait";
    public override string LogNothingFoundHint => "Essayez une période plus longue, ou tous les sujets.";
    public override string LogFind => "Afficher";
    public override string LogKind => "Au sujet de";
    public override string LogAll => "Tout";
    public override string LogBy => "Fait par";
    public override string LogMember => "Concerne";
    public override string LogFrom => "Du";
    public override string LogTo => "Au";
    public override string LogFile => "En tableau (CSV)";
    public override string LogOlder => "Plus ancien";
    public override string LogModerators => "la modération";
    public override string LogProgram => "automatiquement";
    public override string LogRule => "Règle";
    public override string LogChange => "Ce qui a changé";
    public override string LogBefore => "Avant";
    public override string LogAfter => "Après";
    public override string LogNoThread => "Une discussion qui n’est pas montrée";
    public override string LogAPost => "Un message";
    public override string LogCase => "dossier";
    public override string LogAMember => "Un membre";
    public override string LogAMessage => "Un message privé signalé";

    public override string LogPost(int number) => $"message {Number(number)}";

    public override string LogField(LogField field) => field switch
    {
        Communities.Views.LogField.Decisions => "Décisions et recours",
        Communities.Views.LogField.Threads => "Discussions et messages",
        Communities.Views.LogField.Members => "Membres",
        _ => "Réglages",
    };

    public override string LogAct(string act, bool isThread = false) => act switch
    {
        "removed" => isThread ? "Discussion retirée" : "Message retiré",
        "restored" => isThread ? "Discussion rétablie" : "Message rétabli",
        "published" => "Message laissé passer",
        "edited" => "Message modifié",
        "organised" => "Titre, catégorie ou mots-clés changés",
        "pinned" => "Discussion épinglée",
        "unpinned" => "Discussion désépinglée",
        "closed" => "Discussion fermée",
        "close-scheduled" => "Fermeture d’une discussion programmée",
        "reopened" => "Discussion rouverte",
        "slowed" => "Rythme d’une discussion réglé",
        "unlisted" => "Discussion retirée des listes",
        "listed" => "Discussion remise dans les listes",
        "archived" => "Discussion archivée",
        "unarchived" => "Discussion sortie des archives",
        "deemed-fitting" => "Discussion reconnue à sa place",
        "fitting-open" => "Discussion de nouveau à situer",
        "knowledge-locked" => "Page de savoirs verrouillée",
        "knowledge-unlocked" => "Page de savoirs déverrouillée",
        "knowledge-hidden" => "Version d’une page de savoirs masquée",
        "knowledge-shown" => "Version d’une page de savoirs de nouveau visible",
        "moved" => "Messages déplacés",
        "merged" => "Discussion réunie à une autre",
        "admitted" => "Membre accueilli",
        "declined" => "Demande d’entrée refusée",
        "appointed" => "Rôle donné",
        "kept" => "Catégories confiées",
        "recognition" => "Reconnaissance",
        "badge" => "Badge",
        "awarded" => "Badge remis",
        "revoked" => "Badge retiré",
        "entrusted" => "Rôle d’ambassade confié",
        "relieved" => "Rôle d’ambassade retiré",
        "trusted" => "Niveau de confiance fixé à la main",
        "described" => "Profil modifié",
        "settings" => "Réglages modifiés",
        "purpose" => "Raison d’être énoncée",
        "rules" => "Règles modifiées",
        "joining" => "Manière d’entrer modifiée",
        "crawlers" => "Robots admis ou tenus à l’écart",
        "category" => "Catégorie modifiée",
        "category-order" => "Ordre des catégories modifié",
        "tag-group" => "Groupe de mots-clés modifié",
        "synonym" => "Sens d’un mot-clé modifié",
        "moderation" => "Manière de modérer modifiée",
        "automod" => "Règle d’automodération modifiée",
        "guard" => "Les messages des nouveaux membres attendent la modération",
        "policy" => "Texte de référence publié",
        "policy-withdrawn" => "Texte de référence retiré avant son entrée en vigueur",
        "zone" => "Fuseau horaire modifié",
        "journey" => "Messages aux nouveaux membres modifiés",
        "introductions" => "Façon de se présenter modifiée",
        "questions" => "Objectifs de réponse aux questions modifiés",
        "nudges" => "Rappels de savoir-vivre modifiés",
        "decided" => "Décision",
        "undone" => "Décision annulée",
        "case-reopened" => "Dossier rouvert",
        "escalated" => "Dossier porté devant toute la modération",
        "appealed" => "Recours contre une décision",
        "upheld" => "Recours examiné\u00A0: la décision est maintenue",
        "overturned" => "Recours examiné\u00A0: la décision est annulée",
        _ => act,
    };

    public override string LogPace(int seconds) => seconds == 0
        ? "aucun délai entre deux messages"
        : Plural(seconds, "{0}\u00A0seconde entre deux messages", "{0}\u00A0secondes entre deux messages");

    public override string LogRole(string from, string to) => from.Length == 0 ? to : $"{to}, avant\u00A0: {from}";

    public override string LogSetting(string name) => name switch
    {
        "name" => "nom",
        "summary" => "résumé",
        "language" => "langue",
        "visibility" => "visibilité",
        "title" => "titre",
        "category" => "catégorie",
        "tags" => "mots-clés",
        "joining" => "manière d’entrer",
        "question" => "question",
        "settings" => "réglages",
        "reasons" => "motifs",
        "rule" => "règle",
        "isIllegal" => "relève de la loi",
        "thresholds" => "seuils",
        "hidePost" => "un message est masqué à partir de",
        "silenceMember" => "un nouveau membre est réduit au silence à partir de",
        "slowThread" => "une discussion est ralentie à partir de",
        "ladder" => "paliers en heures",
        "strikeDays" => "jours pendant lesquels un avertissement compte",
        "templates" => "modèles",
        "isNamed" => "noms dans le journal",
        "text" => "texte",
        "parent" => "au-dessus",
        "hue" => "teinte",
        "description" => "description",
        "slug" => "nom court",
        _ => name,
    };

    public override string FiguresTitle => "Rapport de transparence";
    public override string FiguresOf(string community) => $"Rapport de transparence de {community}";
    public override string FiguresHint =>
        "La modération de cette communauté en chiffres\u00A0: ce qui a été signalé, ce qui a été décidé, et combien de "
        + "décisions étaient mauvaises.";
    public override string FiguresPeriod => "Période";
    public override string FiguresQuarter(int quarter, int year) => $"T{quarter} {year}";
    public override string FiguresReports => "Signalements";
    public override string FiguresReportsHint => "Envoyés par les membres et par les règles d’automodération.";
    public override string FiguresDecisions => "Décisions";
    public override string FiguresDecisionsHint(int people, int automated) =>
        $"{Number(people)} par des personnes, {Number(automated)} par des seuils et des règles en attendant.";
    public override string FiguresMedian => "Délai médian";
    public override string FiguresMedianHint => "La moitié de ce que des personnes ont décidé l’a été dans ce délai.";
    public override string FiguresAppeals => "Recours";
    public override string FiguresAppealsHint(int answered) =>
        Plural(answered, "{0}\u00A0examiné.", "{0}\u00A0examinés.");
    public override string FiguresOverturned => "Annulations";
    public override string FiguresOverturnedHint(int overturned, int undone) =>
        $"{Number(overturned)} sur recours\u00A0; {Number(undone)} par la modération elle-même.";
    public override string FiguresEmpty => "Rien n’a été signalé ni décidé";
    public override string FiguresEmptyHint => "Regardez un autre trimestre, ou choisissez une période plus longue.";
    public override string FiguresChart => "Signalements et décisions au fil du temps";
    public override string FiguresByPeople => "Décidé par des personnes";
    public override string FiguresAutomated => "Décidé automatiquement";
    public override string FiguresAsTable => "En tableau";
    public override string FiguresFrom => "À partir du";
    public override string FiguresByReason => "Ce qui a été signalé";
    public override string FiguresReason => "Motif";
    public override string FiguresShare => "Part";
    public override string FiguresAutomod => "Règles d’automodération";
    public override string FiguresByMeasure => "Ce qui a été décidé";
    public override string FiguresByMeasureHint => "Une décision peut faire plusieurs choses, et compte pour chacune.";
    public override string FiguresMeasure => "Mesure";
    public override string FiguresJson => "En données (JSON)";
}
