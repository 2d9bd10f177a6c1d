namespace Communities.Web;

// A community, its list and its settings.
internal sealed partial class French
{
    public override string Categories => "Catégories";
    public override string Category => "Catégorie";
    public override string NoCategory => "Sans catégorie";
    public override string AllThreads => "Toutes les discussions";
    public override string Tags => "Mots-clés";
    public override string Tag => "Mot-clé";
    public override string Members => "Membres";
    public override string ThreadsLabel => "Discussions";
    public override string PostsLabel => "Messages";
    public override string ReactionsLabel => "Réactions";
    public override string Founded => "Fondation";
    public override string Rules => "Règles";
    public override string NoRules => "Pas d’autre règle que la courtoisie.";
    public override string InNumbers => "En chiffres";
    public override string Order => "Ordre";
    public override string Latest => "Récentes";
    public override string Top => "Remarquées";
    public override string Unanswered => "Sans réponse";
    public override string InCategory => "Seulement dans";
    public override string ShowAll => "Voir toutes les discussions";
    public override string MoreThreads => "Plus de discussions";
    public override string NothingHere => "Rien ici";
    public override string NothingHereHint => "Aucune discussion ne répond à ce choix. Un autre peut convenir.";
    public override string NoThreads => "Ici vivront des discussions";
    public override string NoThreadsHint =>
        "Personne n’a encore écrit. Une question, une idée ou un bonjour font un bon début.";
    public override string OpenFirstThread => "Ouvrir la première discussion";
    public override string JoinShort => "Rejoindre";
    public override string JoinToReply => "Les membres de cette communauté peuvent répondre.";
    public override string JoinToWrite => "Les membres de cette communauté peuvent ouvrir des discussions.";
    public override string JoinedNow => "Vous êtes maintenant membre. Dites bonjour quand vous voulez.";
    public override string LeftNow => "Vous avez quitté cette communauté. Vos messages restent.";
    public override string Membership => "Adhésion";
    public override string Leave => "Quitter cette communauté";
    public override string LeaveHint => "Vos messages restent, et vous pourrez revenir.";
    public override string FoundCommunity => "Fonder une communauté";
    public override string FoundHint => "Tout pourra être modifié plus tard, sauf le nom court.";
    public override string FoundedNow =>
        "La communauté est fondée. Dites à quoi elle sert, et ajoutez des catégories quand il en faudra.";
    public override string CommunityName => "Nom";
    public override string ShortName => "Nom court";
    public override string ShortNameHint =>
        "Dans son adresse\u00A0: de 2 à 40 lettres minuscules a–z, chiffres et traits d’union.";
    public override string Summary => "Résumé";
    public override string SummaryHint => "Une ligne qui dit qui se retrouve ici.";
    public override string WhoSees => "Qui la voit";
    public override string General => "Général";
    public override string CategoriesHint =>
        "Deux niveaux au plus. Une discussion garde sa place quand sa catégorie change de nom.";
    public override string CategoryName => "Nom";
    public override string CategorySlugHint =>
        "Dans son adresse, et définitif\u00A0: lettres minuscules, chiffres et traits d’union.";
    public override string CategoryDescription => "Ce qui y a sa place";
    public override string Under => "Sous";
    public override string TopLevel => "Premier niveau";
    public override string Colour => "Couleur de sa pastille";
    public override string AddCategory => "Ajouter une catégorie";
    public override string RemoveCategory => "Supprimer cette catégorie";
    public override string MembersAndRoles => "Membres et rôles";
}
