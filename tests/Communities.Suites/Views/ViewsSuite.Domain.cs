using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private static readonly string[] _parts =
        ["wheel", "brake", "saddle", "chain", "spoke", "pedal", "fork", "tyre", "gear", "hub"];

    private static void Purposed(World world, string notHere = "", params string[] words) => world.Journal.Ask(
        World.Devs, new CommunityCommand.SetPurpose(new("To *ride*", "Riders", "Rides", notHere, [.. words])), "olga");

    // Forty threads of long ago, about bicycles and nothing else.
    private static void LongAgo(World world)
    {
        var at = world.Journal.Now.AddDays(-200);
        for (var i = 0; i < 40; i++)
        {
            var (one, other) = (_parts[i % _parts.Length], _parts[(i * 3 + 1) % _parts.Length]);
            world.Open($"My {one} squeaks", $"The {one} touches the {other} when I ride uphill.", at: at.AddDays(i));
        }
    }

    [Fact]
    public async Task A_community_says_what_it_is_for_in_parts()
    {
        var world = NewWorld();
        Purposed(world, "Sales", "wheel", "roue libre");
        var views = await Look(world);
        var purpose = (await views.Community(World.Devs, Viewer.Visitor, Ct))!.Purpose;
        Assert.Equal(
            ("To *ride*", "Riders", "Rides", "Sales"),
            (purpose.WhatFor, purpose.ForWhom, purpose.BelongsHere, purpose.NotHere));
        Assert.Equal(["wheel", "roue libre"], purpose.Words);
        Purposed(world);
        await CatchUp(views, world.Journal);
        Assert.Empty((await views.Communities(null, Ct))[0].Purpose.Words);
    }

    [Fact]
    public async Task A_thread_without_a_word_of_the_domain_that_is_unlike_all_others_is_pointed_out()
    {
        var world = NewWorld();
        Purposed(world, "", _parts);
        LongAgo(world);
        var cake = world.Open("Which flour for a lemon cake?", "My oven is small, the lemons are large.");
        world.Open("My wheel rubs the brake", "When I ride uphill the wheel touches it.");
        world.Open("Lemon cake after a ride", "Eaten on the saddle.");
        world.Ask(
            Keys.NewThread(world.Journal.Now, 4_000),
            new ThreadCommand.Open("Hello", "Flour is my trade.", null, [], GreetBy: world.Journal.Now.AddDays(1)),
            "alice"); // Whoever arrives speaks of themselves.
        var views = await Look(world);
        var domain = await views.OffTopic(World.Devs, world.Journal.Now, world.As("mia"), Ct);
        Assert.Equal((3, true, true), (domain!.LookedAt, domain.HasWords, domain.HasPast));
        var found = Assert.Single(domain.OffTopic);
        Assert.Equal(cake, found.Id);
        Assert.Contains("flour", found.Unknown);
        Assert.Equal("Alice", found.Author.Name);
        Assert.Null(await views.OffTopic(World.Devs, world.Journal.Now, world.As("bob"), Ct));

        world.Ask(cake, new ThreadCommand.DeemFitting());
        await CatchUp(views, world.Journal);
        domain = await views.OffTopic(World.Devs, world.Journal.Now, world.As("mia"), Ct);
        Assert.Empty(domain!.OffTopic);
        var fitting = Assert.Single(domain.Fitting);
        Assert.Equal((cake, "Alice", 2), (fitting.Id, fitting.Author.Name, domain.LookedAt));
        Assert.Empty((await views.OffTopic(World.Devs, world.Journal.Now.AddDays(31), world.As("mia"), Ct))!.Fitting);
        world.Ask(cake, new ThreadCommand.DeemFitting(IsFitting: false));
        await CatchUp(views, world.Journal);
        domain = await views.OffTopic(World.Devs, world.Journal.Now, world.As("mia"), Ct);
        Assert.Equal((1, 0), (domain!.OffTopic.Count, domain.Fitting.Count));
        Assert.Empty((await views.OffTopic(World.Devs, world.Journal.Now.AddDays(31), world.As("mia"), Ct))!.OffTopic);
    }

    [Fact]
    public async Task What_the_purpose_says_does_not_belong_is_pointed_out_by_its_words()
    {
        var world = NewWorld();
        Purposed(world, "No *politics*, no adverts.", _parts);
        LongAgo(world);
        world.Open("Politics of cycling", "When I ride uphill the others touch something.");
        var views = await Look(world);
        var domain = await views.OffTopic(World.Devs, world.Journal.Now, world.As("mia"), Ct);
        Assert.Equal(["Politics"], Assert.Single(domain!.OffTopic).Unwanted);
    }

    [Fact]
    public async Task In_a_young_community_only_words_of_its_domain_tell()
    {
        var world = NewWorld();
        world.Open("Lemon cake");
        var views = await Look(world);
        var domain = await views.OffTopic(World.Devs, world.Journal.Now, world.As("mia"), Ct);
        Assert.Equal((0, 1, false, false), (domain!.OffTopic.Count, domain.LookedAt, domain.HasWords, domain.HasPast));
        Purposed(world, "", _parts);
        await CatchUp(views, world.Journal);
        Assert.Single((await views.OffTopic(World.Devs, world.Journal.Now, world.As("mia"), Ct))!.OffTopic);
    }

    [Fact]
    public async Task While_composing_words_of_the_domain_count_more_and_answers_come_first()
    {
        var world = NewWorld();
        Purposed(world, "", "derailleur");
        var solved = world.Open("Derailleur jumps");
        world.Reply(solved, "Turn the **barrel**.");
        world.Ask(solved, new ThreadCommand.Accept(2));
        var loud = world.Open("My loud strange noise");
        var noise = world.Open("Derailleur makes a loud noise");
        var views = await Look(world);
        var found = await views.Similar(World.Devs, "Derailleur with loud noise", null, Viewer.Visitor, Ct);
        Assert.Equal([noise, loud], found.Select(thread => thread.Id));
        Assert.Equal([true, false], found.Select(thread => thread.IsNear));

        var byText = await views.Similar(
            World.Devs, "Derailleur noise", "It jumps, the derailleur.", Viewer.Visitor, Ct);
        Assert.Equal([solved, noise], byText.Select(thread => thread.Id).Take(2));
        Assert.Equal((2, "Turn the barrel."), (byText[0].Accepted, byText[0].Answer));
    }
}
