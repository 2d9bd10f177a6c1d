namespace Communities.Web;

// Every "no" of letters and newsletters in French, by its code.
internal sealed partial class French
{
    private static Dictionary<string, string> RefusalsOfLetters => new()
    {
        ["digest.unknown"] = "Un résumé arrive chaque jour, chaque semaine, chaque mois ou jamais.",
        ["hour.range"] = "Une heure va de 0 à {1}.",
        ["letter.malformed"] = "Une lettre a un nom, un genre et un sujet.",
        ["letter.many"] = "{0} lettres attendent déjà.",
        ["letter.missing"] = "Cette lettre n’existe pas.",
        ["newsletter.final"] = "Ce numéro a été envoyé ou abandonné~; veuillez en écrire un autre.",
        ["newsletter.long"] = "Un numéro montre {0} fils au plus.",
        ["newsletter.malformed"] = "Cette adresse ne désigne aucun numéro de la lettre.",
        ["newsletter.missing"] = "Ce numéro de la lettre n’existe pas.",
        ["outcome.unknown"] = "Cette issue n’existe pas.",
        ["sending.pending"] =
            "Veuillez cocher qu’elle peut partir~: ce qui est envoyé ne se reprend pas.",
        ["words.range"] = "Une lettre est écrite en une langue, ou en chacune de celles du site.",
    };
}
