using System.Diagnostics;

namespace Communities.Chaos;

/// <summary>One thing that was asked, until it was answered.</summary>
/// <param name="Writer">Who asked.</param>
/// <param name="Start">When, from the beginning of the run.</param>
/// <param name="End">When it was answered.</param>
/// <param name="Tries">How often it was asked: 1 where the first answer was one.</param>
internal readonly record struct Wait(int Writer, TimeSpan Start, TimeSpan End, int Tries)
{
    public TimeSpan Took => End - Start;
}

/// <summary>How long everybody waited for answers.</summary>
internal sealed class Waits(int writers)
{
    /// <summary>Whoever waits longer for an answer has been refused one.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly List<Wait>[] _byWriter = [.. Enumerable.Range(0, writers).Select(_ => new List<Wait>())];

    /// <summary>From the beginning of the run.</summary>
    public TimeSpan Now => Stopwatch.GetElapsedTime(_start);

    /// <summary>All of them, once nobody asks any more.</summary>
    public IEnumerable<Wait> All => _byWriter.SelectMany(waits => waits);

    /// <summary>How many there were, roughly while somebody asks.</summary>
    public long Count => _byWriter.Sum(waits => (long)waits.Count);

    /// <summary>A writer has been answered, or gives up; of one writer, one after the other.</summary>
    public void Add(int writer, TimeSpan start, int tries) => _byWriter[writer].Add(new(writer, start, Now, tries));

    /// <summary>What is to be said of them.</summary>
    public WaitFigures Figures()
    {
        var took = All.Select(wait => wait.Took.TotalMilliseconds).Order().ToArray();
        var longest = _byWriter.Select(waits => waits.Select(wait => wait.Took.TotalSeconds).DefaultIfEmpty().Max());
        var total = _byWriter.Select(waits =>
            waits.Where(wait => wait.Took > Slow).Sum(wait => wait.Took.TotalSeconds));
        return new WaitFigures(
            took.Length, At(took, 0.5), At(took, 0.99), At(took, 1),
            took.Length == 0 ? 0 : (double)All.Count(wait => wait.Tries > 1) / took.Length,
            took.Length == 0 ? 0 : (double)All.Count(wait => wait.Took > Slow) / took.Length,
            Spread.Of(longest), Spread.Of(total));
    }

    /// <summary>
    /// How long after this moment the last of those was answered whose long wait began then, a second before at most,
    /// and before what <paramref name="until"/> brought.
    /// </summary>
    public (TimeSpan Lasted, int Kept) Recovery(TimeSpan from, TimeSpan until)
    {
        var kept = All.Where(wait => wait.Took > Slow && wait.End > from)
            .Where(wait => wait.Start >= from - Slow && wait.Start < until - Slow).ToList();
        return (kept.Count == 0 ? TimeSpan.Zero : kept.Max(wait => wait.End) - from, kept.Count);
    }

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : Math.Round(sorted[(int)((sorted.Length - 1) * share)], 1);
}

/// <summary>What is to be said of many waits.</summary>
/// <param name="Asks">How many.</param>
/// <param name="P50Ms">Half of them took at most this long.</param>
/// <param name="P99Ms">All but a hundredth took at most this long.</param>
/// <param name="MaxMs">The longest.</param>
/// <param name="FailedAtFirst">The share of those that had to be asked again.</param>
/// <param name="Slow">The share of those that took longer than a second.</param>
/// <param name="LongestS">Each writer's longest wait, in seconds.</param>
/// <param name="TotalS">What each writer spent waiting longer than a second, in seconds.</param>
internal sealed record WaitFigures(
    int Asks, double P50Ms, double P99Ms, double MaxMs, double FailedAtFirst, double Slow,
    Spread LongestS, Spread TotalS);

/// <summary>The least, the middle and the most of something.</summary>
internal readonly record struct Spread(double Least, double Middle, double Most)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0
            ? default
            : new(Math.Round(sorted[0], 2), Math.Round(sorted[sorted.Length / 2], 2), Math.Round(sorted[^1], 2));
    }
}
