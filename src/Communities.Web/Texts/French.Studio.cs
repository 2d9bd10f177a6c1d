namespace Communities.Web;

// The studio: the parts by which a community is animated.
internal sealed partial class French
{
    public override string Studio => "Studio";
    public override string StudioHint =>
        "Là où la communauté prend vie\u00A0: on y arrive bien, on y trouve à qui répondre, on y revient.";
    public override string StudioTabs => "Les parties du studio";
    public override string StudioParts => "Ce qu’il y a à faire";
    public override string StudioOverview => "Vue d’ensemble";

    public override string StudioCalendar => "Calendrier";
    public override string StudioCalendarHint =>
        "Prévoyez ce qui lance les échanges\u00A0: débats, questions, sondages, entretiens.";
    public override string StudioWelcome => "Accueil";
    public override string StudioWelcomeHint =>
        "Comment les nouveaux membres arrivent, et quelle présentation attend qu’on la salue.";
    public override string StudioQuestions => "Questions";
    public override string StudioQuestionsHint => "Ce qui attend une réponse, et ce qui mérite d’être repris.";
    public override string StudioDomain => "Domaine";
    public override string StudioDomainHint =>
        "À quoi sert la communauté, et les discussions qui semblent parler d’autre chose.";
    public override string StudioGatherings => "Rencontres";
    public override string StudioGatheringsHint =>
        "Rendez-vous en ligne ou sur place\u00A0: qui vient, le programme, ce qui s’y est dit.";
    public override string StudioContests => "Concours";
    public override string StudioContestsHint => "Règlement, participations, votes et résultats.";
    public override string StudioNewsletter => "Lettre";
    public override string StudioNewsletterHint =>
        "Des numéros composés des meilleures discussions, et à qui ils sont envoyés.";
    public override string StudioRecognition => "Reconnaissance";
    public override string StudioRecognitionHint =>
        "Badges, points, ambassadrices et ambassadeurs\u00A0: merci pour ce que font les membres.";

    public override string StudioNothingComes =>
        "Rien n’est encore prévu. Une question de la semaine, ou une soirée ensemble, c’est déjà un début.";
    public override string StudioNotScheduled => "pas encore programmé";
    public override string StudioEntriesEnd => "fin des participations";
    public override string StudioVotingEnds => "fin du vote";

    public override string StudioComing(int days) => Plural(days, "Le jour qui vient", "Les {0} jours qui viennent");

    public override string StudioZone(string zone) => $"À l’heure de la communauté\u00A0: {zone}.";
}
