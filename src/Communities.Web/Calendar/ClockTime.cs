using System.Globalization;
using Communities.Actors;

namespace Communities.Web;

/// <summary>Times as fields of forms bring them, on the clocks of a zone.</summary>
internal static class ClockTime
{
    private const string Written = "yyyy-MM-ddTHH:mm";

    // What a field of the type datetime-local sends, with and without seconds.
    private static readonly string[] _formats = [Written, "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>What was typed is no time.</summary>
    public static Refusal Malformed { get; } = new("time.malformed", "A time has a day and an hour.");

    /// <summary>What the clocks show then; null where that is no time.</summary>
    public static DateTime? Local(string? typed) => DateTime.TryParseExact(
        typed, _formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;

    /// <summary>When the clocks show what was typed, and what is odd about it; null where that is no time.</summary>
    public static (DateTimeOffset At, Wrinkle Wrinkle)? In(string zone, string? typed) =>
        Local(typed) is { } local ? ZonedTime.At(local, zone) : null;

    /// <summary>A time as such a field shows it.</summary>
    public static string Typed(DateTime local) => local.ToString(Written, CultureInfo.InvariantCulture);

    /// <summary>A moment as such a field shows it, on the clocks of this zone.</summary>
    public static string Typed(DateTimeOffset at, string zone) => Typed(ZonedTime.Local(at, zone));

    /// <summary>Of several times the first that is odd; a form can say one thing only.</summary>
    public static Wrinkle First(params ReadOnlySpan<Wrinkle> wrinkles)
    {
        foreach (var wrinkle in wrinkles)
            if (wrinkle != Wrinkle.None) return wrinkle;
        return Wrinkle.None;
    }
}
