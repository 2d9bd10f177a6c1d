using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>The languages that the program speaks.</summary>
public static class Languages
{
    /// <summary>Every language, the one spoken by default first.</summary>
    public static ImmutableArray<string> Known { get; } = ["en", "fr"];

    internal static Refusal Unknown { get; } = new("language.unknown", "The language is en or fr.");
}
