using Communities.Actors;

namespace Communities.Tests;

/// <summary>How often rules of automoderation kept something from being posted.</summary>
public sealed class BlocksTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_rules_refuse_is_counted_by_day_and_forgotten_after_thirty()
    {
        var blocks = After(Blocks.Initial, 0, new RuleBlocks("shops", 3), new RuleBlocks("swearing", 1));
        blocks = After(blocks, 0, new RuleBlocks("shops", 2));
        blocks = After(blocks, 6, new RuleBlocks("shops", 10));
        Assert.Equal((15, 1), (blocks.Of("shops", 7, On(6)), blocks.Of("swearing", 7, On(6))));
        Assert.Equal((10, 15), (blocks.Of("shops", 7, On(7)), blocks.Of("shops", 30, On(29))));
        Assert.Equal(10, blocks.Of("shops", 30, On(30)));
        Assert.Equal(0, blocks.Of("unknown", 30, On(6)));

        blocks = After(blocks, 35, new RuleBlocks("shops", 1));
        var first = DaySet.DayOf(Start);
        Assert.Equal([(first + 6, 10), (first + 35, 1)], blocks.Days.Select(day => (day.Day, day.Count)));
    }

    [Fact]
    public void Only_the_program_counts_and_it_counts_something()
    {
        var command = new BlocksCommand.Count([new("shops", 1)]);
        Assert.Equal("program.needed", Decided(command, Role.Owner).Refusal?.Code);
        Assert.Equal(new BlocksEvent.Counted(command.Rules), Assert.Single(Decided(command, Role.System)));
        Assert.NotNull(Decided(new BlocksCommand.Count([new("shops", 0)]), Role.System).Refusal);
        Assert.NotNull(Decided(new BlocksCommand.Count([new("No rule", 1)]), Role.System).Refusal);
        Assert.NotNull(Decided(new BlocksCommand.Count([]), Role.System).Refusal);
    }

    private static DateTimeOffset On(int day) => Start.AddDays(day);

    private static Blocks After(Blocks blocks, int day, params RuleBlocks[] rules) =>
        blocks.Apply(new BlocksEvent.Counted([.. rules]), new Moment("", On(day)));

    private static Decision<BlocksEvent> Decided(BlocksCommand command, Role role) =>
        Blocks.Initial.Decide(command, new Turn("max", new Standing(role), Start, "devs"));
}
