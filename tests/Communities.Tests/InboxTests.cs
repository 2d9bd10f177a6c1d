using Communities.Actors;
using static Communities.InboxCommand;
using static Communities.InboxEvent;

namespace Communities.Tests;

/// <summary>What Alice is told of in the community devs.</summary>
public sealed class InboxTests
{
    private const string Thread = "01k0000000000000";
    private static readonly Opened Open = new();

    [Fact]
    public void A_member_is_told_of_an_answer() =>
        Told(Spec.Inbox(Open), Reply(4)).Then(new Notified(1, Reply(4), First: 4));

    [Fact]
    public void Answers_in_a_thread_are_one_notice_until_it_is_seen()
    {
        var first = new Notified(1, Reply(4), First: 4);
        Told(Spec.Inbox(Open, first), Reply(6, "carol"))
            .Then(new Notified(2, Reply(6, "carol"), Count: 2, First: 4, Instead: 1));
        Told(Spec.Inbox(Open, first, new Seen([1])), Reply(6)).Then(new Notified(2, Reply(6), First: 6));
    }

    [Fact]
    public void What_comes_at_once_is_told_at_once()
    {
        var both = (Notify)new Notify(Reply(4)).Merge(new Notify(Reply(5, "carol")))!;
        Spec.Inbox(Open).When((Notify)both.Merge(new Notify(Reply(7)))!, "", Role.System)
            .Then(new Notified(3, Reply(7), Count: 3, First: 4));
    }

    [Fact]
    public void What_comes_at_once_takes_the_place_of_what_was_there()
    {
        var both = (Notify)new Notify(Reply(5)).Merge(new Notify(Reply(6)))!;
        Spec.Inbox(Open, new Notified(1, Reply(4), First: 4)).When(both, "", Role.System)
            .Then(new Notified(3, Reply(6), Count: 3, First: 4, Instead: 1));
    }

    [Fact]
    public void A_post_is_told_of_once_whatever_reasons_it_gives()
    {
        var told = new Notified(1, new Notice(Reasons.Mention, Thread, 4, "bob"), First: 4);
        Told(Spec.Inbox(Open, told), Reply(4)).Then();
        Told(Spec.Inbox(Open, told), new Notice(Reasons.Reaction, Thread, 4, "bob"))
            .Then(new Notified(2, new Notice(Reasons.Reaction, Thread, 4, "bob"), First: 4));
    }

    [Fact]
    public void Reactions_are_one_notice_a_post()
    {
        var told = new Notified(1, Liked(4, "bob"), First: 4);
        Told(Spec.Inbox(Open, told), Liked(4, "carol"))
            .Then(new Notified(2, Liked(4, "carol"), Count: 2, First: 4, Instead: 1));
        Told(Spec.Inbox(Open, told), Liked(5, "carol")).Then(new Notified(2, Liked(5, "carol"), First: 5));
    }

    [Fact]
    public void Messages_are_one_notice_a_conversation()
    {
        var told = new Notified(1, new Notice(Reasons.Message, By: "bob", Subject: "c1"));
        Told(Spec.Inbox(Open, told), new Notice(Reasons.Message, By: "bob", Subject: "c1"))
            .Then(new Notified(2, new Notice(Reasons.Message, By: "bob", Subject: "c1"), Count: 2, Instead: 1));
        Told(Spec.Inbox(Open, told), new Notice(Reasons.Message, By: "bob", Subject: "c2"))
            .Then(new Notified(2, new Notice(Reasons.Message, By: "bob", Subject: "c2")));
    }

    [Fact]
    public void Who_is_not_there_is_told_nothing_but_what_is_about_joining()
    {
        Told(Spec.Inbox(), Reply(4)).Then();
        Told(Spec.Inbox(Open, new Closed()), Reply(4)).Then();
        Told(Spec.Inbox(), new Notice(Reasons.Invited)).Then(new Notified(1, new Notice(Reasons.Invited)));
    }

    [Fact]
    public void Nobody_is_told_of_their_own_doing() => Told(Spec.Inbox(Open), Reply(4, "alice")).Then();

    [Fact]
    public void Whom_a_member_blocks_or_mutes_the_member_does_not_hear()
    {
        Told(Spec.Inbox(Open, new Blocked("bob")), Reply(4)).Then();
        Told(Spec.Inbox(Open, new LevelSet("member:bob", Level.Muted)), Reply(4)).Then();
        Assert.False(Spec.Inbox(Open, new Blocked("bob")).State.Hears("bob"));
        Assert.True(Spec.Inbox(Open, new Blocked("bob"), new Unblocked("bob")).State.Hears("bob"));
    }

    [Fact]
    public void A_reason_can_be_turned_off() =>
        Told(Spec.Inbox(Open, new Preferred(InboxSettings.Default with { Off = ["reply"] })), Reply(4)).Then();

    [Fact]
    public void A_muted_thread_is_silent_but_for_reminders()
    {
        var muted = Spec.Inbox(Open, new LevelSet($"thread:{Thread}", Level.Muted));
        Told(muted, Reply(4)).Then();
        var reminder = new Notice(Reasons.Reminder, Thread, 4);
        Told(muted, reminder).Then(new Notified(1, reminder, First: 4));
    }

    [Fact]
    public void A_muted_community_tells_only_what_is_about_the_member()
    {
        var muted = Spec.Inbox(Open, new LevelSet("community", Level.Muted));
        Told(muted, Reply(4)).Then();
        var promoted = new Notice(Reasons.Promoted, Subject: "2");
        Told(muted, promoted).Then(new Notified(1, promoted));
    }

    [Fact]
    public void Reading_a_thread_sees_what_told_of_it()
    {
        var inbox = Spec.Inbox(Open, new Notified(1, Reply(4), First: 4), new Notified(2, Liked(2, "bob"), First: 2));
        inbox.When(new Read(Thread, 3), "", Role.System).Then(new Seen([2]));
        inbox.When(new Read(Thread, 4), "", Role.System).Then(new Seen([1, 2]));
        inbox.When(new Read("01k0000000000001", 4), "", Role.System).Then();
    }

    [Fact]
    public void A_member_sees_one_notice_or_all_up_to_one()
    {
        var inbox = Spec.Inbox(Open, new Notified(1, Reply(4), First: 4), new Notified(2, Liked(2, "bob"), First: 2));
        inbox.When(new SeeOne(2)).Then(new Seen([2]));
        inbox.When(new See(2)).Then(new Seen([1, 2]));
        inbox.When(new See(0)).Then();
        inbox.When(new See(2), "bob", Role.Owner).Refused("account.foreign");
    }

    [Fact]
    public void All_can_be_marked_read_at_once() =>
        Spec.Inbox(Open, new Notified(1, Reply(4), First: 4), new Notified(2, new Notice(Reasons.Promoted)))
            .When(new MarkAllRead()).Then(new AllRead(), new Seen([1]));

    [Fact]
    public void Beyond_the_most_the_oldest_counts_as_seen()
    {
        var many = Enumerable.Range(1, Inbox.UnseenMax).Select(id => new Notified(id, Liked(id, "bob"), First: id));
        Told(Spec.Inbox([Open, .. many]), Liked(999, "bob")).Then(
            new Notified(Inbox.UnseenMax + 1, Liked(999, "bob"), First: 999), new Seen([1]));
    }

    [Fact]
    public void Only_the_program_tells()
    {
        Spec.Inbox(Open).When(new Notify(Reply(4)), "bob", Role.Owner).Refused("program.needed");
        Told(Spec.Inbox(Open), new Notice("whim")).Refused("reason.unknown");
    }

    [Fact]
    public void Levels_are_set_for_places_and_members()
    {
        Spec.Inbox(Open).When(new SetLevel("tag:c++", Level.Watching)).Then(new LevelSet("tag:c++", Level.Watching));
        Spec.Inbox(Open).When(new SetLevel("community", Level.Normal)).Then();
        Spec.Inbox(Open).When(new SetLevel("member:alice", Level.Muted)).Refused("level.own");
        Spec.Inbox(Open).When(new SetLevel("shelf:top", Level.Muted)).Refused("place.unknown");
        Spec.Inbox(Open).When(new SetLevel($"thread:{Thread}", Level.Muted)).Refused("place.unknown");
        Spec.Inbox(Open).When(new SetLevel("community", (Level)9)).Refused("level.unknown");
        Spec.Inbox(Open).When(new SetLevel("community", Level.Muted), role: Role.None).Refused("member.needed");
    }

    [Fact]
    public void Nobody_blocks_themselves_or_nobody()
    {
        Spec.Inbox(Open).When(new Block("alice")).Refused("block.unknown");
        Spec.Inbox(Open).When(new Block("A!")).Refused("block.unknown");
        Spec.Inbox(Open).When(new Block("bob")).Then(new Blocked("bob"));
        Spec.Inbox(Open, new Blocked("bob")).When(new Block("bob")).Then();
        Spec.Inbox(Open, new Blocked("bob")).When(new Unblock("bob")).Then(new Unblocked("bob"));
    }

    [Fact]
    public void Settings_are_of_known_words()
    {
        var settings = InboxSettings.Default with { Off = ["reaction"], Push = Pushing.None };
        Spec.Inbox(Open).When(new Prefer(settings)).Then(new Preferred(settings));
        Spec.Inbox(Open, new Preferred(settings)).When(new Prefer(settings)).Then();
        Spec.Inbox(Open).When(new Prefer(settings with { Off = ["whim"] })).Refused("reason.unknown");
        Spec.Inbox(Open).When(new Prefer(settings with { Off = default })).Refused("reason.unknown");
        Spec.Inbox(Open).When(new Prefer(settings with { Push = (Pushing)7 })).Refused("push.unknown");
    }

    private static Notice Reply(int number, string by = "bob") => new(Reasons.Reply, Thread, number, by);

    private static Notice Liked(int number, string by) => new(Reasons.Reaction, Thread, number, by);

    private static Outcome<InboxEvent> Told(Given<Inbox, InboxCommand, InboxEvent> inbox, Notice notice) =>
        inbox.When(new Notify(notice), "", Role.System);
}
