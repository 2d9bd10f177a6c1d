using Communities.Views;

namespace Communities.Web;

// Notifications, levels, unread posts and bookmarks.
internal sealed partial class French
{
    public override string Inbox => "Notifications";
    public override string InboxHint =>
        "Ce qui s’est passé depuis votre dernière visite, du plus récent au plus ancien.";
    public override string SeeAll => "Tout marquer comme vu";
    public override string NotSeen => "pas encore vu";
    public override string NothingTold => "Rien de nouveau";
    public override string NothingToldHint =>
        "Les réponses, les mentions et ce que vous surveillez arriveront ici, en direct.";
    public override string AllNotices => "Notifications précédentes";
    public override string MoreNotices => "Plus anciennes";
    public override string Why => "Pourquoi, et en avoir moins";
    public override string Unwatch => "Ne plus surveiller cette discussion";
    public override string MuteThread => "Mettre cette discussion en sourdine";
    public override string TurnOff => "Plus rien de ce genre";
    public override string InboxSettings => "Réglages des notifications";
    public override string InboxSettingsHint =>
        "Ils ne valent que pour cette communauté et se changent à tout moment.";
    public override string TellMe => "M’avertir quand…";
    public override string AfterOpening => "Les discussions que j’ouvre";
    public override string AfterReplying => "Les discussions où je réponds";
    public override string Push => "Aussi sur mes appareils";
    public override string PushHint => "Seulement sur les appareils où vous l’avez permis.";
    public override string PushHere =>
        "Ce navigateur peut vous montrer les notifications même quand aucune page n’est ouverte.";
    public override string PushOn => "Les montrer sur cet appareil";
    public override string PushOff => "Ne plus les montrer sur cet appareil";
    public override string PushRefused => "Le navigateur ne l’a pas permis.";
    public override string LevelsSet => "Ce que vous surveillez ou mettez en sourdine";
    public override string LevelsHint =>
        "Surveiller\u00A0: chaque nouvelle discussion et chaque réponse. Suivre\u00A0: les messages non lus sont "
        + "comptés. Sourdine\u00A0: rien.";
    public override string WholeCommunity => "Toute la communauté";
    public override string LevelLabel => "Niveau";
    public override string ThisCommunity => "Cette communauté";
    public override string ThisCategory => "Cette catégorie";
    public override string ThisTag => "Ce mot-clé";
    public override string ThisThread => "Cette discussion";
    public override string ThisMember => "Ce membre";
    public override string Blocked => "Membres bloqués";
    public override string Block => "Bloquer";
    public override string Unblock => "Débloquer";
    public override string MarkAllRead => "Tout marquer comme lu";
    public override string UnreadThreads => "Non lues";
    public override string NewThreadBadge => "nouvelle";
    public override string Bookmarks => "Signets";
    public override string BookmarksHint => "Les messages que vous vouliez retrouver. Personne d’autre ne les voit.";
    public override string NoBookmarks => "Pas encore de signet";
    public override string NoBookmarksHint =>
        "Sous «\u00A0Plus\u00A0», chaque message peut être gardé, avec une note et un rappel.";
    public override string MoreBookmarks => "Signets précédents";
    public override string Bookmark => "Garder en signet";
    public override string Bookmarked => "Gardé en signet";
    public override string Unbookmark => "Retirer le signet";
    public override string BookmarkNote => "Note, pour vous";
    public override string RemindMe => "Me le rappeler";
    public override string NoReminder => "Non";
    public override string Reminder => "Rappel";
    public override string UnseenOne => "{0} notification pas encore vue";
    public override string UnseenPattern => "{0} notifications pas encore vues";

    public override string KeyHome => "Aller à la première page";
    public override string KeyInbox => "Aller aux notifications";
    public override string KeyBookmarks => "Aller aux signets";
    public override string KeyCommunity => "Aller à la communauté de cette page";
    public override string KeyUnread => "Aller à ses discussions non lues";
    public override string KeyNew => "Y ouvrir une discussion";
    public override string KeyToSearch => "Aller à la recherche";

    protected override string FirstUnreadOne => "Au {0} message non lu";

    protected override string FirstUnreadPattern => "Au premier des {0} messages non lus";

    public override string LevelOf(string place) => $"{place}\u00A0: me tenir au courant";

    public override string MuteMember(string name) => $"Mettre {name} en sourdine";

    public override string RemindIn(int days) => days switch
    {
        1 => "Demain",
        7 => "Dans une semaine",
        30 => "Dans un mois",
        _ => $"Dans {Number(days)} jours",
    };

    public override string LevelName(Level level) => level switch
    {
        Level.Watching => "Surveiller",
        Level.Tracking => "Suivre",
        Level.Muted => "Sourdine",
        _ => "Normal",
    };

    public override string PushName(Pushing push) => push switch
    {
        Pushing.Direct => "Ce qui m’est destiné",
        Pushing.All => "Tout",
        _ => "Rien",
    };

    public override string ReasonName(string reason) => reason switch
    {
        Reasons.Message => "quelqu’un m’écrit en privé",
        Reasons.Mention => "quelqu’un me mentionne",
        Reasons.Reply => "quelqu’un me répond, ou répond à ma discussion",
        Reasons.Quote => "quelqu’un me cite",
        Reasons.Reminder => "un de mes rappels arrive",
        Reasons.Accepted => "ma réponse est acceptée",
        Reasons.Request => "quelqu’un demande à entrer, ou ma demande a sa réponse",
        Reasons.Invited => "on m’invite, ou quelqu’un vient par mon invitation",
        Reasons.Promoted => "j’atteins un autre niveau de confiance ou un autre rôle",
        Reasons.Decision => "la modération prend une décision qui me concerne",
        Reasons.Outcome => "un de mes signalements a une suite",
        Reasons.Appealed => "mon recours a sa réponse",
        Reasons.Case => "un dossier est à regarder bientôt",
        Reasons.Group => "quelque chose change dans un de mes groupes",
        Reasons.Contest => "un de mes concours avance",
        Reasons.Step => "il y a un message pour moi, qui viens d’arriver",
        Reasons.Ungreeted => "une personne qui s’est présentée attend une réponse",
        Reasons.TakenUp => "un message de moi est repris dans une page de savoirs",
        Reasons.Thanks => "on me remercie de mon accueil",
        Reasons.Badge => "je reçois un badge",
        Reasons.Anniversary => "c’est l’anniversaire de mon arrivée",
        Reasons.AnswerRequested => "on espère de moi une réponse, une fois par semaine au plus",
        Reasons.AnswerDoubted => "on doute que ma réponse soit encore valable",
        Reasons.GatheringSoon => "une rencontre où je vais commence bientôt",
        Reasons.GatheringChanged => "une rencontre où je vais est déplacée ou annulée",
        Reasons.GatheringSeat => "une place se libère pour moi",
        Reasons.GatheringRecap => "on raconte une rencontre où j’étais",
        Reasons.Interview => "un entretien auquel je participe avance",
        Reasons.Slot => "un de mes projets au calendrier avance",
        Reasons.Moved => "mon message est déplacé",
        Reasons.PollClosed => "un sondage auquel j’ai participé se termine",
        Reasons.Opened => "une discussion s’ouvre là où je surveille",
        Reasons.Watched => "il y a une réponse dans une discussion que je surveille",
        _ => "quelqu’un réagit à mon message",
    };

    public override string WhyTold(string reason) => reason switch
    {
        Reasons.Watched => "On vous avertit parce que vous surveillez cette discussion.",
        Reasons.Opened =>
            "On vous avertit parce que vous surveillez sa communauté, sa catégorie, un mot-clé ou qui l’a ouverte.",
        Reasons.Reminder => "On vous avertit parce que vous avez demandé ce rappel.",
        Reasons.Case => "On vous avertit parce que vous modérez ici. Cela ne se désactive pas.",
        _ when Reasons.Owed.Contains(reason) =>
            "Les personnes concernées en sont toujours informées\u00A0; cela ne se désactive pas.",
        _ => $"Vos réglages disent\u00A0: m’avertir quand {ReasonName(reason)}.",
    };

    public override string Told(NoticeView notice)
    {
        var name = notice.By.Name.Length > 0 ? notice.By.Name : "Quelqu’un";
        var count = Number(notice.Count);
        return (notice.Reason, notice.Count, notice.Subject) switch
        {
            (Reasons.Message, 1, _) => $"{name} vous a écrit",
            (Reasons.Message, _, _) => $"{count}\u00A0messages, le dernier de {name}",
            (Reasons.Mention, _, _) => $"{name} vous mentionne dans",
            (Reasons.Reply, 1, _) => $"{name} vous a répondu dans",
            (Reasons.Reply, _, _) => $"{count}\u00A0réponses, la dernière de {name}, dans",
            (Reasons.Quote, 1, _) => $"{name} vous cite dans",
            (Reasons.Quote, _, _) => $"{count}\u00A0citations, la dernière de {name}, dans",
            (Reasons.Watched, 1, _) => $"{name} a écrit dans",
            (Reasons.Watched, _, _) => $"{count}\u00A0nouveaux messages, le dernier de {name}, dans",
            (Reasons.Opened, _, _) => $"{name} a ouvert",
            (Reasons.Reaction, 1, _) => $"{name} a réagi à votre message dans",
            (Reasons.Reaction, _, _) => $"{count}\u00A0réactions, la dernière de {name}, à votre message dans",
            (Reasons.Accepted, _, _) => $"{name} a accepté votre réponse dans",
            (Reasons.TakenUp, 1, _) =>
                $"{name} a repris votre message dans la page de savoirs, depuis",
            (Reasons.TakenUp, _, _) =>
                $"{count} de vos messages ont été repris dans des pages de savoirs, le dernier depuis",
            (Reasons.Moved, _, _) => "Votre message se trouve maintenant dans",
            (Reasons.PollClosed, _, _) => "Un sondage auquel vous avez participé est terminé, dans",
            (Reasons.Reminder, _, _) => "Vous vouliez revenir à",
            (Reasons.Invited, _, "admitted") => $"{name} a accepté votre invitation",
            (Reasons.Invited, _, _) => $"{name} vous invite dans {notice.CommunityName}",
            (Reasons.Request, _, "admitted") => $"Votre entrée dans {notice.CommunityName} est acceptée",
            (Reasons.Request, _, "declined") => $"Votre demande d’entrée dans {notice.CommunityName} est refusée",
            (Reasons.Request, 1, _) => $"{name} demande à entrer dans {notice.CommunityName}",
            (Reasons.Request, _, _) => $"{count}\u00A0personnes demandent à entrer dans {notice.CommunityName}",
            (Reasons.Promoted, _, { } level) when level.StartsWith("trust-", StringComparison.Ordinal) =>
                $"Vous avez atteint le niveau de confiance {level["trust-".Length..]}",
            (Reasons.Promoted, _, "ambassador") =>
                $"Vous êtes désormais ambassadeur ou ambassadrice de {notice.CommunityName}",
            (Reasons.Promoted, _, _) => $"Vous avez un autre rôle dans {notice.CommunityName}",
            (Reasons.Decision, _, _) => $"La modération de {notice.CommunityName} a pris une décision qui vous "
                + "concerne",
            (Reasons.Appealed, _, _) => $"Votre recours dans {notice.CommunityName} a reçu sa réponse",
            (Reasons.Outcome, 1, _) => $"Votre signalement dans {notice.CommunityName} a eu une suite",
            (Reasons.Outcome, _, _) => $"Vos signalements dans {notice.CommunityName} ont eu une suite",
            (Reasons.Case, _, _) => $"Un dossier de {notice.CommunityName} est à regarder bientôt",
            (Reasons.Policy, _, { } version) => PolicyNotice(version, notice.CommunityName),
            (Reasons.Step, _, { } step) => StepNotice(step, notice.CommunityName),
            (Reasons.Ungreeted, 1, _) =>
                $"{name} se présente dans {notice.CommunityName}, et n’a pas encore de réponse",
            (Reasons.Ungreeted, _, _) => $"{count} présentations attendent une réponse dans {notice.CommunityName}",
            (Reasons.Thanks, 1, _) => $"{name} vous remercie de votre accueil dans {notice.CommunityName}",
            (Reasons.Thanks, _, _) =>
                $"{count}\u00A0membres vous remercient, {name} en dernier, dans {notice.CommunityName}",
            (Reasons.Contest, _, { } about) => ContestTold(about, notice.CommunityName),
            (Reasons.Badge, _, { } badge) => BadgeTold(badge, notice.CommunityName),
            (Reasons.Anniversary, _, { } years) => Anniversary(years, notice.CommunityName),
            (Reasons.AnswerRequested, _, _) => $"{name} pense que vous sauriez répondre à",
            (Reasons.AnswerDoubted, _, _) => $"{name} doute que votre réponse soit encore valable, dans",
            (Reasons.GatheringSoon, _, { } minutes) => SoonIn(minutes),
            (Reasons.GatheringChanged, _, "cancelled") => $"{name} a annulé",
            (Reasons.GatheringChanged, _, _) => $"{name} a changé l’heure ou le lieu de",
            (Reasons.GatheringSeat, _, _) => "Une place s’est libérée pour vous à",
            (Reasons.GatheringRecap, _, _) => "Merci d’avoir été des nôtres. Le récit est là\u00A0:",
            (Reasons.Slot, _, { } slot) => SlotNotice(slot, notice.CommunityName),
            (Reasons.Interview, _, { } what) => InterviewNotice(what),
            (Reasons.Group, _, { } group) => $"Il y a du nouveau dans le groupe {group}",
            _ => "Il y a du nouveau pour vous",
        };
    }
}
