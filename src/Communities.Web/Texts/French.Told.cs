using Communities.Actors;

namespace Communities.Web;

// What members are told of moderation: what bars them, and how their community moderates.
internal sealed partial class French
{
    public override string BarUntil(string until) => $"Cela prend fin le {until}.";
    public override string BarWhy => "Pourquoi, et comment contester";

    public override string ModerationSettingsTitle => "Modération";
    public override string ModerationSettingsHint =>
        "Les motifs de signalement, ce que les signalements font d’eux-mêmes et les décisions proposées.";
    public override string ReasonsToReport => "Motifs";
    public override string ReasonsToReportHint =>
        "On en choisit un pour signaler\u00A0; une décision en cite la règle à la personne concernée.";
    public override string ReasonTitle => "Son nom";
    public override string NewReason => "Un de plus";
    public override string ReasonRule => "La règle, en une phrase";
    public override string ReasonIllegal =>
        "Interdit par la loi\u00A0: un texte est demandé, des personnes s’en occupent tout de suite, rien ne se fait "
        + "automatiquement";
    public override string ReasonRowsHint =>
        "Un motif sans nom est retiré. Enregistrez pour pouvoir en ajouter un autre.";
    public override string ThresholdsLabel => "Ce que les signalements font d’eux-mêmes";
    public override string ThresholdsHint =>
        "Un signalement pèse 1 plus le niveau de confiance de qui signale, 5 et plus pour la modération\u00A0; "
        + "le nombre "
        + "de fois où la modération lui a donné raison compte aussi. 0 désactive. La modération décide dans tous les "
        + "cas et peut tout annuler.";
    public override string ThresholdHide => "Poids à partir duquel un message est masqué";
    public override string ThresholdSilence => "Poids à partir duquel un nouveau membre est mis en mode silence";
    public override string ThresholdSlow => "Poids à partir duquel une discussion est ralentie";
    public override string LadderLabel => "Paliers";
    public override string LadderHint =>
        "Les durées proposées pour un silence ou une suspension\u00A0: d’abord la première, puis une de plus "
        + "pour chaque "
        + "avertissement qui compte encore.";
    public override string LadderHours => "Heures, séparées par des virgules";
    public override string StrikeDaysLabel => "Jours pendant lesquels un avertissement compte";
    public override string StrikeDaysHint =>
        "Un rappel à l’ordre est un avertissement, de même que chaque silence, suspension ou exclusion.";
    public override string TemplatesLabel => "Modèles";
    public override string TemplatesHint => "Des phrases toutes prêtes pour expliquer une décision.";
    public override string NewTemplate => "Ajouter un modèle";
    public override string TemplateName => "Son nom pour la modération";
    public override string TemplateText => "Ce que lira la personne concernée";
    public override string LogNamesLabel => "Journal public";
    public override string LogNames => "Nommer qui modère dans le journal public de modération";
    public override string LogNamesHint =>
        "Sinon, il dit «\u00A0modération\u00A0». L’équipe de modération voit toujours de qui il s’agit.";

    public override string BarNote(Bar bar) => bar switch
    {
        Bar.Banned => "Cette communauté vous est fermée\u00A0: vous ne pouvez plus y participer.",
        Bar.Suspended => "Votre participation à cette communauté est suspendue pour le moment.",
        _ => "Vous êtes en mode silence dans cette communauté\u00A0: vous pouvez lire et signaler, mais pas écrire.",
    };

    public override string MailSanctionSubject(string community) => $"Une décision dans {community}";

    public override string MailBanned(string community) =>
        $"La modération de {community} vous a fermé la communauté\u00A0: vous ne pouvez plus y participer.";

    public override string MailSuspended(string community) =>
        $"La modération de {community} a suspendu votre participation à la communauté pour le moment.";

    public override string MailSanctionRule(string rule) => $"La règle en cause\u00A0: {rule}";

    public override string MailSanctionAppeal(int days) =>
        $"Vous y lirez pourquoi, et pouvez contester dans les {days}\u00A0jours.";

    protected override string Then => ", puis ";

    protected override string StepHour => "{0} heure";

    protected override string StepHours => "{0} heures";

    protected override string StepDay => "{0} jour";

    protected override string StepDays => "{0} jours";

    protected override string NothingByItself =>
        "Désactivé\u00A0: les signalements ne font rien de tel d’eux-mêmes.";

    protected override string HidesPattern =>
        "Un message est masqué après les signalements de {0} de niveau 2, ou de {1} de niveau 0, en attendant "
        + "l’avis de "
        + "la modération.";

    protected override string SilencesPattern =>
        "Un nouveau membre est en mode silence, un jour au plus, après les signalements de {0} de niveau 2, ou de {1} "
        + "de niveau 0.";

    protected override string SlowsPattern =>
        "Une discussion est ralentie à un message toutes les 5 minutes après les signalements de {0} de niveau "
        + "2, ou de "
        + "{1} de niveau 0.";
}
