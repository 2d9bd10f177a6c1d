namespace Communities.Web;

// How one comes into a community: the door, requests, invitations.
internal sealed partial class French
{
    public override string AboutMembers => "Au sujet des membres";
    public override string HowToJoin => "Comment on y entre";
    public override string JoiningQuestion => "Question posée à qui demande";
    public override string JoiningQuestionHint =>
        "Seulement pour les demandes. Une seule question, facile, suffit.";
    public override string MemberAlready => "Vous êtes membre ici.";
    public override string ToCommunity => "Aller à la communauté";
    public override string AskToJoin => "Demander à entrer";
    public override string JoinAndFollow => "Rejoindre et suivre ces règles";
    public override string AskAndFollow => "Demander à entrer et suivre ces règles";
    public override string HouseRules => "Les règles ici";
    public override string HouseRulesHint(bool rules, bool purpose) =>
        rules && purpose ? "Vous dites que vous suivez les règles et laissez dehors ce qui n’a pas sa place ici. On ne "
            + "vous le demande qu’une fois, puis seulement si elles changent vraiment."
        : rules ? "Vous dites que vous suivez les règles. On ne vous le demande qu’une fois, puis seulement si elles "
            + "changent vraiment."
        : "Vous dites que vous laissez dehors ce qui n’a pas sa place ici, comme c’est écrit plus haut. On ne vous le "
            + "demande qu’une fois.";
    public override string JoinToAsk => "On entre dans cette communauté sur demande.";
    public override string WhyJoin => "Qu’est-ce qui vous amène\u00A0?";
    public override string AnswerHint => "Seule la modération de cette communauté la lira.";
    public override string RequestWaits => "Votre demande attend une réponse";
    public override string AskedAt => "Envoyée";
    public override string WithdrawRequest => "Retirer ma demande";
    public override string RequestDeclined => "Votre dernière demande n’a pas été acceptée";
    public override string AskAgainOn => "Vous pourrez demander à nouveau à partir du";
    public override string AskedNow => "Votre demande est envoyée. La réponse vous parviendra ici.";
    public override string WithdrawnNow => "Votre demande est retirée.";
    public override string RequestsLabel => "Demandes";
    public override string NoRequests => "Personne n’attend";
    public override string NoRequestsHint => "Les demandes d’entrée seront ici, la plus ancienne en premier.";
    public override string NoAnswer => "Sans réponse à la question.";
    public override string Admit => "Faire entrer";
    public override string Decline => "Refuser";
    public override string DeclineReason => "Pourquoi, en une phrase que la personne lira";
    public override string AdmittedNow => "Ce nouveau membre est entré et en est averti.";
    public override string DeclinedNow => "La demande est refusée, et la personne sait pourquoi.";
    public override string InvitationsLabel => "Les invitations";
    public override string InvitationsHint =>
        "Le lien fait entrer qui le possède, jusqu’à ce qu’il soit épuisé ou prenne fin.";
    public override string WriteInvitation => "Écrire une invitation";
    public override string InvitationUses => "Pour combien de personnes";
    public override string InvitationDays => "Pour combien de jours";
    public override string InvitationNote => "À quoi elle sert";
    public override string InvitationNoteHint => "Visible par vous et la modération seulement.";
    public override string InvitationLabel => "Une invitation";
    public override string InvitationRevoked => "reprise";
    public override string InvitationEnded => "terminée";
    public override string InvitationUntil => "jusqu’au";
    public override string InvitationLink => "Lien de l’invitation";
    public override string InviteFromTrust => "On invite à partir du niveau de confiance 2.";
    public override string RevokeInvitation => "Reprendre";
    public override string Copy => "Copier";
    public override string Copied => "Copié";
    public override string InvitedNow => "L’invitation est écrite. Envoyez son lien à qui vous voulez inviter.";
    public override string RevokedNow => "L’invitation est reprise. Qui est entré grâce à elle reste.";
    public override string InvitedSignUp => "Un compte permet de lire et d’écrire ici. Cela prend une minute.";

    public override string JoinTitle(string community) => $"Rejoindre {community}";

    public override string InvitedTitle(string community) => $"On vous invite dans {community}";

    public override string InvitedBy(string name) => $"L’invitation vient de {name}.";

    public override string RequestsCount(int count) =>
        Plural(count, "{0}\u00A0personne attend.", "{0}\u00A0personnes attendent.");

    public override string InvitationTaken(int taken, int uses) => $"{Number(taken)} entrées sur {Number(uses)}";

    public override string JoiningName(Joining joining) => joining switch
    {
        Joining.Request => "Sur demande",
        Joining.Invitation => "Sur invitation",
        _ => "D’emblée",
    };

    public override string JoiningHint(Joining joining) => joining switch
    {
        Joining.Request => "Une courte demande, et la modération y répond.",
        Joining.Invitation =>
            "Qui a une invitation peut entrer. On peut en envoyer à partir du niveau de confiance 2.",
        _ => "Toute personne qui a un compte peut entrer.",
    };
}
