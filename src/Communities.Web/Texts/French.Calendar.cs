namespace Communities.Web;

// The editorial calendar.
internal sealed partial class French
{
    public override string CalendarSpan => "Jours affichés";
    public override string CalendarToday => "Aujourd’hui";
    public override string MonthView => "Mois";
    public override string WeekView => "Semaine";
    public override string MonthBefore => "Le mois précédent";
    public override string MonthAfter => "Le mois suivant";
    public override string WeekBefore => "La semaine précédente";
    public override string WeekAfter => "La semaine suivante";
    public override string EmptyMonth =>
        "Rien n’est prévu ce mois-ci. Une question de la semaine est un bon début.";
    public override string EmptyWeek => "Rien n’est prévu cette semaine.";
    public override string NewSlot => "Prévoir une publication";
    public override string NewSlotHint =>
        "D’abord un brouillon\u00A0: la relecture et la programmation viennent ensuite.";
    public override string ProposeSlot => "Proposer un sujet";
    public override string ProposeSlotHint =>
        "Un débat, une question, un sondage, un entretien, une expérience\u00A0: écrivez, l’animation choisira "
        + "un jour.";
    public override string OwnSlots => "Mes contributions au calendrier";
    public override string OwnSlotsShort => "Mes propositions";
    public override string OwnSlotsHint =>
        "Ce que vous écrivez pour la communauté, et ce que l’animation vous a demandé d’écrire.";
    public override string NoOwnSlots => "Rien pour l’instant";
    public override string NoOwnSlotsHint =>
        "Une idée de débat, une question à poser à tout le monde, une personne à interroger\u00A0? Proposez-la\u00A0: "
        + "elle paraîtra en votre nom.";
    public override string WholeCalendar => "Le calendrier entier";
    public override string Ideas => "Idées sans date";
    public override string NoIdeas => "Aucune idée n’attend. Ce que les membres proposent s’affichera ici.";
    public override string MoveSlot => "Déplacer à un autre jour";
    public override string MoveSlotHint =>
        "Vous pouvez aussi faire glisser dans le calendrier, ou utiliser Alt et les flèches. L’heure ne change pas.";
    public override string MoveIt => "Déplacer";
    public override string WhichSlot => "Quoi";
    public override string ToWhichDay => "À quel jour";
    public override string SlotMovedTo => "Déplacé au {0}";
    public override string ComesAgain => "Revient\u00A0:";
    public override string SlotWaits => "attend une relecture";
    public override string SlotMissed => "en retard";
    public override string SlotMissedHint =>
        "L’heure est passée sans relecture ni programmation\u00A0: rien n’a été publié. Choisissez une autre date.";
    public override string SlotGivenBack => "Rendu avec un mot\u00A0:";
    public override string SlotStands => "C’est publié.";
    public override string ReadSlotThread => "Lire la discussion";
    public override string Review => "Marquer comme relu";
    public override string ReviewAndSchedule => "Valider et programmer";
    public override string AnotherReviews =>
        "Vous l’avez écrit\u00A0; une autre personne de l’animation le relit avant la programmation.";
    public override string ScheduleSlot => "Programmer";
    public override string PublishNow => "Publier maintenant";
    public override string CancelSlot => "Retirer du calendrier";
    public override string SkipThisOne => "Sauter cette fois-ci";
    public override string EndSeries => "Arrêter la série";
    public override string CancelSlotWhat => "Cela quitte le calendrier et ne paraîtra pas.";
    public override string SkipLastSlotWhat => "Elle est sautée, et c’était la dernière de sa série.";
    public override string EndSeriesWhat => "Ni celle-ci ni les suivantes ne paraîtront.";
    public override string SubmitSlot => "Envoyer en relecture";
    public override string GiveBack => "Rendre à son auteur";
    public override string GiveBackNote => "Un mot à son auteur";
    public override string SlotKindLabel => "De quoi s’agit-il";
    public override string PlaceholdersHint =>
        "{date} devient le jour de parution, {n} le numéro dans une série.";
    public override string SlotText => "Le texte";
    public override string SlotPollPart => "Le sondage";
    public override string PollOpenDays => "Nombre de jours pour voter";
    public override string SlotInterviewPart => "L’entretien";
    public override string Guests => "Personnes invitées, par leur nom de compte";
    public override string LiveDaysAfter => "En direct combien de jours après l’annonce";
    public override string LiveTime => "À quelle heure";
    public override string LiveMinutes => "Pendant combien de minutes";
    public override string SlotAuthor => "Publié au nom de";
    public override string SlotAuthorHint => "Le nom de compte d’un membre, qui pourra écrire le brouillon.";
    public override string SlotTimeLabel => "Parution";
    public override string Repeats => "Récurrence";
    public override string HowOften => "À quelle fréquence";
    public override string Once => "Une seule fois";
    public override string EveryHowMany => "Toutes les combien de semaines ou de mois";
    public override string OnDays => "Ces jours de la semaine";
    public override string RhythmHint =>
        "Les jours de la semaine ne comptent que pour les semaines. Les mois suivent la date "
        + "ci-dessus\u00A0; dans un mois trop court, c’est le dernier jour.";
    public override string UntilDay => "Jusqu’au";
    public override string TimesInAll => "Nombre de fois en tout";
    public override string SkippedDays => "Jours sautés";
    public override string SkippedHint => "Sous la forme 2026-12-25, séparés par des espaces.";
    public override string NextDays => "Prochaines dates\u00A0:";
    public override string WordsFor => "Les mots changés valent pour";
    public override string OnlyThisOne => "cette parution seulement";
    public override string ThisAndFollowing => "cette parution et les suivantes";
    public override string EditAgainHint =>
        "De nouveaux mots en refont un brouillon, pour qu’une autre personne les relise. Une nouvelle date, non.";
    public override string TimeTwice =>
        "Ce jour-là, les horloges reculent et montrent cette heure deux fois. La parution a lieu la première fois.";
    public override string SlotsLate => "Une parution n’a pas été programmée à temps.";
    public override string SlotSubmittedNow => "L’animation sait que cela attend une relecture.";
    public override string SlotScheduledNow => "La parution aura lieu d’elle-même à l’heure dite.";
    public override string SlotPublishedNow => "C’est publié.";
    public override string SlotCancelledNow => "C’est retiré du calendrier.";
    public override string SlotMovedNow => "Déplacé, à la même heure.";
    public override string CommunityZone => "Fuseau horaire de la communauté";
    public override string CommunityZoneHint => "Son calendrier, ses rencontres et ses rappels suivent ces horloges.";

    public override string CalendarHint(string zone, DateTime there) =>
        $"Ce qui paraîtra, quand et par qui. Les heures sont celles de {Place(zone)}, où il est {ClockTime(there)}.";

    public override string SlotTimeHint(string zone) => $"À l’heure de {Place(zone)}. Vide pour une idée.";

    public override string TimeThere(DateTime there, string zone) =>
        $"{BriefDay(there)}, {ClockTime(there)} à l’heure de {Place(zone)}";

    public override string TimeSkipped(DateTime becomes) =>
        $"Ce jour-là, les horloges sautent cette heure. La parution aura lieu à {ClockTime(becomes)}.";

    public override string Shortened(int day) => $"dans un mois sans {day}, le dernier jour";

    public override string SkipSlotWhat(DateOnly next) =>
        $"Seule celle-ci est sautée\u00A0; la suivante paraîtra le {WholeDay(next)}.";

    public override string SlotAuthorIsTold(string name) => $"Un avis part à {name}.";

    // The first alone is an ordinal.
    protected override string Dated(string format, int day) =>
        day == 1 ? format.Replace("d MMM", "d'er' MMM", StringComparison.Ordinal) : format;

    public override string NewSlotOn(DateOnly day) => $"Prévoir une publication le {WholeDay(day)}";

    public override string GuestsHint(int most) =>
        $"Jusqu’à {most}, séparées par des virgules. Elles répondent pendant le direct.";

    public override string ComingSlots(int days) => $"prévues dans les {days}\u00A0prochains jours";

    public override string SlotsWaiting(int count) =>
        Plural(count, "{0}\u00A0brouillon attend une relecture.", "{0}\u00A0brouillons attendent une relecture.");

    public override string SeriesSign(int occurrence) => $"nº\u00A0{Number(occurrence)} d’une série";

    public override string SlotKindName(SlotKind kind) => kind switch
    {
        SlotKind.Debate => "Débat",
        SlotKind.Question => "Question de la semaine",
        SlotKind.Poll => "Sondage",
        SlotKind.Interview => "Entretien",
        _ => "Expérience",
    };

    public override string SlotStatusName(SlotStatus status) => status switch
    {
        SlotStatus.Draft => "brouillon",
        SlotStatus.Reviewed => "relu",
        SlotStatus.Scheduled => "programmé",
        SlotStatus.Published => "publié",
        _ => "retiré",
    };

    public override string RhythmName(Rhythm rhythm) => rhythm switch
    {
        Communities.Rhythm.Weekly => "Par semaines",
        Communities.Rhythm.MonthlyOnDay => "Par mois, à la même date",
        _ => "Par mois, le même jour de la semaine (le deuxième mardi)",
    };

    protected override string SlotNotice(string subject, string community)
    {
        var notice = Web.SlotNotice.Of(subject);
        return notice.What switch
        {
            "assigned" => $"À vous d’écrire «\u00A0{notice.Title}\u00A0» pour le calendrier de {community}",
            "waiting" => $"«\u00A0{notice.Title}\u00A0» attend une relecture au calendrier de {community}",
            "returned" => $"«\u00A0{notice.Title}\u00A0» vous revient du calendrier de {community}",
            "missed" => $"L’heure de «\u00A0{notice.Title}\u00A0» est passée sans programmation dans {community}",
            "cancelled" => $"«\u00A0{notice.Title}\u00A0» est retiré du calendrier de {community}",
            _ => "Publié en votre nom\u00A0:",
        };
    }
}
