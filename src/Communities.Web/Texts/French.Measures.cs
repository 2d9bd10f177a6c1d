namespace Communities.Web;

// What decisions do.
internal sealed partial class French
{
    public override string MeasureName(MeasureKind kind) => kind switch
    {
        MeasureKind.Keep => "Laisser",
        MeasureKind.Hide => "Masquer",
        MeasureKind.Remove => "Retirer",
        MeasureKind.RequestEdit => "Demander une modification",
        MeasureKind.Warn => "Avertir",
        MeasureKind.Silence => "Réduire au silence",
        MeasureKind.Suspend => "Suspendre",
        MeasureKind.Ban => "Exclure",
        MeasureKind.Close => "Fermer la discussion",
        MeasureKind.Slow => "Ralentir la discussion",
        _ => "Effacer définitivement",
    };

    public override string MeasureHint(MeasureKind kind) => kind switch
    {
        MeasureKind.Keep => "Rien ne change, et ce qui a été fait entre-temps est annulé.",
        MeasureKind.Hide => "Seules la modération et la personne qui l’a écrit le voient.",
        MeasureKind.Remove => "Plus personne ne le lit\u00A0; avec le premier message, toute la discussion disparaît.",
        MeasureKind.RequestEdit => "Masqué jusqu’à sa modification.",
        MeasureKind.Warn => "Un rappel, et un avertissement qui compte pendant un temps.",
        MeasureKind.Silence => "Peut lire, mais pas écrire.",
        MeasureKind.Suspend => "Ne participe plus pendant un temps.",
        MeasureKind.Ban => "Ne participe plus.",
        MeasureKind.Close => "Personne ne répond plus.",
        MeasureKind.Slow => "Un délai entre deux messages d’un même membre.",
        _ => "Le texte est détruit pour tout le monde. C’est irréversible.",
    };

    public override string MeasureDone(Measure measure) => measure.Kind switch
    {
        MeasureKind.Keep => "laissé en place",
        MeasureKind.Hide => "masqué",
        MeasureKind.Remove => "retiré",
        MeasureKind.RequestEdit => "masqué jusqu’à modification",
        MeasureKind.Warn => "avertissement donné",
        MeasureKind.Silence => $"silence imposé {ForHours(measure.Hours)}",
        MeasureKind.Suspend => $"participation suspendue {ForHours(measure.Hours)}",
        MeasureKind.Ban => $"exclusion {ForHours(measure.Hours)}",
        MeasureKind.Close => $"discussion fermée{(measure.Hours is null ? "" : " " + ForHours(measure.Hours))}",
        MeasureKind.Slow => "discussion ralentie",
        _ => "effacé",
    };

    public override string ForGood => "définitivement";

    protected override string ForPattern => "pour {0}";

    protected override string HourPattern => "{0}\u00A0heure";

    protected override string HoursPattern => "{0}\u00A0heures";

    protected override string DayPattern => "{0}\u00A0jour";

    protected override string DaysPattern => "{0}\u00A0jours";
}
