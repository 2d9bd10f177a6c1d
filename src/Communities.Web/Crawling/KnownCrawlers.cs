using System.Buffers;

namespace Communities.Web;

/// <summary>Programs that collect texts of the whole web to train models, by the names they give themselves.</summary>
internal static class KnownCrawlers
{
    /// <summary>Their names, as robots.txt and their requests say them.</summary>
    public static readonly IReadOnlyList<string> Collecting =
    [
        "AI2Bot", "Amazonbot", "anthropic-ai", "Applebot-Extended", "Bytespider", "CCBot", "Claude-Web", "ClaudeBot",
        "cohere-ai", "cohere-training-data-crawler", "Diffbot", "FacebookBot", "Google-Extended", "GPTBot",
        "ImagesiftBot", "meta-externalagent", "omgili", "PanguBot", "PerplexityBot", "Timpibot", "Webzio-Extended",
        "YouBot",
    ];

    private static readonly SearchValues<string> Names =
        SearchValues.Create([.. Collecting], StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a request comes from one of them, and says so.</summary>
    public static bool IsCollecting(string agent) => agent.AsSpan().ContainsAny(Names);
}
