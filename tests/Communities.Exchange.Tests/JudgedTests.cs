using System.Text;
using System.Text.Json;
using Communities.Actors;
using Communities.Suites;
using Communities.Views;

namespace Communities.Exchange.Tests;

/// <summary>Reports, cases with their decisions, sanctions and strikes move home with a community.</summary>
public sealed class JudgedTests
{
    private static readonly Viewer _moderator = new("alice", new Standing(Role.Owner, 4, true, true));
    private readonly ManualTime _time = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private Place _place = null!;
    private string _thread = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _time.GetUtcNow();

    private ImportOptions Options => new() { Time = _time };

    [Fact]
    public async Task Cases_sanctions_and_strikes_are_the_same_in_a_copy()
    {
        await using var here = await Judged();
        var file = await here.Exports("devs");
        await using var there = await Place.Open(_time);
        await there.TakesIn(file, Options);
        Assert.Equal(await States(here), await States(there));
        foreach (var place in (Place[])[here, there]) await place.Quiet(0);
        Assert.Equal(await Seen(here), await Seen(there));
    }

    [Fact]
    public async Task Nobody_is_told_again_and_nothing_is_done_again_of_what_was_decided_elsewhere()
    {
        await using var here = await Judged();
        var file = await here.Exports("devs");
        await using var there = await Place.Open(_time);
        await there.Imports(new MemoryStream(file), Options);
        await Pass(there, TimeSpan.FromHours(2));
        var events = await there.Events();
        Assert.DoesNotContain(events, e => e.Name is "inbox.notified" or "recipient.owed" or "community.staff-told");
        var counts = events.Where(e => e.Actor.Kind is "case").Select(e => e.Name).CountBy(name => name).ToDictionary();
        var before = (await here.Events()).Where(e => e.Actor.Kind is "case").CountBy(e => e.Name).ToDictionary();
        Assert.Equal(before, counts);
    }

    [Fact]
    public async Task What_was_decided_elsewhere_is_taken_back_and_objected_to_in_the_copy()
    {
        await using var here = await Judged();
        var file = await here.Exports("devs");
        _place = await Place.Open(_time);
        await using var there = _place;
        await there.Imports(new MemoryStream(file), Options);
        Assert.Equal(Removal.ByModerator, (await See(there)).Posts[2].Removal);
        var @case = Keys.OfCase("devs", Subject.OfPost(_thread, 3));
        await Do(@case, new CaseCommand.Undo(1), "alice");
        Assert.Equal(Removal.None, (await See(there)).Posts[2].Removal);
        Assert.Equal(Bar.None, (await there.Engine.See<Member>("devs/dave", Ct)).BarAt(Now));

        // Carol's appeal is answered where it was not written.
        Assert.Equal(Bar.Silenced, (await there.Engine.See<Member>("devs/carol", Ct)).BarAt(Now));
        var own = Keys.OfCase("devs", Subject.OfMember("carol"));
        await Do(own, new CaseCommand.AnswerAppeal(1, IsOverturned: true, "You were right"), "erin");
        var carol = await there.Engine.See<Member>("devs/carol", Ct);
        Assert.Equal((Bar.None, 0), (carol.BarAt(Now), carol.ActiveStrikes(Now)));
        Assert.Contains(await there.Events(), e => e is { Name: "inbox.notified", Actor.Key: "devs/carol" });
    }

    [Fact]
    public async Task A_sanction_that_ended_on_the_way_ends_once_and_a_strike_expires_when_it_would_have()
    {
        await using var here = await Judged();
        var file = await here.Exports("devs");
        _time.Advance(TimeSpan.FromDays(3));
        await using var there = await Place.Open(_time);
        await there.Imports(new MemoryStream(file), Options);
        await Pass(there, TimeSpan.FromHours(1));
        await Pass(there, TimeSpan.FromHours(1));
        var carol = await there.Engine.See<Member>("devs/carol", Ct);
        Assert.Empty(carol.Sanctions);
        Assert.Equal((1, 0), (carol.ActiveStrikes(Now), carol.ActiveStrikes(Now.AddDays(30))));
        Assert.Single(await there.Events(), e => e is { Name: "member.sanction-ended", Actor.Key: "devs/carol" });
    }

    [Fact]
    public async Task An_import_that_broke_off_between_a_report_and_its_decision_is_taken_up_again()
    {
        await using var here = await Judged();
        var file = await here.Exports("devs");
        var lines = Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var cut = lines.Length - 1; cut > lines.Length / 2; cut -= 9)
        {
            await using var there = await Place.Open(_time);
            await there.Imports(
                new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Take(cut)))), Options);
            var rest = await there.Imports(new MemoryStream(file), Options);
            Assert.Empty(rest.Reasons);
            Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(await there.Exports("devs")));
        }
    }

    [Fact]
    public async Task Under_another_name_cases_show_the_files_that_came_with_them()
    {
        await using var here = await Judged();
        await using var there = await Place.Open(_time);
        await there.Imports(new MemoryStream(await here.Exports("devs")), Options with { Community = "others" });
        var subject = Subject.OfPost(_thread, 2);
        var seen = await there.Views.Case("others", subject.ToString(), _moderator, Ct);
        Assert.Contains("/files/others/", JsonSerializer.Serialize(seen), StringComparison.Ordinal);
        Assert.DoesNotContain("/files/devs/", JsonSerializer.Serialize(seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_erased_stands_in_no_case_of_a_copy()
    {
        await using var here = await Judged();
        await Do(
            Keys.OfCase("devs", Subject.OfPost(_thread, 2)),
            new CaseCommand.Decide([new Measure(MeasureKind.Erase)], null, "Be kind", "Rude"), "alice");
        Assert.DoesNotContain("Numbat", Encoding.UTF8.GetString(await here.Exports("devs")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_a_clock_dates_before_its_thread_stands_behind_it_in_a_file()
    {
        await using var here = await Place.Open(_time);
        var (at, thread) = (Now, Keys.NewThread(Now, 1));
        var found = new CommunityCommand.Found("Devs", null, "en", Visibility.Public, "Alice");
        await here.Does("devs", found, "alice", at);
        await here.Quiet(0);
        await here.Does("devs/bob", new MemberCommand.Join("Bob"), "bob", at);
        await here.Does(
            Keys.OfThread("devs", thread), new ThreadCommand.Open("I", "Am", null, []), "bob", at.AddHours(-1));
        var @case = Keys.OfCase("devs", Subject.OfPost(thread, 1));
        await here.Does(
            @case, new CaseCommand.Open(new ReportedContent("bob", null, "Am")), "alice", at.AddHours(-2));
        await here.Does(
            @case, new CaseCommand.Decide([new(MeasureKind.Silence, 48)], null, "Kind", "Rude"), "alice",
            at.AddHours(-3));
        await here.Quiet(0);
        await using var there = await Place.Open(_time);
        await there.TakesIn(await here.Exports("devs"), Options);
    }

    private async Task<Place> Judged()
    {
        _place = await Place.Open(_time);
        await Do("devs", new CommunityCommand.Found("Devs", null, "en", Visibility.Public, "Alice"), "alice");
        foreach (var account in (string[])["bob", "carol", "dave", "erin"])
            await Do(Keys.OfMember("devs", account), new MemberCommand.Join(account), account);
        await Do("devs/erin", new MemberCommand.Appoint(Role.Moderator), "alice");
        var settings = ModerationSettings.Default with { StrikeDays = 30 };
        await Do("devs", new CommunityCommand.SetModeration(settings), "alice");
        _thread = Keys.NewThread(Now, 1);
        var thread = Keys.OfThread("devs", _thread);
        await Do(thread, new ThreadCommand.Open("Which?", "Knot", null, []), "bob");
        await Do(thread, new ThreadCommand.Reply("Numbat ![x](/files/devs/a)"), "carol");
        await Do(thread, new ThreadCommand.Reply("Spam"), "dave");
        await Do(
            thread, new ThreadCommand.Reply("Waits", Screening: new Screening(true, false, 0, ["words"])), "bob");
        await Do(thread, new ThreadCommand.Reply("Aside"), "bob");
        await Do(thread, new ThreadCommand.Accept(3), "bob");

        // One case open, with a note and two reports, which hid the post; one decided, with sanction and strike.
        await Reported(2, "bob", "carol", "Numbat ![x](/files/devs/a)");
        await Reported(2, "dave", "carol", "Numbat ![x](/files/devs/a)");
        var waiting = Keys.OfCase("devs", Subject.OfPost(_thread, 2));
        await Do(waiting, new CaseCommand.Claim(), "erin");
        await Do(waiting, new CaseCommand.Annotate("Look at the picture"), "erin");
        await Do(waiting, new CaseCommand.Escalate("For you"), "erin");
        await Reported(3, "carol", "dave", "Spam");
        var decided = Keys.OfCase("devs", Subject.OfPost(_thread, 3));
        await Do(
            decided,
            new CaseCommand.Decide(
                [new(MeasureKind.Remove), new(MeasureKind.Suspend, 240)], "spam", "No spam", "Spam", "Again",
                StrikeDays: 30),
            "alice");

        // A decision that was undone, one that was replaced, and one that is objected to.
        var slowed = Keys.OfCase("devs", Subject.OfThread(_thread));
        await Do(slowed, new CaseCommand.Open(new ReportedContent("bob", null, "Knot"), "Heated"), "erin");
        await Do(slowed, new CaseCommand.Decide([new(MeasureKind.Slow, null, 60)], null, "Calm", "Calm"), "erin");
        await Do(slowed, new CaseCommand.Undo(1, "Calm already"), "erin");
        await Do(slowed, new CaseCommand.Decide([new(MeasureKind.Close, 2)], null, "Calm", "Calm"), "erin");
        await Do(slowed, new CaseCommand.Reopen("Once more"), "alice");
        Measure[] both = [new(MeasureKind.Close, 1), new(MeasureKind.Slow, null, 30)];
        await Do(slowed, new CaseCommand.Decide([.. both], null, "Calm", "Calm"), "alice");
        await Do(decided, new CaseCommand.Reopen(), "erin");
        await Do(decided, new CaseCommand.Decide([new(MeasureKind.Slow, null, 20)], null, "C", "C"), "erin");
        await Do(decided, new CaseCommand.Undo(2), "erin");
        await Do(decided, new CaseCommand.Decide([new(MeasureKind.Slow, null, 10)], null, "C", "C"), "erin");
        await Do(
            Keys.OfCase("devs", Subject.OfPost(_thread, 4)),
            new CaseCommand.Decide([new(MeasureKind.Keep)], null, "", ""), "alice");
        var own = Keys.OfCase("devs", Subject.OfMember("carol"));
        await Do(own, new CaseCommand.Open(new ReportedContent("carol", null, "Rude")), "alice");
        await Do(
            own, new CaseCommand.Decide([new(MeasureKind.Silence, 48)], null, "Be kind", "Rude", StrikeDays: 30),
            "alice");
        await Do(own, new CaseCommand.Appeal(1, "I was not"), "carol", Role.Member);
        var over = Keys.OfCase("devs", Subject.OfMember("bob"));
        await Do(over, new CaseCommand.Open(new ReportedContent("bob", null, "Rude")), "alice");
        await Do(over, new CaseCommand.Decide([new(MeasureKind.Silence, 1)], null, "Be kind", "Rude"), "alice");
        await Do(over, new CaseCommand.Appeal(1, "I was not"), "bob", Role.Member);
        await Do(over, new CaseCommand.AnswerAppeal(1, IsOverturned: false, "You were"), "erin");
        await Do(thread, new ThreadCommand.Remove(5, "Off topic"), "erin"); // Where it stands, and in no case.
        await Pass(_place, TimeSpan.FromHours(3)); // Bob may write again, and the thread is open again.
        return _place;
    }

    private Task<Answer> Reported(int number, string by, string author, string text)
    {
        var content = new ReportedContent(author, null, text, Title: "Which?", Score: 12);
        return Do(
            Keys.OfMember("devs", by),
            new MemberCommand.Report(
                Subject.OfPost(_thread, number), "spam", "See", content, ModerationSettings.Default),
            by, Role.Member);
    }

    private Task<Answer> Do<TActor>(
        string key, ICommand<TActor> command, string by, Role role = Role.Owner) where TActor : class, IActor =>
        _place.Does(_time, key, command, by, role);

    private Task Pass(Place place, TimeSpan by) => place.Pass(_time, by);

    private async Task<Thread> See(Place place) => await place.Engine.See<Thread>(Keys.OfThread("devs", _thread), Ct);

    private static async Task<Dictionary<string, string>> States(Place place)
    {
        var states = new Dictionary<string, string>();
        foreach (var actor in (await place.Events()).Select(envelope => envelope.Actor).Distinct())
        {
            var state = actor.Kind switch
            {
                "case" => JsonSerializer.Serialize(await place.Engine.See<Case>(actor.Key, Ct), Domain.Json),
                "member" => JsonSerializer.Serialize(
                    await place.Engine.See<Member>(actor.Key, Ct) with { CopiedUntil = null }, Domain.Json),
                "thread" => JsonSerializer.Serialize(await place.Engine.See<Thread>(actor.Key, Ct), Domain.Json),
                _ => "",
            };
            if (state.Length > 0) states[actor.ToString()] = state;
        }

        return states;
    }

    // As moderators see it: every case with its reports, decisions and what else happened in it.
    private async Task<List<string>> Seen(Place place)
    {
        var seen = new List<string>();
        foreach (var subject in (Subject[])[
            Subject.OfPost(_thread, 2), Subject.OfPost(_thread, 3), Subject.OfPost(_thread, 4),
            Subject.OfPost(_thread, 5),
            Subject.OfThread(_thread), Subject.OfMember("carol"), Subject.OfMember("bob")])
            seen.Add(JsonSerializer.Serialize(await place.Views.Case("devs", subject.ToString(), _moderator, Ct)));
        return seen;
    }
}
