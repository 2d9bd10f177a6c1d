using System.Collections.Immutable;
using System.Globalization;

namespace Communities.Web;

/// <summary>What people type into the fields of forms, read in one way wherever it stands.</summary>
internal static class Typed
{
    // No-break spaces come with what is copied from a page.
    private static readonly char[] Between = [' ', ',', ';', '\t', '\n', '\r', '\u00A0'];

    /// <summary>A whole number, written in digits alone; null for anything else, signs and spaces included.</summary>
    public static int? Number(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An account or the like as people write it, perhaps with an @ before it; empty for nothing.</summary>
    public static string Account(string? typed) => (typed ?? "").Trim().TrimStart('@').ToLowerInvariant();

    /// <summary>Accounts between spaces, commas, semicolons or lines; each once.</summary>
    public static ImmutableArray<string> Accounts(string typed) =>
        [.. typed.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(Account).Distinct()];
}
