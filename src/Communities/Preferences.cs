using System.Text.Json.Serialization;

namespace Communities;

/// <summary>How a person likes to read.</summary>
/// <param name="Language">The language of pages.</param>
/// <param name="Theme">Light, dark, or as the system says.</param>
/// <param name="SansPosts">Posts in the interface's typeface rather than in the serif.</param>
/// <param name="IsUnseen">Others are not shown that the person has a page open, or is writing.</param>
public sealed record Preferences(
    string Language,
    Theme Theme = Theme.System,
    bool SansPosts = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsUnseen = false)
{
    /// <summary>Before the person said anything.</summary>
    public static Preferences Default { get; } = new(Languages.Known[0]);
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
