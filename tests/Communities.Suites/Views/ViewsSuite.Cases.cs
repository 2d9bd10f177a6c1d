using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task Reports_of_a_post_come_to_one_case_that_moderators_see_and_others_do_not()
    {
        var world = NewWorld();
        world.Category("help");
        var subject = Subject.OfPost(world.Open("Look here", "Buy my *pills*.", "bob", "help"), 1);
        Report(world, subject, "alice", weight: 2, reason: "spam", said: "Advertising.");
        Report(world, subject, "olga", weight: 5, reason: "hate");
        var views = await Look(world);
        var row = Assert.Single((await views.Cases(new(World.Devs), world.As("mia"), Ct)).Items);
        Assert.Equal((subject.ToString(), "Look here", "Buy my pills."), (row.Id, row.Title, row.Excerpt));
        Assert.Equal(("bob", "Bob", "help"), (row.Author.Account, row.Author.Name, row.Category));
        Assert.Equal((true, false, 2, 7), (row.IsOpen, row.IsUrgent, row.Reports, row.Weight));
        Assert.Equal(["spam", "hate"], row.Reasons);
        var found = (await views.Case(World.Devs, row.Id, world.As("mia"), Ct))!;
        Assert.Equal(("Buy my *pills*.", 1, 40), (found.Content!.Text, found.Content.Revision, found.Content.Score));
        Assert.Equal(["olga", "alice"], found.Reports.Select(report => report.Reporter.Account));
        Assert.Equal(("Advertising.", "Buy my *pills*.", (int?)null),
            (found.Reports[1].Text, found.Reports[1].Content, found.Reports[1].Decision));

        var helper = new Viewer("alice", new Standing(Role.Member, Categories: "other help"));
        var other = new Viewer("alice", new Standing(Role.Member, Categories: "other"));
        Assert.Single((await views.Cases(new(World.Devs), helper, Ct)).Items);
        Assert.NotNull(await views.Case(World.Devs, row.Id, helper, Ct));
        Assert.Equal(1, await views.WaitingCases(World.Devs, helper, Ct));
        foreach (var viewer in (Viewer[])[Viewer.Visitor, world.As("bob"), world.As("alice"), other])
        {
            Assert.Empty((await views.Cases(new(World.Devs), viewer, Ct)).Items);
            Assert.Null(await views.Case(World.Devs, row.Id, viewer, Ct));
            Assert.Equal(0, await views.WaitingCases(World.Devs, viewer, Ct));
            Assert.Equal(0, (await views.CaseLoad(World.Devs, default, viewer, Ct))?.Waiting ?? 0);
        }
    }

    [Fact]
    public async Task A_decision_answers_reports_is_told_to_whom_it_concerns_and_taken_back_as_it_was()
    {
        var world = NewWorld();
        var subject = Subject.OfPost(world.Open("Look here", "Pills.", "bob"), 1);
        Report(world, subject, "alice", weight: 2);
        Moderate(world, subject, new CaseCommand.Claim());
        Moderate(world, subject, new CaseCommand.Annotate("Again."));
        Moderate(world, subject, Hide("No pills.", MeasureKind.Warn));
        var views = await Look(world);
        var row = Assert.Single((await views.Cases(new(World.Devs, CaseShow.Resolved), world.As("mia"), Ct)).Items);
        Assert.Equal((false, 0, 0), (row.IsOpen, row.Reports, row.Weight));
        Assert.Equal([MeasureKind.Hide, MeasureKind.Warn], row.Outcome.Select(measure => measure.Kind));
        Assert.Null(row.Assignee);
        Assert.Empty((await views.Cases(new(World.Devs), world.As("mia"), Ct)).Items);
        var told = (await views.Decision(World.Devs, row.Id, 1, world.As("bob"), Ct))!;
        Assert.Equal(("No spam.", "No pills.", "Pills.", "mia"), (told.Rule, told.Text, told.Content, told.By.Account));
        Assert.Null(told.Note);
        Assert.Equal("Known.", (await views.Decision(World.Devs, row.Id, 1, world.As("mia"), Ct))!.Note);
        Assert.Null(await views.Decision(World.Devs, row.Id, 1, world.As("alice"), Ct));
        Assert.Single(await views.DecisionsOn(World.Devs, "bob", world.As("bob"), Ct));
        Assert.Empty(await views.DecisionsOn(World.Devs, "bob", world.As("alice"), Ct));
        var own = Assert.Single(await views.OwnReports(World.Devs, world.As("alice"), Ct));
        Assert.Equal(("Look here", "Pills.", DecisionEnd.None), (own.Title, own.Content, own.End));
        Assert.Equal(MeasureKind.Hide, own.Outcome!.Value[0].Kind);
        var load = (await views.CaseLoad(World.Devs, default, world.As("mia"), Ct))!;
        Assert.Equal((0, 1, TimeSpan.FromSeconds(3)), (load.Waiting, load.Decided, load.Median));
        Assert.Equal(("mia", 1, 0),
            (load.Moderators[0].Moderator.Account, load.Moderators[0].Decided, load.Moderators[0].Overturned));

        Moderate(world, subject, new CaseCommand.Undo(1, "Wrong post."));
        await CatchUp(views, world.Journal);
        var found = (await views.Case(World.Devs, row.Id, world.As("mia"), Ct))!;
        Assert.Equal((true, 1, 2), (found.Case.IsOpen, found.Case.Reports, found.Case.Weight));
        Assert.Empty(found.Case.Outcome);
        Assert.Equal(DecisionEnd.Undone, found.Decisions[0].End);
        Assert.Equal(["claimed", "noted", "undone"], found.Happenings.Select(happening => happening.Kind));
        Assert.Null(Assert.Single(await views.OwnReports(World.Devs, world.As("alice"), Ct)).Outcome);
        Assert.Equal(1, (await views.CaseLoad(World.Devs, default, world.As("mia"), Ct))!.Moderators[0].Overturned);
    }

    [Fact]
    public async Task An_appeal_waits_until_another_moderator_answers_it()
    {
        var world = NewWorld();
        var subject = Subject.OfPost(world.Open("Look here", "Pills.", "bob"), 1);
        Report(world, subject, "alice", weight: 2);
        Moderate(world, subject, Hide("No pills."));
        world.Journal.Ask(
            Keys.OfCase(World.Devs, subject), new CaseCommand.Appeal(1, "They were sweets."), "bob",
            new Standing(Role.Member));
        var views = await Look(world);
        var row = Assert.Single((await views.Cases(new(World.Devs, CaseShow.Appealed), world.As("mia"), Ct)).Items);
        Assert.Equal((true, true, true, 0), (row.IsOpen, row.IsUrgent, row.IsAppealed, row.Reports));
        Moderate(world, subject, new CaseCommand.AnswerAppeal(1, true, "Indeed."), "olga");
        await CatchUp(views, world.Journal);
        Assert.Empty((await views.Cases(new(World.Devs), world.As("mia"), Ct)).Items);
        var decision = (await views.Decision(World.Devs, row.Id, 1, world.As("bob"), Ct))!;
        Assert.Equal((DecisionEnd.Overturned, true, "They were sweets.", "Indeed.", "olga"),
            (decision.End, decision.Appeal!.IsOverturned, decision.Appeal.Text, decision.Appeal.Answer,
                decision.Appeal.AnsweredBy!.Account));
    }

    [Fact]
    public async Task Cases_come_by_urgency_weight_score_or_age_and_can_be_narrowed_down()
    {
        var world = NewWorld();
        world.Category("help");
        var subjects = Enumerable.Range(1, 5)
            .Select(n => Subject.OfPost(world.Open($"T{n}", $"Text {n}.", "bob", n < 3 ? "help" : null), 1)).ToList();
        foreach (var (subject, n) in subjects.Select((subject, n) => (subject, n)))
            Report(world, subject, "alice", weight: n, score: 100 - n, reason: n == 1 ? "hate" : "spam");
        Report(world, subjects[0], "olga", weight: 1, illegal: true);
        Moderate(world, subjects[2], new CaseCommand.Claim());
        var views = await Look(world);
        Assert.Equal(["T1", "T5", "T4", "T3", "T2"], await Titles(new(World.Devs)));
        Assert.Equal(["T1", "T2", "T3", "T4", "T5"], await Titles(new(World.Devs, Sort: CaseSort.Score)));
        Assert.Equal(["T1", "T2", "T3", "T4", "T5"], await Titles(new(World.Devs, Sort: CaseSort.Age)));
        Assert.Equal(["T3", "T1", "T5", "T4", "T2"], await Titles(new(World.Devs, Sort: CaseSort.Latest)));
        Assert.Equal(["T1", "T2"], await Titles(new(World.Devs, Category: "help")));
        Assert.Equal(["T2"], await Titles(new(World.Devs, Reason: "hate")));
        Assert.Equal(["T3"], await Titles(new(World.Devs, Assignee: "mia")));
        Assert.Equal(4, (await Titles(new(World.Devs, Assignee: ""))).Count);
        Assert.Empty(await Titles(new(World.Devs, Kind: SubjectKind.Member)));
        Assert.Equal(5, (await Titles(new(World.Devs, Kind: SubjectKind.Post, Author: "bob"))).Count);
        Assert.Equal((5, 1), (await views.WaitingCases(World.Devs, world.As("mia"), Ct),
            (await views.CaseLoad(World.Devs, default, world.As("mia"), Ct))!.Urgent));

        var (all, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await views.Cases(new(World.Devs, Size: 2, Cursor: cursor), world.As("mia"), Ct);
            all.AddRange(page.Items.Select(row => row.Title));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(["T1", "T5", "T4", "T3", "T2"], all);

        async Task<List<string>> Titles(CaseQuery query) =>
            [.. (await views.Cases(query, world.As("mia"), Ct)).Items.Select(row => row.Title)];
    }

    [Fact]
    public async Task What_moderators_do_to_a_post_where_it_stands_is_a_decision_with_the_text_it_was_about()
    {
        var world = NewWorld();
        var thread = world.Open("Look here", "Pills.", "bob");
        world.Journal.Ask(
            Keys.OfCase(World.Devs, Subject.OfPost(thread, 1)), new CaseCommand.Record("mia", true, "bob", "Rude."));
        var views = await Look(world);
        var decision = Assert.Single(await views.DecisionsOn(World.Devs, "bob", world.As("mia"), Ct));
        Assert.Equal(("Look here", "Pills.", "mia", DecisionOrigin.Direct),
            (decision.Title, decision.Content, decision.By.Account, decision.Origin));
        Assert.Equal(0, await views.WaitingCases(World.Devs, world.As("mia"), Ct));
    }

    private static CaseCommand.Decide Hide(string text, params ImmutableArray<MeasureKind> more) => new(
        [new(MeasureKind.Hide), .. more.Select(kind => new Measure(kind))], "spam", "No spam.", text, "Known.");

    private static void Moderate(World world, Subject subject, CaseCommand command, string by = "mia") =>
        world.Journal.Ask(
            Keys.OfCase(World.Devs, subject), command, by,
            new Standing(world.Journal.See<Member>($"{World.Devs}/{by}").Role));

    private static void Report(
        World world, Subject subject, string by, int weight = 1, string reason = "spam", string? said = null,
        int score = 40, bool illegal = false)
    {
        var title = world.Journal.Log.Select(envelope => (envelope.Actor, Happened: Domain.Happened(envelope)))
            .First(one => one.Actor.Key == Keys.OfThread(World.Devs, subject.Id)).Happened as ThreadEvent.Opened;
        world.Journal.Ask(
            Keys.OfCase(World.Devs, subject),
            new CaseCommand.Receive(
                by, reason, "No spam.", weight,
                new ReportedContent("bob", title!.Category, title.Text, 1, title.Title, score),
                new Thresholds(0, 0, 0), said, illegal));
    }
}
