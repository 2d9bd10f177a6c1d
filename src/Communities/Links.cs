using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Communities;

/// <summary>The addresses that a text shows on lines of their own, which pages show as cards.</summary>
public static class Links
{
    /// <summary>The most of one post: more would be a list of links, and not a conversation.</summary>
    public const int Most = 3;

    /// <summary>The longest address, in characters: what browsers and servers agree on.</summary>
    public const int UrlMax = 2_000;

    private const int DigestBytes = 16; // Two addresses with one of them are less likely than any other mistake.

    /// <summary>These addresses, each once, in their order.</summary>
    public static ImmutableArray<string> In(string markdown)
    {
        if (!markdown.Contains("://", StringComparison.Ordinal)) return [];
        var urls = new List<string>();
        foreach (var passage in new Prose(markdown))
            foreach (var line in markdown.AsSpan(passage).EnumerateLines())
            {
                if (AddressOf(line) is not { } url || urls.Contains(url)) continue;
                urls.Add(url);
                if (urls.Count == Most) return [.. urls];
            }

        return [.. urls];
    }

    /// <summary>What names an address in keys: a digest of it.</summary>
    public static string DigestOf(string url) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)).AsSpan(0, DigestBytes));

    // A name and no number: what has only an address is no page for others.
    private static string? AddressOf(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        if (text.Length > 2 && text[0] == '<' && text[^1] == '>') text = text[1..^1];
        if (text.Length > UrlMax || text.ContainsAny(" \t<>\"\\`|[]") || !text.StartsWith("http")) return null;
        return Uri.TryCreate(text.ToString(), UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https" && url.IsDefaultPort && url.UserInfo.Length == 0
            && url.HostNameType == UriHostNameType.Dns && HasDots(url)
            ? text.ToString()
            : null;
    }

    // Some names pass for one until they are spelled for the network: "www…", cut short by who copied it.
    private static bool HasDots(Uri url)
    {
        try
        {
            return url.IdnHost.Contains('.', StringComparison.Ordinal);
        }
        catch (UriFormatException)
        {
            return false;
        }
    }
}
