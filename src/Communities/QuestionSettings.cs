using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>How a community wants its questions to be answered.</summary>
/// <param name="Hours">
/// Within how many hours a thread shall have a first reply of somebody else, where its category says nothing; 0:
/// threads need none.
/// </param>
/// <param name="IsSolved">Threads shall have an accepted answer, where their category says nothing.</param>
/// <param name="Categories">What is so elsewhere, by category.</param>
/// <param name="HoldsDays">
/// After how many days readers are asked whether an accepted answer still holds; 0: never.
/// </param>
public sealed record QuestionSettings(
    int Hours, bool IsSolved, ImmutableArray<AnswerTarget> Categories, int HoldsDays)
{
    /// <summary>The longest target: four weeks; who waits longer than that waits in vain.</summary>
    public const int HoursMax = 24 * 28;

    /// <summary>The youngest answers that readers are asked about: below a month there is nothing to be seen.</summary>
    public const int HoldsMin = 30;

    /// <summary>The oldest: ten years.</summary>
    public const int HoldsMax = 3_650;

    /// <summary>Before managers said anything: a day, as people check in daily; and a year, as things change.</summary>
    public static QuestionSettings Default { get; } = new(Hours: 24, IsSolved: false, Categories: [], HoldsDays: 365);

    /// <summary>What is said of this category; null for nothing.</summary>
    public AnswerTarget? Of(string? category) =>
        category is null ? null : Categories.FirstOrDefault(target => target.Category == category);

    /// <summary>Why these are no settings, or null.</summary>
    internal Refusal? Fault(Predicate<string> hasCategory) =>
        Categories.IsDefault || Categories.Length > Community.CategoriesMax
            || Categories.Any(target => target is null || target.Category is null)
            ? new("targets.malformed", "Targets are a list, one for a category.")
        : Categories.Select(target => target.Category).Distinct().Count() < Categories.Length
            ? new("targets.malformed", "A category has one target.")
        : Categories.Any(target => !hasCategory(target.Category)) ? Refusals.NoSuchCategory
        : Hours is < 0 or > HoursMax || Categories.Any(target => target.Hours is < 0 or > HoursMax)
            ? new("target.range", $"A target is 1 to {HoursMax} hours, or 0 for none.")
        : HoldsDays is not 0 and (< HoldsMin or > HoldsMax)
            ? new("holds.range", $"Answers are looked at again after {HoldsMin} to {HoldsMax} days, or 0 for never.")
        : null;

    internal bool IsSame(QuestionSettings other) => Hours == other.Hours && IsSolved == other.IsSolved
        && HoldsDays == other.HoldsDays && Categories.SequenceEqual(other.Categories);
}

/// <summary>What the threads of a category aim at.</summary>
/// <param name="Category">Its slug; empty for threads without one.</param>
/// <param name="Hours">Within how many hours there shall be a first reply of somebody else; 0: none is needed.</param>
/// <param name="IsSolved">They are questions, and shall have an accepted answer.</param>
public sealed record AnswerTarget(string Category, int Hours, bool IsSolved = false);
