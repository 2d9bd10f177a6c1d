namespace Communities.Web;

// Polls.
internal sealed partial class French
{
    public override string Poll => "Sondage";
    public override string AddPoll => "Ajouter un sondage";
    public override string PollQuestion => "Question posée";
    public override string PollOptions => "Options";
    public override string PollOptionsHint(int least, int most) => $"Une par ligne, de {least} à {most}.";
    public override string PollWay => "Façon de voter";
    public override string PollResults => "Le résultat se voit";
    public override string PollLeast => "Au moins";
    public override string PollMost => "Au plus";
    public override string PollRangeHint =>
        "Pour plusieurs options ou un classement\u00A0; vide, d’une option à toutes.";
    public override string PollCloses => "Se termine le (UTC), s’il y a une date";
    public override string OpenBallotLabel => "Vote public";
    public override string OpenBallotHint => "Qui voit le résultat voit aussi qui a voté quoi.";
    public override string SecretBallot => "vote secret";
    public override string OpenBallot => "vote public";
    public override string PollEnds => "se termine";
    public override string PollEnded => "terminé";
    public override string Vote => "Voter";
    public override string ChangeVote => "Changer mon vote";
    public override string TakeVoteBack => "Retirer mon vote";
    public override string EndPoll => "Terminer le sondage";
    public override string ReopenPoll => "Rouvrir le sondage";
    public override string ShowResult => "Voir le résultat";
    public override string ResultAfterVoting => "Le résultat se voit après avoir voté.";
    public override string ResultAtEnd => "Le résultat se verra à la fin du sondage.";
    public override string PollShare => "Part";
    public override string PollVotes => "Voix";
    public override string PollWon => "Préférée";
    public override string PollTied => "À égalité";
    public override string FirstPreferences => "Ce sont les premières préférences.";
    public override string HowCounted => "Comment on a compté";
    public override string GoesOut => "sort";
    public override string RunoffHint =>
        "À chaque tour, l’option que le moins de bulletins préfèrent sort, et ces bulletins passent à leur préférence "
        + "suivante, jusqu’à ce qu’une option ait plus de la moitié des voix.";
    public override string WhoVoted => "Qui a voté quoi";
    public override string MoreVotes => "Votes précédents";
    public override string PollInThread => "Vers la discussion";

    public override string WayName(VotingWay way) => way switch
    {
        VotingWay.Single => "Une option",
        VotingWay.Several => "Plusieurs options",
        _ => "Classement",
    };

    public override string ResultsName(ResultsShown results) => results switch
    {
        ResultsShown.Always => "Toujours",
        ResultsShown.AfterVoting => "Après le vote",
        _ => "À la fin",
    };

    public override string Choose(VotingWay way, int least, int most) => (way, least == most) switch
    {
        (VotingWay.Single, _) => "Choisissez une option.",
        (VotingWay.Several, true) => $"Choisissez-en {most}.",
        (VotingWay.Several, false) => $"Choisissez-en de {least} à {most}.",
        (_, true) => $"Classez-en {most}\u00A0: 1 pour votre préférée.",
        _ => $"Classez-en de {least} à {most}\u00A0: 1 pour votre préférée.",
    };

    public override string RankOf(string option) => $"Rang de «\u00A0{option}\u00A0»";

    public override string YourVote(int rank) => rank > 0 ? $"votre n°\u00A0{rank}" : "votre vote";

    public override string Round(int number) => number == 1 ? "1er tour" : $"{number}e tour";

    protected override string VotePattern => "{0}\u00A0vote";

    protected override string VotesPattern => "{0}\u00A0votes";
}
