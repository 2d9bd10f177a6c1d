namespace Communities.Web;

internal sealed partial class French
{
    public override string MailTitle(string community) => $"Courriels de {community}";
    public override string MailHint =>
        "Ce qui vous est envoyé, et à quel rythme. Rien n’est activé que vous n’ayez demandé.";
    public override string MailHintTo(string address) => $"Ce qui est envoyé à {address}, et à quel rythme.";
    public override string MailOff => "Ce site n’envoie pas de courriels pour l’instant. Vos choix sont conservés.";
    public override string MailNoAddress =>
        "Votre compte n’a pas d’adresse électronique confirmée : rien ne peut vous être envoyé.";
    public override string MailAddAddress => "Ajouter une adresse";
    public override string MailCameBack =>
        "Des lettres qui vous étaient destinées sont revenues, et plus aucune n’est envoyée. Si votre boîte fonctionne "
        + "de nouveau, reprenez les envois.";
    public override string MailResume => "Reprendre les envois";
    public override string MailNewsletter => "La lettre";
    public override string MailNewsletterHint => "Ce que l’équipe de cette communauté rassemble, de temps en temps.";
    public override string MailDigest => "Un résumé de ce qui s’est passé";
    public override string MailHour => "À";
    public override string MailDigestHint(string zone) =>
        $"À l’heure de {zone}. Chaque semaine le lundi, chaque mois le premier ; rien n’arrive s’il "
        + "ne s’est rien passé.";
    public override string MailNextDigest(string at) => $"Le prochain : {at}.";
    public override string MailSteps => "Premiers pas";
    public override string MailStepsHint =>
        "Quelques mots à votre arrivée, tant qu’il reste quelque chose à découvrir.";
    public override string MailReminders => "Rappels";
    public override string MailRemindersHint => "Avant un rendez-vous auquel vous avez dit venir.";
    public override string MailEndAll => "Arrêter tous ces envois";
    public override string MailAlways =>
        "Ce qui est décidé à votre sujet ou au sujet de votre compte vous est écrit dans tous les cas. Ce qui vous est "
        + "signalé dans la communauté se choisit ailleurs.";
    public override string MailChooseWhat => "Choisir ce qui vous est envoyé";
    public override string MailOwn => "Courriels";
    public override string MailChosen => "Votre choix est enregistré.";
    public override string HourOfDay(int hour) => $"{hour} h";
    public override string Rhythm(DigestRhythm rhythm) => rhythm switch
    {
        DigestRhythm.Daily => "Chaque jour",
        DigestRhythm.Weekly => "Chaque semaine",
        DigestRhythm.Monthly => "Chaque mois",
        _ => "Jamais",
    };

    public override string SubscribeTitle(string community) => $"La lettre de {community}";
    public override string SubscribeConfirmHint =>
        "Un clic, et elle arrive à cette adresse. Vous pouvez l’arrêter à tout moment.";
    public override string SubscribeHead => "Par courriel";
    public override string SubscribeHint =>
        "Recevez-la à votre adresse confirmée. Chaque lettre contient un lien pour l’arrêter.";
    public override string SubscribeHintVisitor =>
        "Indiquez où elle doit arriver. Nous y écrivons une fois pour demander ; sans votre oui, "
        + "plus rien n’est envoyé.";
    public override string SubscribeMembers => "La lettre est envoyée aux membres qui la demandent.";
    public override string SubscribeDo => "S’abonner";
    public override string SubscribedAlready => "Vous recevez la lettre par courriel.";
    public override string SubscribingNow =>
        "Si cette adresse ne reçoit pas encore la lettre, un message y est en route. Merci d’ouvrir "
        + "le lien qu’il contient.";
    public override string SubscribedNow => "Vous recevrez désormais la lettre.";
    public override string UnsubscribedNow => "Vous ne recevrez plus aucun de ces envois.";

    public override string Newsletters => "Lettres";
    public override string NewslettersOf(string community) => $"Lettres de {community}";
    public override string NewsletterOf(string community) => $"La lettre de {community}";
    public override string NewslettersHint => "Tous les numéros, à lire ici.";
    public override string NewslettersNone =>
        "Les numéros se trouveront ici dès la parution du premier : les meilleures conversations, des résultats, et "
        + "quelques mots.";
    public override string NewslettersSeen => "Comme les membres les voient";
    public override string NewsletterFigures => "Voir ses chiffres";

    public override string NewsletterStudioHint =>
        "Des numéros faits des meilleures conversations et de vos mots, envoyés une seule fois à qui les a demandés.";
    public override string NewsletterStudioNone =>
        "Pas encore de numéro. Choisissez quelques conversations, écrivez deux phrases, relisez dans les deux langues, "
        + "et envoyez.";
    public override string NewsletterWrite => "Écrire un numéro";
    public override string NewsletterEditHint =>
        "Les fils sont montrés tels qu’ils sont au moment de la lecture : ce qui a été retiré "
        + "entre-temps n’y figure plus.";
    public override string AudienceNewsletter => "reçoivent la lettre";
    public override string AudienceDigest => "reçoivent un résumé";
    public override string AudienceStopped => "dont les lettres sont revenues";
    public override string NewsletterIssueHead => "Numéro";
    public override string NewsletterState => "État";
    public override string FigureSent => "Envoyées";
    public override string FigureWaiting => "En attente";
    public override string FigureClicked => "Ont suivi un lien";
    public override string FigureBounced => "Revenues";
    public override string FigureSkipped => "Non envoyées\u00A0: sans adresse, arrêtées ou refusées";
    public override string FigureUnsubscribed => "Ont arrêté";
    public override string FigureLinks => "Liens suivis";
    public override string LetterFiguresHint =>
        "Personne n’est observé pendant sa lecture : il n’y a pas d’image cachée, et l’on ne sait donc pas combien "
        + "l’ont ouverte. Les programmes qui vérifient les liens comptent comme des lecteurs.";
    public override string NewsletterStatusName(NewsletterStatus status) => status switch
    {
        NewsletterStatus.Draft => "Brouillon",
        NewsletterStatus.Scheduled => "Programmé",
        NewsletterStatus.Sending => "En cours d’envoi",
        NewsletterStatus.Sent => "Envoyé",
        _ => "Abandonné",
    };
    public override string NewsletterSubject(string language) => $"Objet ({language})";
    public override string NewsletterIntroduction => "Pour commencer";
    public override string NewsletterClosing => "Pour finir";
    public override string NewsletterAlsoIn(string language) => $"Aussi en {language}";
    public override string NewsletterAlsoHint(string language) =>
        $"Qui lit en {language} reçoit ces mots ; sans eux, ceux d’au-dessus.";
    public override string NewsletterPick => "Conversations à montrer";
    public override string NewsletterPickNone => "Rien n’a été très suivi ce dernier mois ; indiquez-en ci-dessous.";
    public override string NewsletterOthers => "Autres conversations";
    public override string NewsletterOthersHint => "Leurs adresses, une par ligne.";
    public override string NewsletterResultsHint => "Ce que les votes ont donné le mois précédent.";
    public override string NewsletterGatherings => "À venir";
    public override string NewsletterGatheringsHint => "Les prochains rendez-vous que tout le monde peut voir.";
    public override string PreviewIn(string language) => $"Comme on la lit en {language}";
    public override string NewsletterTry => "M’envoyer un essai";
    public override string NewsletterSending => "Envoi";
    public override string NewsletterGoesTo(int count) =>
        Plural(count, "Elle part à {0} personne qui l’a demandée.", "Elle part à {0} personnes qui l’ont demandée.");
    public override string NewsletterAt(string zone) => $"L’envoyer plus tard, à l’heure de {Place(zone)}";
    public override string NewsletterPlan => "Programmer";
    public override string NewsletterUnplan => "En refaire un brouillon";
    public override string NewsletterGoes(string at, string zone) => $"Elle part le {at} ({Place(zone)}).";
    public override string NewsletterSure => "Elle peut partir maintenant : ce qui est envoyé ne se reprend pas.";
    public override string NewsletterSend => "Envoyer maintenant";
    public override string NewsletterDiscard => "Abandonner ce numéro";
    public override string NewsletterTriedNow => "Elle est en route vers vous, et vers personne d’autre.";
    public override string NewsletterPlannedNow => "Elle partira d’elle-même à ce moment.";
    public override string NewsletterUnplannedNow => "C’est de nouveau un brouillon.";
    public override string NewsletterSentNow => "Elle est en route, et se lit sur le site.";
    public override string NewsletterDiscardedNow => "Ce numéro est abandonné.";
}
