using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task What_came_of_journeys_is_counted_by_step()
    {
        var world = NewWorld();
        var from = world.Journal.Now;
        foreach (var account in (string[])["alice", "bob"])
            world.Journal.Ask($"{World.Devs}/{account}", new MemberCommand.BeginJourney(
                [new("welcome", StepKind.Welcome, 0), new("react", StepKind.React, 0)]));
        world.Journal.Ask($"{World.Devs}/alice", new MemberCommand.Tally(new(Given: 1), []));
        world.Journal.Ask($"{World.Devs}/bob", new MemberCommand.TakeStep());
        world.Journal.Ask($"{World.Devs}/bob", new MemberCommand.TakeStep(), at: from.AddDays(1));
        world.Journal.Ask($"{World.Devs}/bob", new MemberCommand.Tally(new(Given: 2), []));

        var views = await Look(world);
        var count = await views.Journeys(World.Devs, from, from.AddDays(2), Viewer.Visitor, Ct);
        Assert.Equal(2, count.Begun);
        Assert.Equal([new StepCount("react", 1, 1, 1), new StepCount("welcome", 1, 0, 0)], count.Steps);
        Assert.Equal(0, count.Of("open").Sent);
        Assert.Equal(0, (await views.Journeys(World.Devs, from.AddDays(2), from.AddDays(3), Viewer.Visitor, Ct)).Begun);
    }

    [Fact]
    public async Task Introductions_that_wait_come_first_and_greetings_are_timed()
    {
        var world = NewWorld();
        var from = world.Journal.Now;
        var greeted = Introduce("Alice", "alice", from.AddHours(24));
        var waiting = Introduce("Bob", "bob", from.AddHours(24));
        var urgent = Introduce("Mia", "mia", from.AddHours(2));
        var gone = Introduce("Olga", "olga", from.AddHours(2));
        world.Reply(greeted, "I bake, too.", "alice");
        world.Reply(greeted, "Welcome!", "bob");
        world.Ask(gone, new ThreadCommand.Remove(1));

        var views = await Look(world);
        var all = await views.Introductions(World.Devs, from, from.AddDays(1), Viewer.Visitor, Ct);
        Assert.Equal([urgent, waiting, greeted], all.Select(one => one.Thread));
        Assert.Equal(("Bob", true), (all[2].GreetedBy!.Name, all[2].IsInTime));
        Assert.Equal((null, false), (all[0].GreetedAt, all[0].IsInTime));

        world.Ask(greeted, new ThreadCommand.Remove(3), "bob");
        await CatchUp(views, world.Journal);
        all = await views.Introductions(World.Devs, from, from.AddDays(1), Viewer.Visitor, Ct);
        Assert.All(all, one => Assert.Null(one.GreetedBy));

        string Introduce(string title, string by, DateTimeOffset greetBy)
        {
            var id = Keys.NewThread(world.Journal.Now, (uint)title.Length + by[0]);
            world.Ask(id, new ThreadCommand.Open(title, "Hello.", null, [], GreetBy: greetBy), by);
            return id;
        }
    }
}
