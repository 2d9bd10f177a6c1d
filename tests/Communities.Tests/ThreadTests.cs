using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;
using Opened = Communities.ThreadEvent.Opened;
using Organised = Communities.ThreadEvent.Organised;

namespace Communities.Tests;

/// <summary>Writing: opening, replying, editing, organising, and how fast.</summary>
public sealed class ThreadTests
{
    private static readonly Opened Question = new("How?", "Like so?", null, []);

    [Fact]
    public void A_member_opens_a_thread() =>
        Spec.Thread().When(new Open("How?", "Like so?", "help", ["c#", "été"]))
            .Then(new Opened("How?", "Like so?", "help", ["c#", "été"]));

    [Fact]
    public void A_visitor_opens_none() =>
        Spec.Thread().When(new Open("How?", "Like so?", null, []), role: Role.None).Refused("member.needed");

    [Fact]
    public void An_operator_needs_no_role() =>
        Spec.Thread().When(new Open("How?", "So?", null, []), "root", Role.None, isOperator: true)
            .Then(new Opened("How?", "So?", null, []));

    [Fact]
    public void A_thread_opens_once() =>
        Spec.Thread(Question).When(new Open("How?", "Like so?", null, [])).Refused("thread.exists");

    [Fact]
    public void Nothing_is_said_in_a_thread_that_is_not_there() =>
        Spec.Thread().When(new Reply("Hello?")).Refused("thread.missing");

    [Theory]
    [InlineData("", "title.empty")]
    [InlineData(" \t ", "title.empty")]
    [InlineData("\u200d\u200d", "title.empty")]
    [InlineData("two\nlines", "title.malformed")]
    [InlineData("turned \u202e around", "title.malformed")]
    public void A_title_is_one_readable_line(string title, string code) =>
        Spec.Thread().When(new Open(title, "Text", null, [])).Refused(code);

    [Fact]
    public void A_title_has_255_characters_at_most()
    {
        Spec.Thread().When(new Open(new('x', 256), "Text", null, [])).Refused("title.long");
        Spec.Thread().When(new Open(new('x', 255), "Text", null, []))
            .Then(new Opened(new('x', 255), "Text", null, []));
    }

    [Fact]
    public void A_thread_has_five_tags_at_most() =>
        Spec.Thread().When(new Open("How?", "So?", null, ["a", "b", "c", "d", "e", "f"])).Refused("tag.many");

    [Fact]
    public void A_tag_given_twice_is_one() =>
        Spec.Thread().When(new Open("How?", "So?", null, ["a", "b", "a"]))
            .Then(new Opened("How?", "So?", null, ["a", "b"]));

    [Theory]
    [InlineData("")]
    [InlineData("Two Words")]
    [InlineData("line\n")]
    [InlineData(null)]
    public void A_tag_is_a_slug(string? tag) =>
        Spec.Thread().When(new Open("How?", "So?", null, [tag!])).Refused("tag.malformed");

    [Fact]
    public void Tags_are_a_list() =>
        Spec.Thread().When(new Open("How?", "So?", null, default)).Refused("tag.malformed");

    [Fact]
    public void A_category_is_a_slug() =>
        Spec.Thread().When(new Open("How?", "So?", "No such!", [])).Refused("category.missing");

    [Fact]
    public void A_reply_gets_the_next_number() =>
        Spec.Thread(Question).When(new Reply("Me too"), by: "bob").Then(new Replied(2, "Me too", To: "alice"));

    [Fact]
    public void A_reply_may_be_to_a_post() =>
        Spec.Thread(Question).When(new Reply("Me too", 1), by: "bob").Then(new Replied(2, "Me too", 1, To: "alice"));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void A_reply_to_no_post_is_refused(int number) =>
        Spec.Thread(Question).When(new Reply("Me too", number), by: "bob").Refused("post.missing");

    [Fact]
    public void A_reply_to_a_removed_post_is_refused() =>
        Spec.Thread(Question, new Replied(2, "x"), new Removed(2, Removal.ByAuthor, "alice", 1))
            .When(new Reply("Me too", 2)).Refused("post.missing");

    [Fact]
    public void A_visitor_does_not_reply() =>
        Spec.Thread(Question).When(new Reply("Me too"), by: "bob", Role.None).Refused("member.needed");

    [Fact]
    public void A_reply_says_something() => Spec.Thread(Question).When(new Reply(" \n ")).Refused("text.empty");

    [Fact]
    public void A_reply_may_be_as_long_as_the_longest_and_no_longer()
    {
        Spec.Thread(Question).When(new Reply(new('x', Text.PostMax))).Then(new Replied(2, new('x', Text.PostMax)));
        Spec.Thread(Question).When(new Reply(new('x', Text.PostMax + 1))).Refused("text.long");
    }

    [Fact]
    public void A_reply_holds_no_half_characters() =>
        Spec.Thread(Question).When(new Reply("half \ud83d")).Refused("text.malformed");

    [Fact]
    public void An_import_may_bring_posts_without_a_text() =>
        Spec.Thread(Question).When(new Reply(""), "bob", Role.System)
            .Then(new Replied(2, "", IsQuiet: true));

    [Fact]
    public void A_thread_ends_at_its_longest()
    {
        var replies = Enumerable.Range(2, Thread.PostsMax - 1).Select(object (n) => new Replied(n, "x"));
        var full = Spec.Thread([Question, .. replies]);
        Assert.Equal(Thread.PostsMax, full.State.Counters.Posts);
        full.When(new Reply("One more")).Refused("thread.full");
    }

    [Fact]
    public void A_closed_thread_refuses_replies_edits_and_titles()
    {
        var closed = Spec.Thread(Question, new Closed());
        closed.When(new Reply("Me too"), by: "bob").Refused("thread.closed");
        closed.When(new Edit(1, "Better")).Refused("thread.closed");
        closed.When(new Organise("Other", null, [])).Refused("thread.closed");
    }

    [Fact]
    public void A_moderator_replies_in_a_closed_thread() =>
        Spec.Thread(Question, new Closed()).When(new Reply("Last word"), "mo", Role.Moderator)
            .Then(new Replied(2, "Last word", To: "alice"));

    [Fact]
    public void An_edit_within_the_grace_leaves_no_revision() =>
        Spec.Thread(Question).When(new Edit(1, "Like this?"), minutes: 5).Then(new Edited(1, "Like this?", 1));

    [Fact]
    public void An_edit_after_the_grace_leaves_a_revision() =>
        Spec.Thread(Question).When(new Edit(1, "Like this?"), minutes: 5.01).Then(new Edited(1, "Like this?", 2));

    [Fact]
    public void Silent_edits_do_not_make_the_grace_longer() =>
        Spec.Thread(Question, Spec.By("alice", 4), new Edited(1, "x", 1))
            .When(new Edit(1, "y"), minutes: 8).Then(new Edited(1, "y", 2));

    [Fact]
    public void A_revision_has_a_grace_of_its_own() =>
        Spec.Thread(Question, Spec.By("alice", 60), new Edited(1, "x", 2))
            .When(new Edit(1, "y"), minutes: 64).Then(new Edited(1, "y", 2));

    [Fact]
    public void A_moderators_edit_always_leaves_a_revision() =>
        Spec.Thread(Question).When(new Edit(1, "Kinder"), "mo", Role.Moderator).Then(new Edited(1, "Kinder", 2));

    [Fact]
    public void An_author_does_not_silently_replace_a_moderators_revision() =>
        Spec.Thread(Question, Spec.By("mo", 1), new Edited(1, "Kinder", 2))
            .When(new Edit(1, "Rude again"), minutes: 2).Then(new Edited(1, "Rude again", 3));

    [Fact]
    public void Nobody_edits_anothers_post() =>
        Spec.Thread(Question).When(new Edit(1, "Mine"), by: "bob").Refused("post.foreign");

    [Fact]
    public void Nobody_is_the_author_of_a_post_without_one() =>
        Spec.Thread(Question, Spec.By(""), new Replied(2, "x"))
            .When(new Edit(2, "Mine"), by: "").Refused("post.foreign");

    [Fact]
    public void Who_has_left_edits_nothing() =>
        Spec.Thread(Question).When(new Edit(1, "Bye"), role: Role.None).Refused("member.needed");

    [Fact]
    public void What_is_edited_is_there_and_has_a_text()
    {
        Spec.Thread(Question).When(new Edit(2, "Text")).Refused("post.missing");
        Spec.Thread(Question).When(new Edit(1, "")).Refused("text.empty");
    }

    [Fact]
    public void Author_and_moderator_organise_a_thread()
    {
        var organised = new Organised("Why?", "help", ["a"]);
        Spec.Thread(Question).When(new Organise("Why?", "help", ["a", "a"])).Then(organised);
        Spec.Thread(Question).When(new Organise("Why?", "help", ["a"]), "mo", Role.Moderator).Then(organised);
        Spec.Thread(Question).When(new Organise("Why?", "help", ["a"]), "bob").Refused("thread.foreign");
        Spec.Thread(Question).When(new Organise("", null, [])).Refused("title.empty");
    }

    [Fact]
    public void Slow_mode_makes_a_member_wait()
    {
        var slow = Spec.Thread(Question, new Slowed(600), Spec.By("bob", 1), new Replied(2, "x"));
        slow.When(new Reply("y"), by: "bob", minutes: 10.9).Refused("thread.slow");
        slow.When(new Reply("y"), by: "bob", minutes: 11).Then(new Replied(3, "y", To: "alice"));
        slow.When(new Reply("y"), by: "carol", minutes: 2).Then(new Replied(3, "y", To: "alice"));
        slow.When(new Reply("y"), "bob", Role.Moderator, minutes: 2).Then(new Replied(3, "y", To: "alice"));
    }

    [Fact]
    public void Slow_mode_says_how_long()
    {
        var slow = Spec.Thread(Question, new Slowed(600), Spec.By("bob", 1), new Replied(2, "x"));
        Assert.Contains(" 60 seconds", slow.When(new Reply("y"), by: "bob", minutes: 10).Decision.Refusal?.Reason);
    }

    [Fact]
    public void Removing_ones_post_does_not_shorten_the_wait() =>
        Spec.Thread(
                Question, new Slowed(600),
                Spec.By("bob", 1), new Replied(2, "x"), new Removed(2, Removal.ByAuthor, "bob", 1))
            .When(new Reply("y"), by: "bob", minutes: 2).Refused("thread.slow");

    [Theory]
    [InlineData(-1)]
    [InlineData(Thread.SlowMax + 1)]
    public void Slow_mode_is_a_day_at_most(int seconds) =>
        Spec.Thread(Question).When(new Slow(seconds), "mo", Role.Moderator).Refused("slow.range");

    [Fact]
    public void A_moderator_sets_and_ends_slow_mode()
    {
        Spec.Thread(Question).When(new Slow(Thread.SlowMax), "mo", Role.Moderator).Then(new Slowed(Thread.SlowMax));
        Spec.Thread(Question, new Slowed(60)).When(new Slow(60), "mo", Role.Moderator).Then();
        Spec.Thread(Question, new Slowed(60)).When(new Slow(0), "mo", Role.Moderator).Then(new Slowed(0));
        Spec.Thread(Question).When(new Slow(60)).Refused("moderator.needed");
    }
}
