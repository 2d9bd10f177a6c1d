namespace Communities.Web;

// Every "no" of recognition and contests in French, by its code.
internal sealed partial class French
{
    private static Dictionary<string, string> RefusalsOfRecognition => new()
    {
        ["ambassador.missing"] = "Ce membre n’a pas de rôle d’ambassade.",
        ["thanks.own"] = "Les remerciements sont pour les autres.",
        ["thanks.repeated"] = "Vous l’avez déjà remercié depuis moins de {0}~jours.",
    };
}
