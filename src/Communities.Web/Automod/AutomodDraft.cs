using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A rule of automoderation as somebody fills the form in.</summary>
internal static class AutomodDraft
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <summary>The rule of this form.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="id">The rule's short name; null for a new one, which gets one from its name.</param>
    public static AutomodRule Of(IFormCollection form, string? id)
    {
        var test = One(form["test"], AutomodTest.Words);
        var name = form["name"].ToString().Trim();
        var (from, _) = AutomodRules.NumberOf(test);
        var kind = One(form["action"], AutomodActionKind.Hold);
        return new AutomodRule(
            id ?? IdOf(name), name, test, TermsOf(test, form["terms"].ToString()),
            from == 0 ? 0 : Number(form["number"], from),
            AutomodRules.LooksBack(test) ? Number(form["minutes"], 0) : 0,
            new AutomodScope(
                Number(form["spared"], 0) is > 0 and var trust ? trust : null,
                Number(form["posts"], 0), Number(form["member"], 0), Number(form["account"], 0)),
            new AutomodAction(
                kind,
                kind switch
                {
                    AutomodActionKind.Block => Said(form["sentence"]),
                    AutomodActionKind.Tag => Said(form["tag"])?.TrimStart('#').ToLowerInvariant(),
                    AutomodActionKind.Replace => Said(form["replacement"]),
                    _ => null,
                },
                kind == AutomodActionKind.Silence ? Number(form["hours"], 0) : 0),
            form["on"] == "on");
    }

    /// <summary>A new rule of this test, as its form begins.</summary>
    public static AutomodRule New(AutomodTest test) => new(
        "", "", test, [],
        test switch
        {
            AutomodTest.Score => 80,
            AutomodTest.Repeated or AutomodTest.Rate => 3,
            _ => AutomodRules.NumberOf(test).From,
        },
        AutomodRules.LooksBack(test) ? 10 : 0,
        test == AutomodTest.Any ? new AutomodScope(FirstPosts: 3) : AutomodScope.Everybody,
        new AutomodAction(AutomodActionKind.Hold), IsOn: false);

    /// <summary>The test of this name in an address, or the first that people think of.</summary>
    public static AutomodTest TestOf(string? name) => One(name, AutomodTest.Words);

    // What a name is made of that a short name may have.
    private static string IdOf(string name)
    {
        var folded = string.Concat(name.ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var id = string.Join('-', folded.Split('-', StringSplitOptions.RemoveEmptyEntries));
        id = id.Length > 40 ? id[..40].TrimEnd('-') : id;
        return id is "" or AutomodRules.GuardId or "new" ? $"rule-{id}".TrimEnd('-') : id;
    }

    // A regular expression is one line, commas and all; words and domains are one a line, or between commas.
    private static ImmutableArray<string> TermsOf(AutomodTest test, string typed) => test switch
    {
        AutomodTest.Pattern => Said(typed) is { } pattern ? [pattern] : [],
        AutomodTest.Words => Lines(typed, [.. LineEnds, ',']),
        AutomodTest.Links or AutomodTest.OtherLinks or AutomodTest.Language =>
            Lines(typed.ToLowerInvariant(), [.. LineEnds, ',', ' ']),
        _ => [],
    };

    private static ImmutableArray<string> Lines(string typed, char[] ends) =>
        [.. typed.Split(ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private static string? Said(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    // What is no number is out of every range, and refused for that.
    private static int Number(string? typed, int otherwise) => string.IsNullOrWhiteSpace(typed) ? otherwise
        : Typed.Number(typed) ?? -1;

    private static T One<T>(string? name, T otherwise) where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : otherwise;
}
