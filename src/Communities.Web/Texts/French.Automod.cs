namespace Communities.Web;

// Rules of automoderation, trying them on the past, and the guard against a raid.
internal sealed partial class French
{
    public override string Automod => "Automodération";
    public override string AutomodHint =>
        "Des règles qui regardent ce qu’écrivent les membres avant publication. La modération est épargnée, et ce sont "
        + "des personnes qui décident de ce qui est retenu.";

    public override string Guard => "Contre un raid";
    public override string GuardHours => "Heures";
    public override string BeginGuard => "Retenir ce qu’écrivent les nouveaux membres";
    public override string EndGuard => "Ne plus le retenir";
    public override string GuardedUntil => "Ce qu’écrivent les nouveaux membres attend la modération jusqu’au";

    public override string AutomodRules => "Règles";
    public override string NoAutomodRules => "Il n’y a pas encore de règles.";
    public override string AddAutomodRule => "Une nouvelle règle";
    public override string AddAutomodRuleHint => "Que doit-elle chercher\u00A0?";
    public override string RuleOn => "active";
    public override string RuleOff => "inactive";
    public override string SwitchOn => "Activer";
    public override string SwitchOff => "Désactiver";

    public override string RuleName => "Nom";
    public override string RuleWords => "Mots et expressions";
    public override string RuleWordsHint =>
        "Une entrée par ligne. Des mots entiers\u00A0; majuscules et accents ne comptent pas. L’étoile (*) remplace "
        + "plusieurs lettres, le point d’interrogation une seule.";
    public override string RulePattern => "Expression rationnelle";
    public override string RulePatternHint =>
        "À la manière de .NET. Sa rapidité est vérifiée avant l’enregistrement.";
    public override string RuleDomains => "Domaines";
    public override string RuleLanguages => "Langues bienvenues outre celle de la communauté";
    public override string RuleMinutes => "En combien de minutes";
    public override string RuleWhom => "Les messages de qui";
    public override string RuleWhomHint =>
        "Laissez un champ vide pour regarder tout le monde. Tout ce qui est rempli doit être vrai.";
    public override string RuleFirstPosts => "Seulement les … premiers messages d’un membre";
    public override string RuleMemberHours => "Seulement les membres depuis moins de … heures";
    public override string RuleAccountHours => "Seulement les comptes de moins de … heures";
    public override string RuleSpared => "Épargne";
    public override string RuleSparesNobody => "la modération seulement";
    public override string RuleAction => "Ce qui se passe alors";
    public override string RuleSentence => "Ce que lit l’auteur ou l’autrice";
    public override string RuleTag => "Mot-clé";
    public override string RuleReplacement => "À la place";
    public override string RuleSilenceHours => "Pour combien d’heures";
    public override string RuleIsOn => "La règle est active";
    public override string RemoveRule => "Supprimer la règle";
    public override string RuleNotSaved => "Voici la règle telle qu’elle a été essayée. Elle n’est pas "
        + "enregistrée ainsi.";

    public override string TryRule => "L’essayer sur le passé";
    public override string TrialDays => "Jours";
    public override string TrialRuns =>
        "Le passé est en cours de lecture. Vous pouvez faire autre chose en attendant.";
    public override string TrialLook => "Voir où elle en est";
    public override string TrialStop => "Arrêter";
    public override string TrialStopped => "L’essai a été arrêté avant d’avoir tout lu.";
    public override string TrialFailed => "Le passé n’a pas pu être lu. Rien n’est perdu\u00A0; veuillez réessayer.";
    public override string TrialRemoved => "que la modération a retirés";
    public override string TrialKept => "que la modération a laissés";
    public override string TrialUnseen => "que personne n’a regardés";
    public override string TrialMissed => "autres que la modération a retirés";
    public override string TrialErased => "(effacé)";

    public override string GuardHint(int days, int posts) =>
        $"Pendant quelques heures, ce qu’écrivent les membres depuis moins de {days} jours, ou qui ont écrit moins de "
        + $"{posts} messages, attend que la modération le laisse paraître.";

    public override string RuleSparesFrom(int level) => $"les membres dès le niveau {level}";

    public override string RuleDomainsHint(AutomodTest test) => test == AutomodTest.Links
        ? "Un par ligne, avec tout ce qui en dépend\u00A0: example.org vaut pour www.example.org. Aucun\u00A0: "
            + "tout lien."
        : "Un par ligne. Les liens vers ces domaines et ce qui en dépend sont admis, les autres non.";

    public override string RuleLanguagesHint(string known) => $"Parmi {known}\u00A0; séparées par des virgules.";

    public override string RuleNumber(AutomodTest test) => test switch
    {
        AutomodTest.Repeated => "Combien de fois le même texte",
        AutomodTest.Rate => "Combien de messages d’une même personne",
        AutomodTest.Score => "À partir de quel score, de 1 à 100",
        _ => "Combien de tels liens",
    };

    public override string AutomodTestName(AutomodTest test) => test switch
    {
        AutomodTest.Any => "Tout",
        AutomodTest.Words => "Mots",
        AutomodTest.Pattern => "Expression",
        AutomodTest.Links => "Liens",
        AutomodTest.OtherLinks => "Liens vers ailleurs",
        AutomodTest.Repeated => "Encore la même chose",
        AutomodTest.Rate => "Beaucoup de messages",
        AutomodTest.Language => "Une autre langue",
        _ => "Score",
    };

    public override string AutomodTestHint(AutomodTest test) => test switch
    {
        AutomodTest.Any => "Tout ce qu’écrivent les nouveaux venus, ou ceux qui écrivent pour la première fois.",
        AutomodTest.Words => "Des mots et des expressions.",
        AutomodTest.Pattern => "Une expression rationnelle.",
        AutomodTest.Links => "Des liens vers certains domaines, ou n’importe lesquels.",
        AutomodTest.OtherLinks => "Des liens vers d’autres domaines que ceux que vous nommez.",
        AutomodTest.Repeated => "Le même texte, ou presque, d’un compte ou de plusieurs.",
        AutomodTest.Rate => "Beaucoup de messages d’une même personne en peu de temps.",
        AutomodTest.Language => "Une autre langue que celle de la communauté.",
        _ => "Ce que le filtre prend pour une agression ou du spam. Il se trompe\u00A0: qu’il retienne ou "
            + "signale, et des "
            + "personnes décident.",
    };

    public override string AutomodActionName(AutomodActionKind kind) => kind switch
    {
        AutomodActionKind.Tag => "Marquer",
        AutomodActionKind.Replace => "Remplacer",
        AutomodActionKind.Flag => "Signaler",
        AutomodActionKind.Hold => "Retenir",
        AutomodActionKind.Silence => "Réduire au silence",
        _ => "Bloquer",
    };

    public override string AutomodActionHint(AutomodActionKind kind) => kind switch
    {
        AutomodActionKind.Tag => "Une nouvelle discussion reçoit un mot-clé.",
        AutomodActionKind.Replace => "Autre chose paraît à la place de ce qui a été trouvé.",
        AutomodActionKind.Flag => "Le message paraît, et la modération le regarde.",
        AutomodActionKind.Hold => "Le message attend que la modération le laisse paraître.",
        AutomodActionKind.Silence =>
            "Le message attend, et le membre n’écrit plus avant que la modération ait regardé ou que le temps "
            + "soit passé.",
        _ => "Rien n’est publié, et la raison en est donnée.",
    };

    public override string? AutomodCount(AutomodRule rule) => rule.Test switch
    {
        AutomodTest.Repeated => $"{rule.Number} fois en {rule.Minutes} minutes",
        AutomodTest.Rate => $"{rule.Number} en {rule.Minutes} minutes",
        AutomodTest.Score => $"à partir de {rule.Number}",
        AutomodTest.Links or AutomodTest.OtherLinks when rule.Number > 1 => $"au moins {rule.Number}",
        _ => null,
    };

    public override string AutomodWhom(AutomodScope whom)
    {
        var parts = new List<string>();
        if (whom.FirstPosts > 0) parts.Add(Plural(whom.FirstPosts, "le premier message", "les {0} premiers messages"));
        if (whom.MemberHours > 0)
            parts.Add(Plural(whom.MemberHours, "membres depuis {0} heure", "membres depuis {0} heures"));
        if (whom.AccountHours > 0)
            parts.Add(Plural(whom.AccountHours, "comptes de {0} heure", "comptes de {0} heures"));
        if (parts.Count == 0) parts.Add("tout le monde");
        if (whom.SparedTrust is { } level) parts.Add($"sous le niveau {level}");
        return string.Join(", ", parts);
    }

    public override string RuleBlocks => "Ce qu’elle a refusé";
    public override string RuleBlockedTexts => "Les derniers textes";
    public override string NoRuleBlockedTexts => "Aucun ces derniers temps.";
    public override string RuleBlocksIn(int days) => $"ces {days} derniers jours";
    public override string RuleBlocked(int count) =>
        Plural(count, "{0} texte refusé en 7 jours", "{0} textes refusés en 7 jours");
    public override string RuleBlockedHint(int most, int days) =>
        $"{most} au plus, seulement le dernier de chaque auteur, et visibles des seuls gestionnaires. Ils n’ont jamais "
        + $"été publiés, donc ils ne sont écrits nulle part\u00A0: le programme s’en souvient {days} jours et les "
        + "oublie s’il redémarre.";

    public override string TrialTitle(int days) => Plural(days, "Ce qu’elle aurait fait le dernier jour",
        "Ce qu’elle aurait fait ces {0} derniers jours");

    public override string TrialFound(int found, int posts) =>
        $"Elle aurait trouvé quelque chose dans {Number(found)} messages sur {Number(posts)}.";

    public override string TrialCut(int most) =>
        $"Seuls les {Number(most)} premiers messages de cette période ont été regardés.";

    public override string TrialSamples(int count) =>
        Plural(count, "Celui qu’elle a trouvé", "Les {0} derniers qu’elle a trouvés");

    public override string TrialOutcomeName(TrialOutcome outcome) => outcome switch
    {
        TrialOutcome.Kept => "la modération l’a laissé",
        TrialOutcome.Removed => "la modération l’a retiré",
        _ => "personne ne l’a regardé",
    };
}
