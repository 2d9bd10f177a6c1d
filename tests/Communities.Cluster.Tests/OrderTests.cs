using Communities.Actors;

namespace Communities.Cluster.Tests;

/// <summary>How messages that overtook each other are put in order again, and what is kept of what was seen.</summary>
public sealed class OrderTests
{
    private static readonly ActorId _tin = new("tin", "devs/a");

    [Fact]
    public async Task Messages_enter_in_the_order_in_which_one_process_sent_them()
    {
        var (tickets, arrivals) = (new Tickets(), new Arrivals());
        var (first, second, third) = (tickets.Take(_tin), tickets.Take(_tin), tickets.Take(_tin));
        List<string> entered = [];
        var late = arrivals.Enter(third, () => entered.Add("third"));
        var later = arrivals.Enter(second, () => entered.Add("second"));
        Assert.Empty(entered);
        await arrivals.Enter(first, () => entered.Add("first"));
        await Task.WhenAll(late, later);

        Assert.Equal(["first", "second", "third"], entered);
    }

    [Fact]
    public async Task Who_waits_for_nobody_enters_at_once()
    {
        var (here, there, arrivals) = (new Tickets(), new Tickets(), new Arrivals());
        var lost = here.Take(_tin);
        await arrivals.Enter(there.Take(_tin), () => { });
        await arrivals.Enter(here.Take(new ActorId("tin", "devs/b")), () => { });
        here.GiveBack(_tin);
        var alone = here.Take(_tin);
        Assert.Equal(0, alone.After);
        Assert.True(arrivals.Enter(alone, () => { }).IsCompleted);
        Assert.True(arrivals.Enter(lost, () => { }).IsCompleted);
        Assert.True(arrivals.Enter(default, () => { }).IsCompleted);
    }

    [Fact]
    public async Task One_whose_predecessor_never_comes_enters_all_the_same()
    {
        var (tickets, arrivals) = (new Tickets(), new Arrivals());
        tickets.Take(_tin);
        List<string> entered = [];
        var third = arrivals.Enter(tickets.Take(_tin), () => entered.Add("second"));
        await Task.WhenAll(third, arrivals.Enter(tickets.Take(_tin), () => entered.Add("third")));
        Assert.Equal(["second", "third"], entered);
    }

    [Fact]
    public void Of_a_state_the_newest_version_is_kept_and_the_least_used_go_first()
    {
        var cache = new StateCache(bytesMax: 100);
        cache.Keep(_tin, new KnownState("two", 2, 10));
        cache.Keep(_tin, new KnownState("one", 1, 10));
        Assert.Equal("two", cache.Find(_tin)!.State);

        for (var n = 0; n < 20; n++)
        {
            cache.Keep(new ActorId("tin", $"devs/{n}"), new KnownState(n, 1, 10));
            Assert.NotNull(cache.Find(_tin));
        }

        Assert.Null(cache.Find(new ActorId("tin", "devs/0")));
    }
}
