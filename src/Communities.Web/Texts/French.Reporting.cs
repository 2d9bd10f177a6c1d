namespace Communities.Web;

// Reports, what came of them, decisions as they are told to whom they concern, and appeals.
internal sealed partial class French
{
    public override string Report => "Signaler";
    public override string ReportThread => "Signaler cette discussion";
    public override string ReportHint => "La modération le lira. Personne d’autre n’apprend qui a signalé.";
    public override string ReportOwn => "C’est à vous\u00A0: vous pouvez le modifier ou le supprimer vous-même.";
    public override string ReportWhy => "Qu’est-ce qui ne va pas\u00A0?";
    public override string ReportIllegalHint => "Veuillez dire ci-dessous en quoi.";
    public override string ReportText => "Que doit savoir la modération\u00A0?";
    public override string ReportTextHint => "Une phrase aide\u00A0; pour ce que la loi interdit, elle est nécessaire.";
    public override string SendReport => "Envoyer le signalement";
    public override string ReportedNow =>
        "Merci. La modération va regarder, et vous saurez ce qu’il en advient.";

    public override string MyReports => "Mes signalements";
    public override string MyReportsHint =>
        "Ce que vous avez signalé ici, et ce qu’il en est advenu. Personne d’autre ne voit cette page.";
    public override string NoReports => "Vous n’avez rien signalé ici";
    public override string NoReportsHint =>
        "Sous «\u00A0Plus\u00A0» de chaque message, et sur les pages des discussions et des membres, vous "
        + "pouvez dire à la "
        + "modération ce qui nuit à la communauté.";
    public override string ReportWaits => "La modération n’a pas encore décidé.";
    public override string ReportKept => "La modération a regardé\u00A0: cela reste, aucune règle n’est enfreinte.";
    public override string ReportActedPersonally => "La modération vous donne raison, et s’est adressée à l’auteur.";
    public override string ReportUndone => "Cela a été annulé depuis.";
    public override string ReportYouSaid => "Vous avez écrit\u00A0:";

    public override string StatementTitle => "Une décision qui vous concerne";
    public override string StatementAbout => "Elle porte sur";
    public override string StatementContent => "Le texte à ce moment-là";
    public override string StatementDoes => "Ce qui a été décidé";
    public override string StatementUntil => "Jusqu’au";
    public override string StatementRule => "La règle";
    public override string StatementWhy => "Pourquoi";
    public override string StatementBy => "Comment c’est décidé";
    public override string StatementByPeople => "La modération a regardé et décidé.";
    public override string StatementAutomated =>
        "Des signalements ou une règle de la communauté l’ont fait d’eux-mêmes, en attendant l’avis de la modération.";
    public override string StatementAt => "Quand";
    public override string StatementUndone =>
        "Cette décision ne tient plus\u00A0: tout ce qu’elle avait fait a été annulé.";
    public override string StatementReplaced => "Une autre décision a pris la place de celle-ci.";
    public override string StatementNow => "Ce que vous pouvez faire";
    public override string ChangePost => "Modifier le message";
    public override string ChangePostHint => "La modération le verra de nouveau dès que vous l’aurez modifié.";
    public override string AppealTitle => "Contester la décision";
    public override string AppealHint(int days) =>
        $"Vous pouvez contester une fois, dans les {Number(days)}\u00A0jours. Si la communauté a quelqu’un "
        + "d’autre que la "
        + "personne qui a décidé pour modérer, c’est cette autre personne qui répond\u00A0; si la décision "
        + "était erronée, "
        + "tout ce qu’elle a fait est annulé.";
    public override string AppealText => "Qu’est-ce que la modération ignore, ou voit mal\u00A0?";
    public override string SendAppeal => "Envoyer le recours";
    public override string AppealedNow =>
        "Votre recours est envoyé. La réponse vous sera donnée ici et dans vos notifications.";
    public override string AppealLate => "Le délai pour contester est passé.";
    public override string AppealYours => "Votre recours";
    public override string AppealWaits => "La modération n’a pas encore répondu.";
    public override string AppealUpheld => "Votre recours a été examiné\u00A0: la décision est maintenue.";
    public override string AppealOverturned =>
        "Votre recours était fondé\u00A0: la décision est annulée, avec tout ce qu’elle avait fait.";
    public override string AppealAnswer => "La réponse";

    public override string OwnRecord => "Les décisions qui vous concernent";
    public override string OwnRecordHint => "Personne d’autre que vous et la modération ne les voit.";
    public override string NothingDecided => "Aucune décision ne vous concerne ici.";
    public override string ToTheDecision => "Lire la décision";

    public override string ReportActed(string measures) => $"La modération vous donne raison\u00A0: {measures}.";

    public override string StrikeUntil(string date) => $"Un avertissement, jusqu’au {date}.";

    protected override string StrikeOne => "{0} avertissement compte actuellement.";

    protected override string StrikesPattern => "{0} avertissements comptent actuellement.";

    public override string ReportTitle(SubjectKind kind) => kind switch
    {
        SubjectKind.Post => "Signaler un message",
        SubjectKind.Thread => "Signaler une discussion",
        SubjectKind.Member => "Signaler un membre",
        _ => "Signaler un message privé",
    };

    public override string SubjectName(SubjectKind kind) => kind switch
    {
        SubjectKind.Post => "votre message",
        SubjectKind.Thread => "votre discussion",
        SubjectKind.Member => "vous comme membre",
        _ => "votre message privé",
    };

    protected override string KnownReason(string slug, string name) => slug switch
    {
        "spam" => "Spam",
        "harassment" => "Harcèlement",
        "hate" => "Haine",
        "off-topic" => "Hors sujet",
        "private" => "Données privées",
        "illegal" => "Illégal",
        "other" => "Autre chose",
        _ => name,
    };

    protected override string KnownRule(string slug, string rule) => slug switch
    {
        "spam" => "Pas de publicité, et rien qui soit publié encore et encore.",
        "harassment" => "Personne n’est insulté, menacé ou poursuivi.",
        "hate" => "Personne n’est rabaissé pour ce qu’il est.",
        "off-topic" => "Discussions et messages s’en tiennent à ce pour quoi la communauté existe.",
        "private" => "Les données personnelles de quelqu’un ne sont pas rendues publiques sans son accord.",
        "illegal" => "Rien de ce que la loi interdit.",
        "other" => "Ce qui nuit autrement à la communauté.",
        _ => rule,
    };
}
