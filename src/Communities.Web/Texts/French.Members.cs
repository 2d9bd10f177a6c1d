namespace Communities.Web;

// Members, their profiles and their roles.
internal sealed partial class French
{
    public override string FindMember => "Le nom commence par…";
    public override string NoMembersFound => "Personne de ce nom";
    public override string NoMembersFoundHint => "Un début plus court en trouvera peut-être davantage.";
    public override string MoreMembers => "Plus de membres";
    public override string Joined => "membre depuis";
    public override string HasLeft => "a quitté";
    public override string Appoint => "Nommer";
    public override string Appointed => "Le rôle est modifié.";
    public override string BringIn => "Faire entrer quelqu’un";
    public override string BringInHint =>
        "Cette communauté est privée\u00A0: on y fait entrer les membres par leur nom de compte.";
    public override string BroughtIn => "Ce nouveau membre peut désormais lire et écrire ici.";
    public override string Profile => "Profil";
    public override string EditProfile => "Modifier mon profil";
    public override string ProfileHint => "Ce que les membres de cette communauté voient de vous.";
    public override string Biography => "À propos de vous";
    public override string NoBiographyOwn => "Vous n’avez encore rien écrit sur vous.";
    public override string Received => "Réactions reçues";
    public override string Given => "Réactions données";
    public override string AcceptedAnswers => "Réponses acceptées";
    public override string ActiveDays => "Jours actifs";
    public override string LatestPosts => "Derniers messages";
    public override string NoPostsYet => "Encore rien d’écrit.";
    public override string MorePosts => "Plus de messages";
}
