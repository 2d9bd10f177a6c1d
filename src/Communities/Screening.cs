using System.Collections.Immutable;

namespace Communities;

/// <summary>
/// What the rules of automoderation said of a text before it was written. The server finds it with what the community
/// has set, and it travels with the command; no browser says it.
/// </summary>
/// <param name="IsHeld">The post waits until a moderator lets it be seen.</param>
/// <param name="IsFlagged">The post is seen, and brought to moderators.</param>
/// <param name="SilenceHours">Its author is silenced for so long; 0 for not.</param>
/// <param name="Rules">The ids of the rules that matched, in order.</param>
/// <param name="Score">What the filter says, 0 (harmless) to 100; null where it is off.</param>
/// <param name="Category">The category of the thread: the thread says it, so that its moderators hear of it.</param>
public sealed record Screening(
    bool IsHeld, bool IsFlagged, int SilenceHours, ImmutableArray<string> Rules, int? Score = null,
    string? Category = null)
{
    /// <summary>The ids of the rules that matched, in order.</summary>
    public ImmutableArray<string> Rules { get; init; } = Rules.IsDefault ? [] : Rules;
}
