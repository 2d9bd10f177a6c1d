using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task The_transparency_report_counts_reports_decisions_and_appeals_of_its_period()
    {
        var world = NewWorld();
        var thread = world.Open("Thread", by: "alice");
        for (var i = 0; i < 3; i++) world.Reply(thread, "Rude", "bob");
        var start = world.Journal.Now;
        Report(2, "spam");
        Report(3, "spam");
        Report(4, "harassment");
        world.Journal.Now = start.AddMinutes(30);
        Decide(2, new Measure(MeasureKind.Keep));
        world.Journal.Now = start.AddMinutes(90);
        Decide(3, new(MeasureKind.Remove), new(MeasureKind.Silence, 24));
        world.Journal.Now = start.AddDays(40);
        Decide(4, new Measure(MeasureKind.Hide));
        world.Journal.Ask(Key(3), new CaseCommand.Appeal(1, "Please look."), "bob", at: start.AddDays(2));
        world.Journal.Ask(Key(3), new CaseCommand.AnswerAppeal(1, true, "True."), "olga", at: start.AddDays(3));
        var views = await Look(world);

        var all = (await views.Transparency(World.Devs, start, start.AddDays(41), Viewer.Visitor, Ct))!;
        Assert.Equal([new("spam", 2), new("harassment", 1)], all.Reports);
        Assert.Equal((3, 0, 1, 1, 1, 0, 90), (
            all.Decisions, all.Automated, all.Appeals, all.Answered, all.Overturned, all.Undone, all.MedianMinutes));
        Assert.Equal(
            [MeasureKind.Keep, MeasureKind.Hide, MeasureKind.Remove, MeasureKind.Silence],
            all.Measures.Select(measure => measure.Kind));
        Assert.All(all.Measures, measure => Assert.Equal((1, 0), (measure.People, measure.Automated)));
        Assert.Equal((3, 3, 1), (
            all.Days.Sum(day => day.Reports), all.Days.Sum(day => day.People), all.Days.Sum(day => day.Appeals)));

        var later = (await views.Transparency(
            World.Devs, start.AddDays(30), start.AddDays(41), Viewer.Visitor, Ct))!;
        Assert.Equal((0, 1, 0), (later.Reports.Count, later.Decisions, later.Appeals));
        var never = (await views.Transparency(World.Devs, start.AddDays(50), start.AddDays(60), Viewer.Visitor, Ct))!;
        Assert.Equal((0, 0, null), (never.Decisions, never.Days.Count, never.MedianMinutes));

        string Key(int number) => Keys.OfCase(World.Devs, Subject.OfPost(thread, number));

        void Report(int number, string reason) => world.Journal.Ask(Key(number), new CaseCommand.Receive(
            "alice", reason, "A rule.", 1, new("bob", null, "Rude"), Thresholds.Default));

        void Decide(int number, params Measure[] measures) => world.Journal.Ask(
            Key(number), new CaseCommand.Decide([.. measures], "spam", "A rule.", "Text."), "mia");
    }

    [Fact]
    public async Task Nobody_counts_what_happens_in_a_private_community_but_its_members()
    {
        var world = new World(Visibility.Private);
        var (views, now) = (await Look(world), world.Journal.Now);
        Assert.Null(await views.Transparency(World.Devs, now, now.AddDays(1), Viewer.Visitor, Ct));
        Assert.NotNull(await views.Transparency(World.Devs, now, now.AddDays(1), world.As("alice"), Ct));
    }
}
