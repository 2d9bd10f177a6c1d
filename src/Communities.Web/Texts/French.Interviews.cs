namespace Communities.Web;

// Interviews.
internal sealed partial class French
{
    public override string Interviews => "Entretiens";
    public override string InterviewsHint =>
        "Les membres posent leurs questions et votent, les personnes invitées répondent en direct, et un résumé reste.";
    public override string ProposeInterview => "Proposer un entretien";
    public override string NoInterviews => "Pas encore d’entretien";
    public override string NoInterviewsHint =>
        "Quelqu’un qui sait beaucoup, une heure de son temps, et les questions de tout le monde\u00A0: proposez qui "
        + "interroger.";
    public override string With => "Avec";
    public override string HostedBy => "animé par";
    public override string AsThread => "Lire comme une discussion";
    public override string AboutInterview => "De quoi il s’agit";
    public override string SummaryOf => "Résumé";
    public override string Questions => "Les questions";
    public override string NoInterviewQuestions =>
        "Personne n’a encore posé de question. La première est la plus difficile\u00A0: posez-la.";
    public override string YourQuestion => "Votre question";
    public override string AskHint =>
        "Une question à la fois\u00A0: les autres votent pour celles qui les intéressent.";
    public override string AskQuestion => "Poser la question";
    public override string JoinToQuestion => "Rejoignez la communauté pour poser vos questions et voter.";
    public override string Answered => "a sa réponse";
    public override string AnswerQuestion => "Répondre";
    public override string YourAnswer => "Votre réponse";
    public override string SendAnswer => "Envoyer la réponse";
    public override string LeadInterview => "Animer l’entretien";
    public override string BeginNow => "Commencer le direct maintenant";
    public override string CloseInterview => "Résumer et clore";
    public override string SummaryText => "Le résumé, dans vos mots";
    public override string CloseHint =>
        "Il devient un message de vous, s’affiche au-dessus des questions, et la discussion se ferme avec lui.";
    public override string ChangeInterview => "Changer les invités et les heures";
    public override string LiveFrom => "En direct à partir de";
    public override string LiveUntil => "Jusqu’à";
    public override string CancelInterview => "Annuler l’entretien";
    public override string CancelInterviewWhat =>
        "L’entretien n’aura pas lieu\u00A0; sa discussion continue comme une autre.";
    public override string InterviewClosedNow => "L’entretien est clos, et votre résumé s’affiche au-dessus.";

    public override string? GuestsAreTold(int guests) => guests == 0 ? null
        : Plural(
            guests, "{0}\u00A0personne invitée en sera avertie.", "{0}\u00A0personnes invitées en seront averties.");

    public override string LiveOn(DateTimeOffset at) => $"en direct le {Exact(at)}";

    public override string QuestionsCount(int count) =>
        count == 0 ? Questions : Plural(count, "{0}\u00A0question", "{0}\u00A0questions");

    public override string VotesOf(int count) => Plural(count, "{0}\u00A0voix", "{0}\u00A0voix");

    public override string VoteFor(int count) => $"Voter pour cette question, {VotesOf(count)} jusqu’ici";

    public override string PhaseName(InterviewPhase phase) => phase switch
    {
        InterviewPhase.Announced => "On recueille les questions",
        InterviewPhase.Live => "En direct",
        InterviewPhase.Closed => "Clos",
        _ => "Annulé",
    };

    public override string PhaseHint(InterviewPhase phase) => phase switch
    {
        InterviewPhase.Announced =>
            "Posez vos questions et votez pour celles des autres\u00A0: les plus demandées auront leur réponse "
            + "en premier.",
        InterviewPhase.Live =>
            "Les réponses arrivent. Les nouvelles questions et réponses s’affichent d’elles-mêmes.",
        InterviewPhase.Closed => "Toutes les questions et les réponses restent ici.",
        _ => "Il n’aura pas lieu. La discussion continue comme une autre.",
    };

    protected override string InterviewNotice(string what) => what switch
    {
        "guest" => "On vous invite à répondre dans",
        "soon" => "Bientôt en direct\u00A0:",
        "over" => "Le temps des réponses est écoulé\u00A0; merci de résumer",
        _ => "N’aura pas lieu\u00A0:",
    };
}
