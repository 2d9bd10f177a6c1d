using System.Collections.Immutable;

namespace Communities;

/// <summary>A round of an instant run-off.</summary>
/// <param name="Votes">By option, the ballots that prefer it of all that are still in; null where it is out.</param>
/// <param name="Exhausted">Ballots of which every option is out.</param>
/// <param name="Out">The numbers of the options that go out with this round; empty in the last one.</param>
public sealed record RunoffRound(ImmutableArray<int?> Votes, int Exhausted, ImmutableArray<int> Out);

/// <summary>How ranked ballots are counted: the least preferred option goes out until one has more than half.</summary>
/// <param name="Rounds">The rounds; empty where nobody has voted.</param>
/// <param name="Winners">The number of the option preferred in the end; two where the last two are equal.</param>
public sealed record Runoff(ImmutableArray<RunoffRound> Rounds, ImmutableArray<int> Winners)
{
    /// <summary>Counts ballots.</summary>
    /// <remarks>
    /// Options that nobody prefers go out together. Of several with as few votes, that goes first which had fewer in
    /// the round before, and so on; where they were equal in all, the one further down, as everybody could know.
    /// </remarks>
    /// <param name="options">How many options there are, numbered from 1.</param>
    /// <param name="ballots">What ballots say, each with the number of those that say so.</param>
    public static Runoff Of(int options, IReadOnlyCollection<(ImmutableArray<int> Choices, int Count)> ballots)
    {
        var (rounds, isIn) = (new List<RunoffRound>(), Enumerable.Repeat(true, options + 1).ToArray());
        while (true)
        {
            var (votes, exhausted) = Tally(isIn, ballots);
            var left = Enumerable.Range(1, options).Where(option => isIn[option]).ToList();
            var (most, all) = (left.Max(option => votes[option]), left.Sum(option => votes[option]));
            var best = left.Where(option => votes[option] == most).ToImmutableArray();
            var isOver = 2 * most > all || (left.Count <= 2 && all > 0);
            var leaving = isOver || all == 0 ? [] : Leaving(left, votes, rounds);
            if (all > 0) rounds.Add(new(
                [.. Enumerable.Range(1, options).Select(option => isIn[option] ? votes[option] : (int?)null)],
                exhausted, leaving));
            if (leaving.IsEmpty) return new([.. rounds], all == 0 ? [] : best);
            foreach (var option in leaving) isIn[option] = false;
        }
    }

    private static (int[] Votes, int Exhausted) Tally(
        bool[] isIn, IReadOnlyCollection<(ImmutableArray<int> Choices, int Count)> ballots)
    {
        var (votes, exhausted) = (new int[isIn.Length], 0);
        foreach (var (choices, count) in ballots)
        {
            var first = 0;
            foreach (var choice in choices)
                if (isIn[choice]) { first = choice; break; }
            if (first == 0) exhausted += count;
            else votes[first] += count;
        }

        return (votes, exhausted);
    }

    private static ImmutableArray<int> Leaving(List<int> left, int[] votes, List<RunoffRound> before)
    {
        var least = left.Min(option => votes[option]);
        var last = left.Where(option => votes[option] == least).ToList();
        if (least == 0) return [.. last];
        for (var round = before.Count - 1; round >= 0 && last.Count > 1; round--)
        {
            var fewest = last.Min(option => before[round].Votes[option - 1]);
            last.RemoveAll(option => before[round].Votes[option - 1] > fewest);
        }

        return [last[^1]];
    }
}
