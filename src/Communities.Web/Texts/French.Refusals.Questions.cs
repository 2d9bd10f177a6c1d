namespace Communities.Web;

// Every "no" of questions and answers in French, by its code.
internal sealed partial class French
{
    private static Dictionary<string, string> RefusalsOfQuestions => new()
    {
        ["holds.range"] = "Les réponses sont revues après {0} à {1} jours, ou jamais avec 0.",
        ["answer.changed"] = "Ce message n’est plus la réponse acceptée~; veuillez relire la discussion.",
        ["asking.closed"] = "Ce membre ne souhaite pas qu’on lui demande de répondre.",
        ["asking.own"] = "Vous pouvez simplement répondre~: inutile de vous le demander.",
        ["asking.repeated"] = "On a déjà demandé à ce membre de répondre à cette question.",
        ["asking.slow"] = "On ne demande rien plus d’une fois en {0} jours à la même personne.",
        ["asking.unfit"] = "Ce membre ne peut pas répondre en ce moment.",
        ["summary.foreign"] =
            "Les résumés viennent de qui a posé la question, des membres de niveau {0} ou plus et de la modération.",
        ["summary.opening"] = "Le premier message ne résume pas ce qui suit.",
        ["summary.short"] =
            "Veuillez dire en {0} caractères ou plus ce qui a été dit et ce qui reste ouvert.",
        ["target.range"] = "Un objectif va de {0} à {1} heures, ou 0 pour aucun.",
        ["targets.malformed"] = "Les objectifs forment une liste, un par catégorie.",
        ["verdict.needed"] =
            "Les membres de niveau {0} ou plus, et qui a posé la question, disent si une réponse est encore valable.",
    };
}
