using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private const string SlotId = "01k0000000000005";

    [Fact]
    public async Task The_calendar_shows_slots_by_time_to_those_who_keep_order_and_to_their_author()
    {
        var world = NewWorld();
        var time = new SlotTime(world.Journal.Now.AddDays(2).UtcDateTime, ZonedTime.Utc);
        var rule = new Recurrence(Rhythm.Weekly, time.Day, TimeOnly.FromDateTime(time.Local));
        var words = new SlotContent(SlotKind.Question, "Question {n}", "Why?", "alice");
        Slot(world, SlotId, new SlotCommand.Open(words, time, rule), "olga");
        Slot(world, "01k0000000000006", new SlotCommand.Open(words with { Title = "An idea" }), "alice");
        Slot(world, "01k0000000000006", new SlotCommand.Submit(), "alice");
        var views = await Look(world);

        var (from, to) = (world.Journal.Now, world.Journal.Now.AddDays(7));
        var slot = Assert.Single(await views.Slots(World.Devs, from, to, world.As("mia"), Ct));
        Assert.Equal(("Question 1", "Alice", SlotStatus.Draft), (slot.Title, slot.Author.Name, slot.Status));
        Assert.Equal((time, time.Moment), (slot.Time, slot.At));
        Assert.Equal([time.Day.AddDays(7), time.Day.AddDays(14)], slot.Following(time.Day.AddDays(20)));
        Assert.Empty(await views.Slots(World.Devs, from, time.Moment, world.As("mia"), Ct));
        Assert.Empty(await views.Slots(World.Devs, from, to, world.As("alice"), Ct));
        Assert.Empty(await views.Slots(World.Devs, from, to, Viewer.Visitor, Ct));

        Assert.True(Assert.Single(await views.Ideas(World.Devs, world.As("mia"), Ct)).IsSubmitted);
        Assert.Empty(await views.Ideas(World.Devs, world.As("bob"), Ct));
        Assert.Equal(2, (await views.OwnSlots(World.Devs, world.As("alice"), Ct)).Count);
        Assert.Empty(await views.OwnSlots(World.Devs, world.As("bob"), Ct));
        Assert.NotNull(await views.Slot(World.Devs, SlotId, world.As("alice"), Ct));
        Assert.Null(await views.Slot(World.Devs, SlotId, world.As("bob"), Ct));
        Assert.Null(await views.Slot(World.Devs, SlotId, Viewer.Visitor, Ct));
    }

    [Fact]
    public async Task A_slot_is_shown_as_far_as_it_has_come()
    {
        var world = NewWorld();
        var time = new SlotTime(world.Journal.Now.AddDays(2).UtcDateTime, ZonedTime.Utc);
        Slot(world, SlotId, new SlotCommand.Open(new(SlotKind.Debate, "Which?", "So?", "alice"), time), "olga");
        Slot(world, SlotId, new SlotCommand.Edit(new(SlotKind.Debate, "Which one?", "So?", "bob")), "olga");
        Slot(world, SlotId, new SlotCommand.Review(IsAlone: true), "olga");
        var views = await Look(world);
        var slot = (await views.Slot(World.Devs, SlotId, world.As("olga"), Ct))!;
        Assert.Equal(("Which one?", "bob", "olga"), (slot.Title, slot.Author.Account, slot.ReviewedBy));

        Slot(world, SlotId, new SlotCommand.Return("Shorter."), "olga");
        Slot(world, SlotId, new SlotCommand.Plan(time.On(time.Day.AddDays(1), new TimeOnly(9, 0))), "olga");
        await CatchUp(views, world.Journal);
        slot = (await views.Slot(World.Devs, SlotId, world.As("olga"), Ct))!;
        Assert.Equal((SlotStatus.Draft, "Shorter.", null), (slot.Status, slot.Note, slot.ReviewedBy));
        Assert.Equal((time.Day.AddDays(1), time.Day.AddDays(1)), (slot.Time!.Day, slot.Day));

        Slot(world, SlotId, new SlotCommand.Due(slot.At!.Value), "");
        Slot(world, SlotId, new SlotCommand.Review(), "mia");
        Slot(world, SlotId, new SlotCommand.Publish(), "olga");
        await CatchUp(views, world.Journal);
        slot = (await views.Slot(World.Devs, SlotId, world.As("olga"), Ct))!;
        Assert.Equal((SlotStatus.Published, true), (slot.Status, slot.IsMissed));
        Assert.True(Keys.IsThread(slot.Thread));

        Slot(world, "01k0000000000006", new SlotCommand.Open(slot.Content), "bob");
        Slot(world, "01k0000000000006", new SlotCommand.Cancel(), "bob");
        await CatchUp(views, world.Journal);
        Assert.Empty(await views.Ideas(World.Devs, world.As("mia"), Ct));
    }

    [Fact]
    public async Task An_interview_shows_questions_by_votes_and_the_answers_of_its_guests()
    {
        var world = NewWorld();
        var thread = Interviewed(world);
        var views = await Look(world);
        var found = (await views.Interview(World.Devs, thread, world.As("bob"), Ct))!;
        Assert.Equal(("Ask Alice", "Olga", InterviewPhase.Live), (
            found.Interview.Title, found.Interview.Host.Name, found.Interview.Phase));
        Assert.Equal("Alice", Assert.Single(found.Interview.Guests).Name);
        Assert.Equal([("Second?", 2), ("First?", 0)], found.Questions.Select(q => (q.Asked.Text, q.Votes)));
        Assert.True(found.Questions[0].IsVoted);
        Assert.Equal("Yes.", Assert.Single(found.Questions[0].Answers).Text);
        Assert.Empty(found.Questions[1].Answers); // What others reply is no answer.

        world.Ask(thread, new ThreadCommand.Reply("We learned."), "olga");
        world.Journal.Ask(Keys.OfInterview(World.Devs, thread), new InterviewCommand.Close(6), "olga", Standing.System);
        world.Ask(thread, new ThreadCommand.Remove(3), "mia");
        await CatchUp(views, world.Journal);
        found = (await views.Interview(World.Devs, thread, Viewer.Visitor, Ct))!;
        Assert.Equal("We learned.", found.Summary!.Text);
        Assert.Equal("First?", Assert.Single(found.Questions).Asked.Text);
        Assert.Equal(InterviewPhase.Closed, Assert.Single(
            await views.Interviews(World.Devs, Viewer.Visitor, Ct)).Phase);
    }

    [Fact]
    public async Task An_interview_is_hidden_with_its_thread_and_its_community()
    {
        var world = NewWorld();
        var thread = Interviewed(world);
        world.Ask(thread, new ThreadCommand.Remove(1), "mia");
        var views = await Look(world);
        Assert.Null(await views.Interview(World.Devs, thread, world.As("bob"), Ct));
        Assert.NotNull(await views.Interview(World.Devs, thread, world.As("mia"), Ct));
        Assert.Empty(await views.Interviews(World.Devs, world.As("bob"), Ct));

        var hidden = NewWorld(Visibility.Private);
        thread = Interviewed(hidden);
        views = await Look(hidden);
        Assert.Null(await views.Interview(World.Devs, thread, Viewer.Visitor, Ct));
        Assert.Empty(await views.Interviews(World.Devs, Viewer.Visitor, Ct));
        Assert.Single(await views.Interviews(World.Devs, hidden.As("bob"), Ct));
    }

    private static void Slot(World world, string slot, SlotCommand command, string by) =>
        world.Journal.Ask(Keys.OfSlot(World.Devs, slot), command, by, Standing.System);

    // Bob and mia ask; two vote for the second question, which alice answers.
    private static string Interviewed(World world)
    {
        var thread = world.Open("Ask Alice", "She knows.", "olga");
        world.Reply(thread, "First?");
        world.Reply(thread, "Second?", "mia");
        world.Ask(thread, new ThreadCommand.React(3, Reactions.Like), "bob");
        world.Ask(thread, new ThreadCommand.React(3, Reactions.Like), "olga");
        world.Ask(thread, new ThreadCommand.Reply("Yes.", 3), "alice");
        world.Ask(thread, new ThreadCommand.Reply("Me too.", 2), "mia");
        var key = Keys.OfInterview(World.Devs, thread);
        world.Journal.Ask(
            key, new InterviewCommand.Announce(
                "olga", ["alice"], world.Journal.Now.AddHours(1), world.Journal.Now.AddHours(2)),
            "olga", Standing.System);
        world.Journal.Ask(key, new InterviewCommand.Begin(), "olga", Standing.System);
        return thread;
    }
}
