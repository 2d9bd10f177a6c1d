using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>What a community is for, as data: pages show it, and threads are compared with it.</summary>
/// <param name="WhatFor">What people come together for, in Markdown.</param>
/// <param name="ForWhom">Whom it is meant for, in Markdown.</param>
/// <param name="BelongsHere">What one writes about here, in Markdown.</param>
/// <param name="NotHere">What one does not, and perhaps where to go with it, in Markdown.</param>
/// <param name="Words">The words of the domain: what threads here are about, one by one.</param>
public sealed record Purpose(
    string WhatFor, string ForWhom, string BelongsHere, string NotHere, ImmutableArray<string> Words)
{
    /// <summary>The longest part beside the first: it stands beside a list, and is to be read before writing.</summary>
    public const int PartMax = 2_000;

    /// <summary>The most words: a domain that needs more is several.</summary>
    public const int WordsMax = 100;

    /// <summary>The longest word, or expression.</summary>
    public const int WordMax = 40;

    /// <summary>Nothing said.</summary>
    public static Purpose None { get; } = Saying("");

    /// <summary>True where nothing is said.</summary>
    public bool IsEmpty => WhatFor.Length + ForWhom.Length + BelongsHere.Length + NotHere.Length == 0 && Words.IsEmpty;

    /// <summary>A purpose that says what for, and nothing else.</summary>
    public static Purpose Saying(string whatFor) => new(whatFor, "", "", "", []);

    /// <summary>What is wrong with it, or null.</summary>
    internal static Refusal? Fault(Purpose? purpose) =>
        purpose is null || purpose.Words.IsDefault ? new("purpose.malformed", "A purpose has all its parts.")
        : Text.Fault("purpose", purpose.WhatFor, Text.AboutMax, mayBeEmpty: true)
        ?? Text.Fault("audience", purpose.ForWhom, PartMax, mayBeEmpty: true)
        ?? Text.Fault("scope", purpose.BelongsHere, PartMax, mayBeEmpty: true)
        ?? Text.Fault("limits", purpose.NotHere, PartMax, mayBeEmpty: true)
        ?? (purpose.Words.Length > WordsMax
            ? new Refusal("words.many", $"A domain has {WordsMax} words at most.") : null)
        ?? purpose.Words.Select(word => Text.LineFault("word", word, WordMax))
            .FirstOrDefault(fault => fault is not null);

    /// <summary>The same one without blanks around its parts, and each word once.</summary>
    internal static Purpose Tidy(Purpose purpose) => new(
        purpose.WhatFor?.Trim() ?? "", purpose.ForWhom?.Trim() ?? "", purpose.BelongsHere?.Trim() ?? "",
        purpose.NotHere?.Trim() ?? "",
        [.. purpose.Words.Select(word => word.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)]);
}
