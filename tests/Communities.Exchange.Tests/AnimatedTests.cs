using System.Text;
using Communities.Actors;
using Communities.Suites;
using Communities.Views;

namespace Communities.Exchange.Tests;

/// <summary>What animates a community goes out and comes in with the rest; what is still to come, comes once.</summary>
public sealed partial class AnimatedTests
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
        await there.TakesIn(file, Options);
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
        Assert.Empty(events.Where(e => e.Name is "inbox.notified" or "recipient.owed")
            .Select(e => $"{e.Actor} {Encoding.UTF8.GetString(e.Json.Span)}"));
        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(await there.Exports("devs")));
    }

    [Fact]
    public async Task Who_is_kept_out_is_kept_out_of_a_copy_until_somebody_decides_otherwise()
    {
        await using var here = _place = await Place.Open(_time);
        await Begun();
        await Moderated();
        var file = await here.Exports("devs");
        await using var there = await Place.Open(_time);
        await there.Imports(new MemoryStream(file), Options);
        var bars = new Dictionary<string, Bar>();
        foreach (var account in (string[])["bob", "carol", "dave"])
            bars[account] = (await there.Engine.See<Member>(Keys.OfMember("devs", account), Ct)).BarAt(Now);
        Assert.Equal((Bar.None, Bar.Silenced, Bar.Banned), (bars["bob"], bars["carol"], bars["dave"]));

        _place = there;
        await Do(Keys.OfCase("devs", Subject.OfMember("dave")), new CaseCommand.Undo(1), "alice");
        Assert.Equal(Bar.None, (await there.Engine.See<Member>(Keys.OfMember("devs", "dave"), Ct)).BarAt(Now));
        await Pass(there, TimeSpan.FromDays(2));
        Assert.Empty((await there.Engine.See<Member>(Keys.OfMember("devs", "carol"), Ct)).Sanctions);
    }

    [Fact]
    public async Task What_is_still_to_come_rings_once_and_what_has_rung_does_not()
    {
        await using var here = _place = await Place.Open(_time);
        await Begun();
        var starts = Now.AddHours(30);
        await Planned(
            new GatheringPlan(
                GatheringForm.Room, "Soon", null, starts, starts.AddHours(1), "UTC", null, null, 0, [],
                GatheringPlan.DefaultReminders),
            1);
        var noon = new SlotTime(Now.Date.AddDays(1).AddHours(18), "UTC");
        var slot = await Slot(new SlotContent(SlotKind.Question, "When", "?", "bob"), noon, null, 2);
        await Do(slot, new SlotCommand.Review(IsAlone: true), "alice");
        await Do(slot, new SlotCommand.Schedule(), "alice");
        await Pass(here, TimeSpan.FromHours(10)); // The first reminder has rung.
        var file = await here.Exports("devs");

        await using var there = await Place.Open(_time);
        await there.Imports(new MemoryStream(file), Options);
        var head = there.Feed.Head;
        await Pass(there, TimeSpan.FromHours(18.5));
        Assert.Equal(head, there.Feed.Head);
        for (var i = 0; i < 6; i++) await Pass(there, TimeSpan.FromHours(1));
        var come = (await there.Events()).Skip((int)head).ToList();
        foreach (var name in (string[])["gathering.reminded", "gathering.began", "gathering.ended", "slot.published"])
            Assert.Single(come, e => e.Name == name);
        Assert.Equal(2, come.Count(e => e.Name == "thread.opened")); // The live room, and what the slot says.
        Assert.Equal(["devs/alice"], come.Where(e => e.Name == "inbox.notified"
            && Encoding.UTF8.GetString(e.Json.Span).Contains(Reasons.GatheringSoon, StringComparison.Ordinal))
            .Select(e => e.Actor.Key));
        Assert.Single(come, e => e.Name == "recipient.owed");
    }

    [Fact]
    public async Task What_fell_due_while_a_community_was_moved_happens_once_the_rest_is_there()
    {
        await using var here = _place = await Place.Open(_time);
        await Begun();
        var contest = await Opened(new ContestTerms(Now.AddDays(1), Now.AddDays(2)), 1, []);
        await Do(contest, new ThreadCommand.Reply("Mine"), "bob");
        await Do(contest, new ContestCommand.Enter(2), "bob");
        await Do(contest, new ContestCommand.Finish(), "alice");
        await Do(contest, new ContestCommand.Vote([2]), "carol");
        var file = await here.Exports("devs");

        _time.Advance(TimeSpan.FromDays(3));
        await using var there = await Place.Open(_time);
        var tally = await there.Imports(new MemoryStream(file), Options);
        Assert.Empty(tally.Reasons);
        Assert.Equal(ContestPhase.Voting, (await there.Engine.See<Contest>(contest, Ct)).Phase);
        await Pass(there, TimeSpan.FromHours(1));
        Assert.Equal(ContestPhase.Closed, (await there.Engine.See<Contest>(contest, Ct)).Phase);
        Assert.Equal(1, (await there.Engine.See<Member>(Keys.OfMember("devs", "bob"), Ct)).Deeds.Won);
        Assert.Equal(3, (await there.Engine.See<Thread>(contest, Ct)).Posts.Count); // The results are told in it.
    }

    [Fact]
    public async Task Under_another_name_what_was_opened_leads_to_what_it_is_about_there()
    {
        await using var here = _place = await Place.Open(_time);
        await Begun();
        var contest = Keys.LocalOf(await Opened(new ContestTerms(Now.AddDays(1), Now.AddDays(2)), 1, []));
        await using var there = await Place.Open(_time);
        await there.Imports(new MemoryStream(await here.Exports("devs")), Options with { Community = "others" });
        var thread = await there.Views.Thread("others", contest, 1, Viewer.Visitor, Ct);
        Assert.Contains($"](/c/others/contests/{contest})", thread!.Posts[0].Text);
    }

    private ImportOptions Options => new() { Time = _time };

    private Task<Answer> Do<TActor>(
        string key, ICommand<TActor> command, string by, Role role = Role.Owner) where TActor : class, IActor =>
        _place.Does(_time, key, command, by, role);

    private Task Pass(Place place, TimeSpan by) => place.Pass(_time, by);
}
