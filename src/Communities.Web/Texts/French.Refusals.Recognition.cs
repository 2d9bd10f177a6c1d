namespace Communities.Web;

// Every "no" of recognition and contests in French, by its code.
internal sealed partial class French
{
    private static Dictionary<string, string> RefusalsOfRecognition => new()
    {
        ["ambassador.missing"] = "Ce membre n’a pas de rôle d’ambassade.",
        ["badge.exists"] = "La communauté a déjà un badge de ce nom court\u00A0; vous pouvez le modifier plus haut.",
        ["badge.malformed"] =
            "Le nom court d’un badge se compose de 1 à {0}~lettres minuscules, chiffres et traits d’union.",
        ["badge.many"] = "Une communauté a {0}~badges propres au plus.",
        ["badge.missing"] = "Ce badge n’existe pas.",
        ["badge.taken"] = "Chaque communauté a déjà un badge de ce nom court.",
        ["contest.closed"] = "Ce concours est terminé.",
        ["contest.exists"] = "Ce concours est déjà ouvert.",
        ["contest.full"] = "Un concours a une limite de {0}.",
        ["contest.missing"] = "Ce concours n’existe pas.",
        ["each.range"] = "Les participations et les votes d’un membre vont de {0} à {1}.",
        ["entries.many"] = "Chaque membre participe ici avec {0}~message(s) au plus.",
        ["entry.closed"] = "Les participations sont closes.",
        ["entry.foreign"] = "Seuls la personne qui participe et les gestionnaires peuvent retirer une participation.",
        ["entry.missing"] = "Cette participation n’existe pas.",
        ["entry.own"] = "Personne ne vote pour sa propre participation.",
        ["jury.needed"] = "Seul le jury vote ici.",
        ["jury.own"] = "Qui siège au jury ne participe pas.",
        ["jury.unknown"] = "Un jury se compose de membres de la communauté.",
        ["jury.range"] = "Un jury a {0}~membres au plus, chacun une fois.",
        ["leaderboard.missing"] = "Cette communauté ne tient pas de classement.",
        ["measure.unknown"] = "Les badges ne comptent pas cela.",
        ["needed.range"] = "Un badge demande de {0} à {1} de ce qu’il compte.",
        ["sign.unknown"] = "Ce signe n’existe pas.",
        ["voting.range"] = "Le vote finit {0}~heure ou plus après la dernière participation.",
        ["votes.range"] = "Veuillez choisir {0}~participations au plus, chacune une fois.",
        ["voting.closed"] = "Le vote n’est pas ouvert.",
        ["thanks.own"] = "Les remerciements sont pour les autres.",
        ["thanks.repeated"] = "Vous avez déjà remercié cette personne depuis moins de {0}~jours.",
    };
}
