using Communities.Actors;

namespace Communities.Tests;

/// <summary>What many reports and rules do until somebody decides.</summary>
public sealed class ModerationByNumbersTests : Moderated
{
    [Fact]
    public void A_rule_of_automoderation_silences_until_somebody_decides()
    {
        var screening = new Screening(IsHeld: false, IsFlagged: true, 6, ["slurs"]);
        Ask(new ThreadCommand.Reply("Bad word", Screening: screening), "bob");
        Assert.Equal(Bar.Silenced, World.Member($"{Slug}/bob").BarAt(World.Now));
        var key = Keys.OfCase(Slug, Subject.OfPost(Id, 3));
        Ask(new CaseCommand.Decide([new(MeasureKind.Keep)], null, "", ""), "mo", key, Moderator);
        Assert.Equal(Bar.None, World.Member($"{Slug}/bob").BarAt(World.Now));
    }

    [Fact]
    public void Reports_of_several_posts_silence_a_new_member_until_somebody_decides()
    {
        Ask(new ThreadCommand.Reply("Buy"), "bob");
        Report("cleo", trust: 2);
        Report("dave", trust: 2);
        Assert.Equal(Bar.None, World.Member($"{Slug}/bob").BarAt(World.Now));
        Report("erin", trust: 2, of: Subject.OfPost(Id, 3));
        Assert.Equal(Bar.Silenced, World.Member($"{Slug}/bob").BarAt(World.Now));
        var member = World.Case(Keys.OfCase(Slug, Subject.OfMember("bob")));
        Assert.Equal((CaseStatus.Open, "bob"), (member.Status, member.Author));
        World.Pass(TimeSpan.FromHours(Thresholds.SilenceHours));
        Assert.Equal(Bar.None, World.Member($"{Slug}/bob").BarAt(World.Now));
        Assert.Empty(World.Member($"{Slug}/bob").Sanctions);
    }

    [Fact]
    public void Who_was_silenced_by_numbers_writes_again_when_all_that_was_reported_is_kept()
    {
        Report("cleo", trust: 2);
        Report("dave", trust: 2);
        Report("erin", trust: 2);
        Assert.Equal(Bar.Silenced, World.Member($"{Slug}/bob").BarAt(World.Now));
        Decide(new Measure(MeasureKind.Keep));
        Assert.Equal(Bar.None, World.Member($"{Slug}/bob").BarAt(World.Now));
        var member = World.Case(Keys.OfCase(Slug, Subject.OfMember("bob")));
        Assert.Equal((CaseStatus.Resolved, DecisionEnd.Undone), (member.Status, member.Decisions[0].End));
    }

    [Fact]
    public void Whom_others_know_is_not_silenced_by_numbers()
    {
        Ask(new MemberCommand.SetTrust(1), "max", $"{Slug}/bob", Manager);
        foreach (var reporter in (string[])["cleo", "dave", "erin", "fay"]) Report(reporter, trust: 4);
        Assert.Equal(Bar.None, World.Member($"{Slug}/bob").BarAt(World.Now));
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
        Assert.Equal("help", World.Case(key).Category);
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
}
