namespace Communities.Web;

// Every "no" of journeys and introductions in French, by its code.
internal sealed partial class French
{
    private static Dictionary<string, string> RefusalsOfWelcome => new()
    {
        ["greeting.range"] = "Une réponse est attendue dans un délai de 1 à {1}~heures.",
        ["introductions.missing"] = "Il n’y a pas d’endroit pour se présenter ici.",
        ["journey.many"] = "Un parcours compte {0} étapes au plus.",
        ["questions.many"] = "Il y a {0} questions au plus.",
        ["step.empty"] = "Veuillez écrire ce que dit l’étape, dans une langue au moins.",
        ["step.exists"] = "Deux étapes portent le même nom court.",
        ["step.malformed"] =
            "Le nom court d’une étape a de 2 à 40 lettres minuscules, chiffres et traits d’union.",
        ["step.missing"] = "Cette étape n’existe pas.",
        ["step.range"] = "Une étape arrive de 0 à {1}~heures après l’arrivée du membre.",
        ["step.unknown"] = "Cette sorte d’étape n’existe pas.",
    };
}
