using System.Text;
using System.Text.Json;

namespace Communities.Web.Tests;

/// <summary>What people type to break a site: a dozen lines of our own, and collections beside the checkout.</summary>
internal static class RobustnessLines
{
    private const string BigVariable = "COMMUNITIES_BIG_TESTS";

    // Any; always the same, so that a failure comes again.
    private const int Seed = 20_260_302;

    /// <summary>Enough to try every field without the collections: each breaks another way of writing a page.</summary>
    public static IReadOnlyList<string> Own { get; } =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'-alert(1)-'",
        "</title></textarea></script><svg/onload=alert(1)>",
        "[click](javascript:alert(1)) <javascript:alert(1)> ![x](javascript:alert(1))",
        "[a](data:text/html,<script>alert(1)</script>) [b](\u0001javascript:alert(1)) [c](java&#10;script:alert(1))",
        "<meta http-equiv=refresh content=0;url=/keys><base href=//evil.example/>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe><math><a xlink:href=javascript:alert(1)>x</a></math>",
        "| a | b |\n|:-:|--:|\n| <style>*{display:none}</style> | `</code><script>alert(1)</script>` |",
        "```\" onmouseover=\"alert(1)\n</code></pre><script>alert(1)</script>\n```",
        new string('W', 120) + " " + string.Concat(Enumerable.Repeat("🦄", 60)),
        "\u202Emoc.live\u202C \u2066abc \u200B\u200F العربية שלום",
        string.Concat(Enumerable.Repeat("Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309", 12)),
        "{{constructor.constructor('alert(1)')()}} ${alert(1)} #{alert(1)} <%= alert(1) %>",
        "a\u0000b", "", "   ", "\uE000<b>\uE001 %00 %0d%0aSet-Cookie:x=1 ../../etc/passwd '; DROP TABLE posts; --",
    ];

    /// <summary>Every line is asked for, however long it takes.</summary>
    public static bool IsBig => Environment.GetEnvironmentVariable(BigVariable) == "1";

    /// <summary>So many lines of the collections, or all of them; skips the test where they are not here.</summary>
    public static IReadOnlyList<string> Shared(int sample)
    {
        var folder = Find();
        Assert.SkipWhen(folder is null, "The robustness collections are not in shared/data beside the checkout.");
        var lines = All(folder!);
        if (!IsBig) new Random(Seed).Shuffle(lines);
        return IsBig ? lines : lines[..sample];
    }

    private static string[] All(string folder) =>
    [
        .. File.ReadAllLines(Path.Combine(folder, "xss", "xss-payload-list.txt"), Encoding.UTF8),
        .. Elements(folder, "blns/blns.json").Select(line => line.GetString()!),
        .. Elements(folder, "dompurify/expect.json").Select(line => line.GetProperty("payload").GetString()!),
        .. Elements(folder, "commonmark/examples.json").Select(line => line.GetProperty("markdown").GetString()!),
    ];

    private static JsonElement.ArrayEnumerator Elements(string folder, string file) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, file))).RootElement.EnumerateArray();

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, "shared", "data", "robustness");
            if (Directory.Exists(path)) return path;
        }

        return null;
    }
}
