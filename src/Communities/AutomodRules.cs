using System.Text.RegularExpressions;
using Communities.Actors;

namespace Communities;

/// <summary>What makes a rule of automoderation a good one.</summary>
public static class AutomodRules
{
    /// <summary>The most rules of a community: each is asked for every post.</summary>
    public const int Most = 100;

    /// <summary>The most terms of all rules of a community together.</summary>
    public const int TermsMax = 2_000;

    /// <summary>The longest word, phrase or domain, in characters.</summary>
    public const int TermMax = 100;

    /// <summary>The longest regular expression, in characters: longer ones nobody reads.</summary>
    public const int PatternMax = 500;

    /// <summary>
    /// The most regular expressions of a community that need to try and go back (<c>(?=…)</c>, <c>\1</c>): each may
    /// take its whole time for a post.
    /// </summary>
    public const int BacktrackingMax = 5;

    /// <summary>The most minutes that a rate or repetition looks back: a day.</summary>
    public const int MinutesMax = 24 * 60;

    /// <summary>The most posts, times or links that a rule counts to.</summary>
    public const int NumberMax = 60;

    /// <summary>The longest membership or age of an account that a rule asks for, in hours: a year.</summary>
    public const int HoursMax = 24 * 365;

    /// <summary>The longest that a rule silences, in hours: longer ones people decide.</summary>
    public const int SilenceHoursMax = 168;

    /// <summary>How long a regular expression may take for one post.</summary>
    public static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(50);

    /// <summary>The name by which screening calls the guard of a community, which no rule has.</summary>
    public const string GuardId = "guard";

    /// <summary>
    /// Matches a regular expression, again where it ran out of time: a busy machine may hold any up for so long once.
    /// </summary>
    /// <returns>False where it ran out of time three times.</returns>
    public static bool InTime(Action match)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                match();
                return true;
            }
            catch (RegexMatchTimeoutException)
            {
                if (tries == 3) return false;
            }
        }
    }

    /// <summary>What a rule of this test counts from and to; both 0 where it does not count.</summary>
    public static (int From, int To) NumberOf(AutomodTest test) => test switch
    {
        AutomodTest.Links or AutomodTest.OtherLinks => (1, NumberMax),
        AutomodTest.Repeated or AutomodTest.Rate => (2, NumberMax),
        AutomodTest.Score => (1, TextFilter.ScoreMax),
        _ => (0, 0),
    };

    /// <summary>True for the tests that look back over some minutes.</summary>
    public static bool LooksBack(AutomodTest test) => test is AutomodTest.Repeated or AutomodTest.Rate;

    /// <summary>True for the tests that find something of which another text can take the place.</summary>
    public static bool FindsPlaces(AutomodTest test) =>
        test is AutomodTest.Words or AutomodTest.Pattern or AutomodTest.Links or AutomodTest.OtherLinks;

    /// <summary>The regular expression that these signs are; it stops itself in time where it can be slow.</summary>
    /// <exception cref="ArgumentException">They are none.</exception>
    public static Regex Expression(string pattern)
    {
        const RegexOptions options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline;
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, PatternTime);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, PatternTime);
        }
    }

    /// <summary>Why this cannot be a rule, or null.</summary>
    public static Refusal? Fault(AutomodRule rule) =>
        !Keys.IsTag(rule.Id) || rule.Id == GuardId
            ? new("rule.malformed", "A rule's short name is 1 to 40 small letters, digits and inner hyphens.")
        : Text.LineFault("name", rule.Name, Text.NameMax) is { } nameFault ? nameFault
        : !Enum.IsDefined(rule.Test) || rule.Whom is null || rule.Action is null || !Enum.IsDefined(rule.Action.Kind)
            ? new("rule.unknown", "A rule says what it looks for, in whose posts, and what it does.")
        : TermsFault(rule) is { } termsFault ? termsFault
        : NumberOf(rule.Test) is var (from, to) && (rule.Number < from || rule.Number > to)
            ? new("number.range", $"This rule counts from {from} to {to}.")
        : LooksBack(rule.Test) ? rule.Minutes is < 1 or > MinutesMax ? Minutes : Rest(rule)
        : rule.Minutes != 0 ? Minutes
        : Rest(rule);

    private static Refusal Minutes { get; } =
        new("minutes.range", $"What is repeated is looked for over 1 to {MinutesMax} minutes, and nothing else is.");

    private static Refusal? Rest(AutomodRule rule) =>
        rule.Whom.SparedTrust is < 1 or > Trust.Leader
            ? new("spared.range", "Trust levels that can be spared are 1 to 4.")
        : rule.Whom.FirstPosts is < 0 or > NumberMax
            ? new("posts.range", $"A rule is for the first {NumberMax} posts at most.")
        : rule.Whom.MemberHours is < 0 or > HoursMax || rule.Whom.AccountHours is < 0 or > HoursMax
            ? new("age.range", $"New is what is {HoursMax} hours old at most.")
        : rule.Test == AutomodTest.Any && rule.Whom is { FirstPosts: 0, MemberHours: 0, AccountHours: 0 }
            ? new("whom.empty", "A rule for whatever is written says whose first posts, or who is new.")
        : ActionFault(rule);

    private static Refusal? ActionFault(AutomodRule rule) => rule.Action.Kind switch
    {
        AutomodActionKind.Block => Text.LineFault("sentence", rule.Action.Text, Text.LineMax, mayBeEmpty: true),
        AutomodActionKind.Tag => Keys.IsTag(rule.Action.Text) ? null
            : new("tag.malformed", "A tag is 1 to 40 small letters, digits and hyphens."),
        AutomodActionKind.Replace when !FindsPlaces(rule.Test) =>
            new("replacement.unknown", "Only words, patterns and links can have something in their place."),
        AutomodActionKind.Replace => Text.LineFault("replacement", rule.Action.Text, TermMax, mayBeEmpty: true),
        AutomodActionKind.Silence => rule.Action.Hours is >= 1 and <= SilenceHoursMax ? null
            : new("silence.range", $"A rule silences for 1 to {SilenceHoursMax} hours."),
        _ => null,
    };

    private static Refusal? TermsFault(AutomodRule rule) =>
        rule.Terms.IsDefault || rule.Terms.Length > TermsMax
            ? new("terms.many", $"The rules of a community have {TermsMax} words and domains at most.")
        : rule.Terms.Distinct(StringComparer.Ordinal).Count() < rule.Terms.Length
            ? new("terms.exists", "Something is named twice there.")
        : rule.Test switch
        {
            AutomodTest.Words when rule.Terms.IsEmpty => Empty,
            AutomodTest.Words => rule.Terms.Select(WordFault).FirstOrDefault(fault => fault is not null),
            AutomodTest.Pattern => rule.Terms.Length != 1 ? Empty : PatternFault(rule.Terms[0]),
            AutomodTest.OtherLinks when rule.Terms.IsEmpty => Empty,
            AutomodTest.Links or AutomodTest.OtherLinks =>
                rule.Terms.All(term => term?.Length <= TermMax && LinkHosts.Normal(term) is not null) ? null
                    : new("domain.malformed", "A domain is written like example.org, with nothing around it."),
            AutomodTest.Language => rule.Terms.All(LanguageGuess.Known.Contains) ? null
                : new("tongue.unknown", $"What can be told apart is {string.Join(", ", LanguageGuess.Known)}."),
            _ => rule.Terms.IsEmpty ? null : new("terms.unknown", "This rule has no words to compare with."),
        };

    private static Refusal Empty { get; } = new("terms.empty", "Please say what the rule looks for.");

    private static Refusal? WordFault(string? term) =>
        Text.LineFault("word", term, TermMax) is { } fault ? fault
        : WordIndex.Parts(term!) is null
            ? new("word.malformed", "A word to look for has letters or digits besides * and ?.")
        : null;

    private static Refusal? PatternFault(string? pattern)
    {
        if (Text.LineFault("pattern", pattern, PatternMax) is { } fault) return fault;
        try
        {
            _ = Expression(pattern!);
            return null;
        }
        catch (ArgumentException)
        {
            return new("pattern.malformed", "That is no regular expression.");
        }
    }
}
