namespace Communities.Web;

internal sealed partial class French
{
    public override string SubscribeSubject(string community) => $"La lettre de {community} : merci de confirmer";
    public override string SubscribeText(string community) =>
        $"Quelqu’un, sans doute vous, souhaite recevoir la lettre de {community} à cette adresse.";
    public override string SubscribeAction => "Oui, je veux la recevoir";
    public override string SubscribeEnds(int days) =>
        $"Le lien fonctionne pendant {days} jours. Sans lui, plus rien n’est envoyé ici.";
    public override string NewsletterThreads => "Les conversations";
    public override string NewsletterResults => "Résultats";
    public override string NewsletterOnWeb => "La lire sur le site";
    public override string LetterVotes(int voters) => Plural(voters, "{0} vote", "{0} votes");
    public override string LetterSolved => "réponse trouvée";
    public override string DigestSubject(string community, int count) =>
        $"{community} : {Plural(count, "{0} conversation", "{0} conversations")}";
    public override string DigestBest => "Nouveau, et le plus suivi";
    public override string DigestWentOn => "A continué";
    public override string DigestWaiting => "En attente d’une réponse";
    public override string DigestAction(string community) => $"Aller dans {community}";
    public override string DigestLast(int days) =>
        $"C’est le dernier résumé pour l’instant : vous n’êtes pas venu·e ici depuis {days} jours, et "
        + "personne ne devrait "
        + "recevoir ce qu’il ne lit pas. Un clic sur le lien ci-dessous les fait revenir.";

    public override string LetterChoices => "Choisir ce que vous recevez, ou tout arrêter";

    public override string LetterWhy(LetterKind kind, string community) => kind switch
    {
        LetterKind.Newsletter => $"Vous recevez la lettre de {community} parce que vous l’avez demandée.",
        LetterKind.Digest => $"Vous recevez ce résumé de {community} parce que vous l’avez demandé.",
        LetterKind.Step => $"Vous recevez ce message parce que vous avez rejoint {community}.",
        LetterKind.Reminder => $"Vous recevez ce rappel parce que vous avez annoncé votre venue dans {community}.",
        LetterKind.Confirmation =>
            $"Quelqu’un a indiqué cette adresse pour la lettre de {community}. Si ce n’était pas vous, il n’y a rien à "
            + "faire.",
        LetterKind.Trial => $"Ceci est un essai : vous seul·e le recevez, car vous préparez la lettre de {community}.",
        _ => $"Vous recevez ce message parce qu’il concerne votre compte dans {community}.",
    };
}
