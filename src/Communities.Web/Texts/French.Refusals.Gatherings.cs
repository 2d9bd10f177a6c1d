namespace Communities.Web;

// Every "no" of gatherings in French, by its code.
internal sealed partial class French
{
    private static Dictionary<string, string> RefusalsOfGatherings => new()
    {
        ["attendance.early"] =
            "Les présences se notent à partir de deux heures avant le début, et le code vaut jusqu’à deux heures "
            + "après la fin.",
        ["board.missing"] = "Cette rencontre n’a pas de tableau de sessions.",
        ["board.range"] = "Le tableau n’a pas cette salle, ou pas cette heure.",
        ["capacity.range"] = "Il y a de la place pour 1 à {1} personnes, ou pour tout le monde.",
        ["door.malformed"] = "Un code a de {0} à {1} lettres et chiffres.",
        ["door.missing"] = "Il n’y a pas de code à cette entrée.",
        ["door.wrong"] = "Ce n’est pas le code de cette entrée.",
        ["end.far"] = "Une rencontre dure un mois au plus.",
        ["end.range"] = "La fin doit venir après le début.",
        ["form.unknown"] = "Cette forme de rencontre n’existe pas.",
        ["gathering.cancelled"] = "Cette rencontre a été annulée.",
        ["gathering.exists"] = "Cette rencontre est déjà prévue.",
        ["gathering.foreign"] = "Seules les personnes qui accueillent à cette rencontre, et la modération, le peuvent.",
        ["gathering.full"] = "Il n’y a pas de place ici pour plus de {0} personnes.",
        ["gathering.late"] =
            "Elle a commencé~: seuls sa fin, son lieu et son texte peuvent encore changer.",
        ["gathering.malformed"] = "Cette adresse ne désigne aucune rencontre.",
        ["gathering.missing"] = "Cette rencontre n’existe pas.",
        ["gathering.over"] = "Cette rencontre est terminée.",
        ["hosts.many"] = "Une rencontre a {0} hôtes au plus, tous membres.",
        ["hosts.unknown"] = "Les hôtes d’une rencontre sont des membres de la communauté.",
        ["link.empty"] = "Veuillez dire où se trouve l’entretien.",
        ["link.malformed"] = "Un lien est une adresse qui commence par https:// ou http://, ou l’une des nôtres.",
        ["own-sessions.many"] = "Chacun propose {0} sessions au plus.",
        ["recap.early"] = "On raconte une rencontre quand elle est terminée.",
        ["recap.exists"] = "Un récit existe déjà~; veuillez continuer dans sa discussion.",
        ["reminder.range"] = "On rappelle {0} fois au plus, d’une minute à quatre semaines avant.",
        ["rooms.many"] = "Un tableau a {0} salles au plus.",
        ["rsvp.unknown"] = "On vient, on s’y intéresse, ou on ne vient pas.",
        ["session-proposal.missing"] = "Cette session n’existe pas.",
        ["session.taken"] = "Une autre session a cette salle à cette heure.",
        ["sessions.many"] = "Une rencontre a {0} sessions au plus.",
        ["times.many"] = "Un tableau a {0} heures au plus.",
        ["times.range"] = "Les heures du tableau se trouvent entre le début et la fin.",
    };
}
