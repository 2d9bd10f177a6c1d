namespace Communities.Web;

// Every "no" of the calendar and of interviews in French, by its code.
internal sealed partial class French
{
    private static Dictionary<string, string> RefusalsOfCalendar => new()
    {
        ["guest.range"] = "Un entretien a de 1 à {1} personnes invitées.",
        ["day.malformed"] = "Un jour s’écrit sous la forme 2026-12-25.",
        ["guest.unknown"] = "Les personnes invitées sont des membres de la communauté, chacune une fois.",
        ["interview.early"] = "Un entretien a lieu après son annonce, pas avant.",
        ["interview.foreign"] = "Seule la personne qui anime l’entretien, ou l’animation, peut faire cela.",
        ["interview.live"] = "Le direct a commencé~; seuls les invités et la fin peuvent changer.",
        ["interview.malformed"] = "L’identifiant d’un entretien a 16 lettres et chiffres.",
        ["interview.missing"] = "Cet entretien n’existe pas.",
        ["interview.over"] = "Cet entretien est terminé.",
        ["lead.range"] = "Un entretien a lieu de 0 à {1} jours après son annonce.",
        ["length.range"] = "Un direct dure de dix minutes à sept jours.",
        ["open.range"] = "Un sondage reçoit des votes pendant 1 à {1} jours.",
        ["review.own"] = "Une autre personne relit d’abord~: personne ne valide ce qu’elle a écrit elle-même.",
        ["rhythm.full"] = "On peut sauter {0} jours au plus.",
        ["rhythm.malformed"] = "Une semaine a sept jours, et un mois 31 au plus.",
        ["rhythm.many"] = "Une série a de 1 à {1} parutions.",
        ["rhythm.past"] = "La série finirait avant de commencer.",
        ["rhythm.range"] = "Une série revient toutes les 1 à {1} semaines ou mois.",
        ["rhythm.unknown"] = "Une série revient par semaines ou par mois.",
        ["slot.exists"] = "Cette parution existe déjà.",
        ["slot.malformed"] =
            "Seul un sondage a des choix, et seul un entretien a des personnes invitées~; il les leur faut.",
        ["slot.many"] = "Vous avez déjà {0} brouillons au calendrier~; veuillez d’abord en finir un.",
        ["slot.missing"] = "Cette parution n’est pas au calendrier.",
        ["slot.over"] = "Cette parution est déjà publiée ou retirée.",
        ["slot.unknown"] = "Ce genre de parution n’existe pas.",
        ["slot.unreviewed"] = "Il faut d’abord une relecture.",
        ["time.empty"] = "Veuillez d’abord choisir une date et une heure.",
        ["writer.missing"] = "Une parution se fait au nom d’un membre.",
    };
}
