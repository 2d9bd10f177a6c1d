namespace Communities.Web;

// Every "no" about purposes and knowledge pages in French, by its code.
internal sealed partial class French
{
    private static Dictionary<string, string> RefusalsOfPurpose => new()
    {
        ["purpose.malformed"] = "Une raison d’être a toutes ses rubriques.",
        ["words.many"] = "Un domaine a {0} mots au plus.",
        ["knowledge.screened"] =
            "Une règle de cette communauté s’oppose à quelque chose que vous ajoutez~: la page ne peut pas être "
            + "enregistrée ainsi. Veuillez modifier ce passage, ou demander à la modération de l’enregistrer.",
        ["knowledge.missing"] = "Personne n’a encore écrit cette page.",
        ["knowledge.closed"] = "Cette page est verrouillée~: la modération seule la modifie.",
        ["knowledge.changed"] = "Quelqu’un d’autre a modifié la page entre-temps~; veuillez d’abord regarder cela.",
        ["revision.missing"] = "Cette page n’a pas de telle version.",
        ["revision.current"] = "Tout le monde lit cette version~; veuillez d’abord revenir à une autre.",
        ["revision.many"] = "Une page a {0} versions au plus.",
    };
}
