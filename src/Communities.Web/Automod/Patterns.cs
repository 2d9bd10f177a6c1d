using Communities.Actors;

namespace Communities.Web;

/// <summary>Looks whether a regular expression is quick enough, before it is saved.</summary>
internal static class Patterns
{
    private const int Length = 5_000; // A long post: slow patterns are slow here already.

    // What makes them go back: much of the same, and an end that does not fit.
    private static readonly string[] _samples =
    [
        new string('a', Length) + "!",
        new string('0', Length) + "x",
        string.Concat(Enumerable.Repeat("ab 12 ", Length / 6)) + "\u2028",
        string.Concat(Enumerable.Repeat("https://www.example.org/a-b?c=d&", Length / 32)),
        new string(' ', Length) + ".",
    ];

    /// <summary>Why this rule takes too long, or null.</summary>
    public static Refusal? SlowFault(AutomodRule rule)
    {
        if (rule.Test != AutomodTest.Pattern || AutomodRules.Fault(rule) is not null) return null;
        var pattern = AutomodRules.Expression(rule.Terms[0]);
        return _samples.All(sample => AutomodRules.InTime(() => pattern.Count(sample)))
            ? null
            : new("pattern.deep", "That expression takes too long: please write it more simply.");
    }
}
