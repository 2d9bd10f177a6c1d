using Communities.Actors;

namespace Communities.Tests;

public sealed class PartitionsTests
{
    [Fact]
    public void All_that_belongs_to_a_community_is_in_one_partition()
    {
        var partitions = new Partitions(16);
        Assert.Equal(partitions.Of("devs"), partitions.Of("devs/alice"));
        Assert.Equal(partitions.Of("devs"), partitions.Of("devs/01k0000000000000000000000/x"));
    }

    [Fact]
    public void Accounts_and_communities_are_spread_evenly()
    {
        var partitions = new Partitions(16);
        var counts = new int[2, 16];
        for (var i = 0; i < 16_000; i++)
        {
            counts[0, partitions.Of($"~/user{i}")]++;
            counts[1, partitions.Of($"c{i}")]++;
        }

        foreach (var count in counts) Assert.InRange(count, 850, 1_150);
    }

    [Fact]
    public void Where_a_key_lies_never_changes() =>
        Assert.Equal([1, 4, 1, 2], new[] { "devs", "jardins", "~/alice", "~/bob" }.Select(new Partitions(16).Of));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(16, 0)]
    [InlineData(16, 15)]
    [InlineData(Partitions.Max, 7)]
    public void Positions_name_partition_and_number_and_follow_each_other(int count, int partition)
    {
        var partitions = new Partitions(count);
        var position = 0L;
        for (var n = 1; n <= 100; n++)
        {
            position = partitions.Next(partition, position);
            Assert.Equal(partitions.Position(partition, n), position);
            Assert.Equal((partition, n), (partitions.OfPosition(position), partitions.NumberOf(position)));
        }
    }

    [Fact]
    public void With_one_partition_a_position_is_a_number_from_one() =>
        Assert.Equal((1, 7, 0), (Partitions.One.Next(0, 0), Partitions.One.Position(0, 7), Partitions.One.Of("devs")));

    [Fact]
    public void There_are_no_more_partitions_than_an_engine_can_follow()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Partitions(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Partitions(Partitions.Max + 1));
    }
}
