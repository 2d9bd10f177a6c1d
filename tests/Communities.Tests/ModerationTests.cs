using System.Text.Json;
using Communities.Actors;

namespace Communities.Tests;

/// <summary>From a report to what it does in threads, members and inboxes, and back.</summary>
public sealed class ModerationTests
{
    private const string Slug = "devs", Id = "01k0000000000000", ThreadKey = "devs/01k0000000000000";

    private static readonly Standing Moderator = new(Role.Moderator), Manager = new(Role.Manager);
    private static readonly Subject Reply = Subject.OfPost(Id, 2);
    private readonly World _world = Chance.Founded();

    public ModerationTests()
    {
        foreach (var account in (string[])["ann", "bob", "cleo", "dave", "erin", "fay", "mo"])
            Ask(new MemberCommand.Join(account), account, $"{Slug}/{account}", new Standing(Role.None, MayJoin: true));
        Ask(new MemberCommand.Appoint(Role.Moderator), "max", $"{Slug}/mo", new Standing(Role.Owner));
        Ask(new ThreadCommand.Open("How?", "Like so?", "help", []), "ann");
        Ask(new ThreadCommand.Reply("So."), "bob");
        Ask(new ThreadCommand.Accept(2), "ann");
        Ask(new ThreadCommand.React(2, Reactions.Like), "ann");
    }

    private Case Case => _world.Case(Keys.OfCase(Slug, Reply));

    private Thread Thread => _world.Thread(ThreadKey);

    private void Ask(
        ICommand command, string by, string key = ThreadKey, Standing? standing = null, string? refused = null) =>
        Assert.Equal(refused, _world.Ask(key, command, by, standing ?? new Standing(Role.Member))?.Code);

    private void Report(string by, int trust = 0, string reason = "spam", int revision = 1, Subject? of = null) => Ask(
        new MemberCommand.Report(
            of ?? Reply, reason, "See there", new("bob", "help", "So.", revision), ModerationSettings.Default),
        by, $"{Slug}/{by}", new Standing(Role.Member, trust));

    private void Decide(params Measure[] measures) => Ask(
        new CaseCommand.Decide([.. measures], "spam", "No advertising.", "Please do not."), "mo",
        Keys.OfCase(Slug, Reply), Moderator);

    private void OnCase(CaseCommand command, string by = "mo", Standing? standing = null) =>
        Ask(command, by, Keys.OfCase(Slug, Reply), standing ?? Moderator);

    private IEnumerable<string> Told(string account) => _world.Inbox($"{Slug}/{account}").Unseen
        .Where(notice => Reasons.Owed.Contains(notice.Reason)).Select(n => $"{n.Reason} {n.Subject}");

    // All that decisions do something to; not who is right how often, nor what waits.
    private string Everything() => string.Join('\n',
        JsonSerializer.Serialize(Thread with { Reports = null }, Domain.Json),
        JsonSerializer.Serialize(_world.Member($"{Slug}/bob") with { Suspicions = null }, Domain.Json),
        _world.Community(Slug).Counters.ToString());

    [Fact]
    public void A_post_reported_removed_and_appealed_comes_back_with_all_that_counted_it()
    {
        Ask(new MemberCommand.SetTrust(1), "max", $"{Slug}/bob", Manager);
        var before = Everything();
        Report("cleo", trust: 2);
        Report("dave", trust: 3);
        Assert.Equal(Removal.None, Thread.Posts[1].Removal);
        Report("erin", trust: 0);
        Assert.Equal(Removal.Hidden, Thread.Posts[1].Removal);
        Assert.Equal(["decision post-01k0000000000000-2.1"], Told("bob"));
        Assert.Empty(Told("cleo"));

        Decide(new Measure(MeasureKind.Remove), new Measure(MeasureKind.Suspend, 72));
        Assert.Equal(Removal.ByModerator, Thread.Posts[1].Removal);
        Assert.Equal(0, Thread.Accepted);
        Assert.Equal(Bar.Suspended, _world.Member($"{Slug}/bob").BarAt(_world.Now));
        Assert.Equal(1, _world.Member($"{Slug}/bob").ActiveStrikes(_world.Now));
        Assert.Equal(CaseStatus.Resolved, Case.Status);
        Assert.Contains("decision post-01k0000000000000-2.2", Told("bob"));
        Assert.All((string[])["cleo", "dave", "erin"], reporter =>
            Assert.Equal(["outcome post-01k0000000000000-2"], Told(reporter)));
        Assert.Equal(1, _world.Member($"{Slug}/cleo").Reports?.Agreed);

        OnCase(new CaseCommand.Appeal(2, "It is an answer"), "bob", new Standing(Role.None, Bar: Bar.Suspended));
        Assert.Contains("case post-01k0000000000000-2", Told("max"));
        OnCase(new CaseCommand.AnswerAppeal(2, IsOverturned: true, "It is"), "max", Manager);
        Assert.Equal(before, Everything());
        Assert.Contains("appealed post-01k0000000000000-2.2", Told("bob"));
        var cleo = _world.Member($"{Slug}/cleo").Reports;
        Assert.Equal((0, 1), (cleo?.Agreed, cleo?.Disagreed));
        Assert.Equal(CaseStatus.Resolved, Case.Status);
    }

    private static readonly Dictionary<string, Measure[]> Choices = new()
    {
        ["hide"] = [new(MeasureKind.Hide)],
        ["remove"] = [new(MeasureKind.Remove)],
        ["request an edit"] = [new(MeasureKind.RequestEdit)],
        ["warn"] = [new(MeasureKind.Warn)],
        ["silence"] = [new(MeasureKind.Silence, 24)],
        ["remove and ban"] = [new(MeasureKind.Remove), new(MeasureKind.Ban)],
        ["close"] = [new(MeasureKind.Close)],
        ["close for a day and slow"] = [new(MeasureKind.Close, 24), new(MeasureKind.Slow, null, 60)],
        ["keep"] = [new(MeasureKind.Keep)],
    };

    public static TheoryData<string> Decisions { get; } = [.. Choices.Keys];

    [Theory, MemberData(nameof(Decisions))]
    public void Undoing_a_decision_restores_exactly(string choice)
    {
        Report("cleo");
        var before = Everything();
        Decide(Choices[choice]);
        OnCase(new CaseCommand.Undo(1));
        Assert.Equal(before, Everything());
        Assert.Equal(CaseStatus.Open, Case.Status);
        Assert.Null(_world.Member($"{Slug}/cleo").Reports?.Last[0].IsAgreed);
    }

    [Theory, MemberData(nameof(Decisions))]
    public void Undoing_a_decision_brings_back_what_reports_had_done_before(string choice)
    {
        Report("cleo", trust: 4);
        Report("dave", trust: 4);
        var before = JsonSerializer.Serialize(Thread, Domain.Json);
        Assert.Equal(Removal.Hidden, Thread.Posts[1].Removal);
        Decide(Choices[choice]);
        Assert.Equal(CaseDecision.WithheldBy([.. Choices[choice]]) ?? Removal.None, Thread.Posts[1].Removal);
        OnCase(new CaseCommand.Undo(2));
        Assert.Equal(Removal.Hidden, Thread.Posts[1].Removal);
        Assert.Equal(
            before, JsonSerializer.Serialize(Thread with { Reports = Reread(before).Reports }, Domain.Json));
    }

    private static Thread Reread(string json) => JsonSerializer.Deserialize<Thread>(json, Domain.Json)!;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void However_decisions_lie_upon_each_other_undoing_all_of_them_restores_exactly(int seed)
    {
        var (random, before) = (new Random(seed), Everything());
        var all = Choices.Values.ToArray();
        for (var i = 0; i < 12; i++)
        {
            if (i == 0 || random.Next(2) == 0) Report("cleo", revision: i + 1);
            if (random.Next(3) == 0 && Case.Decisions.Count > 0)
                _world.Ask(
                    Keys.OfCase(Slug, Reply), new CaseCommand.Undo(random.Next(1, Case.Decisions.Count + 1)), "mo",
                    Moderator);
            else Decide(all[random.Next(all.Length)]);
        }

        for (var number = Case.Decisions.Count; number > 0; number--)
            if (Case.Decisions[number - 1].Stands) OnCase(new CaseCommand.Undo(number));
        Assert.All(Case.Decisions, decision => Assert.False(decision.Stands));
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void A_moderator_s_direct_removal_is_a_decision_and_is_told_and_can_be_appealed()
    {
        Ask(new ThreadCommand.Unaccept(), "ann");
        var before = Everything();
        Ask(new ThreadCommand.Remove(2, "Off topic"), "mo", standing: Moderator);
        Assert.Equal(Removal.ByModerator, Thread.Posts[1].Removal);
        Assert.Equal(["decision post-01k0000000000000-2.1"], Told("bob"));
        Assert.Equal(
            (DecisionOrigin.Direct, "mo", "help"), (Case.Decisions[0].Origin, Case.Decisions[0].By, Case.Category));
        OnCase(new CaseCommand.Appeal(1, "It is an answer"), "bob");
        OnCase(new CaseCommand.AnswerAppeal(1, true, "It is"), "max", Manager);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void A_direct_restoration_undoes_the_direct_removal()
    {
        Ask(new ThreadCommand.Remove(2), "mo", standing: Moderator);
        Ask(new ThreadCommand.Restore(2), "max", standing: Manager);
        Assert.Equal((DecisionEnd.Undone, CaseStatus.Resolved), (Case.Decisions[0].End, Case.Status));
        Assert.Equal(Removal.None, Thread.Posts[1].Removal);
    }

    [Fact]
    public void What_an_author_removes_is_nobody_s_case()
    {
        Ask(new ThreadCommand.Remove(2), "bob");
        Ask(new ThreadCommand.Restore(2), "bob");
        Assert.True(Case.IsMissing);
    }

    [Fact]
    public void A_held_post_comes_to_a_case_and_is_seen_when_it_is_kept()
    {
        var held = new Screening(IsHeld: true, IsFlagged: false, 0, ["links"], 80);
        Ask(new ThreadCommand.Reply("Buy", Screening: held), "bob");
        var key = Keys.OfCase(Slug, Subject.OfPost(Id, 3));
        var waiting = _world.Case(key);
        Assert.Equal((CaseStatus.Open, true, "bob", "help"),
            (waiting.Status, waiting.IsHeld, waiting.Author, waiting.Category));
        Ask(new CaseCommand.Decide([new(MeasureKind.Keep)], null, "", ""), "mo", key, Moderator);
        Assert.Equal(Removal.None, Thread.Posts[2].Removal);
        Assert.Equal(CaseStatus.Resolved, _world.Case(key).Status);
        Assert.Contains("decision post-01k0000000000000-3.1", Told("bob"));
    }

    [Fact]
    public void A_held_post_that_an_appeal_brings_back_is_seen()
    {
        var held = new Screening(IsHeld: true, IsFlagged: false, 0, ["links"]);
        Ask(new ThreadCommand.Reply("Buy", Screening: held), "bob");
        var key = Keys.OfCase(Slug, Subject.OfPost(Id, 3));
        Ask(new CaseCommand.Decide([new(MeasureKind.Remove)], null, "No ads.", "No."), "mo", key, Moderator);
        Ask(new CaseCommand.Appeal(1, "No ad"), "bob", key);
        Ask(new CaseCommand.AnswerAppeal(1, true, "Right"), "max", key, Manager);
        Assert.Equal(Removal.None, Thread.Posts[2].Removal);
        Assert.False(_world.Case(key).IsHeld);
    }

    [Fact]
    public void A_rule_of_automoderation_silences_until_somebody_decides()
    {
        var screening = new Screening(IsHeld: false, IsFlagged: true, 6, ["slurs"]);
        Ask(new ThreadCommand.Reply("Bad word", Screening: screening), "bob");
        Assert.Equal(Bar.Silenced, _world.Member($"{Slug}/bob").BarAt(_world.Now));
        var key = Keys.OfCase(Slug, Subject.OfPost(Id, 3));
        Ask(new CaseCommand.Decide([new(MeasureKind.Keep)], null, "", ""), "mo", key, Moderator);
        Assert.Equal(Bar.None, _world.Member($"{Slug}/bob").BarAt(_world.Now));
    }

    [Fact]
    public void A_post_to_be_changed_is_looked_at_again_when_its_author_has_changed_it()
    {
        Report("cleo");
        Decide(new Measure(MeasureKind.RequestEdit));
        Assert.Equal(CaseStatus.Resolved, Case.Status);
        Ask(new ThreadCommand.Edit(2, "Better so."), "bob");
        Assert.Equal(CaseStatus.Open, Case.Status);
        Decide(new Measure(MeasureKind.Keep));
        Assert.Equal(Removal.None, Thread.Posts[1].Removal);
        Assert.Equal(2, Thread.Counters.Posts);
    }

    [Fact]
    public void Reports_of_several_posts_silence_a_new_member_until_somebody_decides()
    {
        Ask(new ThreadCommand.Reply("Buy"), "bob");
        Report("cleo", trust: 2);
        Report("dave", trust: 2);
        Assert.Equal(Bar.None, _world.Member($"{Slug}/bob").BarAt(_world.Now));
        Report("erin", trust: 2, of: Subject.OfPost(Id, 3));
        Assert.Equal(Bar.Silenced, _world.Member($"{Slug}/bob").BarAt(_world.Now));
        var member = _world.Case(Keys.OfCase(Slug, Subject.OfMember("bob")));
        Assert.Equal((CaseStatus.Open, "bob"), (member.Status, member.Author));
        _world.Pass(TimeSpan.FromHours(Thresholds.SilenceHours));
        Assert.Equal(Bar.None, _world.Member($"{Slug}/bob").BarAt(_world.Now));
        Assert.Empty(_world.Member($"{Slug}/bob").Sanctions);
    }

    [Fact]
    public void Who_was_silenced_by_numbers_writes_again_when_all_that_was_reported_is_kept()
    {
        Report("cleo", trust: 2);
        Report("dave", trust: 2);
        Report("erin", trust: 2);
        Assert.Equal(Bar.Silenced, _world.Member($"{Slug}/bob").BarAt(_world.Now));
        Decide(new Measure(MeasureKind.Keep));
        Assert.Equal(Bar.None, _world.Member($"{Slug}/bob").BarAt(_world.Now));
        var member = _world.Case(Keys.OfCase(Slug, Subject.OfMember("bob")));
        Assert.Equal((CaseStatus.Resolved, DecisionEnd.Undone), (member.Status, member.Decisions[0].End));
    }

    [Fact]
    public void Whom_others_know_is_not_silenced_by_numbers()
    {
        Ask(new MemberCommand.SetTrust(1), "max", $"{Slug}/bob", Manager);
        foreach (var reporter in (string[])["cleo", "dave", "erin", "fay"]) Report(reporter, trust: 4);
        Assert.Equal(Bar.None, _world.Member($"{Slug}/bob").BarAt(_world.Now));
    }

    [Fact]
    public void Many_reports_slow_a_thread_until_somebody_decides()
    {
        Ask(new ThreadCommand.Reply("Buy"), "bob");
        foreach (var reporter in (string[])["ann", "cleo", "dave", "erin"]) Report(reporter, trust: 4);
        foreach (var reporter in (string[])["ann", "cleo"]) Report(reporter, 4, of: Subject.OfPost(Id, 3));
        Assert.Equal(0, Thread.SlowSeconds);
        Report("fay", trust: 4, of: Subject.OfPost(Id, 3));
        Assert.Equal(Thresholds.SlowSeconds, Thread.SlowSeconds);
        var key = Keys.OfCase(Slug, Subject.OfThread(Id));
        Assert.Equal("help", _world.Case(key).Category);
        Ask(new CaseCommand.Decide([new(MeasureKind.Keep)], null, "", ""), "mo", key, Moderator);
        Assert.Equal(0, Thread.SlowSeconds);
    }

    [Fact]
    public void What_is_illegal_does_nothing_by_itself_and_calls_moderators_at_once()
    {
        Report("cleo", trust: 4, reason: "illegal");
        Report("dave", trust: 4, reason: "illegal");
        Assert.Equal(Removal.None, Thread.Posts[1].Removal);
        Assert.Equal(["case post-01k0000000000000-2"], Told("mo").Distinct());
        Assert.Null(Thread.Reports);
    }

    [Fact]
    public void What_is_kept_is_kept_however_often_it_is_reported_and_each_reporter_is_told()
    {
        Report("cleo", trust: 4);
        Report("dave", trust: 4);
        Decide(new Measure(MeasureKind.Keep));
        Assert.Equal(Removal.None, Thread.Posts[1].Removal);
        Report("erin", trust: 4);
        Assert.Equal(["outcome post-01k0000000000000-2"], Told("erin"));
        Assert.Equal(CaseStatus.Resolved, Case.Status);
    }

    [Fact]
    public void A_post_that_moves_keeps_its_case_however_often()
    {
        Report("cleo");
        Ask(new ThreadCommand.Open("Else", "Text", "help", []), "ann", "devs/01k0000000000001");
        Ask(new ThreadCommand.MovePosts([2], "01k0000000000001"), "mo", standing: Moderator);
        Ask(new ThreadCommand.Open("Third", "Text", "help", []), "ann", "devs/01k0000000000002");
        Ask(new ThreadCommand.MovePosts([2], "01k0000000000002"), "mo", "devs/01k0000000000001", Moderator);
        Assert.Equal(Subject.OfPost("01k0000000000002", 2), Case.Place);
        Decide(new Measure(MeasureKind.Remove));
        Assert.Equal(Removal.ByModerator, _world.Thread("devs/01k0000000000002").Posts[1].Removal);
        OnCase(new CaseCommand.Undo(1));
        Assert.Equal(Removal.None, _world.Thread("devs/01k0000000000002").Posts[1].Removal);
    }

    [Fact]
    public void A_thread_is_hidden_and_comes_back_with_its_opening_post()
    {
        var key = Keys.OfCase(Slug, Subject.OfThread(Id));
        var before = Everything();
        Ask(new CaseCommand.Open(new("ann", "help", "Like so?", 2, "How?")), "mo", key, Moderator);
        Ask(new CaseCommand.Decide([new(MeasureKind.Remove)], null, "No.", "No."), "mo", key, Moderator);
        Assert.Equal(0, _world.Community(Slug).Counters.Posts);
        Assert.Equal(["decision thread-01k0000000000000.1"], Told("ann"));
        Ask(new CaseCommand.Undo(1), "mo", key, Moderator);
        Assert.Equal(before, Everything());
    }
}
