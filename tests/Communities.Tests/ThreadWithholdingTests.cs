using System.Text.Json;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;
using Accepted = Communities.ThreadEvent.Accepted;
using Opened = Communities.ThreadEvent.Opened;

namespace Communities.Tests;

/// <summary>Posts that wait for moderators, and those that decisions take away and lifting brings back.</summary>
public sealed class ThreadWithholdingTests
{
    private const string First = "post-01k0000000000000-2.1", Second = "post-01k0000000000000-2.2";

    private static readonly Screening Held = new(IsHeld: true, IsFlagged: false, 0, ["links"]);
    private static readonly Opened Question = new("How?", "Like so?", "help", ["a"]);
    private static readonly object[] Answered = [Question, Spec.By("bob"), new Replied(2, "So.")];
    private static readonly object[] Waiting =
    [
        Question, Spec.By("bob"), new Replied(2, "Buy @carol https://spam.example/", 1, Screening: Held),
    ];

    [Fact]
    public void A_reply_that_is_held_tells_nobody_and_counts_nothing()
    {
        Spec.Thread(Question).When(new Reply("So.", Screening: Held), "bob")
            .Then(new Replied(2, "So.", Screening: Held with { Category = "help" }));
        var thread = Spec.Thread(Waiting).State;
        Assert.Equal(new ThreadCounters(1, 1, 0, 0), thread.Counters);
        Assert.Equal(Removal.Pending, thread.Posts[1].Removal);
        Assert.DoesNotContain(
            Spec.Follows(new Replied(2, "@carol\n\nhttps://a.example/", Screening: Held), "devs/01k0000000000000"),
            line => line.Contains(" notify ", StringComparison.Ordinal)
                || line.StartsWith("link", StringComparison.Ordinal)
                || line.StartsWith("community", StringComparison.Ordinal));
    }

    [Fact]
    public void A_thread_that_is_held_counts_nothing_and_can_be_mended_by_its_author_alone()
    {
        var thread = Spec.Thread(Question with { Screening = Held });
        Assert.Equal(default, thread.State.Counters);
        Assert.False(thread.State.IsStanding);
        thread.When(new Reply("Hello?")).Refused("thread.pending");
        thread.When(new Edit(1, "Better")).Then(new Edited(1, "Better", 1, IsAway: true));
        thread.When(new Organise("Better", null, [])).Then(new Organised("Better", null, []));
        thread.When(new Edit(1, "Worse"), "bob").Refused("thread.pending");
        thread.When(new Publish(1), "", Role.System).Then(new Published(
            1, "alice", 1, "help", new(null, [], [], [], ["a"])));
    }

    [Fact]
    public void What_is_published_tells_whom_it_would_have_told()
    {
        var told = new News(1, ["carol"], [], [], []);
        Spec.Thread(Waiting).When(new Publish(2, First), "", Role.System)
            .Then(new Published(2, "bob", 1, "help", told, "alice", null, First));
        var lines = Spec.Follows(
            new Published(2, "bob", 1, "help", told, "alice", ["dave"]), "devs/01k0000000000000", "").ToList();
        Assert.Contains(lines, line => line.Contains("devs/alice notify", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("devs/carol", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("devs/dave", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("devs/bob notify", StringComparison.Ordinal));
    }

    [Fact]
    public void An_edit_of_what_waits_changes_what_will_be_told() =>
        Spec.Thread([.. Waiting, new Edited(2, "@dave", 1, IsAway: true)]).When(new Publish(2), "", Role.System)
            .Then(new Published(2, "bob", 1, "help", new(1, ["dave"], [], [], []), "alice"));

    [Fact]
    public void An_edit_that_is_held_takes_the_post_away_until_it_is_seen()
    {
        Spec.Thread(Answered).When(new Edit(2, "Spam", Held), "bob").Then(
            new Removed(2, Removal.Pending, "bob", 1),
            new Edited(2, "Spam", 1, Held with { Category = "help" }, IsAway: true));
        Spec.Thread(Answered).When(new Edit(1, "Spam", Held)).Refused("edit.held");
    }

    [Fact]
    public void Others_find_no_post_that_waits()
    {
        var thread = Spec.Thread(Waiting);
        thread.When(new React(2, "like"), "carol").Refused("post.missing");
        thread.When(new Reply("So?", 2), "carol").Refused("post.missing");
        thread.When(new Edit(2, "x"), "carol").Refused("post.missing");
        thread.When(new Accept(2)).Refused("post.missing");
        thread.When(new Remove(2), "mo", Role.Moderator).Refused("post.withheld");
    }

    [Fact]
    public void Only_the_program_withholds_publishes_and_lifts()
    {
        var thread = Spec.Thread(Answered);
        thread.When(new Withhold(2, Removal.Hidden, First), "mo", Role.Owner).Refused("program.needed");
        thread.When(new Publish(2), "mo", Role.Owner).Refused("program.needed");
        thread.When(new Lift(First), "mo", Role.Owner).Refused("program.needed");
        thread.When(new Close(Decision: First), "mo", Role.Owner).Refused("program.needed");
        thread.When(new Slow(60, Decision: First), "mo", Role.Owner).Refused("program.needed");
    }

    public static TheoryData<string> Starts { get; } = 
        ["seen", "answer", "removed", "waiting", "own", "hidden", "away"];

    [Theory, MemberData(nameof(Starts))]
    public void Lifting_a_decision_leaves_everything_as_it_was(string start)
    {
        foreach (var how in (Removal[])[Removal.Hidden, Removal.ByModerator])
        {
            // That would be the decision recorded for the very removal, and lifting it brings the post back.
            if (start == "away" && how == Removal.ByModerator) continue;
            var before = Start(start);
            var after = Ask(Ask(before, new Withhold(2, how, Second)), new Lift(Second));
            Assert.Equal(Json(before), Json(after));
            if (start == "waiting") continue; // What was told cannot be untold.
            Assert.Equal(Json(before), Json(Ask(Ask(before, new Publish(2, Second)), new Lift(Second))));
        }
    }

    [Fact]
    public void Lifting_a_decision_that_removed_a_thread_brings_all_of_it_back()
    {
        var before = Start("answer");
        var after = Ask(Ask(before, new Withhold(1, Removal.ByModerator, Second)), new Lift(Second));
        Assert.Equal(Json(before), Json(after));
    }

    [Fact]
    public void Closing_and_slowing_by_a_decision_end_with_it()
    {
        var before = Ask(Ask(Start("seen"), new Slow(30)), new ScheduleClose(Spec.Start.AddDays(1)));
        var during = Ask(Ask(before, new Close(Decision: Second)), new Slow(600, Decision: Second));
        Assert.True(during.IsClosed);
        Assert.Equal(600, during.SlowSeconds);
        Assert.Equal(Json(before), Json(Ask(during, new Lift(Second))));
    }

    [Theory]
    [InlineData(60, 300)]
    [InlineData(300, 60)]
    [InlineData(60, 60)]
    public void Of_two_decisions_that_slow_a_thread_the_slower_holds_and_the_end_of_one_does_not_end_the_other(
        int one, int other)
    {
        var before = Start("seen");
        var both = Ask(Ask(before, new Slow(one, Decision: First)), new Slow(other, Decision: Second));
        Assert.Equal(Math.Max(one, other), both.SlowSeconds);
        Assert.Equal(Json(both), Json(Ask(both, new Slow(other, Decision: Second))));
        Assert.Equal(other, Ask(both, new Lift(First)).SlowSeconds);
        Assert.Equal(one, Ask(both, new Lift(Second)).SlowSeconds);
        Assert.Equal(Json(before), Json(Ask(Ask(both, new Lift(First)), new Lift(Second))));
        Assert.Equal(Json(before), Json(Ask(Ask(both, new Lift(Second)), new Lift(First))));
    }

    [Fact]
    public void The_pace_that_moderators_set_by_hand_outlasts_decisions_before_and_after_it()
    {
        var after = Ask(Ask(Start("seen"), new Slow(60, Decision: First)), new Slow(60));
        Assert.Equal(60, Ask(after, new Lift(First)).SlowSeconds);
        var before = Ask(Ask(Start("seen"), new Slow(300)), new Slow(60, Decision: First));
        Assert.Equal(300, before.SlowSeconds);
        Assert.Equal(300, Ask(before, new Lift(First)).SlowSeconds);
        Assert.Equal(0, Ask(Ask(before, new Slow(0)), new Lift(First)).SlowSeconds);
    }

    [Theory]
    [InlineData(24.0, 48.0)]
    [InlineData(48.0, 24.0)]
    [InlineData(null, 24.0)]
    [InlineData(24.0, null)]
    [InlineData(null, null)]
    [InlineData(24.0, 24.0)]
    public void Of_two_decisions_that_close_a_thread_the_longer_holds_and_the_end_of_one_does_not_end_the_other(
        double? one, double? other)
    {
        var before = Start("seen");
        var (until, otherUntil) = (Until(one), Until(other));
        var both = Ask(Ask(before, new Close(until, Decision: First)), new Close(otherUntil, Decision: Second));
        Assert.Equal(
            until is null || otherUntil is null ? null : until > otherUntil ? until : otherUntil, both.ReopensAt);
        foreach (var (lifted, left) in new[] { (First, otherUntil), (Second, until) })
        {
            var thread = Ask(both, new Lift(lifted));
            Assert.Equal((true, left), (thread.IsClosed, thread.ReopensAt));
        }

        Assert.Equal(Json(before), Json(Ask(Ask(both, new Lift(First)), new Lift(Second))));
        Assert.Equal(Json(before), Json(Ask(Ask(both, new Lift(Second)), new Lift(First))));

        static DateTimeOffset? Until(double? hours) => hours is { } some ? Spec.Start.AddHours(some) : null;
    }

    [Fact]
    public void What_moderators_closed_by_hand_or_for_a_time_stays_closed_when_a_decision_is_lifted()
    {
        var after = Ask(Ask(Start("seen"), new Close(Decision: First)), new Close(), Moderator);
        Assert.True(Ask(after, new Lift(First)).IsClosed);
        var before = Ask(Ask(Start("seen"), new Close(), Moderator), new Close(Decision: First));
        Assert.True(Ask(before, new Lift(First)).IsClosed);
        Assert.False(Ask(before, new Reopen(), Moderator).IsClosed);

        // The time at which it was to be closed has come meanwhile.
        var scheduled = Ask(Ask(Start("seen"), new ScheduleClose(Spec.Start.AddDays(1))), new Close(Decision: First));
        Assert.True(Ask(scheduled, new Lift(First), Later).IsClosed);
        Assert.False(Ask(scheduled, new Lift(First)).IsClosed);
    }

    [Fact]
    public void A_time_that_ends_one_decision_does_not_end_one_that_lasts_longer()
    {
        var both = Ask(Ask(Start("seen"), new Close(Spec.Start.AddHours(24), Decision: First)),
            new Close(Spec.Start.AddHours(72), Decision: Second));
        Assert.True(Ask(both, new Reopen(), Later).IsClosed); // Rung while it was being set anew.
        Assert.False(Ask(both, new Lift(Second), Later).IsClosed);
        Assert.True(Ask(both, new Lift(First), Later).IsClosed);
    }

    [Fact]
    public void What_was_closed_and_slowed_before_decisions_lay_upon_each_other_is_lifted_as_ever()
    {
        var thread = Spec.Thread(
            Question, new Slowed(30), new Slowed(600, Decision: Second), new Closed(Decision: First)).State;
        Assert.Equal(30, Ask(thread, new Lift(Second)).SlowSeconds);
        Assert.False(Ask(thread, new Lift(First)).IsClosed);
        Assert.Equal(30, Spec.Thread(
            Question, new Slowed(30), new Slowed(600, Decision: Second), new Slowed(30, Lifted: Second))
            .State.SlowSeconds);
    }

    [Fact]
    public void Decisions_are_lifted_in_any_order()
    {
        var thread = Ask(Ask(Start("seen"), new Withhold(2, Removal.Hidden, First)),
            new Withhold(2, Removal.ByModerator, Second));
        Assert.Equal(Removal.ByModerator, Ask(thread, new Lift(First)).Posts[1].Removal);
        Assert.Equal(Removal.Hidden, Ask(thread, new Lift(Second)).Posts[1].Removal);
        Assert.Equal(Json(Start("seen")), Json(Ask(Ask(thread, new Lift(First)), new Lift(Second))));
    }

    [Fact]
    public void What_is_erased_stays_so()
    {
        var thread = Ask(Start("seen"), new Withhold(2, Removal.Erased, First));
        foreach (var command in (ThreadCommand[])[new Lift(First), new Publish(2, Second), new Restore(2)])
            Assert.Equal(Removal.Erased, Ask(thread, command).Posts[1].Removal);
    }

    [Fact]
    public void A_direct_removal_that_is_recorded_is_undone_like_any_decision()
    {
        var thread = Ask(Ask(Start("away"), new Withhold(2, Removal.ByModerator, First)), new Lift(First));
        Assert.True(thread.Posts[1].IsVisible);
    }

    [Fact]
    public void A_decision_follows_its_post_to_another_thread()
    {
        var thread = Ask(Start("seen"), new Withhold(2, Removal.Hidden, First));
        var moved = (PostsMoved)thread.Decide(new MovePosts([2], "01k0000000000009"), Program)[0];
        var there = Ask(Spec.Thread(Question).State, new Receive("01k0000000000000", moved.Posts));
        Assert.True(Ask(there, new Lift(First)).Posts[1].IsVisible);
        Assert.Null(thread.Apply(moved, new Moment("", Spec.Start)).Holds);
    }

    [Fact]
    public void A_moderator_of_the_category_keeps_order_in_it_and_in_no_other()
    {
        var standing = new Standing(Role.Member, Categories: "help");
        var turn = new Turn("carol", standing, Spec.Start, "devs/01k0000000000000");
        var thread = Spec.Thread(Answered).State;
        Assert.Null(thread.Decide(new Close(), turn).Refusal);
        Assert.Null(thread.Decide(new Remove(2), turn).Refusal);
        var elsewhere = thread.Apply(new Organised("How?", "news", []), new Moment("alice", Spec.Start));
        Assert.Equal("moderator.needed", elsewhere.Decide(new Close(), turn).Refusal?.Code);
        Assert.Equal("post.foreign", elsewhere.Decide(new Remove(2), turn).Refusal?.Code);
    }

    private static Turn Program => new("", Standing.System, Spec.Start, "devs/01k0000000000000");

    private static Thread Start(string start) => start switch
    {
        "answer" => Spec.Thread([.. Answered, new Accepted(2, "bob")]).State,
        "removed" => Spec.Thread([.. Answered, new Removed(1, Removal.ByModerator, "alice", 2)]).State,
        "waiting" => Spec.Thread(Waiting).State,
        "own" => Spec.Thread([.. Answered, new Removed(2, Removal.ByAuthor, "bob", 1)]).State,
        "hidden" => Ask(Spec.Thread(Answered).State, new Withhold(2, Removal.Hidden, First)),
        "away" => Spec.Thread([.. Answered, new Removed(2, Removal.ByModerator, "bob", 1)]).State,
        _ => Spec.Thread(Answered).State,
    };

    private static Turn Moderator => Program with { By = "mo", Standing = new(Role.Moderator) };

    // Two days on.
    private static Turn Later => Program with { At = Spec.Start.AddDays(2) };

    private static Thread Ask(Thread thread, ThreadCommand command, Turn? turn = null) =>
        thread.Decide(command, turn ?? Program).Aggregate(
            thread, (state, happened) => state.Apply(happened, new Moment("", Spec.Start)));

    private static string Json(Thread thread) => JsonSerializer.Serialize(thread, Domain.Json);
}
