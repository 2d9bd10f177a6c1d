using Communities.Views;

namespace Communities.Web;

// Questions that wait, answers that are looked at again, and threads that are taken up.
internal sealed partial class French
{
    public override string QuestionsHint =>
        "Ce qui attend une réponse, et depuis quand. L’attente la plus longue vient en tête.";
    public override string QuestionLists => "Listes de questions";
    public override string OpenQuestions => "Questions ouvertes";
    public override string OpenQuestionsHint =>
        "Vous savez peut-être. Une réponse aide la personne qui demande, et toutes celles qui la trouveront.";
    public override string NoOpenQuestionsHint =>
        "Les questions des trois derniers mois se trouveront ici tant qu’elles attendent, pour qui saura répondre.";
    public override string MoreQuestions => "Plus de questions";
    public override string ShowThese => "Afficher";
    public override string QuestionKeys =>
        "Touches\u00A0: j et k choisissent, Entrée ouvre, r répond, a sollicite un membre.";
    public override string QuestionOneKeys =>
        "Touches\u00A0: j et k passent à la suivante et à la précédente, r répond, a sollicite un membre, u "
        + "revient à la liste.";
    public override string AnswerThis => "Répondre";
    public override string ReadThread => "Lire la discussion";
    public override string SolvedAlike => "Déjà résolu";
    public override string SolvedAlikeHint =>
        "Des discussions sur le même sujet ont une réponse acceptée\u00A0: un lien suffit peut-être.";
    public override string AskMember => "Solliciter un membre";
    public override string NobodyFits =>
        "Personne parmi celles et ceux qui ont répondu à des questions semblables ne peut être sollicité en ce "
        + "moment. Vous connaissez peut-être quelqu’un.";
    public override string Ask => "Solliciter";
    public override string AskedLately => "déjà sollicité il y a peu, de nouveau libre";
    public override string AskedSoFar => "Membres sollicités";
    public override string HasAnswered => "a répondu";
    public override string HasPassedOn => "a passé son tour";
    public override string WaitsForAnswer => "pas encore de réponse";
    public override string PassOn => "Pas moi";
    public override string AnswerRequestedNow => "La demande est partie.";
    public override string AnswerPassedOnNow => "Entendu. On demandera à quelqu’un d’autre.";
    public override string ThreadRestedNow => "On n’y touche plus tant que personne n’y écrit.";

    public override string RevivalsTitle => "À relancer";
    public override string RevivalsHint =>
        "Des discussions arrêtées qui méritent une suite\u00A0: résumez-les, ou posez la question à nouveau. "
        + "Personne ne les remonte pour ne rien dire.";
    public override string NoRevivals => "Rien n’est à relancer";
    public override string NoRevivalsHint =>
        "Ici viendront les discussions que beaucoup lisent sans que personne réponde, celles dont la réponse est "
        + "mise en doute, qui se sont arrêtées en chemin, ou dont la question revient sans cesse.";
    public override string LastWritten => "dernier message";
    public override string FindAnswer => "Trouver une réponse";
    public override string LookAtAnswer => "Revoir la réponse";
    public override string SumUp => "Résumer";
    public override string AskAnew => "Poser à nouveau";
    public override string LeaveAlone => "Laisser ainsi";
    public override string IsSummary => "Ce message résume la discussion";
    public override string SummaryPost => "Résumé";
    public override string ToSummary => "Aller au résumé";
    public override string MarkSummary => "Marquer comme résumé";
    public override string UnmarkSummary => "Ce n’est pas un résumé";
    public override string TakesUp => "Cette discussion reprend";
    public override string AnOldThread => "une ancienne discussion";

    public override string AcceptedOn => "Réponse acceptée {1}.";
    public override string AcceptedByAsker => "Réponse acceptée par {0}, qui avait posé la question, {1}.";
    public override string AcceptedByTeam => "Réponse acceptée par {0}, de l’équipe, {1}.";
    public override string DoesItHold => "Est-ce toujours valable\u00A0?";
    public override string AnswerIsFrom => "La réponse a été écrite {0}.";
    public override string YouSaidItHolds => "Vous avez dit que oui.";
    public override string YouDoubtIt => "Vous avez dit que non.";
    public override string AnswerHoldsNow => "C’est noté\u00A0: cette réponse est toujours valable.";
    public override string AnswerDoubtedNow => "C’est noté\u00A0: votre doute figure sous la réponse.";
    public override string ItHolds => "Toujours valable";
    public override string ItNoLongerHolds => "Plus valable…";
    public override string WhatChanged => "Ce qui a changé";
    public override string SayDoubt => "Dire que ce n’est plus valable";

    public override string AnswerFiguresTitle => "Chiffres";
    public override string AnswerFiguresHint =>
        "Le temps qu’il faut pour que quelqu’un d’autre réponde, comparé à ce que vous visez.";
    public override string AnswerPeriod => "Période";
    public override string AnswerByCategory => "Par catégorie";
    public override string AnswerMedian => "Délai médian de la première réponse";
    public override string AnswerMedianHint => "La moitié des discussions qui ont une réponse l’ont eue plus tôt.";
    public override string AnswerInTime => "Dans l’objectif";
    public override string AnswerInTimeHint => "Parmi les discussions dont le délai est passé, ou qui ont une réponse.";
    public override string AnswerNone => "Sans aucune réponse";
    public override string AnswerSolved => "Avec une réponse acceptée";
    public override string AnswerOpened => "Ouvertes";
    public override string AnswerAnswered => "Avec réponse";
    public override string AnswerTarget => "Objectif";
    public override string RequestsAnswered => "Réponses après sollicitation";
    public override string NoFigures => "Pas encore de chiffres";
    public override string NoFiguresHint =>
        "Dès que des discussions s’ouvriront, le délai des réponses sera ici, par catégorie.";

    public override string TargetsTitle => "Objectifs";
    public override string TargetsHint =>
        "En combien d’heures quelqu’un doit répondre, et où une réponse acceptée est attendue.";
    public override string TargetHours => "Heures avant la première réponse";
    public override string TargetHoursShort => "Heures";
    public override string TargetHoursHint =>
        "Quand la catégorie ne dit rien d’autre. 0\u00A0: aucune réponse n’est nécessaire.";
    public override string TargetSolved => "Les discussions sont des questions";
    public override string TargetSolvedShort => "Questions, à résoudre";
    public override string TargetSolvedHint =>
        "Elles attendent qu’une réponse soit acceptée, quand leur catégorie ne dit rien d’autre.";
    public override string TargetsByCategory => "Objectifs par catégorie";
    public override string TargetsByCategoryHint =>
        "Une sous-catégorie suit la catégorie du dessus, sauf si elle a son propre objectif.";
    public override string TargetOwn => "Objectif propre";
    public override string HoldsDays => "Jours avant de revoir une réponse";
    public override string CardUnanswered => "sans réponse";

    public override string QuestionShowName(QuestionShow show) => show switch
    {
        QuestionShow.Late => "En retard",
        QuestionShow.Unsolved => "Non résolues",
        QuestionShow.Doubted => "En doute",
        _ => "Sans réponse",
    };

    public override string QuestionShowHint(QuestionShow show) => show switch
    {
        QuestionShow.Late => "Personne n’a répondu dans le délai visé pour la catégorie.",
        QuestionShow.Unsolved =>
            "On y a répondu, mais aucune réponse n’est acceptée, là où les discussions sont des questions.",
        QuestionShow.Doubted =>
            "Des membres disent que la réponse acceptée n’est plus valable. Confirmez-la, corrigez-la ou retirez-la.",
        _ =>
            "Seule la personne qui a ouvert la discussion y a écrit, depuis "
            + $"{QuestionQuery.WaitingFor.Days}\u00A0jours.",
    };

    public override string NoQuestions(QuestionShow show) => show switch
    {
        QuestionShow.Late => "Personne n’attend trop longtemps",
        QuestionShow.Unsolved => "Tout est résolu",
        QuestionShow.Doubted => "Aucune réponse n’est en doute",
        _ => "Personne n’attend de réponse",
    };

    public override string NoQuestionsHint(QuestionShow show) => show switch
    {
        QuestionShow.Late => "Ici viendront les discussions sans réponse qui dépassent leur objectif.",
        QuestionShow.Unsolved =>
            "Dites parmi les objectifs quelles catégories tiennent des questions\u00A0; celles sans réponse "
            + "acceptée viendront ici.",
        QuestionShow.Doubted => "Ici viendront les réponses acceptées que des membres trouvent dépassées.",
        _ => "Ici viendront les discussions où personne n’a encore répondu.",
    };

    public override string WorthReviving(RevivalReason reason, long count) => reason switch
    {
        RevivalReason.Doubted =>
            Plural(count, "Un membre dit que la réponse acceptée n’est plus valable.",
                "{0}\u00A0membres disent que la réponse acceptée n’est plus valable."),
        RevivalReason.Stopped =>
            Plural(count, "Un échange de {0}\u00A0message s’est arrêté sans résultat.",
                "Un échange de {0}\u00A0messages s’est arrêté sans résultat."),
        RevivalReason.Recurring =>
            Plural(count, "{0}\u00A0discussion plus récente pose la même question.",
                "{0}\u00A0discussions plus récentes posent la même question."),
        _ =>
            Plural(count, "Lue {0}\u00A0fois, et personne n’a répondu.", "Lue {0}\u00A0fois, et personne n’a répondu."),
    };

    public override string LateBy(string time) => $"en retard de {time}";
    public override string DueIn(string time) => $"encore {time}";
    public override string AskedCount(int count) =>
        Plural(count, "{0}\u00A0membre sollicité", "{0}\u00A0membres sollicités");
    public override string DoubtsCount(int count) => Plural(count, "{0}\u00A0doute", "{0}\u00A0doutes");
    public override string LateCount(int count) =>
        Plural(count, "{0}\u00A0attend plus longtemps que prévu", "{0}\u00A0attendent plus longtemps que prévu");
    public override string DoubtedCount(int count) =>
        Plural(count, "{0}\u00A0réponse acceptée est mise en doute", "{0}\u00A0réponses acceptées sont mises en doute");
    public override string AskMemberHint(int days) =>
        "Ces membres ont répondu à des questions semblables. On ne sollicite personne plus d’une fois en "
        + $"{Number(days)}\u00A0jours, et chacun peut passer son tour.";
    public override string AnsweredAlike(int count) =>
        Plural(count, "a répondu à {0}\u00A0discussion semblable", "a répondu à {0}\u00A0discussions semblables");
    public override string AcceptedAlike(int count) => Plural(count, "{0}\u00A0acceptée", "{0}\u00A0acceptées");
    public override string AskedBy(string name) => $"sur demande de {name}";
    public override string HoldsSaid(int count) =>
        Plural(count, "{0}\u00A0membre dit",
            "{0}\u00A0membres disent") + " que c’est toujours valable, le dernier avis {0}.";
    public override string DoubtsSaid(int count) =>
        Plural(count, "{0}\u00A0membre dit que ce n’est plus valable.",
            "{0}\u00A0membres disent que ce n’est plus valable.");
    public override string IsSummaryHint(int least) =>
        $"On y accède depuis le haut de la discussion. Au moins {Number(least)}\u00A0caractères.";
    public override string TakesUpHint(int least) =>
        $"Dites en {Number(least)}\u00A0caractères au moins ce qu’on avait trouvé, et ce que vous voulez savoir "
        + "maintenant.";
    public override string HoldsDaysHint(int least, int most) =>
        $"On demande alors aux membres si elle est toujours valable\u00A0: de {Number(least)} à "
        + $"{Number(most)}\u00A0jours, ou 0 pour jamais.";
    public override string LastDays(int days) => Plural(days, "{0}\u00A0dernier jour", "{0}\u00A0derniers jours");
    public override string BeforeThat(string figure) => $"Avant cela\u00A0: {figure}";
    public override string OfThreads(int count) => Plural(count, "sur {0}\u00A0discussion", "sur {0}\u00A0discussions");
    public override string RequestsHint(int asked, int declined) =>
        Plural(asked, "{0}\u00A0sollicitation", "{0}\u00A0sollicitations") + ", "
        + Plural(declined, "{0}\u00A0refus", "{0}\u00A0refus");
}
