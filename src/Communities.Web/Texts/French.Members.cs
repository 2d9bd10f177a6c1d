using Communities.Views;

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
    public override string ShowMembers => "Quels membres";
    public override string InvitedByLabel => "sur invitation de";
    public override string Activity => "Activité";
    public override string SearchPosts => "Chercher dans tous les messages";
    public override string Pronouns => "Pronoms";
    public override string PronounsExample => "elle, iel…";
    public override string Location => "Lieu";
    public override string LocationExample => "Une ville, une région, n’importe où";
    public override string ProfileLinks => "Où l’on peut aussi vous trouver";
    public override string LinksFromTrust => "Les adresses sur un profil viennent avec le niveau de confiance 1.";

    public override string ProfileLinksHint(int most) => $"Adresses du web, une par ligne, {most} au plus.";

    public override string MembersShown(string show) => show switch
    {
        "newest" => "Du plus récent au plus ancien",
        "staff" => "La modération et l’animation",
        "trust-2" => "Niveau de confiance 2",
        "trust-3" => "Niveau de confiance 3",
        "trust-4" => "Niveau de confiance 4",
        _ => "Tous les membres, par nom",
    };

    public override string ActivityName(ActivityKind kind) => kind switch
    {
        ActivityKind.Threads => "Discussions ouvertes",
        ActivityKind.Replies => "Réponses",
        ActivityKind.Answers => "Réponses acceptées",
        ActivityKind.Reactions => "Réactions données",
        _ => "Tous les messages",
    };
}
