using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;
using Accepted = Communities.ThreadEvent.Accepted;
using Opened = Communities.ThreadEvent.Opened;

namespace Communities.Tests;

/// <summary>Removing and restoring, closing and reopening, pinning.</summary>
public sealed class ThreadModerationTests
{
    private static readonly Opened Question = new("How?", "Like so?", null, []);
    private static readonly object[] Answered = [Question, Spec.By("bob"), new Replied(2, "So.")];
    private static readonly DateTimeOffset Tomorrow = Spec.Start.AddDays(1);

    [Fact]
    public void An_author_removes_a_post() =>
        Spec.Thread(Answered).When(new Remove(2), by: "bob").Then(new Removed(2, Removal.ByAuthor, "bob", 1));

    [Fact]
    public void A_moderator_removes_a_post_with_a_reason() =>
        Spec.Thread(Answered).When(new Remove(2, "Off topic"), "mo", Role.Moderator)
            .Then(new Removed(2, Removal.ByModerator, "bob", 1, "Off topic"));

    [Fact]
    public void A_reason_is_one_line() =>
        Spec.Thread(Answered).When(new Remove(2, "a\nb"), "mo", Role.Moderator).Refused("reason.malformed");

    [Fact]
    public void Nobody_removes_anothers_post() =>
        Spec.Thread(Answered).When(new Remove(2)).Refused("post.foreign");

    [Fact]
    public void A_post_that_never_was_is_not_removed() =>
        Spec.Thread(Answered).When(new Remove(3)).Refused("post.missing");

    [Fact]
    public void Removing_a_post_twice_happens_once() =>
        Spec.Thread([.. Answered, new Removed(2, Removal.ByAuthor, "bob", 1)]).When(new Remove(2), by: "bob").Then();

    [Fact]
    public void A_post_without_an_author_is_removed_by_a_moderator() =>
        Spec.Thread(Question, Spec.By(""), new Replied(2, "x")).When(new Remove(2), "", Role.System)
            .Then(new Removed(2, Removal.ByModerator, "", 1));

    [Fact]
    public void Removing_the_opening_post_removes_the_thread_with_every_visible_post()
    {
        var history = Spec.Thread([.. Answered, new Replied(3, "y"), new Removed(3, Removal.ByAuthor, "bob", 1)]);
        history.When(new Remove(1), "mo", Role.Moderator).Then(new Removed(1, Removal.ByModerator, "alice", 2));
    }

    [Fact]
    public void An_author_removes_a_thread_that_nobody_answered() =>
        Spec.Thread(Question, new Replied(2, "Nobody?")).When(new Remove(1))
            .Then(new Removed(1, Removal.ByAuthor, "alice", 2));

    [Fact]
    public void An_author_does_not_remove_others_answers_with_the_thread() =>
        Spec.Thread(Answered).When(new Remove(1)).Refused("thread.answered");

    [Fact]
    public void An_answer_whose_author_is_gone_is_an_answer_too() =>
        Spec.Thread(Question, Spec.By(""), new Replied(2, "So.")).When(new Remove(1)).Refused("thread.answered");

    [Fact]
    public void An_author_removes_a_thread_whose_answers_are_removed() =>
        Spec.Thread([.. Answered, new Removed(2, Removal.ByAuthor, "bob", 1)]).When(new Remove(1))
            .Then(new Removed(1, Removal.ByAuthor, "alice", 1));

    [Fact]
    public void A_removed_answer_is_no_longer_the_accepted_one() =>
        Spec.Thread([.. Answered, new Accepted(2, "bob")]).When(new Remove(2), by: "bob")
            .Then(new Unaccepted(2, "bob"), new Removed(2, Removal.ByAuthor, "bob", 1));

    [Fact]
    public void In_a_removed_thread_nothing_happens_but_its_restoring()
    {
        var removed = Spec.Thread([.. Answered, new Removed(1, Removal.ByModerator, "alice", 2)]);
        removed.When(new Reply("Hello?"), "mo", Role.Moderator).Refused("thread.removed");
        removed.When(new Remove(2), "mo", Role.Moderator).Refused("thread.removed");
        removed.When(new Pin(), "mo", Role.Moderator).Refused("thread.removed");
        removed.When(new Restore(1), "mo", Role.Moderator).Then(new Restored(1, "alice", 2));
    }

    [Fact]
    public void A_removed_thread_counts_no_posts_and_no_participants() =>
        Assert.Equal(
            new ThreadCounters(0, 0, 0, 0),
            Spec.Thread([.. Answered, new Removed(1, Removal.ByModerator, "alice", 2)]).State.Counters);

    [Fact]
    public void A_restored_thread_counts_as_before() =>
        Assert.Equal(
            new ThreadCounters(2, 2, 0, 0),
            Spec.Thread([.. Answered, new Removed(1, Removal.ByAuthor, "alice", 2), new Restored(1, "alice", 2)])
                .State.Counters);

    [Fact]
    public void An_author_restores_what_the_author_removed()
    {
        var removed = Spec.Thread([.. Answered, new Removed(2, Removal.ByAuthor, "bob", 1)]);
        removed.When(new Restore(2), by: "bob").Then(new Restored(2, "bob", 1));
        removed.When(new Restore(2), by: "carol").Refused("moderator.needed");
        removed.When(new Restore(2), "mo", Role.Moderator).Then(new Restored(2, "bob", 1));
    }

    [Fact]
    public void An_author_does_not_restore_what_a_moderator_removed() =>
        Spec.Thread([.. Answered, new Removed(2, Removal.ByModerator, "bob", 1)])
            .When(new Restore(2), by: "bob").Refused("moderator.needed");

    [Fact]
    public void Restoring_twice_happens_once()
    {
        Spec.Thread(Answered).When(new Restore(2), by: "bob").Then();
        Spec.Thread(Answered).When(new Restore(3), by: "bob").Refused("post.missing");
    }

    [Fact]
    public void A_reply_is_not_restored_into_a_removed_thread() =>
        Spec.Thread([
                .. Answered,
                new Removed(2, Removal.ByAuthor, "bob", 1), new Removed(1, Removal.ByModerator, "alice", 1)])
            .When(new Restore(2), "mo", Role.Moderator).Refused("thread.removed");

    [Fact]
    public void Moderators_close_and_reopen()
    {
        Spec.Thread(Question).When(new Close(), "mo", Role.Moderator).Then(new Closed());
        Spec.Thread(Question, new Closed()).When(new Close(), "mo", Role.Moderator).Then();
        Spec.Thread(Question, new Closed()).When(new Reopen(), "mo", Role.Moderator).Then(new Reopened());
        Spec.Thread(Question).When(new Reopen(), "mo", Role.Moderator).Then();
    }

    [Fact]
    public void Members_do_not_moderate()
    {
        var thread = Spec.Thread(Question);
        foreach (var command in (ThreadCommand[])
                 [new Close(), new Reopen(), new ScheduleClose(Tomorrow), new Pin(), new Unpin(), new Slow(1)])
            thread.When(command).Refused("moderator.needed");
    }

    [Fact]
    public void Visitors_change_nothing()
    {
        var thread = Spec.Thread(Answered);
        foreach (var command in (ThreadCommand[])[
                     new Reply("x"), new Edit(1, "x"), new Organise("x", null, []), new Remove(1), new Restore(1),
                     new React(2, "like"), new Unreact(2, "like"), new Accept(2), new Unaccept(), new Pin(),
                     new Close()])
            thread.When(command, role: Role.None).Refused("member.needed");
    }

    [Fact]
    public void A_thread_closes_until_a_time() =>
        Spec.Thread(Question).When(new Close(Tomorrow, "Sleep over it"), "mo", Role.Moderator)
            .Then(new Closed(Tomorrow, "Sleep over it"));

    [Fact]
    public void A_thread_closed_until_a_time_can_be_closed_for_good_and_the_reverse()
    {
        Spec.Thread(Question, new Closed(Tomorrow)).When(new Close(), "mo", Role.Moderator).Then(new Closed());
        Spec.Thread(Question, new Closed(Tomorrow)).When(new Close(Tomorrow), "mo", Role.Moderator).Then();
        Spec.Thread(Question, new Closed()).When(new Close(Tomorrow), "mo", Role.Moderator).Then(new Closed(Tomorrow));
    }

    [Fact]
    public void A_closing_alarm_that_comes_late_changes_nothing() =>
        Spec.Thread(Question, new Closed(Tomorrow)).When(new Close(), "", Role.System).Then();

    [Fact]
    public void A_scheduled_close_can_be_taken_back()
    {
        var scheduled = Spec.Thread(Question, new CloseScheduled(Tomorrow));
        scheduled.When(new ScheduleClose(Tomorrow), "mo", Role.Moderator).Then();
        scheduled.When(new Reopen(), "mo", Role.Moderator).Then(new Reopened());
        scheduled.When(new Reopen(), "", Role.System).Then();
    }

    [Fact]
    public void What_is_closed_is_not_scheduled_to_close() =>
        Spec.Thread(Question, new Closed()).When(new ScheduleClose(Tomorrow), "mo", Role.Moderator).Then();

    [Fact]
    public void Nothing_is_scheduled_for_the_past_or_for_ever()
    {
        var far = Spec.Start + Thread.ScheduleMax;
        var thread = Spec.Thread(Question);
        thread.When(new ScheduleClose(Spec.Start), "mo", Role.Moderator).Refused("time.past");
        thread.When(new Close(Spec.Start), "mo", Role.Moderator).Refused("time.past");
        thread.When(new ScheduleClose(far.AddTicks(1)), "mo", Role.Moderator).Refused("time.far");
        thread.When(new ScheduleClose(far), "mo", Role.Moderator).Then(new CloseScheduled(far));
    }

    [Fact]
    public void A_closing_reason_is_one_line() =>
        Spec.Thread(Question).When(new Close(null, new('x', Text.LineMax + 1)), "mo", Role.Moderator)
            .Refused("reason.long");

    [Fact]
    public void Moderators_pin_and_unpin()
    {
        Spec.Thread(Question).When(new Pin(), "mo", Role.Moderator).Then(new Pinned());
        Spec.Thread(Question, new Pinned()).When(new Pin(), "mo", Role.Moderator).Then();
        Spec.Thread(Question, new Pinned()).When(new Unpin(), "mo", Role.Moderator).Then(new Unpinned());
        Spec.Thread(Question).When(new Unpin(), "mo", Role.Moderator).Then();
    }
}
