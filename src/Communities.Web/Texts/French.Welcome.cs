namespace Communities.Web;

// Welcoming newcomers: the guided first visit, the messages of the journey, and introductions.
internal sealed partial class French
{
    public override string WelcomeGuide => "Votre première visite";
    public override string WelcomeGuideHint =>
        "Quelques petits pas, et vous êtes ici chez vous. Dans l’ordre et au rythme que vous voulez.";
    public override string WelcomeVisitorHint => "À quoi sert ce lieu, comment on s’y parle, et qui s’y trouve.";
    public override string WelcomeSteps => "Vos premiers pas";
    public override string WelcomeNext => "À suivre";
    public override string WelcomeDone => "fait";
    public override string WelcomeAllDone =>
        "Tout est fait. Vous connaissez maintenant les lieux\u00A0; c’est bien de vous avoir ici.";
    public override string WelcomeDismiss => "Ne plus l’afficher sur la page de la communauté";
    public override string WelcomeMessages => "Messages pour vous";
    public override string WelcomePeople => "Qui vous accueille";
    public override string WelcomePeopleHint =>
        "Votre arrivée leur fait plaisir, et vos questions aussi.";
    public override string WelcomeNewest => "Nouveaux visages";
    public override string WelcomePick => "Par exemple";
    public override string WelcomeJoinWhy => "Rejoignez-nous, et quelques petits pas vous feront visiter.";

    public override string IntroduceTitle => "Vous présenter";
    public override string IntroducePrompt =>
        "Inutile d’en dire beaucoup. Deux phrases suffisent pour que l’on sache de quoi parler avec vous.";
    public override string IntroduceMore => "Autre chose";
    public override string IntroduceMoreHint => "Chaque question peut rester vide. Vous pouvez utiliser Markdown.";
    public override string IntroduceText => "À propos de vous";
    public override string IntroducePost => "Publier ma présentation";
    public override string IntroducedAlready =>
        "Votre présentation se trouve déjà ici\u00A0; rien n’empêche d’en écrire une autre.";
    public override string IntroductionsTitle => "Présentations";
    public override string IntroductionsHint => "Qui est arrivé récemment. Une première réponse donne envie de rester.";
    public override string NoIntroductions => "Personne ne s’est présenté récemment";
    public override string NoIntroductionsHint =>
        "Les présentations des dernières semaines se trouveront ici, celles sans réponse d’abord.";
    public override string GreetNow => "Souhaiter la bienvenue";
    public override string WaitsForGreeting => "attend une réponse";
    public override string GreetedFirstBy => "Première réponse\u00A0:";

    public override string JourneyTitle => "Messages aux nouveaux membres";
    public override string JourneyHint =>
        "Chacun arrive un certain temps après l’arrivée du membre, et seulement tant que ce qu’il demande n’est pas "
        + "fait. Les personnes déjà en chemin gardent les messages de leur départ.";
    public override string JourneyIsOn => "Les nouveaux membres reçoivent ces messages";
    public override string JourneyIsOff => "Les nouveaux membres ne reçoivent pas encore de messages";
    public override string JourneySwitchOn => "Activer";
    public override string JourneySwitchOff => "Désactiver";
    public override string StepLabel => "Contenu";
    public override string StepWhen => "Après l’arrivée";
    public override string StepSentTo => "Envoyé";
    public override string StepDoneAfter => "Fait ensuite";
    public override string StepDoneWithout => "Fait sans lui";
    public override string StepByMail => "Aussi par e-mail";
    public override string StepByMailHint =>
        "Pour les membres qui veulent des e-mails et ont confirmé une adresse.";
    public override string StepAdd => "Ajouter un message";
    public override string StepRemove => "Supprimer ce message";
    public override string StepAddHint => "Un message de plus pour qui vient d’arriver.";
    public override string StepCondition => "Ce qu’il demande";
    public override string StepConditionHint =>
        "Il n’arrive que tant que cela n’est pas fait. Ce choix est définitif, tout le reste peut changer.";
    public override string StepAfterHours => "Heures après l’arrivée";
    public override string StepAfterHoursHint =>
        "24 font un jour, 168 une semaine. Deux messages n’arrivent jamais à moins de douze heures d’écart.";
    public override string StepTextHint => "Vide\u00A0: le texte du programme.";
    public override string StepOwnTextHint =>
        "Vide\u00A0: le texte du programme. Un message à vous a besoin d’un texte, dans une langue au moins.";
    public override string StepPlaceholders =>
        "En Markdown\u00A0; {name} devient le nom du membre, {community} celui de la communauté.";
    public override string StepPreviewHint => "Ce que vous liriez, dans chaque langue";
    public override string StepSubject => "Titre";
    public override string StepWords => "Texte";

    public override string IntroductionsSettings => "Comment les nouveaux membres se présentent";
    public override string IntroductionsCategory => "Catégorie des présentations";
    public override string IntroductionsNeedCategory =>
        "Les présentations sont les discussions d’une catégorie à elles.";
    public override string StepNowhere => "pas envoyé tant qu’aucune catégorie n’accueille les présentations";
    public override string IntroductionsNone => "Pas de présentations";
    public override string IntroductionsKept =>
        "Ce qui est écrit ci-dessous est gardé pour le jour où il y aura de nouveau un lieu.";
    public override string IntroductionsPrompt => "Mots au-dessus des questions";
    public override string IntroductionsPromptHint => "En Markdown. Vide\u00A0: le texte du programme.";
    public override string IntroductionsQuestions => "Questions à poser";
    public override string IntroductionsHours => "Répondre dans ce nombre d’heures";
    public override string IntroductionsHoursHint =>
        "Ce qui reste sans réponse est alors signalé à la gestion, à la modération, aux ambassadrices et aux "
        + "ambassadeurs.";
    public override string GreetingsTitle => "En attente d’une réponse";
    public override string GreetingsNone =>
        "Personne n’attend. Les présentations sans réponse se trouveront ici, les plus urgentes d’abord.";
    public override string GreetingsLater(int count) => Plural(
        count, "{0} autre attend et apparaîtra ici à mesure que celles-ci reçoivent une réponse.",
        "{0} autres attendent et apparaîtront ici à mesure que celles-ci reçoivent une réponse.");
    public override string GreetingsCount => "présentations";
    public override string GreetingsInTime => "avec une réponse à temps";
    public override string GreetingsMedian => "jusqu’à la première réponse, en médiane";
    public override string GreetingDue => "Réponse attendue";

    protected override string WelcomeToPattern => "Bienvenue dans {0}";

    public override string IntroductionTitle(string name) => $"Bonjour, ici {name}";

    public override string WelcomeProgress(int done, int all) => $"{Number(done)} sur {Number(all)} faits";

    public override string StepQuestion(int number) => $"Question n°\u00A0{Number(number)}";

    public override string InLast(int days) =>
        Plural(days, "Depuis {0}\u00A0jour", "Au cours des {0}\u00A0derniers jours");

    public override string Hours(int hours) => hours > 0 && hours % 24 == 0
        ? Plural(hours / 24, "{0}\u00A0jour", "{0}\u00A0jours")
        : Plural(hours, "{0}\u00A0heure", "{0}\u00A0heures");

    public override string Minutes(int minutes) => Plural(minutes, "{0}\u00A0minute", "{0}\u00A0minutes");

    public override string GreetingsWaiting(int waiting) =>
        Plural(waiting, "présentation attend une réponse", "présentations attendent une réponse");

    public override string JourneysBegun(int begun) =>
        Plural(begun, "{0}\u00A0membre mis en chemin", "{0}\u00A0membres mis en chemin");

    public override string Percent(int percent) => $"{Number(percent)}\u00A0%";

    public override string StepTitle(StepKind kind) => kind switch
    {
        StepKind.Welcome => "Bienvenue",
        StepKind.Introduce => "Présentez-vous",
        StepKind.React => "Dites ce qui vous plaît",
        StepKind.Answer => "Répondez à quelqu’un",
        StepKind.Open => "Demandez ou racontez",
        StepKind.Profile => "Dites qui vous êtes",
        _ => "Message",
    };

    public override string StepBody(StepKind kind) => kind switch
    {
        StepKind.Welcome =>
            "Bonjour {name}, merci d’être là. {community} vit de celles et ceux qui demandent, répondent et racontent. "
            + "Cette page vous montre à quoi sert ce lieu, qui s’y trouve, et quelques premiers pas.",
        StepKind.Introduce =>
            "Bonjour {name}, dans {community} on aimerait savoir qui vient d’arriver. Deux ou trois phrases suffisent, "
            + "et quelqu’un vous répondra.",
        StepKind.React =>
            "Bonjour {name}, quelque chose dans {community} vous a été utile, ou vous a fait sourire\u00A0? Une "
            + "réaction sous le message le dit, et fera plaisir à qui l’a écrit.",
        StepKind.Answer =>
            "Bonjour {name}, des questions attendent encore une réponse dans {community}. Inutile de tout "
            + "savoir\u00A0: votre expérience, ou une bonne question en retour, aide déjà.",
        StepKind.Open =>
            "Bonjour {name}, y a-t-il quelque chose que vous vouliez demander ou montrer\u00A0? D’autres, dans "
            + "{community}, s’y intéressent sans doute aussi.",
        StepKind.Profile =>
            "Bonjour {name}, une phrase à votre sujet, et peut-être une image, et il devient plus facile de vous "
            + "parler dans {community}.",
        _ => "Bonjour {name}",
    };

    public override string StepHint(StepKind kind) => kind switch
    {
        StepKind.Introduce => "Quelques mots sur vous\u00A0; quelqu’un répondra.",
        StepKind.React => "Un clic sous un message qui vous a été utile.",
        StepKind.Answer => "Votre expérience, ou une bonne question en retour.",
        StepKind.Open => "Une question, une trouvaille, une histoire à vous.",
        StepKind.Profile => "Une phrase sur vous, et une image si vous voulez.",
        _ => "",
    };

    public override string StepDo(StepKind kind) => kind switch
    {
        StepKind.Introduce => "Me présenter",
        StepKind.React => "Faire un tour",
        StepKind.Answer => "Voir les questions sans réponse",
        StepKind.Open => "Ouvrir une discussion",
        StepKind.Profile => "Compléter mon profil",
        _ => "Le lire",
    };

    public override string StepWhile(StepKind kind) => kind switch
    {
        StepKind.Welcome => "Dans tous les cas",
        StepKind.Introduce => "Tant que le membre ne s’est pas présenté",
        StepKind.React => "Tant que le membre n’a réagi à rien",
        StepKind.Answer => "Tant que le membre n’a répondu à personne",
        StepKind.Open => "Tant que le membre n’a pas ouvert d’autre discussion",
        StepKind.Profile => "Tant que le profil ne dit rien",
        _ => "Dans tous les cas\u00A0: vos propres mots",
    };

    protected override string StepNotice(string step, string community) => KindOf(step) switch
    {
        "welcome" => $"Bienvenue dans {community}",
        "introduce" => $"Dans {community}, on aimerait savoir qui vous êtes",
        "react" => $"Quelque chose dans {community} vous a été utile\u00A0?",
        "answer" => $"Dans {community}, des questions attendent une réponse, peut-être la vôtre",
        "open" => $"Y a-t-il quelque chose que vous aimeriez demander dans {community}\u00A0?",
        "profile" => $"Une phrase sur vous dans {community}",
        _ => $"Un message pour vous, qui venez d’arriver dans {community}",
    };
}
