namespace Communities.Web;

// Gatherings, in French.
internal sealed partial class French
{
    public override string Gatherings => "Rencontres";
    public override string GatheringsOf(string community) => $"Rencontres · {community}";
    public override string GatheringsHint => "Ce qui réunit les membres, en ligne ou sur place.";
    public override string GatheringsWhen => "Quelles rencontres";
    public override string GatheringsComing => "À venir";
    public override string GatheringsToCome => "à venir";
    public override string GatheringsPast => "Passées";
    public override string NoGatherings => "Rien n’est encore prévu";
    public override string NoGatheringsHint =>
        "Rendez-vous, salons en direct et barcamps se trouveront ici dès qu’il y en aura un de prévu.";
    public override string NoGatheringsPast => "Rien n’a encore eu lieu";
    public override string NoGatheringsPastHint => "Ce qui a eu lieu restera ici, avec ce qu’on en raconte.";
    public override string MoreGatherings => "Montrer d’autres rencontres";
    public override string AllGatherings => "Toutes les rencontres";
    public override string NextGathering => "Prochaine rencontre";
    public override string InYourCalendar => "Dans votre agenda";
    public override string InYourCalendarHint =>
        "Abonnez votre agenda à ces adresses\u00A0: les changements suivent d’eux-mêmes.";
    public override string CalendarOfCommunity => "Toutes celles de cette communauté";
    public override string CalendarOfMine => "Toutes celles où je vais";
    public override string CalendarKeyHint =>
        "Votre adresse contient une clé\u00A0: gardez-la pour vous, ou renouvelez-la sous";
    public override string AddToCalendar => "Enregistrer pour l’agenda";
    public override string PlanGathering => "Prévoir une rencontre";
    public override string PlanGatheringHint =>
        "Tout le monde la lit aussitôt. Une discussion s’ouvre d’elle-même pour en parler.";
    public override string ChangeGathering => "Modifier";
    public override string ChangeGatheringHint =>
        "Les personnes qui viennent sont averties si l’heure, le lieu ou le lien changent.";
    public override string PlanAgain => "La prévoir de nouveau";
    public override string CancelGathering => "Annuler la rencontre";
    public override string CancelReason => "Pourquoi, en une phrase";
    public override string CancelHint(int people) => people == 0
        ? "Personne n’a encore dit venir."
        : Plural(people, "{0}\u00A0personne en sera avertie.", "{0}\u00A0personnes en seront averties.");
    public override string OtherHostsAreTold => "Ses autres hôtes l’apprennent aussi.";
    public override string ForHosts => "Pour ses hôtes";
    public override string WhoComes => "Qui vient";
    public override string GatheringHosts => "Hôtes";
    public override string WhenAndWhere => "Quand et où";
    public override string WhenLabel => "Quand";
    public override string Seats => "Places";
    public override string GoingLabel => "Y vont";
    public override string WaitingLabel => "En attente";
    public override string InterestedLabel => "Intéressées";
    public override string CameLabel => "Venues";
    public override string NextStep => "Suite";
    public override string IsCancelled => "Annulée";
    public override string IsRunning => "En ce moment";
    public override string LinkForThoseWhoCome => "Le lien est montré aux personnes qui viennent.";
    public override string EnterRoom => "Entrer dans le salon en direct";
    public override string RoomOpensThen => "Le salon en direct ouvre au début";
    public override string ReadTranscript => "Lire ce qui s’est écrit dans le salon";
    public override string TalkAboutIt => "En parler";
    public override string TalkAboutItHint => "Les questions, qui apporte quoi, qui voyage avec qui.";
    public override string ToTalk => "Vers la discussion";
    public override string ReadRecap => "Lire le récit";

    public override string Come => "Je viens";
    public override string ComeNot => "Je ne viens pas";
    public override string MayCome => "Je viendrai peut-être";
    public override string WaitForSeat => "Attendre une place";
    public override string WaitNoLonger => "Ne plus attendre";
    public override string DoYouCome => "Viendrez-vous\u00A0?";
    public override string YouCome => "Vous venez. On vous le rappellera.";
    public override string YouMayCome => "Vous viendrez peut-être. On vous le rappellera.";
    public override string YouCame => "Vous y étiez.";
    public override string IsFullNow => "Toutes les places sont prises. La liste d’attente avance d’elle-même.";
    public override string JoinToCome => "Rejoignez la communauté pour dire que vous venez.";
    public override string YouWait(int place) => string.Format(
        Culture, "Vous attendez, en position {0}. La liste avance d’elle-même, et on vous avertira.", Number(place));
    public override string MyRsvp(Rsvp rsvp) => rsvp switch
    {
        Rsvp.Going => "Vient",
        Rsvp.Waiting => "En attente",
        Rsvp.Interested => "Viendra peut-être",
        _ => "Pas sur la liste",
    };
    protected override string GoingPattern => "{0}\u00A0personne vient";
    protected override string GoingsPattern => "{0}\u00A0personnes viennent";
    protected override string WaitPattern => "{0}\u00A0attend";
    protected override string WaitsPattern => "{0}\u00A0attendent";
    protected override string CamePattern => "{0}\u00A0personne venue";
    protected override string CamesPattern => "{0}\u00A0personnes venues";
    public override string SeatsLeft(int count) => count == 0
        ? "complet" : Plural(count, "{0}\u00A0place libre", "{0}\u00A0places libres");

    public override string GatheringFormLabel => "Ce que c’est";
    public override string GatheringFormName(GatheringForm form) => form switch
    {
        GatheringForm.Room => "Salon en direct",
        GatheringForm.Interview => "Entretien",
        GatheringForm.Game => "Jeu",
        GatheringForm.Meetup => "Rendez-vous",
        GatheringForm.Conference => "Conférence",
        _ => "Forum ouvert (barcamp)",
    };
    public override string GatheringFormHint(GatheringForm form) => form switch
    {
        GatheringForm.Room => "En ligne\u00A0: on s’écrit en direct, et une discussion en reste.",
        GatheringForm.Interview => "En ligne\u00A0: quelqu’un répond aux questions.",
        GatheringForm.Game => "En ligne\u00A0: avec un salon en direct à côté.",
        GatheringForm.Meetup => "Sur place\u00A0: on se voit.",
        GatheringForm.Conference => "Sur place\u00A0: des exposés, sur un tableau que font les hôtes.",
        _ => "Sur place\u00A0: des sessions que l’on propose et pour lesquelles on vote.",
    };
    public override string GatheringTitle => "Son nom";
    public override string GatheringText => "Ce qui s’y passe";
    public override string GatheringStarts => "Début";
    public override string GatheringEnds => "Fin";
    public override string GatheringZone => "Fuseau horaire";
    public override string GatheringZoneHint => "Les deux heures sont celles des horloges de ce lieu.";
    public override string GatheringPlace => "Lieu";
    public override string GatheringPlaceHint => "L’adresse, si elle a lieu sur place. Tout le monde la lit.";
    public override string GatheringLink => "Lien";
    public override string GatheringLinkHint => "Seules les personnes qui viennent le voient.";
    public override string GatheringCapacity => "Nombre de places";
    public override string GatheringCapacityHint => "Vide\u00A0: autant que l’on veut.";
    public override string GatheringHostsField => "Hôtes avec vous";
    public override string GatheringHostsHint(int max) =>
        $"Des noms de compte, {max} au plus. Ces personnes peuvent ce que vous pouvez.";
    public override string GatheringCategory => "Catégorie de ses discussions";
    public override string GatheringReminders => "Rappeler aux personnes qui viennent";
    public override string BackWithoutSaving => "Revenir sans enregistrer";
    public override string Before(int minutes) => minutes switch
    {
        7 * 24 * 60 => "une semaine avant",
        2 * 24 * 60 => "deux jours avant",
        24 * 60 => "un jour avant",
        180 => "trois heures avant",
        _ => "une heure avant",
    };

    public override string BoardLabel => "Salles et heures";
    public override string TimeLabel => "Heure";
    public override string FreeSlot => "libre";
    public override string NoSessions => "Aucune session n’est encore annoncée.";
    public override string NoSessionsYet =>
        "Aucune session n’est encore proposée. Qu’aimeriez-vous montrer, demander ou essayer\u00A0?";
    public override string ProposeSession => "Proposer une session";
    public override string SessionTitle => "De quoi s’agit-il\u00A0?";
    public override string SessionText => "Ce qu’on y fait";
    public override string TakeBackSession => "La retirer";
    public override string MakeBoard => "Salles et heures du tableau";
    public override string BoardRooms => "Salles";
    public override string BoardRoomsHint => "Une par ligne.";
    public override string BoardTimes => "Heures";
    public override string BoardTimesHint => "Une par ligne\u00A0: 9:30, ou 2026-11-25 9:30.";
    public override string NotOnBoard => "pas au tableau";
    public override string PutOnBoard => "Mettre là";
    public override string PutWhere(string title) => $"Où «\u00A0{title}\u00A0» a lieu";
    public override string ForSession(string title) => $"pour «\u00A0{title}\u00A0»";
    public override string VoteShort => "Voter";
    public override string VotedShort => "Voté";
    public override string VotesWord(int count) => IsSingular(count) ? "voix" : "voix";

    public override string ImHere => "J’y suis";
    public override string CheckInHint => "Les hôtes vous donnent un code à l’entrée. Il dit que vous êtes là.";
    public override string DoorCode => "Code à l’entrée";
    public override string CheckIn => "Dire que je suis là";
    public override string DoorCodeHint => "Avec un code, chaque personne dit elle-même qu’elle est venue.";
    public override string DoorCodeShown =>
        "Donnez-le sur place. Il vaut de deux heures avant le début à deux heures après la fin.";
    public override string MakeDoorCode => "Créer un code";
    public override string RenewDoorCode => "Créer un autre code";
    public override string EndDoorCode => "Mettre fin au code";
    public override string NobodyYet => "Personne n’a encore répondu";
    public override string NobodyYetHint => "Qui dit venir, attendre ou s’y intéresser se trouvera ici.";
    public override string HasCome => "présence";
    public override string TakeOffList => "Retirer de la liste";
    public override string SomebodyElseCame => "Quelqu’un d’autre est venu";
    public override string SaveAttendance => "Enregistrer les présences";
    public override string TickLater => "Les présences se notent à partir de deux heures avant le début.";
    public override string TickOff => "Noter les présences";
    public override string WriteRecap => "Écrire le récit";
    public override string WriteRecapHint(int people) => Plural(
        people, "Il ouvre une discussion. {0}\u00A0personne est remerciée et avertie.",
        "Il ouvre une discussion. {0}\u00A0personnes sont remerciées et averties.");
    public override string RecapTitle => "Titre";
    public override string RecapText => "Ce que c’était";
    public override string RecapOf(string title) => $"Récit\u00A0: {title}";
    public override string PublishRecap => "Publier et remercier";
    protected override string RecapWaitsPattern => "{0}\u00A0récit attend d’être écrit";
    protected override string RecapsWaitPattern => "{0}\u00A0récits attendent d’être écrits";

    public override string FigureComingHint => "Rencontres prévues ou en cours.";
    public override string FigureSeats => "Places prises";
    public override string FigureSeatsHint(int waiting) => Plural(
        waiting, "Dans toutes celles à venir\u00A0; {0}\u00A0personne attend.",
        "Dans toutes celles à venir\u00A0; {0}\u00A0personnes attendent.");
    public override string FigureShow => "Présence";
    public override string FigureShowHint => "Parmi les personnes inscrites, là où quelqu’un a compté.";
    public override string FigureRecap => "Sans récit";
    public override string FigureRecapHint => "Rencontres terminées dont rien n’est raconté.";

    public override string LiveRoom => "Salon en direct";
    public override string RoomIsOpen => "Le salon est ouvert.";
    public override string RoomIsOver => "Le salon est fermé. Ce qui s’y est écrit reste.";
    public override string RoomNotYet => "Le salon ouvre de lui-même au début.";
    public override string RoomEmpty => "Personne n’a encore rien écrit.";
    public override string RoomEmptyHint => "Dites bonjour, et d’autres suivront.";
    public override string RoomEarlier => "Les messages plus anciens sont dans la discussion";
    public override string RoomAsThread => "Lire comme une discussion";
    public override string RoomWrite => "Écrire un message";
    public override string RoomSend => "Envoyer";
    public override string RoomNotSent =>
        "Le message n’est pas arrivé. Il se trouve de nouveau dans le champ\u00A0; veuillez le renvoyer.";
    public override string RoomAway => "Ce message a été retiré.";

    public override string GoingNow => "Vous venez. Le lien et les rappels sont pour vous.";
    public override string WaitsNow => "Vous attendez une place. On vous avertira dès qu’il y en aura une.";
    public override string InterestedNow => "C’est noté\u00A0: vous viendrez peut-être.";
    public override string NotGoingNow => "C’est noté\u00A0: vous ne venez pas.";
    public override string CheckedInNow => "C’est noté\u00A0: vous y étiez.";
    public override string GatheringCancelledNow =>
        "La rencontre est annulée. Les personnes qui voulaient venir en sont averties.";
    public override string PlannedNow => "La rencontre est prévue. La discussion pour en parler est ouverte.";
    public override string RecappedNow => "Le récit est publié, et les personnes venues sont remerciées.";
    public override string TimeSkippedNow =>
        "C’est enregistré. À cette date, les horloges sautent l’heure indiquée\u00A0: elle est décalée d’autant. "
        + "Veuillez vérifier.";
    public override string TimeTwiceNow =>
        "C’est enregistré. Cette nuit-là, les horloges montrent deux fois l’heure indiquée\u00A0; c’est la première "
        + "qui compte.";

    public override string LetterSoonSubject(string title) => $"Bientôt\u00A0: {title}";
    public override string LetterSoon(string title, string at) => $"«\u00A0{title}\u00A0» commence le {at}.";
    public override string LetterSoonPlace(string place) => $"Lieu\u00A0: {place}";
    public override string LetterSoonLink => "Vers la rencontre";

    public override string GatheringWhen(DateTime start, DateTime end) => start.Date == end.Date
        ? $"{Capital(LongDay(start))}, de {Clock(start)} à {Clock(end)}"
        : $"Du {LongDay(start)}, {Clock(start)}, au {LongDay(end)}, {Clock(end)}";

    public override string OnYourClock(DateTime start, DateTime end, DateTime there) => start.Date == there.Date
        ? $"Chez vous de {Clock(start)} à {Clock(end)}"
        : $"Chez vous {LongDay(start)}, de {Clock(start)} à {Clock(end)}";

    private static string Capital(string day) => char.ToUpperInvariant(day[0]) + day[1..];

    protected override string SoonIn(string minutes) =>
        IsVerySoon(minutes) ? "Commence bientôt\u00A0:" : "Vous vouliez venir à";
}
