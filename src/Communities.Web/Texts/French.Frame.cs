namespace Communities.Web;

// What stands around every page, and what any page may say.
internal sealed partial class French
{
    public override string SiteName => "Communautés";
    public override string SkipToContent => "Aller au contenu";
    public override string MainNavigation => "Navigation principale";
    public override string QuickNavigation => "Navigation rapide";
    public override string Sections => "Rubriques";
    public override string About => "À propos de ce lieu";
    public override string Home => "Accueil";
    public override string Search => "Rechercher";
    public override string New => "Écrire";
    public override string Me => "Moi";
    public override string SignIn => "Se connecter";
    public override string SignUp => "Créer un compte";
    public override string SignOut => "Se déconnecter";
    public override string AndMore(int count) => $"et {Number(count)} de plus";
    public override string Cancel => "Annuler";
    public override string CannotBeUndone => "C’est définitif.";
    public override string SaveChanges => "Enregistrer";
    public override string Apply => "Appliquer";
    public override string Go => "Aller";
    public override string Find => "Trouver";
    public override string Edit => "Modifier";
    public override string Preview => "Aperçu";
    public override string Settings => "Réglages";
    public override string Language => "Langue";
    public override string Keyboard => "Clavier";
    public override string ReadingSettings => "Langue et apparence";
    public override string ReadingHint => "Ces choix sont conservés dans ce navigateur.";
    public override string Colours => "Couleurs";
    public override string Typeface => "Caractères des messages";
    public override string Serif => "Avec empattements, pour la lecture";
    public override string Sans => "Sans empattements, comme ailleurs";
    public override string Saved => "Vos modifications sont enregistrées.";
    public override string GoneAuthor => "une personne partie";
    public override string TryAgain => "Réessayer";
    public override string ToHome => "Aller à l’accueil";
    public override string KeyboardHint => "Sur les pages de listes et de messages, sans quitter le clavier\u00A0:";
    public override string KeyNext => "Discussion ou message suivant";
    public override string KeyPrevious => "Discussion ou message précédent";
    public override string KeyOpen => "Ouvrir l’élément choisi";
    public override string KeySearch => "Rechercher";
    public override string KeyReply => "Répondre, ou ouvrir une discussion";
    public override string KeySend => "Envoyer ce qui est écrit";
    public override string KeyEscape => "Quitter un champ, fermer ce qui est ouvert";
    public override string KeyHelp => "Cette aide";
    public override string Formatting => "Mise en forme";
    public override string Bold => "Gras";
    public override string Italic => "Italique";
    public override string CodeText => "Code";
    public override string List => "Liste";
    public override string Link => "Lien";
    public override string MarkdownHint =>
        "Markdown est compris\u00A0: **gras**, _italique_, > citation, - liste, `code`.";
    public override string SavedPattern => "Brouillon enregistré à {0}";
}
