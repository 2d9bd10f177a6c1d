using System.Collections.Immutable;
using Communities.Actors;

namespace Communities.Exchange.Tests;

/// <content>A community in which all that animates one has happened, once at least.</content>
public sealed partial class AnimatedTests
{
    private async Task<Place> Lived()
    {
        _place = await Place.Open(_time);
        await Begun();
        await Gathered();
        await Competed();
        await Scheduled();
        await Sent();
        await Grouped();
        await Greeted();
        await Moderated();
        return _place;
    }

    private async Task Begun()
    {
        await Do("devs", new CommunityCommand.Found("Devs", null, "en", Visibility.Public, "Alice"), "alice");
        foreach (var account in (string[])["bob", "carol", "dave"])
            await Do(Keys.OfMember("devs", account), new MemberCommand.Join(account), account);
    }

    private async Task Gathered()
    {
        var plan = new GatheringPlan(
            GatheringForm.Barcamp, "Camp", "Come", Now.AddDays(3), Now.AddDays(3).AddHours(5), "Europe/Paris",
            "The inn", null, 2, ["carol"], GatheringPlan.DefaultReminders, null);
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
        await Do(
            camp, new GatheringCommand.SetBoard(["Hall", "Loft"], [plan.Starts, plan.Starts.AddHours(1)]), "alice");
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
        await Pass(_place, TimeSpan.FromDays(1)); // It goes on, in a room of its own.
        await Pass(_place, TimeSpan.FromHours(2));
        var off = await Planned(room with { Title = "Off", Starts = Now.AddDays(9), Ends = Now.AddDays(10) }, 3);
        await Do(off, new GatheringCommand.Cancel("Rain"), "alice");
    }

    private async Task Competed()
    {
        await Do("devs", new CommunityCommand.SetBadge(new("winner", "Winner", "star", "Won")), "alice");
        var terms = new ContestTerms(Now.AddDays(2), Now.AddDays(4), 1, 2, "winner");
        var contest = await Opened(terms, 1, []);
        foreach (var account in (string[])["bob", "carol", "dave", "bob"])
            await Do(contest, new ThreadCommand.Reply($"Mine, says {account}"), account);
        await Do(contest, new ContestCommand.Enter(2), "bob");
        await Do(contest, new ContestCommand.Enter(3), "carol");
        await Do(contest, new ContestCommand.Enter(4), "dave");
        await Do(contest, new ContestCommand.Withdraw(3), "carol");
        await Do(contest, new ContestCommand.Enter(3), "carol");
        await Do(contest, new ThreadCommand.Remove(4, "Off topic"), "alice");
        await Do(contest, new ContestCommand.Postpone(Now.AddDays(1), Now.AddDays(2)), "alice");
        await Pass(_place, TimeSpan.FromDays(1));
        await Do(contest, new ContestCommand.Vote([2, 3]), "alice");
        await Do(contest, new ContestCommand.Vote([2]), "carol");
        await Do(contest, new ContestCommand.Vote([3]), "bob");
        await Do(contest, new ContestCommand.Vote([2]), "dave");
        await Do(contest, new ThreadCommand.Restore(4), "alice");
        await Pass(_place, TimeSpan.FromDays(1.1)); // Bob has won, is told so, and has the badge.
        terms = terms with { EntriesUntil = Now.AddDays(2), VotingUntil = Now.AddDays(4) };
        var jury = await Opened(terms, 2, ["dave"]);
        await Do(jury, new ThreadCommand.Reply("Again"), "bob");
        await Do(jury, new ContestCommand.Enter(2), "bob");
        await Do(jury, new ContestCommand.Finish(), "alice");
        await Do(jury, new ContestCommand.Vote([2]), "dave");
        var off = await Opened(terms, 3, []);
        await Do(off, new ContestCommand.Cancel("Nobody comes"), "alice");
        await Opened(terms with { EntriesUntil = Now.AddDays(200), VotingUntil = Now.AddDays(400) }, 4, []);
    }

    private async Task<string> Opened(ContestTerms terms, uint chance, ImmutableArray<string> jury)
    {
        var key = Keys.OfContest("devs", Keys.NewThread(Now, chance));
        await Do(key, new ContestCommand.Open("Knots", "The best one", null, terms, jury, "Well: {results}"), "alice");
        return key;
    }

    private async Task Scheduled()
    {
        var (day, noon) = (DateOnly.FromDateTime(Now.Date.AddDays(2)), new TimeOnly(12, 0));
        var time = new SlotTime(day.ToDateTime(noon), "Europe/Paris");
        var question = new SlotContent(SlotKind.Question, "Week {n}, {date}", "Which?", "bob");
        var series = await Slot(question, time, new Recurrence(Rhythm.Weekly, day, noon), 1);
        await Do(series, new SlotCommand.Submit(), "bob");
        await Do(series, new SlotCommand.Return("Longer"), "alice");
        await Do(series, new SlotCommand.Edit(question with { Text = "Which one?" }), "bob");
        await Do(series, new SlotCommand.Review(), "alice");
        question = question with { Title = "This week" };
        await Do(series, new SlotCommand.Edit(question, IsForAll: true, IsAlone: true), "alice");
        await Do(series, new SlotCommand.Plan(time with { Local = time.Local.AddHours(1) }), "alice");
        await Do(series, new SlotCommand.Schedule(), "alice");
        var poll = new SlotContent(
            SlotKind.Poll, "A vote", "On what?", "alice", Poll: new SlotPoll(["One", "Two"], PollTerms.Default, 3));
        var vote = await Slot(poll, time, null, 2);
        await Do(vote, new SlotCommand.Review(IsAlone: true), "alice");
        await Do(vote, new SlotCommand.Schedule(), "alice");
        await Slot(question with { Title = "Missed" }, time, null, 3);
        var live = new SlotContent(
            SlotKind.Interview, "Ask dave", "He knows", "alice",
            Interview: new SlotInterview(["dave"], 2, new TimeOnly(18, 0), 60));
        var interview = await Slot(live, null, null, 4);
        await Do(interview, new SlotCommand.Review(IsAlone: true), "alice");
        var published = await Do(interview, new SlotCommand.Publish("Europe/Paris"), "alice");
        await Answered(Keys.OfInterview("devs", published.First<SlotEvent.Published>()!.Thread));
        var off = await Slot(question with { Title = "Off" }, time with { Local = time.Local.AddDays(20) }, null, 5);
        await Do(off, new SlotCommand.Repeat(new Recurrence(Rhythm.MonthlyOnDay, day.AddDays(18), noon)), "alice");
        await Do(off, new SlotCommand.Cancel(), "alice");
        var later = await Slot(question with { Title = "Idea" }, null, null, 60);
        await Do(later, new SlotCommand.Plan(time with { Local = time.Local.AddDays(30) }), "alice");
    }

    private async Task Answered(string key)
    {
        await Do(key, new ThreadCommand.Reply("Why?"), "bob");
        await Do(key, new ThreadCommand.React(2, "like"), "carol");
        await Do(
            key, new InterviewCommand.Change(["dave", "carol"], Now.AddDays(3), Now.AddDays(3).AddHours(2)), "alice");
        await Pass(_place, TimeSpan.FromDays(2.98)); // Slots come, are missed, and it is reminded of.
        await Pass(_place, TimeSpan.FromHours(1));
        await Do(key, new ThreadCommand.Reply("Because", 2), "dave");
        await Pass(_place, TimeSpan.FromHours(2));
        await Do(key, new ThreadCommand.Reply("All in all"), "alice");
        await Do(key, new InterviewCommand.Close(4), "alice");
    }

    private async Task<string> Slot(SlotContent content, SlotTime? time, Recurrence? rule, uint chance)
    {
        var key = Keys.OfSlot("devs", Keys.NewThread(Now, chance));
        await Do(key, new SlotCommand.Open(content, time, rule), "alice");
        return key;
    }

    private async Task Sent()
    {
        var content = new NewsletterContent([new NewsletterWords("en", "News", "Hello")], [], Gatherings: true);
        var (sent, late) = (Issue(1), Issue(2));
        await Do(sent, new NewsletterCommand.Save(content), "alice");
        await Do(sent, new NewsletterCommand.Try(), "alice");
        await Do(sent, new NewsletterCommand.Plan(Now.AddHours(2)), "alice");
        await Do(sent, new NewsletterCommand.Unplan(), "alice");
        await Do(sent, new NewsletterCommand.Save(content with { Results = true }), "alice");
        await Do(sent, new NewsletterCommand.Plan(Now.AddHours(2)), "alice");
        await Pass(_place, TimeSpan.FromHours(2));
        foreach (var command in (NewsletterCommand[])[
            new NewsletterCommand.Claim("a"), new NewsletterCommand.Advance(900, 7),
            new NewsletterCommand.Advance(Newsletter.Buckets, 5), new NewsletterCommand.Finish()])
            Assert.Null((await _place.Engine.Ask(sent, command, Call.System(), Ct)).Refusal);
        await Do(late, new NewsletterCommand.Save(content), "alice");
        await Do(late, new NewsletterCommand.Plan(Now.AddDays(20)), "alice");
        await Do(Issue(3), new NewsletterCommand.Save(content), "alice");
        await Do(Issue(3), new NewsletterCommand.Discard(), "alice");

        string Issue(uint chance) => Keys.OfNewsletter("devs", Keys.NewThread(_time.GetUtcNow().Date, chance));
    }

    private async Task Grouped()
    {
        var group = Keys.OfGroup("devs", "sailors");
        await Do(group, new GroupCommand.Found("Sailors", null, GroupAccess.Request, GroupCallers.Members), "alice");
        await Do(group, new GroupCommand.Join(), "bob", Role.Member);
        await Do(group, new GroupCommand.Add("bob"), "alice");
        await Do(group, new GroupCommand.SetOwner("bob", true), "alice");
        await Do(group, new GroupCommand.Add("carol"), "bob");
        await Do(group, new GroupCommand.Leave(), "carol");
        await Do(group, new GroupCommand.Change("Seafarers", "We sail", GroupAccess.Open, GroupCallers.Owners), "bob");
        await Do(group, new GroupCommand.Dissolve(), "alice");
        await Do(group, new GroupCommand.Found("Again", "So", GroupAccess.Closed, GroupCallers.Everybody), "carol");
    }

    private async Task Greeted()
    {
        var (greeted, alone, anew) = (Thread(1), Thread(2), Thread(3));
        await Do(greeted, new ThreadCommand.Open("I am", "Bob", null, [], GreetBy: Now.AddDays(1)), "bob");
        await Do(alone, new ThreadCommand.Open("I am", "Dave", null, [], GreetBy: Now.AddDays(1).AddTicks(7)), "dave");
        await Do(greeted, new ThreadCommand.Reply("Hello"), "carol");
        await Pass(_place, TimeSpan.FromDays(1.1)); // Staff have been told of dave.
        var text = new string('w', Communities.Thread.SummaryMin);
        await Do(anew, new ThreadCommand.Open("And now?", text, null, [], Renews: Keys.LocalOf(alone)), "bob");
        await Do(anew, new ThreadCommand.Reply(text, IsSummary: true), "alice");
        await Do(anew, new ThreadCommand.ScheduleClose(Now.AddDays(1)), "alice");
        await Do(anew, new ThreadCommand.Close(), "alice");
        var rule = new BadgeRule(BadgeMeasure.Posts, 1);
        await Do("devs", new CommunityCommand.SetBadge(new("writer", "Writer", "star", "Wrote", rule)), "alice");
        await Do(Keys.OfMember("devs", "bob"), new MemberCommand.Recognise("writer", rule), "bob");

        string Thread(uint chance) => Keys.OfThread("devs", Keys.NewThread(_time.GetUtcNow(), chance));
    }

    private async Task Moderated()
    {
        var settings = ModerationSettings.Default with { StrikeDays = 30 };
        await Do("devs", new CommunityCommand.SetModeration(settings), "alice");
        await Do("devs", new CommunityCommand.SetCrawlers(Crawlers.Nobody), "alice");
        foreach (var (account, kind, hours) in ((string, MeasureKind, int?)[])[
            ("dave", MeasureKind.Ban, null), ("carol", MeasureKind.Silence, 48), ("bob", MeasureKind.Suspend, 1)])
        {
            var key = Keys.OfCase("devs", Subject.OfMember(account));
            await Do(key, new CaseCommand.Open(new ReportedContent(account, null, "Rude")), "alice");
            var measure = new Measure(kind, hours);
            await Do(key, new CaseCommand.Decide([measure], null, "Be kind", "You were rude"), "alice");
        }

        await Pass(_place, TimeSpan.FromHours(2)); // Bob is back.
        await Decided(Keys.NewThread(Now, 7));
    }

    private async Task Decided(string thread)
    {
        var (post, @case) = (Keys.OfThread("devs", thread), Keys.OfCase("devs", Subject.OfPost(thread, 2)));
        var held = new Screening(IsHeld: true, IsFlagged: false, 0, ["words"]);
        await Do(post, new ThreadCommand.Open("Which?", "Knot", null, []), "bob");
        await Do(post, new ThreadCommand.Reply("This one"), "carol");
        await Do(post, new ThreadCommand.Accept(2), "bob");
        await Do(post, new ThreadCommand.Reply("Or that", Screening: held), "dave");
        foreach (var measure in (Measure[])[new(MeasureKind.Hide), new(MeasureKind.Slow, Seconds: 60)])
        {
            await Do(@case, new CaseCommand.Open(new ReportedContent("carol", null, "This")), "alice");
            await Do(@case, new CaseCommand.Decide([measure], null, "Be kind", "Rude"), "alice");
        }

        await Do(@case, new CaseCommand.Undo(1), "alice");
        await Do(
            Keys.OfCase("devs", Subject.OfPost(thread, 3)),
            new CaseCommand.Decide([new Measure(MeasureKind.Keep)], null, "", ""), "alice");
    }

    private async Task<string> Planned(GatheringPlan plan, uint chance)
    {
        var key = Keys.OfGathering("devs", Keys.NewThread(Now, chance));
        await Do(key, new GatheringCommand.Plan(plan), "alice");
        return key;
    }
}
