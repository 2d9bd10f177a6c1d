using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Communities;

/// <summary>How a person likes to read.</summary>
/// <param name="Language">The language of pages.</param>
/// <param name="Theme">Light, dark, or as the system says.</param>
/// <param name="SansPosts">Posts in the interface's typeface rather than in the serif.</param>
/// <param name="IsUnseen">Others are not shown that the person has a page open, or is writing.</param>
/// <param name="TimeZone">The name of the zone in which times are shown, <c>Europe/Paris</c>; null for UTC.</param>
public sealed partial record Preferences(
    string Language,
    Theme Theme = Theme.System,
    bool SansPosts = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsUnseen = false,
    string? TimeZone = null)
{
    /// <summary>Before the person said anything.</summary>
    public static Preferences Default { get; } = new(Languages.Known[0]);

    /// <summary>
    /// True for what looks like the name of a time zone; whether there is one of this name, only a machine's own
    /// tables know.
    /// </summary>
    internal static bool IsTimeZone(string? name) => name is null || Zone().IsMatch(name);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+-]{0,31}(?:/[A-Za-z0-9_+-]{1,32}){0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();
}

/// <summary>The colours of pages.</summary>
public enum Theme
{
    /// <summary>As the reader's system says.</summary>
    System = 0,

    /// <summary>Light.</summary>
    Light = 1,

    /// <summary>Dark.</summary>
    Dark = 2,
}
