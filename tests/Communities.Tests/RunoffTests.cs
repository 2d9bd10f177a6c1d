using System.Collections.Immutable;

namespace Communities.Tests;

/// <summary>Ranked ballots, counted by instant run-off.</summary>
public sealed class RunoffTests
{
    [Fact]
    public void Who_has_more_than_half_wins_at_once()
    {
        var runoff = Count(3, (3, [1, 2]), (2, [2, 1]));
        Assert.Equal(1, Assert.Single(runoff.Winners));
        Assert.Equal([3, 2, 0], Assert.Single(runoff.Rounds).Votes);
    }

    // Where the capital of Tennessee should be: Memphis, Nashville, Chattanooga, Knoxville.
    [Fact]
    public void The_least_preferred_goes_out_and_its_ballots_go_on()
    {
        var runoff = Count(4, (42, [1, 2, 3, 4]), (26, [2, 3, 4, 1]), (15, [3, 4, 2, 1]), (17, [4, 3, 2, 1]));
        Assert.Equal(4, Assert.Single(runoff.Winners));
        Assert.Equal([3, 2], runoff.Rounds.SelectMany(round => round.Out));
        Assert.Equal([42, 26, null, 32], runoff.Rounds[1].Votes);
        Assert.Equal([42, null, null, 58], runoff.Rounds[2].Votes);
    }

    [Fact]
    public void A_ballot_without_anything_left_is_exhausted()
    {
        var runoff = Count(3, (4, [1]), (3, [2]), (2, [3]));
        Assert.Equal(2, runoff.Rounds[1].Exhausted);
        Assert.Equal(1, Assert.Single(runoff.Winners));
    }

    [Fact]
    public void What_nobody_prefers_goes_out_together() =>
        Assert.Equal([3, 4], Count(4, (2, [1, 3]), (2, [2, 4])).Rounds[0].Out);

    [Fact]
    public void The_last_two_with_as_many_votes_are_equal() =>
        Assert.Equal([1, 2], Count(2, (2, [1]), (2, [2])).Winners);

    [Fact]
    public void Of_equals_that_goes_which_had_fewer_before_or_stands_further_down()
    {
        // 4 goes first and brings 3 to where 2 is, which had more in the round before.
        var runoff = Count(4, (5, [1]), (3, [2]), (2, [3]), (1, [4, 3]));
        Assert.Equal([4, 3], runoff.Rounds.Take(2).SelectMany(round => round.Out));
        Assert.Equal([3], Count(3, (2, [1]), (2, [2]), (2, [3])).Rounds[0].Out);
    }

    [Fact]
    public void Without_ballots_nobody_wins()
    {
        var runoff = Count(3);
        Assert.Empty(runoff.Rounds);
        Assert.Empty(runoff.Winners);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void Every_ballot_counts_once_in_every_round(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++)
        {
            var options = random.Next(2, Poll.OptionsMax + 1);
            var ballots = Enumerable.Range(0, random.Next(1, 30)).Select(_ =>
            {
                var all = Enumerable.Range(1, options).ToArray();
                random.Shuffle(all);
                return (random.Next(1, 9), all.Take(random.Next(1, options + 1)).ToArray());
            }).ToArray();
            var runoff = Count(options, ballots);
            Assert.InRange(runoff.Winners.Length, 1, 2);
            Assert.All(runoff.Rounds, round => Assert.Equal(
                ballots.Sum(ballot => ballot.Item1), round.Votes.Sum(votes => votes ?? 0) + round.Exhausted));
            Assert.All(runoff.Winners, winner => Assert.NotNull(runoff.Rounds[^1].Votes[winner - 1]));
        }
    }

    private static Runoff Count(int options, params (int Count, int[] Choices)[] ballots) =>
        Runoff.Of(options, [.. ballots.Select(ballot => (ballot.Choices.ToImmutableArray(), ballot.Count))]);
}
