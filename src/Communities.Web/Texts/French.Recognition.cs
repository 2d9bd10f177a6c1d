namespace Communities.Web;

// Ambassadors, badges, points and anniversaries.
internal sealed partial class French
{
    public override string Ambassador => "Ambassade";
    public override string Ambassadors => "Ambassadrices et ambassadeurs";
    public override string AmbassadorsHint =>
        "Des membres qui accueillent au nom de la communauté, et apprennent en premier que personne n’a encore salué "
        + "une nouvelle arrivée.";
    public override string AmbassadorsExpected => "Ce que la communauté attend d’eux";
    public override string NoAmbassadors => "Personne encore. Qui accueille souvent se verra proposer ce rôle.";
    public override string NoAmbassadorsManager =>
        "Personne encore. Ouvrez la page d’un membre qui accueille volontiers, et proposez-lui ce rôle.";
    public override string AmbassadorSince => "Dans ce rôle depuis";
    public override string EditRecognition => "Confier le rôle, dire ce qu’on en attend";
    public override string Thank => "Remercier";
    public override string ThankedNow => "Vos remerciements sont affichés et transmis.";
    public override string MakeAmbassador => "Confier le rôle d’ambassade";
    public override string EndAmbassador => "Mettre fin au rôle";
    public override string EntrustWord => "Raison publique, en une ligne";
    public override string AccountOfMember => "Compte d’un membre";
    public override string ManageRecognition => "Reconnaître";

    public override string BadgesLabel => "Badges";
    public override string BadgeLabel => "Badge";
    public override string BadgesHint =>
        "Ils disent ce que quelqu’un a fait ici, et restent. Personne n’en a besoin pour participer.";
    public override string CommonBadges => "Dans chaque communauté";
    public override string BadgeIsYours => "à vous";
    public override string BadgeByHand => "Remis en main propre";
    public override string NoBadgeHolders => "Personne ne l’a encore.";
    public override string NoBadgesYet => "Aucun pour l’instant.";
    public override string OwnRecognition => "Ce qui est montré des vôtres";
    public override string FlairLabel => "À côté de mes messages";
    public override string FlairBest => "Celui qui compte le plus";
    public override string FlairNone => "Rien";
    public override string UnrankedLabel => "Ne pas me faire figurer au classement";
    public override string GiveBadge => "Remettre le badge";
    public override string TakeBadge => "Le retirer";
    public override string BadgeWord => "Un mot avec (visible de tout le monde)";
    public override string OwnBadgesHint =>
        "Remis en main propre, ou obtenus par une règle. Qui remplit déjà une nouvelle règle a le badge dès sa "
        + "prochaine visite.";
    public override string AddBadge => "Ajouter un badge";
    public override string RemoveBadge => "Supprimer le badge";
    public override string BadgeNameLabel => "Son nom";
    public override string BadgeSign => "Signe";
    public override string BadgeSentence => "Ce qu’il récompense, en une ligne";
    public override string BadgeMeasureLabel => "S’obtient par";
    public override string BadgeNeeded => "Combien";
    public override string BadgeNeededHint => "Sans effet pour un badge remis en main propre.";
    public override string RecognitionSettings => "Attentes et classement";
    public override string KeepLeaderboard => "Afficher un classement";
    public override string KeepLeaderboardHint =>
        "Il stimule les uns et décourage les autres. Chaque membre peut ne pas y figurer.";

    public override string LeaderboardLabel => "Classement";
    public override string LeaderboardHint =>
        "Qui a le plus donné ces derniers temps. Chaque membre peut choisir de ne pas y figurer.";
    public override string LeaderboardSpan => "Période";
    public override string SpanEver => "Depuis toujours";
    public override string NoPoints => "Personne n’a de points sur cette période. La première réponse en apporte.";
    public override string YouAreUnranked => "Vous n’y figurez pas, comme vous l’avez souhaité.";
    public override string ChangeThat => "Changer cela";
    public override string PointsExplained => "Ce qui compte, et combien";
    public override string PointsHint =>
        "Ce qui est retiré ne compte plus. Les réactions que l’on donne n’apportent rien.";

    protected override string ThankedOne => "{0} remerciement";
    protected override string ThankedPattern => "{0} remerciements";
    protected override string HoldersOne => "{0} membre l’a";
    protected override string HoldersPattern => "{0} membres l’ont";
    protected override string PointsOne => "{0} point";
    protected override string PointsPattern => "{0} points";
    protected override string AmbassadorsOne => "personne accueille au nom de la communauté";
    protected override string AmbassadorsMany => "personnes accueillent au nom de la communauté";

    public override string ThankFor(string name) => $"Remercier {name} pour…";

    public override string OwnBadges(string community) => $"Badges propres à {community}";

    public override string SpanDays(int days) => $"{Number(days)} derniers jours";

    public override string PointsFor(BadgeMeasure measure) => measure switch
    {
        BadgeMeasure.Accepted => "Une de vos réponses est acceptée",
        BadgeMeasure.Threads => "Vous ouvrez une discussion",
        BadgeMeasure.Posts => "Vous répondez",
        _ => "Quelqu’un réagit à un de vos messages",
    };

    public override string BadgeNeeds(BadgeMeasure measure, int needed) => (measure, needed) switch
    {
        (BadgeMeasure.Posts, 1) => "Écrire un premier message",
        (BadgeMeasure.Posts, _) => $"Écrire {Number(needed)} messages",
        (BadgeMeasure.Threads, 1) => "Ouvrir une première discussion",
        (BadgeMeasure.Threads, _) => $"Ouvrir {Number(needed)} discussions",
        (BadgeMeasure.Received, 1) => "Recevoir une première réaction",
        (BadgeMeasure.Received, _) => $"Recevoir {Number(needed)} réactions",
        (BadgeMeasure.Given, 1) => "Réagir pour la première fois",
        (BadgeMeasure.Given, _) => $"Réagir à {Number(needed)} messages",
        (BadgeMeasure.Accepted, 1) => "Avoir une première réponse acceptée",
        (BadgeMeasure.Accepted, _) => $"Avoir {Number(needed)} réponses acceptées",
        (BadgeMeasure.ActiveDays, 1) => "Venir un jour",
        (BadgeMeasure.ActiveDays, _) => $"Venir {Number(needed)} jours",
        (BadgeMeasure.Years, 1) => "Être membre depuis un an",
        (BadgeMeasure.Years, _) => $"Être membre depuis {Number(needed)} ans",
        (BadgeMeasure.Introduced, _) => "Se présenter",
        (BadgeMeasure.Greeted, 1) => "Être la première personne à répondre à une présentation",
        (BadgeMeasure.Greeted, _) => $"Être la première personne à répondre à {Number(needed)} présentations",
        (BadgeMeasure.Attended, 1) => "Venir à une rencontre",
        (BadgeMeasure.Attended, _) => $"Venir à {Number(needed)} rencontres",
        (BadgeMeasure.Won, 1) => "Remporter un concours",
        _ => $"Remporter {Number(needed)} concours",
    };

    public override string MeasureName(BadgeMeasure measure) => measure switch
    {
        BadgeMeasure.Posts => "Messages écrits",
        BadgeMeasure.Threads => "Discussions ouvertes",
        BadgeMeasure.Received => "Réactions reçues",
        BadgeMeasure.Given => "Réactions données",
        BadgeMeasure.Accepted => "Réponses acceptées",
        BadgeMeasure.ActiveDays => "Jours d’activité",
        BadgeMeasure.Years => "Années comme membre",
        BadgeMeasure.Introduced => "Présentations écrites",
        BadgeMeasure.Greeted => "Premiers accueils",
        BadgeMeasure.Attended => "Rencontres suivies",
        _ => "Concours remportés",
    };

    public override string BadgeName(string badge) => badge switch
    {
        "first-post" => "Premier message",
        "introduced" => "Présentation faite",
        "first-thread" => "Première discussion",
        "first-thanks" => "Première réaction reçue",
        "first-reaction" => "Première réaction donnée",
        "threads-10" => "Lance les échanges",
        "threads-50" => "Lance sans relâche",
        "posts-100" => "Cent messages",
        "posts-1000" => "Mille messages",
        "received-50" => "Messages appréciés",
        "received-500" => "Messages précieux",
        "given-100" => "Lecture attentive",
        "answer-1" => "Première réponse acceptée",
        "answer-10" => "Trouve la solution",
        "answer-50" => "Pilier des réponses",
        "days-10" => "Dix jours ici",
        "days-100" => "Cent jours ici",
        "days-365" => "Une année de jours",
        "year-1" => "Un an",
        "year-2" => "Deux ans",
        "year-5" => "Cinq ans",
        "year-10" => "Dix ans",
        "greeter" => "Bon accueil",
        "attended" => "Sur place",
        "contest-won" => "Concours remporté",
        _ => badge,
    };

    public override string SignName(string sign) => sign switch
    {
        "star" => "Étoile",
        "trophy" => "Coupe",
        "sun" => "Soleil",
        "book" => "Livre",
        "people" => "Personnes",
        "shield" => "Bouclier",
        "globe" => "Globe",
        "calendar" => "Calendrier",
        "like" => "Cœur",
        "insightful" => "Ampoule",
        "key" => "Clé",
        _ => "Drapeau",
    };

    public override string Anniversary(string years, string community) => years == "1"
        ? $"Il y a un an, vous avez rejoint {community}. Merci d’être là"
        : $"Il y a {years}\u00A0ans, vous avez rejoint {community}. Merci d’être là";

    public override string BadgeTold(string badge, string community) =>
        BadgeName(badge) is var name && name != badge
            ? $"Vous avez obtenu le badge «\u00A0{name}\u00A0» dans {community}"
            : $"Vous avez un nouveau badge dans {community}";
}
