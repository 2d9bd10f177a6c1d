namespace Communities.Deploy.Tests.Scale;

/// <summary>A community of the simulation.</summary>
/// <param name="Slug">Its name, which decides its partition.</param>
/// <param name="Members">How many it has.</param>
/// <param name="Posts">What its members post in an average second.</param>
internal sealed record Settlement(string Slug, double Members, double Posts)
{
    /// <summary>Commands in an average second: posts and reactions.</summary>
    public double Commands => Posts * (1 + Activity.ReactionsPerPost);

    /// <summary>Events in an average second, tallies among them.</summary>
    public double Events => Posts * (Rates.EventsPerPost + (Activity.ReactionsPerPost * Rates.EventsPerReaction));
}

/// <summary>Communities as they are found: one large, many small, some lively, most not.</summary>
internal static class Population
{
    private const double SecondsOfYear = 365.25 * 86_400;
    private const double Jitter = 0.33;

    private static readonly string[] _syllables =
        ["ba", "co", "di", "fe", "gu", "la", "mo", "ni", "pa", "ro", "si", "ta", "ve", "zu", "lyon", "velo", "jeux"];

    /// <summary>So many communities with so many members in all, the same for the same seed.</summary>
    public static IReadOnlyList<Settlement> Make(int communities, double members, int seed)
    {
        var chance = new Chance(seed);
        var sizes = Enumerable.Range(1, communities)
            .Select(rank => Math.Pow(rank, -Activity.Skew) * Math.Exp(Jitter * chance.Normal())).ToArray();
        // A single one is as lively as the average, or the step would tell of its luck.
        var lively = communities == 1 ? [1.0]
            : sizes.Select(_ => Math.Exp(Activity.Liveliness * chance.Normal())).ToArray();
        var size = members / sizes.Sum();
        var posts = members * Activity.PostsPerMember / SecondsOfYear / sizes.Zip(lively, (s, l) => s * l).Sum();
        return [.. sizes.Zip(lively, (s, l) => new Settlement(Slug(chance), s * size, s * l * posts))];
    }

    private static string Slug(Chance chance) =>
        string.Concat(Enumerable.Range(0, 3 + chance.Below(3)).Select(_ => _syllables[chance.Below(_syllables.Length)]))
        + "-" + chance.Below(1_000);
}

/// <summary>Chance that is the same for the same seed, on every machine and version.</summary>
internal sealed class Chance(int seed)
{
    private ulong _state = (ulong)seed;

    public int Below(int most) => (int)(Unit() * most);

    /// <summary>From 0 to 1. SplitMix64.</summary>
    public double Unit()
    {
        var z = _state += 0x9e3779b97f4a7c15ul;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ul;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebul;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1ul << 53));
    }

    /// <summary>Around 0, with a deviation of 1.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>How often something happens that happens so often on average.</summary>
    public int Poisson(double mean)
    {
        if (mean > 50) return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = Unit(); product > limit; product *= Unit()) count++;
        return count;
    }
}
