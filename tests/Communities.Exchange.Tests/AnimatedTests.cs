using System.Collections.Immutable;
using System.Text;
using Communities.Actors;
using Communities.Suites;

namespace Communities.Exchange.Tests;

/// <summary>What animates a community goes out and comes in with the rest, and what is still to come, comes once.</summary>
public sealed class AnimatedTests
{
    private readonly ManualTime _time = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private Place _place = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _time.GetUtcNow();

    [Fact]
    public async Task What_was_animated_comes_in_elsewhere_as_it_was()
    {
        await using var here = await Lived();
        var file = await here.Exports("devs");
        await using var there = await Place.Open(_time);
        var tally = await there.Imports(new MemoryStream(file), Options);
        Assert.Empty(tally.Reasons);
        Assert.Equal(tally.Read, tally.Rows.Sum(row => row.Imported));
        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(await there.Exports("devs")));

        var head = there.Feed.Head;
        var again = await there.Imports(new MemoryStream(file), Options);
        Assert.Equal(head, there.Feed.Head);
        Assert.Equal(again.Read, again.Rows.Sum(row => row.Repeated));
    }

    [Fact]
    public async Task What_was_told_and_opened_elsewhere_is_not_told_and_opened_once_more()
    {
        await using var here = await Lived();
        var file = await here.Exports("devs");
        await using var there = await Place.Open(_time);
        await there.Imports(new MemoryStream(file), Options);
        for (var i = 0; i < 3; i++) await Pass(there, TimeSpan.FromHours(1));
        var events = await there.Events();
        Assert.DoesNotContain(events, e => e.Actor.Kind is "inbox" or "recipient");
        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(await there.Exports("devs")));
    }

    private ImportOptions Options => new() { Time = _time };

    private async Task<Place> Lived()
    {
        _place = await Place.Open(_time);
        await Do("devs", new CommunityCommand.Found("Devs", null, "en", Visibility.Public, "Alice"), "alice");
        foreach (var account in (string[])["bob", "carol", "dave"])
            await Do(Keys.OfMember("devs", account), new MemberCommand.Join(account), account);
        await Gathered();
        return _place;
    }

    private async Task Gathered()
    {
        var plan = new GatheringPlan(
            GatheringForm.Barcamp, "Camp", "Come", Now.AddDays(3), Now.AddDays(3).AddHours(5), "Europe/Paris", "The inn",
            null, 2, ["carol"], GatheringPlan.DefaultReminders, null);
        var camp = await Planned(plan, 1);
        foreach (var account in (string[])["bob", "carol", "dave"])
            await Do(camp, new GatheringCommand.Respond(Rsvp.Going), account);
        await Do(camp, new GatheringCommand.Respond(Rsvp.None), "bob"); // Dave moves up.
        await Do(camp, new GatheringCommand.Change(plan with { Place = "The barn", Capacity = 1 }), "alice");
        await Do(camp, new GatheringCommand.Respond(Rsvp.Interested), "bob");
        await Do(camp, new GatheringCommand.Excuse("dave"), "alice");
        await Do(camp, new GatheringCommand.Propose("Knots", "All of them"), "bob");
        await Do(camp, new GatheringCommand.Propose("Sails"), "carol");
        await Do(camp, new GatheringCommand.Propose("Oars"), "carol");
        await Do(camp, new GatheringCommand.SetBoard(["Hall", "Loft"], [plan.Starts, plan.Starts.AddHours(1)]), "alice");
        await Do(camp, new GatheringCommand.Vote(1), "carol");
        await Do(camp, new GatheringCommand.Vote(1), "dave");
        await Do(camp, new GatheringCommand.Unvote(1), "dave");
        await Do(camp, new GatheringCommand.PlaceSession(1, 2, 1), "alice");
        await Do(camp, new GatheringCommand.Retract(3), "carol");
        await Do(camp, new GatheringCommand.SetCode("OARS"), "alice");
        await Pass(_place, TimeSpan.FromHours(71.5)); // It is near, and two reminders have rung.
        await Pass(_place, TimeSpan.FromHours(1));
        await Do(camp, new GatheringCommand.CheckIn("oars"), "bob");
        await Do(camp, new GatheringCommand.Attend(["carol", "dave"]), "alice");
        await Do(camp, new GatheringCommand.Miss(["dave"]), "alice");
        await Pass(_place, TimeSpan.FromHours(5));
        await Do(camp, new GatheringCommand.Recap("What it was", "Wet"), "alice");
        var room = plan with
        {
            Form = GatheringForm.Room, Title = "Room", Place = null, Starts = Now.AddDays(1),
            Ends = Now.AddDays(1).AddHours(1), Capacity = 0,
        };
        await Planned(room, 2);
        await Pass(_place, TimeSpan.FromDays(1.1)); // It was, with a room of its own.
        var off = await Planned(room with { Title = "Off", Starts = Now.AddDays(9), Ends = Now.AddDays(10) }, 3);
        await Do(off, new GatheringCommand.Cancel("Rain"), "alice");
    }

    private async Task<string> Planned(GatheringPlan plan, uint chance)
    {
        var key = Keys.OfGathering("devs", Keys.NewThread(Now, chance));
        await Do(key, new GatheringCommand.Plan(plan), "alice");
        return key;
    }

    private async Task<Answer> Do<TActor>(string key, ICommand<TActor> command, string by) where TActor : class, IActor
    {
        _time.Advance(TimeSpan.FromSeconds(10));
        var answer = await _place.Does(key, command, by, Now);
        await _place.Engine.WhenQuiet(Ct);
        return answer;
    }

    private async Task Pass(Place place, TimeSpan by)
    {
        _time.Advance(by);
        await place.Engine.WhenQuiet(Ct);
    }
}
