using static Communities.ThreadCommand;
using static Communities.ThreadEvent;
using Opened = Communities.ThreadEvent.Opened;

namespace Communities.Tests;

public sealed class ThreadTests
{
    private static readonly Opened Question = new("How?", "Like so?", null, []);

    [Fact]
    public void A_reply_gets_the_next_number() =>
        Spec.Thread(Question).When(new Reply("Me too"), by: "bob").Then(new Replied(2, "Me too"));

    [Fact]
    public void A_closed_thread_refuses_replies() =>
        Spec.Thread(Question, new Closed()).When(new Reply("Me too"), by: "bob").Refused("thread.closed");

    [Fact]
    public void Removing_a_post_twice_happens_once() =>
        Spec.Thread(Question, Spec.By("bob"), new Replied(2, "x"), new Removed(2, Removal.ByAuthor, "bob", 1))
            .When(new Remove(2), by: "bob").Then();

    [Fact]
    public void An_edit_within_the_grace_leaves_no_revision() =>
        Spec.Thread(Question).When(new Edit(1, "Like this?"), minutes: 5).Then(new Edited(1, "Like this?", 1));

    [Fact]
    public void An_edit_after_the_grace_leaves_a_revision() =>
        Spec.Thread(Question).When(new Edit(1, "Like this?"), minutes: 6).Then(new Edited(1, "Like this?", 2));
}
