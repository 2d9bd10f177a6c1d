namespace Communities.Web;

// Accounts, sign-in, and what belongs to a person.
internal sealed partial class French
{
    public override string AccountName => "Nom de compte";
    public override string AccountNameHint =>
        "De 2 à 40 lettres minuscules a–z, chiffres, traits d’union et tirets bas. Il sert à "
        + "la connexion et ne change jamais.";
    public override string DisplayName => "Nom affiché";
    public override string DisplayNameHint =>
        "Ce que les autres voient à côté de vos messages. Vous pourrez le changer.";
    public override string AccountDisplayNameHint =>
        "Utilisé quand vous rejoignez une communauté\u00A0; votre profil y a ensuite le sien.";
    public override string Password => "Mot de passe";
    public override string NoAccountYet => "Je n’ai pas encore de compte";
    public override string HaveAccount => "J’ai déjà un compte";
    public override string SignUpHint =>
        "Un seul compte pour toutes les communautés d’ici. Aucune adresse électronique n’est demandée.";
    public override string SetUp => "Mettre ce site en service";
    public override string SetUpHint => "Vous créez le premier compte. Il administre tout le site.";
    public override string SignInToSee => "Veuillez d’abord vous connecter\u00A0; vous reviendrez à cette page.";
    public override string MyAccount => "Mon compte";
    public override string ProfileAndReading => "Nom et lecture";
    public override string ChangePassword => "Changer le mot de passe";
    public override string ChangePasswordHint => "Toutes les autres sessions prennent fin.";
    public override string PasswordChanged => "Le mot de passe est changé. Les autres sessions ont pris fin.";
    public override string PresentPassword => "Mot de passe actuel";
    public override string NewPassword => "Nouveau mot de passe";
    public override string Sessions => "Sessions";
    public override string SessionsHint =>
        "Là où votre compte est connecté. Mettez fin à ce que vous ne reconnaissez pas.";
    public override string Device => "Appareil";
    public override string SignedInAt => "Depuis";
    public override string ThisDevice => "celui-ci";
    public override string End => "Mettre fin";
    public override string EndOthers => "Mettre fin à toutes les autres";
    public override string SessionEnded => "La session a pris fin.";
    public override string Tokens => "Jetons d’API";
    public override string TokensHint =>
        "Un programme qui en présente un agit en votre nom. Donnez à chaque programme le sien.";
    public override string TokenLabel => "À quoi il sert";
    public override string TokenLabelExample => "Script de sauvegarde";
    public override string IssuedAt => "Émis";
    public override string IssueToken => "Émettre un jeton";
    public override string TokenIssued => "Voici le jeton. Copiez-le maintenant\u00A0: il n’est montré que cette fois.";
    public override string Revoke => "Révoquer";
    public override string TokenRevoked => "Le jeton ne fonctionne plus.";
}
