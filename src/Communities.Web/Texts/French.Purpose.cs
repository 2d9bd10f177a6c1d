namespace Communities.Web;

// What a community is for, and threads that seem to be about something else.
internal sealed partial class French
{
    public override string Purpose => "Raison d’être";
    public override string NoPurpose => "La raison d’être de cette communauté n’est pas encore écrite.";
    public override string PurposeHint =>
        "Ce qu’on lit avant d’adhérer et avant d’écrire, et à quoi les discussions sont comparées. "
        + "Deux ou trois phrases par rubrique suffisent.";
    public override string WritePurpose => "Écrire la raison d’être";
    public override string DoorTitle => "À quoi sert ce lieu";
    public override string WhatFor => "À quoi elle sert";
    public override string ForWhom => "Pour qui";
    public override string ForWhomHint =>
        "Débuter, habiter le quartier, être du métier\u00A0: qui doit se sentir concerné\u00A0?";
    public override string BelongsHere => "Ce qui a sa place ici";
    public override string BelongsHereHint => "Ce qu’on demande, raconte et montre ici, en quelques lignes.";
    public override string NotHere => "Ce qui n’y a pas sa place";
    public override string NotHereHint => "Et où l’apporter, si vous connaissez un meilleur endroit.";
    public override string DomainWords => "Mots du domaine";
    public override string FirstThreadTitle => "Avant votre première discussion";

    public override string OffTopicTitle => "Discussions qui semblent parler d’autre chose";
    public override string NoDomainWords =>
        "Aucun mot du domaine n’est encore noté. Les discussions leur sont comparées, pour signaler celles qui "
        + "s’égarent.";
    public override string WriteDomainWords => "En noter quelques-uns";
    public override string NothingLookedAt => "Aucune discussion n’a été ouverte ces trente derniers jours.";
    public override string BelongsAfterAll => "Elle a sa place ici";
    public override string FittingNow => "C’est retenu\u00A0: cette discussion a sa place ici.";
    public override string FittingHint =>
        "Quelqu’un a dit qu’elles ont leur place ici, et elles ne sont plus signalées. Si vous revenez là-dessus, "
        + "leurs mots décident de nouveau.";
    public override string FittingTakeBack => "Revenir là-dessus";
    public override string FittingOpenNow => "C’est noté\u00A0: les mots de cette discussion décident de nouveau.";
    public override string MoveToCategory => "Déplacer vers";
    public override string MoveThread => "Déplacer";
    public override string WhyFar =>
        "Elle ne contient aucun mot du domaine et ne ressemble pas aux discussions précédentes.";
    public override string WhyNoWord => "Elle ne contient aucun mot du domaine.";

    public override string DomainWordsHint(int most) =>
        $"Un par ligne, {Number(most)} au plus\u00A0: ce dont on parle ici. «\u00A0Roue\u00A0» vaut aussi pour "
        + "«\u00A0roues\u00A0».";

    public override string NothingOffTopic(int lookedAt) => lookedAt <= 1
        ? "Une discussion a été ouverte ces trente derniers jours, et elle a sa place ici."
        : $"{Number(lookedAt)} discussions ont été ouvertes ces trente derniers jours, et toutes semblent avoir leur "
            + "place ici.";

    public override string OffTopicCount(int found) =>
        found <= 1 ? "discussion à regarder" : "discussions à regarder";

    public override string OffTopicHint(int found, int lookedAt) =>
        $"{Number(found)} sur les {Number(lookedAt)} discussions des trente derniers jours. Compter des mots n’est pas "
        + "juger\u00A0: veuillez lire avant de déplacer.";

    public override string FittingTitle(int threads) => Plural(
        threads, "{0}\u00A0discussion dite à sa place ici", "{0}\u00A0discussions dites à leur place ici");

    public override string WhyUnknown(string words) => $"Nouveau ici\u00A0: {words}.";

    public override string WhyUnwanted(string words) =>
        $"D’après la raison d’être, ceci n’a pas sa place ici\u00A0: {words}.";

    public override string WhyNearest(string category) =>
        $"Les discussions les plus proches se trouvent dans {category}.";

    public override string Quoted(string word) => $"«\u00A0{word}\u00A0»";
}
