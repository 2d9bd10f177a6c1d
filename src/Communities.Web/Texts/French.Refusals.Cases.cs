namespace Communities.Web;

// Every "no" of reports and cases in French, by its code.
internal sealed partial class French
{
    private static Dictionary<string, string> RefusalsOfCases => new()
    {
        ["appeal.exists"] = "On conteste une décision une seule fois.",
        ["appeal.late"] = "On peut contester une décision pendant {0} jours.",
        ["appeal.missing"] = "Aucune contestation n’attend ici.",
        ["appeal.own"] = "Une autre personne que celle qui a décidé répond à une contestation.",
        ["author.higher"] = "Seule une personne d’un rôle plus élevé décide au sujet de l’équipe.",
        ["author.missing"] = "Le compte de son auteur n’existe plus.",
        ["case.changed"] = "Ce dossier a changé depuis que vous l’avez lu. Veuillez le relire.",
        ["case.claimed"] = "Quelqu’un d’autre s’occupe de ce dossier.",
        ["case.escalated"] = "Ce dossier attend l’animation de la communauté.",
        ["case.missing"] = "Ce dossier n’existe pas.",
        ["case.own"] = "Personne ne décide de ses propres contenus~; veuillez demander à quelqu’un d’autre.",
        ["case.resolved"] = "Ce dossier est déjà traité.",
        ["content.malformed"] = "Rien de tel ne peut être signalé.",
        ["decision.final"] = "Ce qui a été effacé ne revient pas.",
        ["decision.harmless"] = "Cette décision a tout laissé en l’état.",
        ["decision.missing"] = "Cette décision n’existe pas.",
        ["decision.own"] = "Une décision à votre sujet est l’affaire des autres~; vous pouvez la contester.",
        ["decision.replaced"] = "Une autre décision a pris sa place~; veuillez annuler celle-là.",
        ["decision.undone"] = "Cette décision ne vaut plus.",
        ["decisions.many"] = "Un dossier a {0} décisions au plus.",
        ["measure.range"] = "Une mesure dure de 1 à {1} heures.",
        ["measure.malformed"] =
            "Seules les sanctions et la fermeture ont une durée, et seul le ralentissement a des secondes.",
        ["measure.unfit"] = "Cela ne s’applique pas à un membre ou à un message.",
        ["measures.contrary"] = "Ces mesures se contredisent.",
        ["measures.malformed"] = "Une décision a de 1 à {1} mesures, chacune une seule fois.",
        ["message.unreported"] =
            "Les messages privés ne se lisent pas par la modération, sauf s’ils lui sont signalés.",
        ["report.own"] = "On ne se signale pas soi-même.",
        ["report.repeated"] = "Vous l’avez déjà signalé. La modération va regarder.",
        ["report-reason.unknown"] = "Ce motif n’est pas de ceux de cette communauté.",
        ["reports.exceeded"] = "On signale {0} fois par jour au plus.",
        ["subject.missing"] = "Il n’y a rien là qui puisse être signalé.",
    };
}
