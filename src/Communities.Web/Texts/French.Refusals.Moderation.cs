namespace Communities.Web;

// Every "no" of moderation in French, by its code.
internal sealed partial class French
{
    private static Dictionary<string, string> RefusalsOfModeration => new()
    {
        ["categories.many"] = "Un membre veille sur {0} catégories au plus.",
        ["rules.unread"] =
            "Il y a des règles ici. Lisez-les d’abord\u00A0: en rejoignant la communauté, on dit qu’on les suit.",
        ["edit.held"] =
            "Cette modification doit d’abord être vue par la modération, et il y a déjà des réponses. "
            + "Écrivez-la plutôt "
            + "comme réponse.",
        ["nudge.unknown"] = "Ce rappel n’existe pas.",
        ["post.erased"] = "Ce message a été effacé définitivement.",
        ["post.withheld"] = "Ce message est retiré de la vue en attendant que la modération décide.",
        ["thread.pending"] = "Cette discussion attend la modération~; on pourra la continuer une fois visible.",
        ["consent.needed"] = "Veuillez d’abord accepter les règles d’ici~; en attendant, vous pouvez lire.",
        ["ladder.range"] = "L’échelle a de 1 à {1} marches, de dix ans chacune au plus.",
        ["member.banned"] = "Cette communauté vous est fermée~: vous ne pouvez plus y participer.",
        ["member.silenced"] = "Vous êtes ici en mode silence pour le moment~: vous pouvez lire, mais pas écrire.",
        ["member.suspended"] = "Votre participation est suspendue ici pour le moment.",
        ["reason.reserved"] = "Ce que la modération décide à propos de quelqu’un lui parvient toujours.",
        ["reasons.many"] = "Une communauté a de 1 à {1} motifs de signalement.",
        ["reasons.malformed"] = "Chaque motif a son propre nom court~: lettres minuscules, chiffres et traits d’union.",
        ["settings.empty"] = "Ce ne sont pas des réglages.",
        ["settings.malformed"] = "Ces réglages sont incomplets.",
        ["strike.range"] = "Un avertissement compte de 1 à {1} jours.",
        ["templates.many"] = "Une communauté a {0} modèles au plus.",
        ["threshold.range"] = "Un seuil va de 0 à {1}~; 0 le désactive.",
    };
}
