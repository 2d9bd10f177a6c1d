using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Communities;

/// <summary>Where a post stands in its community.</summary>
/// <param name="Thread">The id of its thread.</param>
/// <param name="Number">Its number there; 1 for the thread as a whole.</param>
public readonly partial record struct PostLink(string Thread, int Number)
{
    /// <summary>The address of this post on the site.</summary>
    public string PathIn(string community) => string.Create(
        CultureInfo.InvariantCulture, $"/c/{community}/threads/{Thread}{(Number > 1 ? $"?post={Number}" : "")}");

    /// <summary>The posts of a community that a text links to, each once, in its order.</summary>
    public static ImmutableArray<PostLink> In(string markdown, string community, int most)
    {
        if (!markdown.Contains("/threads/", StringComparison.Ordinal)) return [];
        var (places, known) = (ImmutableArray.CreateBuilder<PostLink>(), new HashSet<PostLink>());
        foreach (Match match in Addresses().Matches(markdown))
        {
            if (!match.Groups["community"].ValueSpan.SequenceEqual(community)) continue;
            var post = match.Groups["post"];
            var number = !post.Success ? 1
                : int.TryParse(post.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            var place = new PostLink(match.Groups["thread"].Value, number);
            if (number is < 1 or > Communities.Thread.PostsMax || !Keys.IsThread(place.Thread)) continue;
            if (!known.Add(place)) continue;
            places.Add(place);
            if (places.Count == most) break;
        }

        return places.ToImmutable();
    }

    // As pages link to posts, quotes among them, and as one copies it from the address of a thread.
    [GeneratedRegex(
        @"/c/(?<community>[a-z0-9-]{2,40})/threads/(?<thread>[0-9a-z]{16})(?![0-9a-z])"
        + @"(?:(?:/posts/|\?post=|(?:\?page=[0-9]{1,5})?\#p)(?<post>[0-9]{1,5})\b)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
