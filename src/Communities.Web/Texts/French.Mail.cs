namespace Communities.Web;

// What the site writes to people by e-mail, and what happened to an account.
internal sealed partial class French
{
    public override string MailGreeting(string name) => $"Bonjour {name},";
    public override string MailConfirmSubject => "Veuillez confirmer votre adresse e-mail";
    public override string MailConfirmText(string site) =>
        $"Quelqu’un, sans doute vous, a donné cette adresse pour un compte sur {site}. Veuillez confirmer que vous "
        + "la lisez.";
    public override string MailConfirmAction => "Confirmer cette adresse";
    public override string MailConfirmEnds => "Le lien est valable un jour.";
    public override string MailConfirmElse =>
        "Si ce n’était pas vous, il n’y a rien à faire\u00A0: sans le lien, l’adresse ne sert à rien.";
    public override string MailResetSubject => "Un nouveau mot de passe pour votre compte";
    public override string MailResetText(string account) =>
        $"Quelqu’un, sans doute vous, a oublié le mot de passe du compte {account}. Vous pouvez en choisir un "
        + "autre ici.";
    public override string MailResetAction => "Choisir un autre mot de passe";
    public override string MailResetEnds => "Le lien est valable deux heures, et une seule fois.";
    public override string MailResetElse =>
        "Si ce n’était pas vous, il n’y a rien à faire\u00A0: votre mot de passe reste le même.";
    public override string MailAlertWhen(string account, string at) => $"Il s’agit du compte {account}, le {at}.";
    public override string MailAlertAction => "Voir votre compte";
    public override string MailAlertElse =>
        "Si c’était vous, il n’y a rien à faire. Sinon, veuillez choisir un autre mot de passe et mettre fin aux "
        + "sessions que vous ne connaissez pas.";
    public override string MailLockedElse =>
        "Chaque nouvel essai doit attendre plus longtemps. Là où vous êtes en session, vous le restez\u00A0; une clé "
        + "d’accès ou un lien pour un autre mot de passe vous laisse entrer à tout moment.";

    public override string MatterOf(Matter matter) => matter switch
    {
        Matter.PasswordChanged => "Le mot de passe a été changé.",
        Matter.Locked => "Quelqu’un a essayé plusieurs mots de passe erronés.",
        Matter.EmailChanged => "L’adresse e-mail a été changée.",
        Matter.EmailRemoved => "L’adresse e-mail a été retirée.",
        Matter.AuthenticatorAdded => "Une application d’authentification a été ajoutée.",
        Matter.AuthenticatorRemoved => "L’application d’authentification a été retirée.",
        Matter.RecoveryCodesIssued => "De nouveaux codes de secours ont été créés.",
        Matter.RecoveryCodeUsed => "Quelqu’un s’est connecté avec un code de secours.",
        Matter.PasskeyAdded => "Une clé d’accès a été ajoutée.",
        Matter.PasskeyRemoved => "Une clé d’accès a été retirée.",
        Matter.Linked => "La connexion par un autre site a été ajoutée.",
        Matter.Unlinked => "La connexion par un autre site a été retirée.",
        _ => "Un jeton d’API a été émis.",
    };
}
