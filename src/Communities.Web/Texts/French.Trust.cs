namespace Communities.Web;

// Trust levels, what they ask for and what they bring.
internal sealed partial class French
{
    public override string TrustLevels => "Niveaux de confiance";
    public override string TrustHint =>
        "Qui participe reçoit plus de confiance. Les niveaux 1 à 3 viennent d’eux-mêmes\u00A0; "
        + "voici tout ce qu’ils demandent.";
    public override string TrustOfStaff => "Votre rôle permet déjà tout cela, quel que soit votre niveau.";
    public override string TrustLevelLabel => "Niveau de confiance";
    public override string YourLevel => "votre niveau";
    public override string LockTrust => "Le maintenir, quoi que fasse ce membre";
    public override string TrustLocked => "maintenu à la main";
    public override string SetTrustLevel => "Fixer le niveau";

    public override string TrustName(int level) => level switch
    {
        0 => "Nouveau membre",
        1 => "Bases acquises",
        2 => "Membre à part entière",
        3 => "Fidèle",
        _ => "Guide",
    };

    public override string TrustMeans(int level) => level switch
    {
        0 => "Lire et écrire, dans des limites qui éloignent le spam\u00A0: peu de liens, d’images et de réponses.",
        1 => "Écrire sans les limites des nouveaux membres.",
        2 => "Inviter d’autres personnes dans cette communauté.",
        3 => "Une présence régulière. Ce niveau prend fin avec elle, au plus tôt après deux semaines.",
        _ => "Guider les autres. Ce niveau est donné par l’équipe d’animation, et repris par elle seule.",
    };

    public override string TrustNeed(TrustMeasure measure, int needed) => measure switch
    {
        TrustMeasure.ThreadsEntered => Plural(
            needed, "{0}\u00A0discussion lue depuis son début", "{0}\u00A0discussions lues depuis leur début"),
        TrustMeasure.PostsRead => Plural(needed, "{0}\u00A0message lu", "{0}\u00A0messages lus"),
        TrustMeasure.ActiveDays => Plural(needed, "{0}\u00A0jour de présence", "{0}\u00A0jours de présence"),
        TrustMeasure.RecentDays => Plural(
            needed, "{0}\u00A0jour de présence sur les 100 derniers",
            "{0}\u00A0jours de présence sur les 100 derniers"),
        TrustMeasure.Replies => Plural(needed, "{0}\u00A0réponse écrite", "{0}\u00A0réponses écrites"),
        TrustMeasure.Given => Plural(needed, "{0}\u00A0réaction donnée", "{0}\u00A0réactions données"),
        _ => Plural(needed, "{0}\u00A0réaction reçue", "{0}\u00A0réactions reçues"),
    };

    public override string NewMemberLimits(int links, int replies) =>
        $"Vos débuts ici ont des limites\u00A0: {links} liens par message, et {replies} réponses dans la discussion de "
        + "quelqu’un d’autre. Elles prennent fin au niveau 1.";

    public override string TrustBeginning(int members) =>
        $"En dessous de {members} membres, cette communauté débute\u00A0: "
        + "les limites des nouveaux membres ne s’appliquent à personne.";
}
