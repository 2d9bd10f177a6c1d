namespace Communities.Web;

// Contests: rules, entries, votes, results.
internal sealed partial class French
{
    public override string Contests => "Concours";
    public override string ContestsHint => "Montrez ce que vous avez fait, et dites ce qui vous plaît le plus.";
    public override string NoContests => "Pas encore de concours";
    public override string NoContestsHint =>
        "Le prochain sera annoncé ici\u00A0: son règlement, jusqu’à quand participer, et comment voter.";
    public override string NoContestsManager =>
        "Pas encore de concours. Un bon début\u00A0: demander quelque chose que tout le monde a sous la main.";
    public override string OpenContest => "Ouvrir un concours";
    public override string ContestTitle => "Son nom";
    public override string ContestRules => "Règlement\u00A0: quoi montrer, et comment";
    public override string ContestEntriesUntil => "Participations jusqu’au";
    public override string ContestVotingUntil => "Votes jusqu’au";
    public override string EntriesEachLabel => "Participations par membre, au plus";
    public override string VotesEachLabel => "Votes par membre, au plus";
    public override string Jury => "Jury";
    public override string JuryHint =>
        "Noms de compte de membres, séparés par des espaces. Sans jury, tous les membres votent.";
    public override string ContestBadge => "Badge pour qui l’emporte";
    public override string ContestWordsLabel => "Ce que dit le message des résultats";
    public override string ContestWordsHint =>
        "Il est écrit en votre nom quand les votes sont comptés\u00A0; les résultats prennent la place de {results}.";
    public override string ContestWords =>
        "Les votes sont comptés. Merci à toutes les personnes qui ont participé et voté.\n\n{results}";
    public override string HowItGoes => "Comment cela se passe";
    public override string JuryVotes => "Un jury vote.";
    public override string MembersVote => "Tous les membres votent.";
    public override string BallotsSecret =>
        "Les votes sont secrets, et personne ne vote pour sa propre participation.";
    public override string ContestThread => "Vers la discussion";
    public override string ContestRulesHead => "Règlement";
    public override string ContestCancelled => "Il a été annulé\u00A0:";
    public override string EnterContest => "Participer";
    public override string YourEntry => "Votre participation";
    public override string SendEntry => "Envoyer la participation";
    public override string OwnPostsThere => "Ou l’un de vos messages dans la discussion";
    public override string MakeEntry => "En faire une participation";
    public override string ContestJoin => "Les membres participent.";
    public override string ContestResults => "Résultats";
    public override string Entries => "Participations";
    public override string NoEntries => "Aucune participation encore. La vôtre serait la première.";
    public override string VoteForEntry => "Voter pour";
    public override string VotedFor => "Vous avez voté pour";
    public override string WithdrawEntry => "Retirer la participation";
    public override string TakeEntryOut => "Sortir du concours";
    public override string ManageContest => "Gérer le concours";
    public override string ChangeTimes => "Changer les dates";
    public override string BeginVoting => "Commencer le vote maintenant";
    public override string TellResults => "Clore le vote et annoncer les résultats";
    public override string CallOff => "Annuler le concours";
    public override string CallOffWhy => "Pourquoi il est annulé";
    public override string CallOffWhat => "Il n’y aura pas de résultats, et aucun vote ne comptera.";
    public override string EntrantsAreTold(int entrants) => entrants == 0 ? "Personne n’y participe encore."
        : Plural(
            entrants, "{0}\u00A0personne qui participe en sera avertie.",
            "{0}\u00A0personnes qui participent en seront averties.");
    public override string ContestOpenedNow => "Le concours est ouvert, et sa discussion aussi.";
    public override string EnteredNow => "Votre participation compte.";
    public override string EntryHeldNow =>
        "Votre message attend la modération. Dès qu’il sera visible, vous pourrez en faire une participation "
        + "ci-dessous.";
    public override string VotedNow => "Vos votes sont enregistrés, en secret.";

    protected override string EntriesOne => "{0} participation";
    protected override string EntriesPattern => "{0} participations";
    protected override string VotersOne => "{0} membre a voté";
    protected override string VotersPattern => "{0} membres ont voté";
    protected override string EntryVotesOne => "{0} vote";
    protected override string EntryVotesPattern => "{0} votes";
    protected override string ContestRunningOne => "concours ouvert";
    protected override string ContestRunningMany => "concours ouverts";

    public override string EntriesEach(int count) => count == 1
        ? "Une participation par membre." : $"Jusqu’à {Number(count)} participations par membre.";

    public override string VotesEach(int count) => count == 1
        ? "Un vote par membre." : $"Jusqu’à {Number(count)} votes par membre.";

    public override string YourVotes(int given, int most) =>
        $"Vous avez donné {Number(given)} vote(s) sur {Number(most)}. Vous pouvez changer jusqu’à la fin du vote.";

    public override string PlaceOf(int place) => $"Place {Number(place)}";

    public override string ClocksOf(string zone) => $"Les deux à l’heure de {Place(zone)}.";

    public override string PhaseName(ContestPhase phase) => phase switch
    {
        ContestPhase.Entering => "Participations ouvertes",
        ContestPhase.Voting => "Vote en cours",
        ContestPhase.Closed => "Terminé",
        _ => "Annulé",
    };

    public override string ContestTold(string about, string community) => about.Split('/')[0] switch
    {
        "voting" => $"Le vote a commencé dans un concours de {community}",
        "results" => $"Un concours de {community} a ses résultats",
        _ => $"Un concours de {community} est annulé",
    };
}
