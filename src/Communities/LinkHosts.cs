using System.Globalization;
using System.Text.RegularExpressions;

namespace Communities;

/// <summary>The hosts that a text names: in links, and bare, as who wants no link to be seen writes them.</summary>
internal static class LinkHosts
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    // In linear time: a text is as long as its author likes.
    private static readonly Regex Link = new(
        @"(?:(?<lead>(?:https?|ftp)://(?:[^\s/@]{0,60}@)?|www\.)|\b)"
        + @"(?<host>(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62})"
        + @"(?::\d{1,5})?(?:[/?#][^\s<>)\]""]*)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
        | RegexOptions.NonBacktracking);

    /// <summary>The links of a text: the host of each, and where the whole link stands.</summary>
    public static IEnumerable<Found> In(string text)
    {
        if (!text.Contains('.', StringComparison.Ordinal)) yield break;
        foreach (Match match in Link.Matches(text))
            if (Normal(match.Groups["host"].Value) is { } host)
                yield return new Found(host, match.Index, match.Index + match.Length, match.Groups["lead"].Success);
    }

    /// <summary>A domain in the one way of writing it; null where it is none.</summary>
    public static string? Normal(string domain)
    {
        try
        {
            var name = Idn.GetAscii(domain.TrimEnd('.').ToLowerInvariant()).ToLowerInvariant();
            if (name.StartsWith("www.", StringComparison.Ordinal)) name = name[4..];
            return name.Contains('.', StringComparison.Ordinal) && !name.StartsWith('.') ? name : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>True where a host is this domain or one below it.</summary>
    public static bool IsIn(string host, HashSet<string> domains)
    {
        for (var from = 0; from >= 0;)
        {
            if (domains.Contains(host[from..])) return true;
            var dot = host.IndexOf('.', from);
            from = dot < 0 ? -1 : dot + 1;
        }

        return false;
    }

    /// <summary>A host in a text.</summary>
    /// <param name="Host">Its name, without www.</param>
    /// <param name="Start">Where the link begins.</param>
    /// <param name="End">Where it ends.</param>
    /// <param name="IsLink">True for what readers see as a link; else it may be a file's name.</param>
    internal readonly record struct Found(string Host, int Start, int End, bool IsLink);
}
