namespace Communities.Web;

// Signing in, and what keeps an account safe.
internal sealed partial class French
{
    public override string Security => "Connexion et sécurité";
    public override string SecurityHint =>
        "Mot de passe, adresse e-mail, second facteur, clés d’accès, sessions et jetons.";
    public override string BackToAccount => "Retour à mon compte";
    public override string NameOrEmail => "Nom de compte ou adresse e-mail";
    public override string Forgotten => "J’ai oublié mon mot de passe";
    public override string SetPassword => "Choisir un mot de passe";
    public override string SetPasswordHint =>
        "Jusqu’ici, vous vous connectez sans mot de passe. Avec un mot de passe, les deux sont possibles.";
    public override string ConfirmTitle => "Est-ce bien vous\u00A0?";
    public override string ConfirmHint =>
        "Ce qui pourrait vous priver de votre compte n’est changé que par qui vient de montrer que c’est bien vous. "
        + "Cela vaut un quart d’heure.";
    public override string ConfirmDo => "Continuer";
    public override string ConfirmedNow => "Merci. Pendant un quart d’heure, vous pouvez tout changer ici.";
    public override string ConfirmToChange => "Pour changer quelque chose ici, montrez d’abord que c’est bien vous.";
    public override string TokenChangesNothing => "Un jeton permet de regarder ici, mais de ne rien changer.";

    public override string Email => "Adresse e-mail";
    public override string EmailHint =>
        "Elle vous donne un autre mot de passe quand le vôtre est oublié, et vous apprend ce qui arrive à votre "
        + "compte. Personne d’autre ne la voit.";
    public override string EmailOptional =>
        "Facultative. Elle vous donne un autre mot de passe quand le vôtre est oublié.";
    public override string EmailRequired => "Nous y envoyons un lien. Une fois ouvert, vous pourrez écrire ici.";
    public override string EmailNone => "Pas encore d’adresse.";
    public override string EmailWaits(string address) =>
        $"{address} attend d’être confirmée\u00A0: veuillez ouvrir le lien qui y a été envoyé.";
    public override string EmailSave => "Envoyer une confirmation";
    public override string EmailRemove => "Retirer l’adresse";
    public override string EmailSent => "Un e-mail est en route. L’adresse comptera une fois son lien ouvert.";
    public override string EmailRemoved => "L’adresse est retirée.";
    public override string EmailConfirmTitle => "Confirmer une adresse e-mail";
    public override string EmailConfirmHint => "Encore un clic, pour qu’aucun programme ne le fasse à votre place.";
    public override string EmailConfirmed => "Votre adresse e-mail est confirmée.";
    public override string NoMail => "Ce site n’envoie pas d’e-mails.";

    public override string ResetTitle => "Un autre mot de passe";
    public override string ResetAskHint =>
        "Nous envoyons un lien à l’adresse confirmée du compte. Une clé d’accès permet de se connecter sans cela.";
    public override string ResetAsk => "Envoyer un lien";
    public override string ResetSent =>
        "S’il existe un tel compte avec une adresse confirmée, un e-mail est en route. Veuillez aussi regarder parmi "
        + "les indésirables.";
    public override string ResetNoMail =>
        "Ce site n’envoie pas d’e-mails. Les personnes qui l’administrent peuvent vous donner un lien pour choisir un "
        + "autre mot de passe.";
    public override string ResetChooseHint => "Il servira désormais à la connexion. Toutes les sessions prennent fin.";
    public override string ResetDone => "Le mot de passe est changé. Il sert maintenant à la connexion.";
    public override string SignedOutByPassword =>
        "Vous n’êtes plus en session ici, parce que le mot de passe de votre compte a été changé.";

    public override string ResetForOthers => "Un mot de passe pour quelqu’un d’autre";
    public override string ResetForOthersHint =>
        "Avec ce lien, n’importe qui peut choisir un autre mot de passe pour le compte. Ne le donnez qu’à la personne "
        + "à qui il appartient, après avoir vérifié son identité.";
    public override string ResetDropsFactor => "Désactiver aussi le second facteur, qui est perdu";
    public override string ResetMake => "Créer un lien";
    public override string ResetMade => "Voici le lien. Il est valable deux heures, et une seule fois.";

    public override string AlertTitle => "Quelque chose est arrivé à votre compte";
    public override string AlertMine => "C’était moi";
    public override string AlertLook => "Voir";
    public override string Happened => "Ce qui est arrivé au compte";
    public override string HappenedNothing => "Rien de particulier.";
    public override string LastUsed => "Dernière utilisation";

    public override string SignUpHintEmail => "Un seul compte pour toutes les communautés d’ici.";
    public override string CodeTitle => "Encore une étape";
    public override string CodeHint => "Votre compte demande un second facteur.";
    public override string FactorCode => "Code de votre application";
    public override string CodeFieldHint => "Six chiffres. Sans l’application, un de vos codes de secours convient.";
    public override string StartAgain => "Recommencer";
    public override string Factor => "Second facteur";
    public override string FactorHint =>
        "Avec une application d’authentification sur votre téléphone, un mot de passe connu de quelqu’un d’autre ne "
        + "suffit pas à se connecter.";
    public override string FactorOn => "La connexion demande un code de votre application.";
    public override string FactorOff => "La connexion ne demande plus de second facteur.";
    public override string FactorAdd => "Configurer une application";
    public override string FactorRemove => "Désactiver";
    public override string FactorScan => "Faites lire cette image à l’application, ou saisissez-y la clé.";
    public override string FactorPicture => "Un code QR que lit l’application";
    public override string FactorKey => "Clé";
    public override string FactorType => "Puis saisissez le code qu’elle affiche.";
    public override string FactorTurnOn => "Activer";
    public override string Codes => "Codes de secours";
    public override string CodesHint =>
        "Chacun vous laisse entrer une fois quand l’application est perdue. Rangez-les avec vos papiers importants : "
        + "ils ne sont montrés que cette fois.";
    public override string CodesLeft(int count) => Plural(count, CodeLeftPattern, CodesLeftPattern);
    public override string CodesNew => "Créer de nouveaux codes de secours";
    public override string CodesKept => "Je les ai notés";
    public override string Passkeys => "Clés d’accès";
    public override string PasskeysHint =>
        "Connectez-vous avec votre empreinte, votre visage ou le code de votre appareil. Personne ne peut les deviner "
        + "ni les voler ici.";
    public override string PasskeysNone => "Pas encore de clé d’accès.";
    public override string PasskeyAdd => "Ajouter une clé d’accès";
    public override string PasskeyAdded => "La clé d’accès est ajoutée. Elle permet désormais de vous connecter.";
    public override string PasskeyRemoved => "La clé d’accès est retirée.";
    public override string PasskeyRemove => "Retirer";
    public override string PasskeyLabel => "Comment vous l’appelez";
    public override string PasskeyLabelExample => "Mon téléphone";
    public override string PasskeySynced => "sur plusieurs appareils";
    public override string PasskeyUse => "Utiliser une clé d’accès";
    public override string PasskeyFailed => "Cela n’a pas fonctionné. Rien n’a été changé ; veuillez réessayer.";
    public override string PasskeyScript => "Les clés d’accès ont besoin de JavaScript dans ce navigateur.";
    public override string Outside => "Autres sites";
    public override string OutsideHint => "Connectez-vous ici en étant en session là-bas.";
    public override string OutsideWith(string site) => $"Continuer avec {site}";
    public override string OutsideLink(string site) => $"Relier {site}";
    public override string OutsideUnlink => "Délier";
    public override string OutsideLinked => "L’autre site vous connecte désormais ici.";
    public override string OutsideUnlinked => "L’autre site ne vous connecte plus ici.";
    public override string OutsideFailed => "L’autre site ne vous a pas laissé entrer. Rien n’a été changé.";
    public override string OutsideOnward(string site) => $"Vers {site}";
    public override string OutsideOnwardHint => "Vous reviendrez ici aussitôt.";
    public override string OutsideNew(string site) => $"Première visite ici, avec {site}";
    public override string OutsideNewHint =>
        "Choisissez un nom pour votre compte ici. Si vous en avez déjà un, connectez-vous d’abord et reliez-le "
        + "ensuite.";
    public override string Or => "ou";

    protected override string CodeLeftPattern => "Il reste {0} code de secours.";
    protected override string CodesLeftPattern => "Il reste {0} codes de secours.";
}
