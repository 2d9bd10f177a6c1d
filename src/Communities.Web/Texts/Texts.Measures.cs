#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// What decisions do, as moderators choose it and as everybody reads it.
public partial class Texts
{
    /// <summary>What a moderator chooses.</summary>
    public virtual string MeasureName(MeasureKind kind) => kind switch
    {
        MeasureKind.Keep => "Keep",
        MeasureKind.Hide => "Hide",
        MeasureKind.Remove => "Remove",
        MeasureKind.RequestEdit => "Ask for a change",
        MeasureKind.Warn => "Warn",
        MeasureKind.Silence => "Silence",
        MeasureKind.Suspend => "Suspend",
        MeasureKind.Ban => "Ban",
        MeasureKind.Close => "Close the thread",
        MeasureKind.Slow => "Slow the thread",
        _ => "Erase for good",
    };

    /// <summary>What the choice means.</summary>
    public virtual string MeasureHint(MeasureKind kind) => kind switch
    {
        MeasureKind.Keep => "It stays, and what was done meanwhile is undone.",
        MeasureKind.Hide => "Only its author and moderators see it.",
        MeasureKind.Remove => "It is gone for readers; with an opening post, the thread is.",
        MeasureKind.RequestEdit => "Hidden until its author has changed it.",
        MeasureKind.Warn => "A word, and a strike that counts for a time.",
        MeasureKind.Silence => "Reads, and writes nothing.",
        MeasureKind.Suspend => "Takes no part for a time.",
        MeasureKind.Ban => "Takes no part any more.",
        MeasureKind.Close => "Nobody replies any more.",
        MeasureKind.Slow => "Some time between two posts of the same member.",
        _ => "The text is destroyed for everybody. This cannot be undone.",
    };

    /// <summary>What was done, behind what it was done to: "hidden", "silenced for 3 days".</summary>
    public virtual string MeasureDone(Measure measure) => measure.Kind switch
    {
        MeasureKind.Keep => "kept",
        MeasureKind.Hide => "hidden",
        MeasureKind.Remove => "removed",
        MeasureKind.RequestEdit => "hidden until changed",
        MeasureKind.Warn => "author warned",
        MeasureKind.Silence => $"author silenced {ForHours(measure.Hours)}",
        MeasureKind.Suspend => $"author suspended {ForHours(measure.Hours)}",
        MeasureKind.Ban => $"author banned {ForHours(measure.Hours)}",
        MeasureKind.Close => $"thread closed{(measure.Hours is null ? "" : " " + ForHours(measure.Hours))}",
        MeasureKind.Slow => "thread slowed",
        _ => "erased",
    };

    public string MeasuresDone(IEnumerable<Measure> measures) => string.Join(", ", measures.Select(MeasureDone));

    /// <summary>For how long: hours up to three days, days beyond; without them, for good.</summary>
    public string ForHours(int? hours) => hours switch
    {
        null => ForGood,
        < 72 => string.Format(Culture, ForPattern, Plural(hours.Value, HourPattern, HoursPattern)),
        _ when hours % 24 == 0 => string.Format(Culture, ForPattern, Plural(hours.Value / 24, DayPattern, DaysPattern)),
        _ => string.Format(Culture, ForPattern, Plural(hours.Value, HourPattern, HoursPattern)),
    };

    public virtual string ForGood => "for good";

    protected virtual string ForPattern => "for {0}";

    protected virtual string HourPattern => "{0} hour";

    protected virtual string HoursPattern => "{0} hours";

    protected virtual string DayPattern => "{0} day";

    protected virtual string DaysPattern => "{0} days";
}
