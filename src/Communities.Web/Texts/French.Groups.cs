namespace Communities.Web;

// Groups of members.
internal sealed partial class French
{
    public override string GroupsLabel => "Groupes";
    public override string GroupsHint =>
        "Des membres qui font quelque chose ensemble, et qu’on appelle d’un seul nom.";
    public override string NoGroups => "Pas encore de groupe";
    public override string NoGroupsHint =>
        "L’équipe d’animation fonde les groupes\u00A0: entraide, traduction, accueil.";
    public override string FoundGroup => "Fonder un groupe";
    public override string GroupSlug => "Nom pour l’appeler";
    public override string GroupSlugHint =>
        "S’écrit @entraide dans les messages et ne change jamais. Minuscules a–z, chiffres, - et _.";
    public override string GroupTitle => "Intitulé";
    public override string GroupDescription => "À quoi il sert";
    public override string GroupAccessLabel => "Comment on y entre";
    public override string GroupCallersLabel => "Qui peut l’appeler";
    public override string GroupOwners => "Responsables";
    public override string InGroup => "vous en êtes";
    public override string WaitingForGroup => "demande envoyée";
    public override string LeaveGroup => "Quitter le groupe";
    public override string BringIntoGroup => "Faire entrer";
    public override string MakeOwner => "Rendre responsable";
    public override string NoLongerOwner => "Retirer la responsabilité";
    public override string TakeOut => "Faire sortir";
    public override string DissolveGroup => "Dissoudre ce groupe";
    public override string GroupFoundedNow => "Le groupe est fondé. Faites entrer ses membres, ou laissez-les venir.";
    public override string GroupDissolvedNow => "Le groupe est dissous.";

    public override string GroupAccessName(GroupAccess access) => access switch
    {
        GroupAccess.Request => "sur demande",
        GroupAccess.Closed => "on y fait entrer les membres",
        _ => "ouvert à tous les membres",
    };

    public override string GroupCallersName(GroupCallers callers) => callers switch
    {
        GroupCallers.Members => "appelé par ses membres",
        GroupCallers.Owners => "appelé par ses responsables",
        _ => "appelé par tout le monde",
    };
}
