namespace Communities.Web;

// Netiquette recalled at the right moment.
internal sealed partial class French
{
    public override string NudgesTitle => "Rappels pendant l’écriture";
    public override string NudgesHint =>
        "Une phrase amicale avant de publier, une seule fois par occasion. Elle n’empêche personne de publier.";
    public override string NudgesLedTo => "Ce que les rappels ont changé";
    public override string NudgeHint =>
        "Rien n’est encore publié, et rien n’est perdu. Modifiez votre texte, ou publiez-le tel quel.";
    public override string Understood => "Compris";
    public override string NoNudges => "Aucun rappel n’a encore été montré.";
    public override string NudgeLabel => "Rappel";
    public override string NudgeShown => "Montré";
    public override string NudgePosted => "Publié tel quel";
    public override string NudgeChanged => "Modifié";
    public override string NudgeGivenUp => "Non publié";

    public override string NudgesCountedFor(int days) =>
        Plural(days, "Depuis {0}\u00A0jour.", "Au cours des {0}\u00A0derniers jours.");

    public override string NudgeName(string kind) => kind switch
    {
        Nudges.FirstPosts => "Premiers messages",
        Nudges.OwnEcho => "Se répondre à soi-même",
        Nudges.Dominating => "Occuper une discussion",
        Nudges.Reviving => "Relancer une ancienne discussion",
        Nudges.Shouting => "Écrire en capitales",
        Nudges.Heated => "Discussion tendue",
        _ => kind,
    };

    public override string NudgeWhen(string kind) => kind switch
    {
        Nudges.FirstPosts => $"Au-dessus des {Nudges.FirstMax}\u00A0premiers messages d’un membre.",
        Nudges.OwnEcho =>
            $"Quand un membre répond à ses propres messages {Nudges.EchoMin}\u00A0fois de suite en une journée.",
        Nudges.Dominating =>
            $"Quand un membre a écrit {Nudges.DominatedPercent}\u00A0% d’une discussion d’au moins "
            + $"{Nudges.DominatedMin}\u00A0messages.",
        Nudges.Reviving => $"Quand personne n’a écrit dans une discussion depuis {Nudges.OldAfter.Days}\u00A0jours.",
        Nudges.Shouting => "Quand un texte est presque tout en capitales.",
        Nudges.Heated =>
            "Quand des messages de la discussion ont été signalés ou retirés ce jour, ou que les réponses se suivent "
            + "plus vite qu’on ne peut lire.",
        _ => kind,
    };

    public override string NudgeText(string kind) => kind switch
    {
        Nudges.FirstPosts =>
            "Bienvenue. Dites ce que vous cherchez, ce que vous avez déjà essayé, et saluez celles et ceux qui "
            + "répondent\u00A0: on aide volontiers ici.",
        Nudges.OwnEcho =>
            "Les derniers messages sont les vôtres. Vous pouvez aussi compléter le dernier, ou laisser le temps de "
            + "répondre.",
        Nudges.Dominating =>
            "Une bonne partie de cette discussion vient de vous. D’autres ont peut-être quelque chose à dire\u00A0: "
            + "leur poser une question aide.",
        Nudges.Reviving =>
            "Personne n’a écrit ici depuis plus de six mois. S’agit-il toujours du même sujet\u00A0? Sinon, une "
            + "nouvelle discussion se trouve plus facilement.",
        Nudges.Shouting =>
            "Ce texte est presque tout en capitales, ce qui se lit comme un cri. Les minuscules se lisent mieux.",
        Nudges.Heated =>
            "Cette discussion est tendue en ce moment. Le diriez-vous ainsi à une personne que vous appréciez\u00A0?",
        _ => kind,
    };
}
