using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private const string GatheringId = "01k0000000000007";

    [Fact]
    public async Task Gatherings_that_come_are_listed_soonest_first_and_those_that_were_latest_first()
    {
        var world = new World();
        var now = world.Journal.Now;
        Plan(world, "01k0000000000001", "Second", now.AddDays(2));
        Plan(world, "01k0000000000002", "First", now.AddDays(1));
        Plan(world, "01k0000000000003", "Off", now.AddDays(1));
        Plan(world, "01k0000000000004", "Over", now.AddDays(-3));
        Gather(world, "01k0000000000003", new GatheringCommand.Cancel("Rain"), "mia");
        var views = await Look(world);

        // What was called off is found among what comes, until it would have been over.
        Assert.Equal(["First", "Off", "Second"], await Titles(new(World.Devs, now)));
        Assert.Equal(["First", "Second"], await Titles(new(World.Devs, now, TakesPlace: true)));
        Assert.Equal(["Over"], await Titles(new(World.Devs, now, IsPast: true)));
        Assert.Equal(["Second"], await Titles(new(World.Devs, now.AddDays(1.9))));
        Assert.Equal(["Off", "First", "Over"], await Titles(new(World.Devs, now.AddDays(1.9), IsPast: true)));
        var first = await views.Gatherings(new(World.Devs, now, Size: 1), Viewer.Visitor, Ct);
        Assert.Equal("First", Assert.Single(first.Items).Title);
        Assert.Equal(["Off"], await Titles(new(World.Devs, now, Cursor: first.Next, Size: 1)));

        async Task<IEnumerable<string>> Titles(GatheringQuery query) =>
            (await views.Gatherings(query, Viewer.Visitor, Ct)).Items.Select(gathering => gathering.Title);
    }

    [Fact]
    public async Task A_gathering_tells_who_comes_who_waits_and_the_link_to_those_alone()
    {
        var world = new World();
        Plan(world, GatheringId, "Room", world.Journal.Now.AddDays(1), capacity: 1);
        foreach (var account in (string[])["alice", "bob"])
            Gather(world, GatheringId, new GatheringCommand.Respond(Rsvp.Going), account);
        var views = await Look(world);
        var seen = (await See(world.As("alice")))!;
        Assert.Equal((1, 1, 0), (seen.Gathering.Going, seen.Gathering.Waiting, seen.Gathering.Interested));
        Assert.Equal(("https://example.org/", Rsvp.Going), (seen.Gathering.Link, seen.Gathering.Mine));
        Assert.Equal(["mia"], seen.Hosts.Select(host => host.Account));
        Assert.Equal("Alice", Assert.Single(seen.Faces).Name);
        var waits = (await See(world.As("bob")))!;
        Assert.Equal((Rsvp.Waiting, 1, null), (waits.Gathering.Mine, waits.WaitingPlace, waits.Gathering.Link));
        Assert.True(waits.Gathering.HasLink);
        var visited = (await See(Viewer.Visitor))!;
        Assert.Equal((null, false, 0), (visited.Gathering.Link, visited.Gathering.IsKept, visited.Faces.Count));
        Assert.Empty(await views.Guests(World.Devs, GatheringId, world.As("alice"), Ct));
        Assert.Equal(
            [("alice", Rsvp.Going), ("bob", Rsvp.Waiting)],
            (await views.Guests(World.Devs, GatheringId, world.As("mia"), Ct)).Select(g => (g.Member.Account, g.Rsvp)));

        Gather(world, GatheringId, new GatheringCommand.Respond(Rsvp.None), "alice");
        Gather(world, GatheringId, new GatheringCommand.SetCode("VELO42"), "mia");
        await CatchUp(views, world.Journal);
        waits = (await See(world.As("bob")))!;
        Assert.Equal((Rsvp.Going, 1, 0), (waits.Gathering.Mine, waits.Gathering.Going, waits.Gathering.Waiting));
        Assert.Equal((true, null), (waits.HasCode, waits.Code));
        Assert.Equal("VELO42", (await See(world.As("mia")))!.Code);

        ValueTask<GatheringPageView?> See(Viewer viewer) => views.Gathering(World.Devs, GatheringId, viewer, Ct);
    }

    [Fact]
    public async Task A_board_shows_its_sessions_in_their_rooms_most_wanted_first()
    {
        var world = new World();
        var starts = world.Journal.Now.AddDays(1);
        Plan(world, GatheringId, "Camp", starts, form: GatheringForm.Barcamp);
        Gather(world, GatheringId, new GatheringCommand.Propose("Tubes"), "alice");
        Gather(world, GatheringId, new GatheringCommand.Propose("Lights", "How they *shine*"), "bob");
        Gather(world, GatheringId, new GatheringCommand.Vote(2), "alice");
        Gather(world, GatheringId, new GatheringCommand.SetBoard(["Hall", "Garden"], [starts]), "mia");
        Gather(world, GatheringId, new GatheringCommand.PlaceSession(2, 2, 1), "mia");
        var views = await Look(world);
        var seen = (await views.Gathering(World.Devs, GatheringId, world.As("alice"), Ct))!;
        Assert.Equal(["Hall", "Garden"], seen.Rooms);
        Assert.Equal([starts], seen.Times);
        Assert.Equal(
            [(2, "Bob", 1, true, 2, 1), (1, "Alice", 0, false, 0, 0)],
            seen.Sessions.Select(s => (s.Number, s.Author.Name, s.Votes, s.IsMine, s.Room, s.Time)));
        Gather(world, GatheringId, new GatheringCommand.SetBoard(["Hall"], [starts]), "mia");
        Gather(world, GatheringId, new GatheringCommand.Unvote(2), "alice");
        Gather(world, GatheringId, new GatheringCommand.Retract(1), "alice");
        await CatchUp(views, world.Journal);
        seen = (await views.Gathering(World.Devs, GatheringId, world.As("alice"), Ct))!;
        Assert.Equal((2, 0, false, 0), Assert.Single(seen.Sessions.Select(s => (s.Number, s.Votes, s.IsMine, s.Room))));
    }

    [Fact]
    public async Task Ones_own_gatherings_are_those_one_comes_to_or_hosts()
    {
        var world = new World();
        var now = world.Journal.Now;
        Plan(world, "01k0000000000001", "Mine", now.AddDays(1));
        Plan(world, "01k0000000000002", "Not mine", now.AddDays(2));
        Plan(world, "01k0000000000003", "Gone", now.AddDays(-9));
        foreach (var id in (string[])["01k0000000000001", "01k0000000000003"])
            Gather(world, id, new GatheringCommand.Respond(Rsvp.Interested), "bob");
        var views = await Look(world);
        Assert.Equal("Mine", Assert.Single(await views.GatheringsOf("bob", now, Ct)).Title);
        Assert.Equal(2, (await views.GatheringsOf("mia", now, Ct)).Count);
        Assert.Empty(await views.GatheringsOf("alice", now, Ct));
    }

    [Fact]
    public async Task Who_has_come_is_counted_once()
    {
        var world = new World();
        Plan(world, GatheringId, "Room", world.Journal.Now.AddMinutes(30));
        Gather(world, GatheringId, new GatheringCommand.Respond(Rsvp.Going), "alice");
        Gather(world, GatheringId, new GatheringCommand.Attend(["alice", "bob"]), "mia");
        Gather(world, GatheringId, new GatheringCommand.Miss(["alice"]), "mia");
        var views = await Look(world);
        var seen = (await views.Gathering(World.Devs, GatheringId, world.As("bob"), Ct))!.Gathering;
        Assert.Equal((1, 1, true), (seen.Attended, seen.Going, seen.HasAttended));
    }

    [Fact]
    public async Task Gatherings_of_a_private_community_are_its_members_own()
    {
        var world = new World(Visibility.Private);
        Plan(world, GatheringId, "Room", world.Journal.Now.AddDays(1));
        var views = await Look(world);
        var query = new GatheringQuery(World.Devs, world.Journal.Now);
        Assert.Empty((await views.Gatherings(query, Viewer.Visitor, Ct)).Items);
        Assert.Null(await views.Gathering(World.Devs, GatheringId, new Viewer("eve", Standing.None), Ct));
        Assert.Single((await views.Gatherings(query, world.As("bob"), Ct)).Items);
    }

    private static void Plan(
        World world, string id, string title, DateTimeOffset starts, int capacity = 0,
        GatheringForm form = GatheringForm.Room) => Gather(
        world, id, new GatheringCommand.Plan(new GatheringPlan(
            form, title, null, starts, starts.AddHours(2), "Europe/Paris", "Rue du Port 4",
            "https://example.org/", capacity, [], [60])), "mia");

    private static void Gather(World world, string id, GatheringCommand command, string by) => world.Journal.Ask(
        Keys.OfGathering(World.Devs, id), command, by, new Standing(by == "mia" ? Role.System : Role.Member));
}
