using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;
using Opened = Communities.ThreadEvent.Opened;

namespace Communities.Tests;

/// <summary>Moving posts between threads: what one lets go, the other takes, and what both then are.</summary>
public sealed class ThreadMovingTests
{
    private const string There = "01k0000000000001";
    private const string Here = "01k0000000000000";
    private static readonly Opened Question = new("How?", "Like so?", null, []);
    private static readonly object[] Talk =
        [Question, Spec.By("bob", 1), new Replied(2, "x"), Spec.By("carol", 2), new Replied(3, "y")];

    [Fact]
    public void A_moderator_moves_posts_with_all_that_counts()
    {
        object[] history = [.. Talk, Spec.By("dave", 3), new Reacted(2, "like", "bob"), new Reacted(2, "funny", "bob")];
        Spec.Thread(history).When(new MovePosts([2], There, null, "Off topic"), "mo", Role.Moderator).Then(
            new PostsMoved(
                There,
                [new MovedPost(2, "bob", Spec.Start.AddMinutes(1), Reactions: ["dave:funny", "dave:like"])],
                Total: 1, Reason: "Off topic"));
    }

    [Fact]
    public void Members_move_nothing() =>
        Spec.Thread(Talk).When(new MovePosts([2], There)).Refused("moderator.needed");

    [Theory]
    [InlineData(new int[0], There, "posts.empty")]
    [InlineData(new[] { 4 }, There, "post.missing")]
    [InlineData(new[] { 0 }, There, "post.missing")]
    [InlineData(new[] { 1, 2 }, There, "posts.opening")]
    [InlineData(new[] { 2 }, Here, "posts.here")]
    [InlineData(new[] { 2 }, "elsewhere", "thread.missing")]
    public void What_cannot_be_moved_is_refused(int[] numbers, string target, string code) =>
        Spec.Thread(Talk).When(new MovePosts([.. numbers], target), "mo", Role.Moderator).Refused(code);

    [Fact]
    public void A_thousand_posts_are_picked_at_most() =>
        Spec.Thread(Talk)
            .When(new MovePosts([.. Enumerable.Range(2, Thread.MovedMax + 1)], There), "mo", Role.Moderator)
            .Refused("posts.many");

    [Fact]
    public void A_removed_post_opens_no_thread_but_may_be_moved_to_one()
    {
        var thread = Spec.Thread([.. Talk, new Removed(2, Removal.ByModerator, "bob", 1)]);
        thread.When(new MovePosts([2, 3], There, new("New", null, [])), "mo", Role.Moderator).Refused("posts.hidden");
        Assert.Null(thread.When(new MovePosts([2, 3], There), "mo", Role.Moderator).Decision.Refusal);
    }

    [Fact]
    public void A_new_thread_is_named_as_any_other() =>
        Spec.Thread(Talk).When(new MovePosts([2], There, new(" ", null, [])), "mo", Role.Moderator)
            .Refused("title.empty");

    [Fact]
    public void What_has_moved_is_no_longer_here()
    {
        var thread = Spec.Thread([.. Talk, Left(2)]);
        thread.When(new Edit(2, "z"), "bob").Refused("post.moved");
        thread.When(new Remove(2), "bob").Refused("post.moved");
        thread.When(new Restore(2), "mo", Role.Moderator).Refused("post.moved");
        thread.When(new React(2, "like"), "alice").Refused("post.moved");
        thread.When(new Reply("z", 2), "alice").Refused("post.moved");
        thread.When(new MovePosts([2], There), "mo", Role.Moderator).Refused("post.moved");
        thread.When(new Reply("z"), "alice").Then(new Replied(4, "z"));
        Assert.Equal(new ThreadCounters(2, 2, 0, 0), thread.State.Counters);
    }

    [Fact]
    public void The_accepted_answer_goes_with_its_post() =>
        Spec.Thread([.. Talk, new ThreadEvent.Accepted(3, "carol")])
            .When(new MovePosts([2, 3], There), "mo", Role.Moderator).Then(
                new Unaccepted(3, "carol"),
                new PostsMoved(There, [Post(2, "bob", 1), Post(3, "carol", 2)], Answer: 3, Total: 2));

    [Fact]
    public void Merging_lets_everything_go_removed_posts_too() =>
        Spec.Thread([.. Talk, Spec.By("bob"), new Removed(2, Removal.ByAuthor, "bob", 1)])
            .When(new Merge(There, "The same"), "mo", Role.Moderator).Then(
                new PostsMoved(
                    There,
                    [Post(1, "alice", 0), Post(2, "bob", 1) with { Removal = Removal.ByAuthor }, Post(3, "carol", 2)],
                    Total: 3, Reason: "The same"),
                new Merged(There, "alice", "The same", ["alice"]));

    [Fact]
    public void A_long_thread_leaves_in_several_events_of_which_the_first_says_how_many()
    {
        var posts = Enumerable.Range(2, 450).Select(number => (object)new Replied(number, "x"));
        var decision = Spec.Thread([Question, .. posts]).When(new Merge(There), "mo", Role.Moderator).Decision;
        Assert.Equal([451, 0, 0], decision.OfType<PostsMoved>().Select(e => e.Total));
        Assert.Equal([200, 200, 51], decision.OfType<PostsMoved>().Select(e => e.Posts.Length));
        Assert.IsType<Merged>(decision[^1]);
    }

    [Fact]
    public void A_merged_thread_goes_on_elsewhere()
    {
        var merged = Spec.Thread([.. Talk, Left(1, 2, 3), new Merged(There, "alice")]);
        merged.When(new Reply("z")).Refused("thread.merged");
        merged.When(new Merge(There), "mo", Role.Moderator).Refused("thread.merged");
        Assert.Equal(default, merged.State.Counters);
        Assert.False(merged.State.IsStanding);
    }

    [Fact]
    public void Posts_that_come_get_the_next_numbers_and_bring_their_answer() =>
        Spec.Thread(Question).When(
            new Receive(Here, [Post(4, "bob", 1), Post(9, "carol", 2)], Answer: 9, Total: 2, By: "mo", Reason: "Why"),
            "", Role.System).Then(
                new Received(Here, 2, [Post(4, "bob", 1), Post(9, "carol", 2)], 2, null, 2, "mo", "Why"),
                new ThreadEvent.Accepted(3, "carol"));

    [Fact]
    public void An_answer_of_its_own_stays_the_answer() =>
        Assert.Single(Spec.Thread([.. Talk, new ThreadEvent.Accepted(2, "bob")])
            .When(new Receive(Here, [Post(4, "bob", 1)], Answer: 4), "", Role.System).Decision);

    [Fact]
    public void A_new_thread_is_opened_by_the_first_that_comes_which_answers_nothing() =>
        Spec.Thread().When(
            new Receive(Here, [Post(2, "bob", 1)], new("New", "help", ["a"]), Answer: 2, Total: 1), "", Role.System)
            .Then(new Received(Here, 1, [Post(2, "bob", 1)], 1, new("New", "help", ["a"]), 1));

    [Fact]
    public void Only_the_program_brings_posts() =>
        Spec.Thread(Question).When(new Receive(Here, [Post(2, "bob", 1)]), "mo", Role.Owner).Refused("program.needed");

    [Fact]
    public void A_removed_thread_takes_posts_in_without_showing_them()
    {
        var removed = Spec.Thread(Question, new Removed(1, Removal.ByModerator, "alice", 1));
        removed.When(new Receive(Here, [Post(2, "bob", 1)]), "", Role.System)
            .Then(new Received(Here, 2, [Post(2, "bob", 1)], 0));
        var taken = Spec.Thread(
            Question, new Removed(1, Removal.ByModerator, "alice", 1), new Received(Here, 2, [Post(2, "bob", 1)], 0));
        taken.When(new Restore(1), "mo", Role.Moderator).Then(new Restored(1, "alice", 2));
    }

    [Fact]
    public void Posts_that_come_back_to_a_merged_thread_revive_it()
    {
        var merged = Spec.Thread([.. Talk, Left(1, 2, 3), new Merged(There, "alice")]);
        merged.When(new Receive(There, [Post(7, "bob", 1)]), "", Role.System)
            .Then(new Revived("alice"), new Received(There, 4, [Post(7, "bob", 1)], 1));
        var revived = Spec.Thread(
            [.. Talk, Left(1, 2, 3), new Merged(There, "alice"), new Revived("alice"),
                new Received(There, 4, [Post(7, "bob", 1)], 1)]);
        Assert.Equal(new ThreadCounters(1, 1, 0, 0), revived.State.Counters);
        revived.When(new Reply("z")).Then(new Replied(5, "z"));
        revived.When(new MovePosts([4], There), "mo", Role.Moderator)
            .Then(new PostsMoved(There, [Post(4, "bob", 1)], Total: 1), new Merged(There, "alice", null, ["alice"]));
    }

    [Fact]
    public void What_no_number_is_left_for_goes_on_to_another_thread()
    {
        var full = Spec.Thread(Question, new Received(
            There, 2, [.. Enumerable.Range(2, Thread.NumberMax - 2).Select(number => Post(number, "bob", 1))], 1));
        full.When(new Receive(There, [Post(2, "bob", 1), Post(3, "carol", 2)], By: "mo"), "", Role.System).Then(
            new Received(There, Thread.NumberMax, [Post(2, "bob", 1)], 1, By: "mo"),
            new Overflowed(There, [Post(3, "carol", 2)], "01k0000000000001", "mo"));
        Assert.Equal(
            [$$"""thread:devs/{{There}} receive {"source":"x","posts":[],"answer":0,"total":0,"by":"mo"}"""],
            Spec.Follows(new Overflowed("x", [], There, "mo"), "devs/" + Here, ""));
    }

    [Fact]
    public void Posts_that_have_left_are_brought_to_the_other_thread_once() =>
        Assert.Equal(
            ["thread", "contest", "community"],
            Spec.Follows(new PostsMoved(There, [Post(2, "bob", 1)]), "devs/" + Here, "mo")
                .Concat(Spec.Follows(new PostsMoved(There, [], IsTold: true), "devs/" + Here, "mo"))
                .Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).Distinct().OrderDescending());

    [Fact]
    public void A_full_thread_goes_on_in_the_first_that_continues_it()
    {
        Spec.Thread().When(new Open("How? (2)", "So.", null, [], Follows: There))
            .Then(new Opened("How? (2)", "So.", null, [], Follows: There));
        Spec.Thread().When(new Open("How? (2)", "So.", null, [], Follows: "none")).Refused("thread.missing");
        Assert.Equal(
            [$$"""thread:devs/{{There}} follow {"thread":"{{Here}}"}"""],
            Spec.Follows(new Opened("How? (2)", "So.", null, [], Follows: There), "devs/" + Here)
                .Where(line => line.StartsWith("thread:", StringComparison.Ordinal)));

        object[] most = [Question, .. Enumerable.Range(2, Thread.PostsMax - 2).Select(n => new Replied(n, "x"))];
        Spec.Thread(most).When(new Follow(There), "", Role.System).Then();
        var full = Spec.Thread([.. most, new Replied(Thread.PostsMax, "x")]);
        full.When(new Reply("z")).Refused("thread.full");
        full.When(new Follow(There), "", Role.System).Then(new Followed(There));
        full.When(new Follow(There), "mo", Role.Owner).Refused("program.needed");
        Spec.Thread([.. most, new Replied(Thread.PostsMax, "x"), new Followed(There)])
            .When(new Follow("01k0000000000002"), "", Role.System).Then();
    }

    [Fact]
    public void Polls_go_with_their_posts()
    {
        const string Poll = "01k0000000000009";
        Spec.Thread(Question, Spec.By("bob", 1), new Replied(2, "x", null, Poll))
            .When(new MovePosts([2], There), "mo", Role.Moderator)
            .Then(new PostsMoved(There, [Post(2, "bob", 1) with { Poll = Poll }], Total: 1));
        Assert.Contains(
            $$"""poll:devs/{{Poll}} follow {"thread":"{{Here}}","number":3}""",
            Spec.Follows(new Received(There, 3, [Post(2, "bob", 1) with { Poll = Poll }], 1), "devs/" + Here));
    }

    [Fact]
    public void Who_watched_a_merged_thread_watches_the_other_one() =>
        Assert.Contains(
            $$"""thread:devs/{{There}} watch {"accounts":["alice","zoe"]}""",
            Spec.Follows(new Merged(There, "alice", null, ["alice", "zoe"]), "devs/" + Here, "mo"));

    [Fact]
    public void Whose_posts_were_moved_is_told_once_of_the_first()
    {
        MovedPost[] posts = [Post(2, "bob", 1), Post(3, "mo", 2), Post(4, "bob", 3)];
        Assert.Equal(
            ["inbox:devs/bob"],
            Spec.Follows(new Received(There, 7, [.. posts], 3, null, 3, "mo"), "devs/" + Here, "")
                .Where(line => line.Contains("notify", StringComparison.Ordinal))
                .Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)]));
        Assert.DoesNotContain(
            Spec.Follows(new Received(There, 7, [.. posts], 3), "devs/" + Here, ""),
            line => line.Contains("notify", StringComparison.Ordinal));
    }

    [Fact]
    public void Slow_mode_looks_past_what_came_from_elsewhere() =>
        Spec.Thread(
            Question, new Slowed(3600), Spec.By("bob", 5), new Replied(2, "x"),
            new Received(There, 3, [Post(2, "carol", -900)], 1))
            .When(new Reply("again"), "bob", minutes: 10).Refused("thread.slow");

    [Fact]
    public void An_archived_thread_stays_as_it_is()
    {
        var archived = Spec.Thread([.. Talk, new Archived()]);
        archived.When(new Reply("z"), "mo", Role.Moderator).Refused("thread.archived");
        archived.When(new React(2, "like")).Refused("thread.archived");
        archived.When(new Remove(2), "bob").Refused("thread.archived");
        archived.When(new MovePosts([2], There), "mo", Role.Moderator).Refused("thread.archived");
        archived.When(new Remove(2), "mo", Role.Moderator).Then(new Removed(2, Removal.ByModerator, "bob", 1));
        archived.When(new Unarchive(), "mo", Role.Moderator).Then(new Unarchived());
    }

    [Fact]
    public void Moderators_unlist_and_list()
    {
        Spec.Thread(Question).When(new Unlist("A test"), "mo", Role.Moderator).Then(new Unlisted("A test"));
        Spec.Thread(Question, new Unlisted()).When(new Unlist(), "mo", Role.Moderator).Then();
        Spec.Thread(Question, new Unlisted()).When(new List(), "mo", Role.Moderator).Then(new Listed());
        Spec.Thread(Question).When(new Unlist()).Refused("moderator.needed");
    }

    [Fact]
    public void A_pin_ends_at_its_time_and_not_before_it_where_that_was_put_off()
    {
        var until = Spec.Start.AddHours(1);
        Spec.Thread(Question).When(new Pin(until), "mo", Role.Moderator).Then(new Pinned(until));
        Spec.Thread(Question).When(new Pin(Spec.Start), "mo", Role.Moderator).Refused("time.past");
        var pinned = Spec.Thread(Question, new Pinned(until));
        pinned.When(new Unpin(), "", Role.System, minutes: 30).Then();
        pinned.When(new Unpin(), "", Role.System, minutes: 60).Then(new Unpinned());
        pinned.When(new Pin(), "mo", Role.Moderator).Then(new Pinned());
        Assert.Equal([$"thread:devs/{Here} unpin at 10:00: unpin"], Spec.Follows(new Pinned(until), "devs/" + Here));
        Assert.Equal([$"thread:devs/{Here} unpin never"], Spec.Follows(new Pinned(), "devs/" + Here));
    }

    private static PostsMoved Left(params int[] numbers) =>
        new(There, [.. numbers.Select(number => Post(number, ((string[])["alice", "bob", "carol"])[number - 1], 0))]);

    private static MovedPost Post(int number, string author, double minutes) =>
        new(number, author, Spec.Start.AddMinutes(minutes));
}
