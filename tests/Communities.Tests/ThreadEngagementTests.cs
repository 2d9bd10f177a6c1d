using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;
using Accepted = Communities.ThreadEvent.Accepted;
using Opened = Communities.ThreadEvent.Opened;
using Reacted = Communities.ThreadEvent.Reacted;

namespace Communities.Tests;

/// <summary>Reactions, accepted answers, views, and what a thread counts.</summary>
public sealed class ThreadEngagementTests
{
    private static readonly object[] Answered =
        [new Opened("How?", "Like so?", null, []), Spec.By("bob"), new Replied(2, "So.")];

    [Fact]
    public void A_member_reacts_once_with_each_kind()
    {
        Spec.Thread(Answered).When(new React(2, "like")).Then(new Reacted(2, "like", "bob"));
        var liked = Spec.Thread([.. Answered, Spec.By("alice"), new Reacted(2, "like", "bob")]);
        liked.When(new React(2, "like")).Then();
        liked.When(new React(2, "thanks")).Then(new Reacted(2, "thanks", "bob"));
        liked.When(new React(2, "like"), by: "carol").Then(new Reacted(2, "like", "bob"));
    }

    [Fact]
    public void Nobody_likes_their_own_post() =>
        Spec.Thread(Answered).When(new React(2, "like"), by: "bob").Refused("reaction.own");

    [Fact]
    public void A_reaction_is_one_of_the_known_and_to_a_post_that_is_there()
    {
        Spec.Thread(Answered).When(new React(2, "<b>")).Refused("reaction.unknown");
        Spec.Thread(Answered).When(new React(3, "like")).Refused("post.missing");
        Spec.Thread([.. Answered, new Removed(2, Removal.ByAuthor, "bob", 1)])
            .When(new React(2, "like")).Refused("post.missing");
    }

    [Fact]
    public void A_reaction_is_taken_back_once()
    {
        Spec.Thread([.. Answered, Spec.By("alice"), new Reacted(2, "like", "bob")])
            .When(new Unreact(2, "like")).Then(new Unreacted(2, "like", "bob"));
        Spec.Thread(Answered).When(new Unreact(2, "like")).Then();
        Spec.Thread(Answered).When(new Unreact(7, "like")).Then();
    }

    [Fact]
    public void An_import_brings_reactions_as_a_number()
    {
        var thread = Spec.Thread(Answered);
        thread.When(new CountReactions(2, "like", 7), "", Role.System).Then(new ReactionsCounted(2, "like", 7, "bob"));
        thread.When(new CountReactions(2, "like", 0), "", Role.System).Then();
        thread.When(new CountReactions(3, "like", 7), "", Role.System).Refused("post.missing");
        thread.When(new CountReactions(2, "pfft", 7), "", Role.System).Refused("reaction.unknown");
        thread.When(new CountReactions(2, "like", 7), "root", Role.Owner).Refused("program.needed");
    }

    [Fact]
    public void The_asker_or_a_moderator_accepts_an_answer()
    {
        Spec.Thread(Answered).When(new Accept(2)).Then(new Accepted(2, "bob"));
        Spec.Thread(Answered).When(new Accept(2), "mo", Role.Moderator).Then(new Accepted(2, "bob"));
        Spec.Thread(Answered).When(new Accept(2), by: "bob").Refused("answer.foreign");
        Spec.Thread(Answered).When(new Unaccept(), by: "bob").Refused("answer.foreign");
    }

    [Fact]
    public void Another_accepted_answer_takes_the_place_of_the_first()
    {
        var accepted = Spec.Thread([.. Answered, new Replied(3, "Or so."), new Accepted(2, "bob")]);
        accepted.When(new Accept(2)).Then();
        accepted.When(new Accept(3)).Then(new Unaccepted(2, "bob"), new Accepted(3, "bob"));
        accepted.When(new Unaccept()).Then(new Unaccepted(2, "bob"));
    }

    [Fact]
    public void What_was_not_accepted_is_not_taken_back() => Spec.Thread(Answered).When(new Unaccept()).Then();

    [Fact]
    public void An_answer_is_a_reply_that_is_there()
    {
        Spec.Thread(Answered).When(new Accept(1)).Refused("answer.opening");
        Spec.Thread(Answered).When(new Accept(3)).Refused("post.missing");
        Spec.Thread(Answered).When(new Accept(int.MinValue)).Refused("post.missing");
    }

    [Fact]
    public void Only_the_program_counts_views()
    {
        Spec.Thread(Answered).When(new CountViews(3), "", Role.System).Then(new Viewed(3));
        Spec.Thread(Answered).When(new CountViews(0), "", Role.System).Then();
        Spec.Thread(Answered).When(new CountViews(3), "root", Role.Owner).Refused("program.needed");
    }

    [Fact]
    public void A_thread_counts_visible_posts_their_authors_reactions_and_views()
    {
        var thread = Spec.Thread([
            .. Answered, new Replied(3, "x"), Spec.By("carol"), new Replied(4, "y"), new Reacted(2, "like", "bob"),
            new Reacted(2, "funny", "bob"), new Unreacted(2, "funny", "bob"),
            new ReactionsCounted(1, "like", 5, "alice"), new Viewed(40), new Removed(4, Removal.ByAuthor, "carol", 1)]);
        Assert.Equal(new ThreadCounters(3, 2, 6, 40), thread.State.Counters);
    }
}
