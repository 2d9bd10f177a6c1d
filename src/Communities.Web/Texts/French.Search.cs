namespace Communities.Web;

// Search.
internal sealed partial class French
{
    public override string Words => "Mots";
    public override string SearchHint =>
        "Tous les mots comptent\u00A0; «\u00A0entre guillemets\u00A0», ils se suivent\u00A0; -mot exclut.";
    public override string Narrow => "Préciser la recherche";
    public override string Community => "Communauté";
    public override string AllCommunities => "Toutes celles que vous pouvez lire";
    public override string AllCategories => "Toutes les catégories";
    public override string WrittenBy => "Texte de";
    public override string From => "À partir du";
    public override string To => "Jusqu’au";
    public override string TitlesOnly => "Titres seulement";
    public override string SolvedOnly => "Discussions résolues seulement";
    public override string NothingFound => "Aucun résultat";
    public override string NothingFoundHint =>
        "Moins de mots, ou d’autres, peuvent en trouver davantage. Accents et majuscules n’ont pas d’importance.";
    public override string MoreHits => "Plus de résultats";
}
