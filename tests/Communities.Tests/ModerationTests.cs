using Communities.Actors;

namespace Communities.Tests;

/// <summary>From a report to what it does in threads, members and inboxes, and back.</summary>
public sealed class ModerationTests : Moderated
{
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
        Assert.Equal(Bar.Suspended, World.Member($"{Slug}/bob").BarAt(World.Now));
        Assert.Equal(1, World.Member($"{Slug}/bob").ActiveStrikes(World.Now));
        Assert.Equal(CaseStatus.Resolved, Case.Status);
        Assert.Contains("decision post-01k0000000000000-2.2", Told("bob"));
        Assert.All((string[])["cleo", "dave", "erin"], reporter =>
            Assert.Equal(["outcome post-01k0000000000000-2"], Told(reporter)));
        Assert.Equal(1, World.Member($"{Slug}/cleo").Reports?.Agreed);

        OnCase(new CaseCommand.Appeal(2, "It is an answer"), "bob", new Standing(Role.None, Bar: Bar.Suspended));
        Assert.Contains("case post-01k0000000000000-2", Told("max"));
        OnCase(new CaseCommand.AnswerAppeal(2, IsOverturned: true, "It is"), "max", Manager);
        Assert.Equal(before, Everything());
        Assert.Contains("appealed post-01k0000000000000-2.2", Told("bob"));
        var cleo = World.Member($"{Slug}/cleo").Reports;
        Assert.Equal((0, 1), (cleo?.Agreed, cleo?.Disagreed));
        Assert.Equal(CaseStatus.Resolved, Case.Status);
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
        var waiting = World.Case(key);
        Assert.Equal((CaseStatus.Open, true, "bob", "help"),
            (waiting.Status, waiting.IsHeld, waiting.Author, waiting.Category));
        Ask(new CaseCommand.Decide([new(MeasureKind.Keep)], null, "", ""), "mo", key, Moderator);
        Assert.Equal(Removal.None, Thread.Posts[2].Removal);
        Assert.Equal(CaseStatus.Resolved, World.Case(key).Status);
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
        Assert.False(World.Case(key).IsHeld);
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
    public void A_post_that_moves_keeps_its_case_however_often()
    {
        Report("cleo");
        Ask(new ThreadCommand.Open("Else", "Text", "help", []), "ann", "devs/01k0000000000001");
        Ask(new ThreadCommand.MovePosts([2], "01k0000000000001"), "mo", standing: Moderator);
        Ask(new ThreadCommand.Open("Third", "Text", "help", []), "ann", "devs/01k0000000000002");
        Ask(new ThreadCommand.MovePosts([2], "01k0000000000002"), "mo", "devs/01k0000000000001", Moderator);
        Assert.Equal(Subject.OfPost("01k0000000000002", 2), Case.Place);
        Decide(new Measure(MeasureKind.Remove));
        Assert.Equal(Removal.ByModerator, World.Thread("devs/01k0000000000002").Posts[1].Removal);
        OnCase(new CaseCommand.Undo(1));
        Assert.Equal(Removal.None, World.Thread("devs/01k0000000000002").Posts[1].Removal);
    }
}
