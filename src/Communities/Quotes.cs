using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Communities;

/// <summary>A passage of a post that another one quotes.</summary>
/// <param name="Account">Whose words they are said to be; whoever relies on it looks at the post.</param>
/// <param name="Community">Where the quoted post stands.</param>
/// <param name="Thread">In which thread of it.</param>
/// <param name="Number">That post's number.</param>
public readonly record struct Quote(string Account, string Community, string Thread, int Number);

/// <summary>
/// Quotes that say whose words they are, in Markdown. Their first line links to the post:
/// <c>&gt; [@alice](/c/devs/threads/01k…?post=3):</c>
/// </summary>
public static partial class Quotes
{
    /// <summary>The most of them that a text is asked for: more quotes say nothing of their own.</summary>
    public const int Most = 20;

    /// <summary>The quote of these words, which may have several lines, with a blank line behind it.</summary>
    public static string Of(Quote from, string words)
    {
        var lines = words.ReplaceLineEndings("\n").Trim().Split('\n')
            .Select(line => line.Length > 0 ? $"> {line}" : ">");
        return $"> {Head(from)}\n{string.Join('\n', lines)}\n\n";
    }

    /// <summary>The quotes of a text that say where they are from, each post once, in its order.</summary>
    public static ImmutableArray<Quote> In(string markdown)
    {
        if (!markdown.Contains("](/c/", StringComparison.Ordinal)) return [];
        var quotes = new List<Quote>();
        foreach (Match match in Heads().Matches(markdown))
        {
            var (account, community) = (match.Groups["account"].Value, match.Groups["community"].Value);
            if (!Keys.IsCommunity(community) || !int.TryParse(match.Groups["number"].ValueSpan, out var number))
                continue;
            var quote = new Quote(account, community, match.Groups["thread"].Value, number);
            if (!quotes.Contains(quote)) quotes.Add(quote);
            if (quotes.Count == Most) break;
        }

        return [.. quotes];
    }

    private static string Head(Quote from) =>
        $"{(from.Account.Length > 0 ? $"[@{from.Account}]" : "[…]")}"
        + $"(/c/{from.Community}/threads/{from.Thread}?post={from.Number}):";

    // Directly behind the marker of an outermost quote: what a quoted text quoted was said to others.
    [GeneratedRegex(
        @"^ {0,3}> ?\[@(?<account>[a-z0-9][a-z0-9_-]{1,39})\]"
        + @"\(/c/(?<community>[a-z0-9-]{2,40})/threads/(?<thread>[0-9a-z]{16})\?post=(?<number>[0-9]{1,5})\)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heads();
}
