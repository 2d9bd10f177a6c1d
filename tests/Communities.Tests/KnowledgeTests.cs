using Communities.Actors;
using static Communities.KnowledgeCommand;
using static Communities.KnowledgeEvent;

namespace Communities.Tests;

/// <summary>Knowledge pages: written by many, one after another, with links to what they are made from.</summary>
public sealed class KnowledgeTests
{
    private const string Thread = "01k0000000000000";

    private static readonly PostLink Answer = new(Thread, 3);

    private static Revised First(string text = "Oil it") => new(1, text, "", [], []);

    [Fact]
    public void Who_has_been_here_for_a_while_writes_at_a_page()
    {
        Spec.Knowledge().When(new Revise(0, "Oil it", " New "), role: Role.Member, trust: 2)
            .Then(new Revised(1, "Oil it", "New", [], []));
        Spec.Knowledge().When(new Revise(0, "Oil it"), role: Role.Member, trust: 1).Refused("trust.needed");
        Spec.Knowledge().When(new Revise(0, "Oil it"), role: Role.None, trust: 4).Refused("member.needed");
        Spec.Knowledge().When(new Revise(0, "Oil it"), role: Role.Member, trust: 4, bar: Bar.Silenced)
            .Refused("member.silenced");
    }

    [Fact]
    public void Moderators_write_at_a_page_whatever_their_trust_and_those_of_its_category_too()
    {
        Spec.Knowledge().When(new Revise(0, "Oil it"), role: Role.Moderator).Then(First());
        Spec.Knowledge().When(new Revise(0, "Oil it"), role: Role.Member, categories: "brakes gears").Then(First());
        Spec.Knowledge().When(new KnowledgeCommand.Lock(), role: Role.Member, categories: "gears")
            .Refused("moderator.needed");
    }

    [Fact]
    public void Nobody_overwrites_a_revision_that_they_have_not_read()
    {
        var page = Spec.Knowledge(First());
        page.When(new Revise(0, "Grease it"), role: Role.Moderator).Refused("knowledge.changed");
        page.When(new Revise(1, "Grease it"), role: Role.Moderator).Then(new Revised(2, "Grease it", "", [], []));
        page.When(new Revise(0, "Grease it"), role: Role.System).Then(new Revised(2, "Grease it", "", [], []));
    }

    [Fact]
    public void A_page_knows_the_posts_that_it_links_to_and_which_of_them_are_new()
    {
        var text = $"See [there](/c/devs/threads/{Thread}?post=3) and /c/devs/threads/{Thread}?page=1#p7,"
            + $" /c/devs/threads/{Thread} as a whole, not /c/other/threads/{Thread}?post=4"
            + $" nor /c/devs/threads/{Thread}00";
        PostLink[] all = [Answer, new(Thread, 7), new(Thread, 1)];
        Spec.Knowledge().When(new Revise(0, text), role: Role.Moderator)
            .Then(new Revised(1, text, "", [.. all], [.. all]));
        Spec.Knowledge(new Revised(1, "x", "", [Answer], [Answer])).When(new Revise(1, text), role: Role.Moderator)
            .Then(new Revised(2, text, "", [.. all], [.. all.Skip(1)]));
    }

    [Fact]
    public void A_page_has_a_text_that_somebody_could_read()
    {
        void Refused(Revise c, string code) => Spec.Knowledge().When(c, role: Role.Moderator).Refused(code);
        Refused(new(0, ""), "text.empty");
        Refused(new(0, null!), "text.empty");
        Refused(new(0, new('x', Knowledge.TextMax + 1)), "text.long");
        Refused(new(0, "x", new('x', Knowledge.SummaryMax + 1)), "summary.long");
        Refused(new(0, "x", "a\nb"), "summary.malformed");
    }

    [Fact]
    public void A_locked_page_is_changed_by_those_who_keep_order_only()
    {
        var page = Spec.Knowledge(First(), new Locked());
        page.When(new Revise(1, "No"), role: Role.Member, trust: 4).Refused("knowledge.closed");
        page.When(new Revise(1, "Yes"), role: Role.Moderator).Then(new Revised(2, "Yes", "", [], []));
        page.When(new KnowledgeCommand.Lock(), role: Role.Moderator).Then();
        page.When(new Unlock(), role: Role.Member, trust: 4).Refused("moderator.needed");
        page.When(new Unlock(), role: Role.Moderator).Then(new Unlocked());
        Spec.Knowledge().When(new Unlock(), role: Role.Moderator).Then();
    }

    [Fact]
    public void An_earlier_revision_can_be_kept_from_readers_and_the_present_one_cannot()
    {
        var page = Spec.Knowledge(First("Rude"), new Revised(2, "Kind", "", [], []));
        page.When(new Hide(1), role: Role.Moderator).Then(new Hidden(1));
        page.When(new Hide(1), role: Role.Member, trust: 4).Refused("moderator.needed");
        page.When(new Hide(2), role: Role.Moderator).Refused("revision.current");
        page.When(new Hide(3), role: Role.Moderator).Refused("revision.missing");
        var hidden = Spec.Knowledge(First("Rude"), new Revised(2, "Kind", "", [], []), new Hidden(1));
        hidden.When(new Hide(1), role: Role.Moderator).Then();
        hidden.When(new Show(1), role: Role.Moderator).Then(new Shown(1));
        page.When(new Show(1), role: Role.Moderator).Then();
    }

    [Fact]
    public void Whoever_wrote_what_was_taken_up_hears_of_it_once()
    {
        var world = new World();
        var key = Keys.OfThread("devs", Thread);
        world.Ask("devs/bob", new MemberCommand.Join("Bob"), "bob", new(Role.None, MayJoin: true));
        world.Ask(key, new ThreadCommand.Open("How?", "So?", "brakes", []), "ann", new(Role.Member));
        world.Ask(key, new ThreadCommand.Reply("Like so"), "bob", new(Role.Member));
        var text = $"Like so: /c/devs/threads/{Thread}?post=2 and /c/devs/threads/{Thread}?post=9";
        world.Ask("devs/brakes", new Revise(0, text), "zoe", new(Role.Moderator));
        world.Ask("devs/brakes", new Revise(1, text + "."), "zoe", new(Role.Moderator));
        Assert.Equal(
            ["""thread.taken-up {"number":2,"author":"bob","category":"brakes","by":"zoe"}"""],
            world.Journal.Where(e => e.Name == "thread.taken-up").Select(e => Spec.Line(Domain.Happened(e))));
        var told = world.Journal.Select(Domain.Happened).OfType<InboxEvent.Notified>().Last();
        Assert.Equal((Reasons.TakenUp, "brakes", "zoe"), (told.Notice.Reason, told.Notice.Subject, told.Notice.By));
        Assert.Single(
            world.Journal, e => e.Actor == new ActorId(Inbox.Kind, "devs/bob") && e.Name == "inbox.notified");
    }

    [Fact]
    public void What_belongs_to_a_domain_moderators_say_and_may_take_back()
    {
        var thread = Spec.Thread(new ThreadEvent.Opened("How?", "So?", null, []));
        thread.When(new ThreadCommand.DeemFitting(), role: Role.Member).Refused("moderator.needed");
        thread.When(new ThreadCommand.DeemFitting(), role: Role.Moderator).Then(new ThreadEvent.DeemedFitting(true));
        thread.When(new ThreadCommand.DeemFitting(IsFitting: false), role: Role.Moderator).Then();
        Spec.Thread(new ThreadEvent.Opened("How?", "So?", null, []), new ThreadEvent.DeemedFitting(true))
            .When(new ThreadCommand.DeemFitting(IsFitting: false), role: Role.Moderator)
            .Then(new ThreadEvent.DeemedFitting(false));
        thread.When(new ThreadCommand.TakeUp(1, "a", "zoe"), role: Role.Owner).Refused("program.needed");
    }
}
