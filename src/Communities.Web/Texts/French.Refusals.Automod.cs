namespace Communities.Web;

// Every "no" of automoderation in French, by its code.
internal sealed partial class French
{
    private static Dictionary<string, string> RefusalsOfAutomod => new()
    {
        ["age.range"] = "Est nouveau ce qui a {0} heures au plus.",
        ["domain.malformed"] = "Un domaine s’écrit comme example.org, sans rien autour.",
        ["guard.range"] = "Les nouveaux membres attendent {0} heures au plus.",
        ["silence.range"] = "Une règle réduit au silence pour 1 à {1} heures.",
        ["minutes.range"] = "Ce qui se répète est cherché sur 1 à {1} minutes, et rien d’autre.",
        ["number.range"] = "Cette règle compte de {0} à {1}.",
        ["pattern.malformed"] = "Ce n’est pas une expression rationnelle.",
        ["pattern.deep"] = "Cette expression est trop lente~: veuillez l’écrire plus simplement.",
        ["patterns.many"] =
            "{0} expressions au plus peuvent regarder devant, derrière, ou répéter ce qu’elles ont trouvé.",
        ["post.screened"] = "Une règle de cette communauté ne permet pas de publier cela.",
        ["posts.range"] = "Une règle concerne les {0} premiers messages au plus.",
        ["replacement.unknown"] = "Seuls des mots, des expressions et des liens peuvent être remplacés.",
        ["rule.exists"] = "Il y a déjà une règle de ce nom.",
        ["rule.malformed"] = "Le nom court d’une règle a 1 à 40 lettres minuscules, chiffres et traits d’union.",
        ["rule.missing"] = "Cette règle n’existe pas.",
        ["rule.unknown"] = "Une règle dit ce qu’elle cherche, chez qui, et ce qu’elle fait.",
        ["rules.many"] = "Une communauté a {0} règles au plus.",
        ["spared.range"] = "Les niveaux de confiance qu’on peut épargner vont de {0} à {1}.",
        ["terms.empty"] = "Veuillez dire ce que la règle cherche.",
        ["terms.exists"] = "Quelque chose y figure deux fois.",
        ["terms.many"] = "Les règles d’une communauté ont {0} mots et domaines au plus.",
        ["terms.unknown"] = "Cette règle ne compare avec aucun mot.",
        ["tongue.unknown"] = "Cette langue ne peut pas être reconnue.",
        ["trial.busy"] = "D’autres essais sont en cours~; veuillez réessayer un peu plus tard.",
        ["trial.range"] = "Une règle s’essaie sur 1 à {1} jours.",
        ["whom.empty"] = "Une règle pour tout ce qui s’écrit dit de qui~: premiers messages, ou nouveaux venus.",
        ["word.malformed"] = "Un mot à chercher a des lettres ou des chiffres à côté de * et ?.",
    };
}
