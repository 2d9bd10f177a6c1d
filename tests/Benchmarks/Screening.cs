using System.Diagnostics;
using Communities.Hosting;
using Communities.Web;

namespace Communities.Benchmarks;

/// <summary>
/// What screening a post costs with all the rules that a community may have, and how well the filter that the program
/// comes with tells the labelled texts it was not made from.
/// </summary>
internal static class Screening
{
    private const int Posts = 2_000;
    private const int Rounds = 5;
    private const int WordsInPost = 80; // As long as a post of a real community is on average.
    private const string Labelled = "moderation/moderation.jsonl.gz";

    public static Task Run()
    {
        var posts = Enumerable.Range(0, Posts).Select(Post).ToArray();
        var one = Microseconds([Rule(0, AutomodTest.Words, ["forbidden"])], posts);
        Harness.Tell("automod", Microseconds(Rules(), posts), "µs/post", one, "with one rule of one word",
            $"{AutomodRules.Most} rules with {Rules().Sum(rule => rule.Terms.Length)} terms, "
            + $"posts of {WordsInPost} words; each scored, and looked for among {PastPosts.TextsMax} before it");
        Harness.Tell("automod-score", Time(posts, post => ShippedFilter.Filter.Score(post.Text)), "µs/post", one,
            "screening with one rule of one word");
        Measure();
        return Task.CompletedTask;
    }

    private static void Measure()
    {
        if (Find(Labelled) is not { } path)
        {
            Console.WriteLine($"  The labelled texts do not lie in shared/data/{Labelled} beside the checkout.");
            return;
        }

        var heldOut = LabelledTexts.Read(path).Where(text => text.IsHeldOut);
        foreach (var one in FilterMeasure.Of(ShippedFilter.Filter, heldOut))
        {
            var name = $"{one.Task} {one.Set} {one.Lang}";
            Harness.Tell($"filter-precision {name}", one.Precision * 100, "%", one.Share * 100, "harmful share",
                $"{one.Texts} texts kept from training; area under the curve {one.Area:0.000}");
            Harness.Tell($"filter-recall {name}", one.Recall * 100, "%", 100, "all harmful texts");
        }
    }

    private static double Microseconds(AutomodRule[] rules, AutomodPost[] posts)
    {
        var (automod, past) = (new Automod(rules, "en"), new PastPosts());
        return Time(posts, post => automod.Screen(post, past, ShippedFilter.Filter));
    }

    // The first round warms up.
    private static double Time<T>(AutomodPost[] posts, Func<AutomodPost, T> work)
    {
        var rounds = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var post in posts) work(post);
            if (round > 0) rounds.Add(watch.Elapsed.TotalMicroseconds / posts.Length);
        }

        return Harness.Median(rounds);
    }

    private static AutomodRule[] Rules() =>
    [
        .. Enumerable.Range(0, 60).Select(n => Rule(n, AutomodTest.Words,
            [.. Enumerable.Range(0, 30).Select(word => word % 10 == 0 ? $"bad{n}x{word}*" : $"worse{n}x{word}")])),
        .. Enumerable.Range(60, 20).Select(n => Rule(n, AutomodTest.Pattern, [$@"\b(?:call|text)\s+{n}\d{{5,}}\b"])),
        .. Enumerable.Range(80, 16).Select(n => Rule(n, AutomodTest.Links, [$"shop{n}.example"], 1)),
        Rule(96, AutomodTest.Repeated, [], 3, 10), Rule(97, AutomodTest.Rate, [], 60, 10),
        Rule(98, AutomodTest.Language, []), Rule(99, AutomodTest.Score, [], 100),
    ];

    private static AutomodRule Rule(int n, AutomodTest test, string[] terms, int number = 0, int minutes = 0) => new(
        $"rule-{n}", $"Rule {n}", test, [.. terms], number, minutes, AutomodScope.Everybody,
        new AutomodAction(AutomodActionKind.Hold), IsOn: true);

    private static AutomodPost Post(int n)
    {
        var chance = new Random(n);
        var words = Enumerable.Range(0, WordsInPost).Select(_ => Word(chance.Next(2_000)));
        return new AutomodPost(
            $"author{n % 200}", null, string.Join(' ', words) + " https://www.example.org/page",
            DateTimeOffset.UnixEpoch.AddMinutes(n), 100, 1, TimeSpan.FromDays(100), TimeSpan.FromDays(100));
    }

    // Two thousand words that can be said: a filter finds its runs in them.
    private static string Word(int n) => string.Concat(
        "bdfgklmnprst"[n % 12], "aeiou"[n / 12 % 5], "lmnrst"[n / 60 % 6], "aeio"[n / 360 % 4], n % 3 == 0 ? "n" : "");

    private static string? Find(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared", "data", name) is var path && File.Exists(path)) return path;
        return null;
    }
}
