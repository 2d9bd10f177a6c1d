using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task What_goes_on_in_a_thread_is_told_to_who_is_about_to_answer()
    {
        var world = NewWorld();
        var thread = world.Open("Brakes", by: "alice");
        world.Reply(thread, "One", "bob");
        world.Reply(thread, "Two", "alice");
        world.Reply(thread, "Three", "alice");
        var views = await Look(world);
        var now = world.Journal.Now;

        var alice = (await views.ThreadFacts(World.Devs, thread, world.As("alice"), now, Ct))!;
        Assert.Equal((4, 3, 2, 4, 2, 0), (
            alice.Posts, alice.Own, alice.OwnInARow, alice.Fast, alice.FastWriters, alice.Troubled));
        Assert.Equal(now, alice.LastAt);
        var bob = (await views.ThreadFacts(World.Devs, thread, world.As("bob"), now, Ct))!;
        Assert.Equal((1, 0), (bob.Own, bob.OwnInARow));
        var later = (await views.ThreadFacts(World.Devs, thread, world.As("alice"), now.AddDays(2), Ct))!;
        Assert.Equal((0, 0), (later.OwnInARow, later.Fast));

        world.Ask(thread, new ThreadCommand.Remove(3, "Rude"), "mia");
        world.Ask(thread, new ThreadCommand.Remove(2), "bob");
        await CatchUp(views, world.Journal);
        var after = (await views.ThreadFacts(World.Devs, thread, world.As("alice"), now, Ct))!;
        Assert.Equal((2, 2), (after.Posts, after.OwnInARow));
        Assert.Null(await views.ThreadFacts(World.Devs, "01k0000000000000", world.As("bob"), now, Ct));
    }

    [Fact]
    public async Task What_nudges_led_to_is_counted_by_kind()
    {
        var world = NewWorld();
        var from = world.Journal.Now;
        foreach (var (account, occasion, isChanged) in new (string, string, bool?)[]
                 {
                     ("alice", "1", true), ("alice", "2", false), ("bob", "1", null),
                 })
        {
            world.Journal.Ask(
                $"{World.Devs}/{account}", new MemberCommand.TakeNudge(Nudges.FirstPosts, occasion), account);
            if (isChanged is { } changed)
                world.Journal.Ask(
                    $"{World.Devs}/{account}", new MemberCommand.FollowNudge(Nudges.FirstPosts, occasion, changed),
                    account);
        }

        var views = await Look(world);
        var counts = await views.Nudges(World.Devs, from, from.AddDays(1), Viewer.Visitor, Ct);
        Assert.Equal([new NudgeCount(Nudges.FirstPosts, 3, 1, 1)], counts);
        Assert.Equal(1, counts[0].GivenUp);
        Assert.Empty(await views.Nudges(World.Devs, from.AddDays(1), from.AddDays(2), Viewer.Visitor, Ct));
    }
}
