using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private static readonly ImmutableArray<AnswerTarget> Aims =
        [new("", 24), new("help", 4, IsSolved: true), new("news", 0)];

    [Fact]
    public async Task Questions_wait_in_the_order_in_which_they_were_asked()
    {
        var world = NewWorld();
        foreach (var slug in (string[])["help", "news"]) world.Category(slug);
        var start = world.Journal.Now;
        var first = world.Open("First", category: "help", at: start.AddHours(-30));
        var late = world.Open("Late", at: start.AddHours(-25));
        var fresh = world.Open("Fresh", category: "help", at: start);
        var news = world.Open("News", category: "news", at: start.AddHours(-40));
        var old = world.Open("Old", at: start.AddDays(-100));
        var closed = world.Open("Closed", at: start.AddHours(-50));
        world.Ask(closed, new ThreadCommand.Close());
        var solved = world.Open("Solved", category: "help", at: start.AddHours(-60));
        world.Reply(solved);
        world.Ask(solved, new ThreadCommand.Accept(2), "alice");
        var unsolved = world.Open("Unsolved", category: "help", at: start.AddHours(-50));
        world.Reply(unsolved);
        world.Reply(first, "I mean", "alice");
        var views = await Look(world);

        Assert.Equal([first, late, fresh], await Of(QuestionShow.Unanswered));
        Assert.Equal([fresh, late, first], await Of(QuestionShow.Unanswered, isLatestFirst: true));
        Assert.Equal([first, late], await Of(QuestionShow.Late));
        Assert.Equal([unsolved], await Of(QuestionShow.Unsolved));
        Assert.Equal([first, fresh], await Of(QuestionShow.Unanswered, "help"));
        Assert.Empty(await Of(QuestionShow.Doubted));
        Assert.DoesNotContain(news, await Of(QuestionShow.Unanswered));
        Assert.DoesNotContain(old, await Of(QuestionShow.Unanswered));
        var load = await views.QuestionLoad(Query(QuestionShow.Unanswered), world.As("mia"), Ct);
        Assert.Equal(new QuestionLoad(3, 2, 1, 0, start.AddHours(-30)), load);

        var page = await views.Questions(Query(QuestionShow.Unanswered) with { Size = 2 }, world.As("bob"), Ct);
        Assert.Equal([first, late], page.Items.Select(row => row.Thread.Id));
        page = await views.Questions(
            Query(QuestionShow.Unanswered) with { Size = 2, Cursor = page.Next }, world.As("bob"), Ct);
        Assert.Equal([fresh], page.Items.Select(row => row.Thread.Id));
        Assert.Null(page.Next);
        Assert.Equal(start.AddHours(4), page.Items[0].DueAt);
        await Assert.ThrowsAsync<MalformedCursorException>(async () =>
            await views.Questions(Query(QuestionShow.Unanswered) with { Cursor = "nonsense" }, world.As("bob"), Ct));

        QuestionQuery Query(QuestionShow show) => new(World.Devs, show, Aims, start.AddMinutes(1));

        async Task<IEnumerable<string>> Of(
            QuestionShow show, string? category = null, bool isLatestFirst = false) => (await views.Questions(
            Query(show) with { Category = category, IsLatestFirst = isLatestFirst }, world.As("mia"), Ct))
            .Items.Select(row => row.Thread.Id);
    }

    [Fact]
    public async Task What_announces_a_gathering_a_contest_or_a_newcomer_waits_for_no_answer()
    {
        var world = Holding(); // A contest, in whose thread others have written by now.
        var start = world.Journal.Now;
        var talk = world.Open("An evening with solder", at: start.AddHours(-80));
        Plan(world, talk, "An evening with solder", start.AddHours(-60));
        var after = (string[])[Gathering.RoomOf(talk), Gathering.RecapOf(talk)];
        foreach (var id in after)
            world.Ask(id, new ThreadCommand.Open("Afterwards", "Text.", null, []), "alice", start.AddHours(-50));
        world.Ask(
            Keys.NewThread(start.AddHours(-40), 4_000),
            new ThreadCommand.Open("Hello", "I am new.", null, [], GreetBy: start.AddHours(-16)), "alice",
            start.AddHours(-40));
        var asked = world.Open("Asked", at: start.AddHours(-30));
        var views = await Look(world);

        var query = new QuestionQuery(World.Devs, QuestionShow.Unanswered, Aims, start.AddMinutes(1));
        Assert.Equal([asked], (await views.Questions(query, world.As("mia"), Ct)).Items.Select(row => row.Thread.Id));
        Assert.Equal(
            new QuestionLoad(1, 1, 0, 0, start.AddHours(-30)), await views.QuestionLoad(query, world.As("mia"), Ct));
        var figures = await views.AnswerFigures(
            query, start.AddDays(-7), start.AddMinutes(1), world.As("mia"), Ct);
        Assert.Equal(1, figures[^1].Threads);
    }

    [Fact]
    public async Task The_time_to_a_first_reply_of_somebody_else_is_measured_against_the_target()
    {
        var world = NewWorld();
        world.Category("help");
        var start = world.Journal.Now;
        var asks = new (double, double?)[] { (-20, 1), (-40, 3), (-60, 9), (-30, null), (0, null) };
        foreach (var (asked, answered) in asks)
        {
            var thread = world.Open("Question", category: "help", at: start.AddHours(asked));
            world.Ask(thread, new ThreadCommand.Reply("More"), "alice", start.AddHours(asked + 0.5));
            if (answered is { } hours)
                world.Ask(thread, new ThreadCommand.Reply("So"), "bob", start.AddHours(asked + hours));
        }

        var gone = world.Open("Spammed", category: "help", at: start.AddHours(-10));
        world.Ask(gone, new ThreadCommand.Reply("Buy"), "bob", start.AddHours(-9));
        world.Ask(gone, new ThreadCommand.Remove(2), "mia");
        var views = await Look(world);
        var query = new QuestionQuery(World.Devs, QuestionShow.Unanswered, Aims, start.AddHours(1));
        var figures = await views.AnswerFigures(query, start.AddDays(-7), start.AddDays(1), Viewer.Visitor, Ct);
        Assert.Equal(
            [new("help", 4, 6, 3, 180, 5, 2, 0), new AnswerFigures(null, 0, 6, 3, 180, 5, 2, 0)], figures);
        Assert.Equal(40, figures[0].Percent);
        var none = await views.AnswerFigures(query, start.AddDays(2), start.AddDays(3), Viewer.Visitor, Ct);
        Assert.Equal([new AnswerFigures(null, 0, 0, 0, null, 0, 0, 0)], none);
        Assert.Null(none[0].Percent);
    }

    [Fact]
    public async Task What_readers_say_of_an_answer_stands_with_it_until_its_text_changes()
    {
        var world = NewWorld();
        world.Join("carol");
        var thread = world.Open("How?");
        world.Reply(thread, "So.", "bob");
        world.Ask(thread, new ThreadCommand.Accept(2), "alice");
        Doubt("carol", "Not since version 3");
        world.Journal.Ask(
            $"{World.Devs}/{thread}", new ThreadCommand.ConfirmAnswer(2), "alice", new Standing(Role.Member, 1));
        var views = await Look(world);
        var answer = (await Read("carol")).Answer!;
        Assert.Equal(("alice", 1, 1, false), (answer.By.Account, answer.Confirms, answer.Doubts, answer.Mine));
        Assert.Equal("carol: Not since version 3", $"{answer.Latest[0].By.Account}: {answer.Latest[0].Reason}");
        Assert.True((await Read("alice")).Answer!.Mine);
        Assert.Equal(thread, Assert.Single((await Doubted("mia")).Items).Thread.Id);
        Assert.Empty((await Doubted("bob")).Items);
        Assert.Equal(
            (RevivalReason.Doubted, 1L),
            (await views.Revivals(World.Devs, world.Journal.Now.AddDays(1), world.As("mia"), Ct))
                .Select(one => (one.Reason, one.Count)).Single());

        world.Ask(thread, new ThreadCommand.ConfirmAnswer(2), "mia");
        await CatchUp(views, world.Journal);
        Assert.Equal((2, 0), ((await Read("bob")).Answer!.Confirms, (await Read("bob")).Answer!.Doubts));
        Doubt("carol", null);
        world.Ask(thread, new ThreadCommand.Edit(2, "So, since version 3."), "mia");
        await CatchUp(views, world.Journal);
        Assert.Equal((0, 0), ((await Read("carol")).Answer!.Confirms, (await Read("carol")).Answer!.Doubts));
        Assert.Empty((await Doubted("mia")).Items);
        world.Ask(thread, new ThreadCommand.Unaccept(), "alice");
        await CatchUp(views, world.Journal);
        Assert.Null((await Read("bob")).Answer);

        void Doubt(string by, string? reason) => world.Journal.Ask(
            $"{World.Devs}/{thread}", new ThreadCommand.DoubtAnswer(2, reason), by, new Standing(Role.Member, 1));

        async Task<ThreadView> Read(string by) =>
            (await views.Thread(World.Devs, thread, 1, world.As(by), Ct))!;

        ValueTask<Page<QuestionRow>> Doubted(string by) => views.Questions(
            new(World.Devs, QuestionShow.Doubted, Aims, world.Journal.Now), world.As(by), Ct);
    }

    [Fact]
    public async Task Who_answered_what_is_alike_may_know_and_is_asked_seldom()
    {
        var world = NewWorld();
        foreach (var account in (string[])["carol", "dan", "eve"]) world.Join(account);
        var solved = world.Open("Rims", tags: ["disc"]);
        world.Reply(solved, "So", "bob");
        world.Reply(solved, "Or so", "carol");
        world.Ask(solved, new ThreadCommand.Accept(3), "alice");
        var other = world.Open("Pads", tags: ["disc", "pads"]);
        world.Reply(other, "Yes", "bob");
        world.Reply(other, "No", "dan");
        var question = world.Open("Discs?", tags: ["disc"]);
        world.Reply(question, "What discs?", "dan");
        var views = await Look(world);
        var now = world.Journal.Now;
        var fitting = await views.FittingMembers(World.Devs, question, now, world.As("mia"), Ct);
        Assert.Equal(["carol 1 1 disc", "bob 2 0 disc"], fitting.Select(one =>
            $"{one.Member.Account} {one.Answers} {one.Accepted} {string.Join(' ', one.Tags)}"));
        Assert.Empty(await views.FittingMembers(World.Devs, question, now, world.As("bob"), Ct));
        Assert.Empty(await views.FittingMembers(World.Devs, question, now.AddDays(200), world.As("mia"), Ct));

        Request("carol", question);
        world.Journal.Ask($"{World.Devs}/bob", new MemberCommand.SetAsked(false));
        await CatchUp(views, world.Journal);
        var asked = Assert.Single(await views.FittingMembers(World.Devs, question, now, world.As("mia"), Ct));
        Assert.Equal(now.AddDays(7), asked.FreeAt!.Value, TimeSpan.FromHours(1));
        var request = Assert.Single(await views.AnswerRequests(World.Devs, question, world.As("mia"), Ct));
        Assert.Equal(("carol", "mia", null, null), (
            request.Member.Account, request.By.Account, request.DeclinedAt, request.AnsweredAt));
        Assert.Empty(await views.AnswerRequests(World.Devs, question, world.As("bob"), Ct));

        world.Reply(question, "Those.", "carol");
        Request("eve", solved);
        world.Journal.Ask($"{World.Devs}/eve", new MemberCommand.DeclineAnswer(solved), "eve");
        await CatchUp(views, world.Journal);
        Assert.NotNull((await views.AnswerRequests(World.Devs, question, world.As("mia"), Ct))[0].AnsweredAt);
        Assert.Equal(
            new RequestFigures(2, 1, 1),
            await views.RequestFigures(World.Devs, now.AddDays(-1), now.AddDays(1), world.As("mia"), Ct));

        void Request(string account, string thread) => world.Journal.Ask(
            $"{World.Devs}/{account}", new MemberCommand.RequestAnswer(thread), "mia", Standing.System);
    }

    [Fact]
    public async Task Threads_that_stopped_are_worth_reviving_until_they_are_left_alone_or_taken_up()
    {
        var world = NewWorld();
        world.Join("carol");
        var start = world.Journal.Now;
        var missed = world.Open("Which tyres for gravel", at: start);
        world.Ask(missed, new ThreadCommand.CountViews(80));
        var asked = world.Open("How to true a wheel", at: start);
        world.Reply(asked);
        var much = world.Open("Helmets", at: start);
        for (var i = 0; i < 12; i++) world.Reply(much, "Hm.", i % 2 == 0 ? "bob" : "carol");
        var views = await Look(world);
        var later = start.AddDays(70);
        Assert.Equal(
            [(missed, RevivalReason.Unanswered, 80L), (much, RevivalReason.Stopped, 13L)], await Found());
        Assert.Empty(await views.Revivals(World.Devs, later, world.As("bob"), Ct));
        Assert.Empty(await views.Revivals(World.Devs, start.AddDays(2), world.As("mia"), Ct));

        world.Open("How to true a wheel?", at: later.AddDays(-2));
        var again = world.Open("Who can true a wheel", at: later.AddDays(-1));
        world.Ask(missed, new ThreadCommand.Rest());
        var summary = new ThreadCommand.Reply(new string('a', Communities.Thread.SummaryMin), IsSummary: true);
        world.Ask(much, summary, "mia", start.AddDays(1));
        await CatchUp(views, world.Journal);
        Assert.Equal([(asked, RevivalReason.Recurring, 2L)], await Found());
        Assert.Equal([14], (await views.Thread(World.Devs, much, 1, world.As("bob"), Ct))!.Summaries);

        world.Ask(asked, new ThreadCommand.Renew(again));
        await CatchUp(views, world.Journal);
        Assert.Empty(await Found());
        Assert.Equal(
            ("renewed", again),
            (await views.Thread(World.Devs, asked, 1, world.As("bob"), Ct))!.Happenings
                .Select(one => (one.Kind, one.Other!.Id)).Single());

        async Task<IEnumerable<(string, RevivalReason, long)>> Found() =>
            (await views.Revivals(World.Devs, later, world.As("mia"), Ct))
            .Select(one => (one.Thread.Id, one.Reason, one.Count));
    }
}
