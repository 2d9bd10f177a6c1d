using Communities.Views;

namespace Communities.Web;

// L’espace de modération.
internal sealed partial class French
{
    public override string DeskTitle => "Modération";
    public override string DeskHint =>
        "Ce que des membres ont signalé et ce que des règles ont retenu, le plus urgent d’abord.";
    public override string DeskTabs => "Parties de la modération";
    public override string DeskCases => "Dossiers";
    public override string DeskLog => "Journal";
    public override string DeskTransparency => "Transparence";
    public override string DeskAutomod => "Règles automatiques";
    public override string DeskSettings => "Réglages";
    public override string DeskLoad => "Ce qu’il y a à faire";
    public override string CasesWaiting => "En attente";
    public override string CasesUrgent => "dont urgents";
    public override string CasesOldest => "Le plus ancien";
    public override string CasesDecided => "Traités en 7\u00A0jours";
    public override string CasesMedian => "Traités en moins de";
    public override string CasesMedianHint => "la moitié des dossiers, sur 7\u00A0jours";
    public override string CasesByModerator => "Par personne, sur 7\u00A0jours";
    public override string CaseModerator => "Modération";
    public override string CaseDecisionsCount => "Décisions";
    public override string CaseOverturnedCount => "Annulées";
    public override string NoCases => "Rien n’attend";
    public override string NoCasesHint =>
        "Les signalements et ce que des règles retiennent arrivent ici, et s’annoncent en direct.";
    public override string NoCasesLike => "Aucun dossier de ce genre";
    public override string NoCasesLikeHint => "Demandez moins, ou voyez tous les dossiers.";
    public override string CaseFilters => "N’en montrer que certains";
    public override string CaseFilterApply => "Montrer";
    public override string CaseKindLabel => "Objet";
    public override string CaseCategoryLabel => "Catégorie";
    public override string CaseReasonLabel => "Motif";
    public override string CaseAssigneeLabel => "Qui s’en occupe";
    public override string CaseSortLabel => "Ordre";
    public override string CaseAny => "indifférent";
    public override string CaseMine => "moi";
    public override string CaseNobody => "personne";
    public override string MoreCases => "Autres dossiers";
    public override string CasesChanged => "La liste a changé. L’actualiser";
    public override string CaseUrgent => "pressant";
    public override string CaseEscalated => "chez les responsables";
    public override string CaseAppealed => "recours";
    public override string CaseResolved => "traité";
    public override string CaseOpen => "ouvert";
    public override string CaseWeight => "Poids des signalements";
    public override string CaseScore => "Ce que dit le filtre, de 0 à 100";
    public override string CaseSelect => "Choisir ce dossier";
    public override string CaseYou => "Vous";
    public override string CaseWorks(string name) => $"{name}\u00A0: en charge";
    public override string CaseAutomatic => "Règles automatiques";
    public override string CaseNoText => "Aucun texte";

    public override string CasesChosen => "Décider pour tous les dossiers choisis";
    public override string CasesChosenHint =>
        "Chacun est décidé pour lui-même, et toutes les personnes concernées en sont informées.";
    public override string CaseDecideAll => "Décider pour tous";
    public override string CasesLeft =>
        "Certains n’ont pas pu être décidés ensemble\u00A0; ils sont encore dans la liste.";

    public override string KeyCaseChoose => "Dans les dossiers\u00A0: choisir celui devant vous";
    public override string KeyCaseClaim => "Dans un dossier\u00A0: s’en charger, ou le rendre";
    public override string KeyCaseDecide => "Dans un dossier\u00A0: aller à la décision";
    public override string KeyCaseNext => "Dans un dossier\u00A0: le suivant ou le précédent de la liste";
    public override string KeyCaseList => "Dans un dossier\u00A0: revenir à la liste";
    public override string KeyModeration => "Aller aux dossiers de la communauté de cette page";

    public override string NextCases => "Dossiers suivants";
    public override string AllCases => "Tous les dossiers";
    public override string CaseClaimFree => "Personne ne s’en occupe encore.";
    public override string CaseClaimMine => "Vous vous en occupez";
    public override string CaseClaimOther(string name) => $"{name} s’en occupe";
    public override string CaseClaimHint => "Une demi-heure sans rien faire, et le dossier est rendu.";
    public override string CaseClaim => "Je m’en charge";
    public override string CaseRelease => "Le rendre";
    public override string CaseTakeOver => "Reprendre le dossier";
    public override string CaseEscalate => "Confier aux responsables";
    public override string CaseEscalateHint =>
        "Les responsables en sont informés, et le dossier passe en tête.";
    public override string CaseReopen => "Rouvrir le dossier";
    public override string CaseChangedMeanwhile => "Ce dossier a changé entre-temps.";
    public override string CaseShowAnew => "Actualiser";

    public override string CaseContent => "De quoi il s’agit";
    public override string CaseAsReported => "Tel que signalé";
    public override string CaseAsItIs => "Tel qu’aujourd’hui";
    public override string CaseSince => "Ce qui a changé depuis";
    public override string CaseUnchanged => "Rien n’a changé depuis le signalement.";
    public override string CaseGone => "Il n’y a plus rien à voir ici.";
    public override string CaseInPlace => "Voir à sa place";
    public override string CaseContext => "Autour";
    public override string CaseBefore => "avant";
    public override string CaseAfter => "après";
    public override string CaseIsHidden => "masqué à présent";
    public override string CaseIsRemoved => "retiré à présent";
    public override string CaseIsPending => "attend d’être visible";
    public override string CaseIsVisible => "visible pour tout le monde";
    public override string CaseIsErased => "effacé";
    public override string CasePrivateMessage => "Vous ne voyez ce message que parce qu’il a été signalé.";

    public override string CaseReports => "Signalements";
    public override string CaseNoReports => "Personne ne l’a signalé.";
    public override string CaseWeighs => "pèse";
    public override string CaseHistory => "Ce qui s’est passé";
    public override string CaseNotes => "Notes de la modération";
    public override string CaseNoteLabel => "Une note";
    public override string CaseNoteHint => "Seule la modération la lit.";
    public override string CaseAddNote => "Garder la note";

    public override string CaseAuthor => "Qui l’a écrit";
    public override string CaseMember => "De qui il s’agit";
    public override string CaseNoRecord => "Aucune décision n’a concerné ce membre.";
    public override string CaseNoOther => "Aucune autre décision n’a concerné ce membre.";
    public override string CasePublish => "Rendre visible";
    public override string CaseBarred(MeasureKind kind) => kind switch
    {
        MeasureKind.Ban => "Exclusion",
        MeasureKind.Suspend => "Participation suspendue",
        _ => "Silence imposé",
    };
    public override string CaseStrikes(int count) =>
        Plural(count, "{0}\u00A0avertissement compte", "{0}\u00A0avertissements comptent");
    public override string CaseUntil => "jusqu’au";
    public override string CaseRecord => "Décisions précédentes";

    public override string CaseDecide => "Décider";
    public override string CaseDecideNext => "Décider, puis le suivant";
    public override string CaseOnContent => "Pour ce contenu";
    public override string CaseOnAuthor => "Pour la personne qui l’a écrit";
    public override string CaseOnThread => "Pour la discussion";
    public override string CaseNothing => "Rien";
    public override string CaseHours => "Pour combien de temps";
    public override string CaseStep(int step) => $"échelon {step}";
    public override string CaseRule => "La règle qui la fonde";
    public override string CaseTemplate => "Partir d’un modèle";
    public override string CaseTemplateUse => "Insérer";
    public override string CaseText => "Ce que lira la personne concernée";
    public override string CaseTextHint => "Dites ce qui n’allait pas, et ce qui irait.";
    public override string CaseNote => "Pour la modération seulement";
    public override string CasePreview => "Montrer ce que chaque personne lira";
    public override string CasePreviewTitle => "Ce que chaque personne lira";
    public override string CasePreviewAuthor(string name) => $"{name} lira";
    public override string CasePreviewReporters(int count) =>
        Plural(count, "{0}\u00A0personne qui l’a signalé lira", "{0}\u00A0personnes qui l’ont signalé liront");
    public override string CasePreviewThread => "Dans la discussion, on verra";
    public override string CasePreviewNobody => "Personne d’autre n’en est informé.";
    public override string CaseBeyond => "Seule la modération de toute la communauté peut aller au-delà.";

    public override string CaseDecisions => "Décisions prises";
    public override string CaseUndo => "Annuler";
    public override string CaseUndoHint => "Tout redevient comme avant, et les personnes concernées en sont informées.";
    public override string CaseUndone => "annulée";
    public override string CaseAutomated => "automatique";
    public override string CaseAppealSaid => "La personne concernée conteste";
    public override string CaseAppealAnswer => "Répondre au recours";
    public override string CaseUphold => "La décision est maintenue";
    public override string CaseOverturn => "La décision est annulée";
    public override string CaseOverturnHint => "Tout ce qu’elle a entraîné est annulé.";
    public override string CaseAnswerText => "Ce que lira la personne concernée";
    public override string CaseAnswer => "Répondre";
    public override string CaseAnswerOther => "La réponse revient à quelqu’un d’autre que la personne qui a décidé.";
    public override string CaseUpheld => "maintenue";
    public override string CaseOverturned => "annulée sur recours";

    public override string CaseClaimedNow => "Vous vous chargez de ce dossier.";
    public override string CaseReleasedNow => "Le dossier est de nouveau libre.";
    public override string CaseEscalatedNow => "Les responsables de la communauté sont informés.";
    public override string CaseReopenedNow => "Le dossier est rouvert.";
    public override string CaseNotedNow => "La note est gardée.";
    public override string CaseDecidedNow => "C’est décidé, et les personnes concernées en sont informées.";
    public override string CaseUndoneNow => "La décision est annulée, et tout est comme avant.";
    public override string CaseAnsweredNow => "Le recours a sa réponse.";
    public override string CasesDecidedNow =>
        "Les dossiers sont décidés, et les personnes concernées en sont informées.";

    public override string ModerateThis => "Modérer…";

    public override string CaseTitle(SubjectKind kind, string author, string title) => kind switch
    {
        SubjectKind.Post => $"Message de {author} dans «\u00A0{title}\u00A0»",
        SubjectKind.Thread => $"Discussion «\u00A0{title}\u00A0» de {author}",
        SubjectKind.Member => $"Membre {author}",
        _ => $"Message privé de {author}",
    };

    public override string CaseKindName(SubjectKind kind) => kind switch
    {
        SubjectKind.Post => "Messages",
        SubjectKind.Thread => "Discussions",
        SubjectKind.Member => "Membres",
        _ => "Messages privés",
    };

    public override string CaseShowName(CaseShow show) => show switch
    {
        CaseShow.Waiting => "En attente",
        CaseShow.Escalated => "Chez les responsables",
        CaseShow.Appealed => "Recours",
        CaseShow.Resolved => "Traités",
        _ => "Tous",
    };

    public override string CaseSortName(CaseSort sort) => sort switch
    {
        CaseSort.Weight => "Les plus urgents d’abord",
        CaseSort.Score => "Les pires selon le filtre d’abord",
        CaseSort.Age => "Les plus anciens d’abord",
        _ => "Le dernier changement d’abord",
    };

    public override string CaseHappened(string kind) => kind switch
    {
        "opened" => "a ouvert le dossier",
        "claimed" => "s’en est chargé",
        "released" => "l’a rendu",
        "escalated" => "l’a confié aux responsables",
        "reopened" => "l’a rouvert",
        "noted" => "a noté",
        "undone" => "a annulé la décision",
        "appealed" => "a contesté la décision",
        "answered" => "a répondu au recours",
        "changed" => "a modifié le texte",
        _ => kind,
    };

    protected override string CaseReportPattern => "{0}\u00A0signalement";

    protected override string CaseReportsPattern => "{0}\u00A0signalements";

    protected override string CasePattern => "{0}\u00A0dossier";

    protected override string CasesPattern => "{0}\u00A0dossiers";

    protected override string MinutePattern => "{0}\u00A0minute";

    protected override string MinutesPattern => "{0}\u00A0minutes";
}
