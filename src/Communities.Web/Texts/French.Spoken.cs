using Communities.Actors;

namespace Communities.Web;

// Texts with something in them, and the names of things that are chosen from a list.
internal sealed partial class French
{
    public override string RoleName(Role role) => role switch
    {
        Role.Member => "membre",
        Role.Moderator => "modération",
        Role.Manager => "animation",
        Role.Owner => "propriétaire",
        _ => "de passage",
    };

    public override string VisibilityName(Visibility visibility) => visibility switch
    {
        Visibility.Public => "Publique",
        Visibility.Unlisted => "Non répertoriée",
        _ => "Privée",
    };

    public override string VisibilityHint(Visibility visibility) => visibility switch
    {
        Visibility.Public => "Dans la liste\u00A0; tout le monde peut la lire et la rejoindre.",
        Visibility.Unlisted => "Dans aucune liste\u00A0; avec son adresse, on peut la lire et la rejoindre.",
        _ => "Seuls ses membres la voient\u00A0; l’équipe d’animation les fait entrer.",
    };

    public override string ThemeName(Theme theme) => theme switch
    {
        Theme.Light => "Claires",
        Theme.Dark => "Sombres",
        _ => "Selon l’appareil",
    };

    public override string Period(string period) => period switch
    {
        "day" => "Jour",
        "week" => "Semaine",
        "month" => "Mois",
        _ => "Tout",
    };

    public override string Reaction(string kind) => kind switch
    {
        "like" => "J’aime",
        "thanks" => "Merci",
        "insightful" => "Éclairant",
        "funny" => "Drôle",
        _ => "Pas d’accord",
    };

    public override string Wait(int seconds) => seconds switch
    {
        0 => "Sans attente",
        < 3600 when seconds % 60 == 0 => Plural(seconds / 60, "{0}\u00A0minute", "{0}\u00A0minutes"),
        >= 3600 when seconds % 3600 == 0 => Plural(seconds / 3600, "{0}\u00A0heure", "{0}\u00A0heures"),
        _ => Plural(seconds, "{0}\u00A0seconde", "{0}\u00A0secondes"),
    };

    public override string HueName(int hue) => $"Teinte {hue}";

    public override string InReplyTo(string name, int post) =>
        name.Length > 0 ? $"en réponse à {name}" : $"en réponse au message {Number(post)}";

    public override string ReplyingTo(string name) => $"En réponse à {name}";

    public override string ReactionCount(string kind, int count) =>
        count == 0 ? Reaction(kind) : $"{Reaction(kind)}\u00A0: {Number(count)}";

    public override string MoreOn(int post) => $"Plus sur le message {Number(post)}";

    public override string LinkTo(int post) => $"Lien vers le message {Number(post)}";

    public override string PostNumber(int post) => $"Message {Number(post)}";

    public override string PostOf(int post, string thread) => $"Message {Number(post)} · {thread}";

    public override string EditPost(int post) => $"Modifier le message {Number(post)}";

    public override string RevisionsOf(int post) => $"Versions du message {Number(post)}";

    public override string RevisionNumber(int revision) => $"Version {Number(revision)}";

    public override string SlowMode(int seconds) => $"Mode lent\u00A0: {Wait(seconds)} d’attente entre deux messages.";

    public override string TagsHint(int most) => $"Jusqu’à {Number(most)}, séparés par des espaces.";

    public override string Join(string community) => $"Rejoindre {community}";

    public override string MembersOf(string community) => $"Membres de {community}";

    public override string SettingsOf(string community) => $"Réglages de {community}";

    public override string RoleOf(string member) => $"Rôle de {member}";

    public override string SearchFor(string words) => $"Recherche\u00A0: {words}";

    public override string PasswordHint(int least) =>
        $"{Number(least)}\u00A0caractères au moins\u00A0; une phrase convient bien.";

    public override string FaultTitle(int status) => status switch
    {
        400 => "La demande n’a pas été comprise",
        401 => "Veuillez d’abord vous connecter",
        403 => "Cela ne vous revient pas",
        404 => "Il n’y a rien ici",
        410 => "Ceci a été retiré",
        429 => "Un peu plus lentement, s’il vous plaît",
        503 => "Pas maintenant, mais bientôt",
        _ => "Quelque chose s’est mal passé",
    };

    public override string FaultHint(int status) => status switch
    {
        400 => "Rien n’a été modifié. Revenez en arrière et réessayez\u00A0; la page était peut-être ouverte "
            + "depuis longtemps.",
        401 => "Vous reviendrez là où vous étiez.",
        403 => "Rien n’a été modifié. Si vous pensez pouvoir le faire, adressez-vous à l’équipe de cette communauté.",
        404 => "La page a pu être déplacée ou retirée, ou son adresse est incomplète.",
        410 => "La personne qui l’a écrit ou la modération l’a retiré.",
        429 => "Rien n’est perdu\u00A0: revenez en arrière, attendez un instant, puis renvoyez.",
        503 => "Rien de ce qui était enregistré n’est perdu. Veuillez réessayer dans un instant.",
        _ => "C’est noté, et rien de ce qui était enregistré n’est perdu. Veuillez réessayer.",
    };
}
