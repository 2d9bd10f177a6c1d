using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities.Tests;

/// <summary>Who is told of new threads and posts. Alice opens threads, the others answer and watch.</summary>
public sealed class WatchingTests
{
    private const string Key = "devs/01k0000000000000";
    private static readonly Opened Opened = new("Bread", "Rye or wheat?", "kitchen", ["rye"]);
    private static readonly object[] Answered = [Opened, Spec.By("bob"), new Replied(2, "Rye.", To: "alice")];

    [Fact]
    public void A_reply_is_for_who_opened_the_thread() =>
        Spec.Thread(Opened).When(new Reply("Rye."), "bob").Then(new Replied(2, "Rye.", To: "alice"));

    [Fact]
    public void A_reply_to_a_post_is_for_its_author_and_for_who_opened_the_thread() =>
        Spec.Thread(Answered).When(new Reply("Wheat.", 2), "carol")
            .Then(new Replied(3, "Wheat.", 2, To: "bob", Watchers: ["alice"]));

    [Fact]
    public void Nobody_is_told_of_their_own_reply()
    {
        Spec.Thread(Opened).When(new Reply("Also spelt."), "alice").Then(new Replied(2, "Also spelt."));
        Spec.Thread(Answered).When(new Reply("Dark rye.", 2), "bob").Then(
            new Replied(3, "Dark rye.", 2, Watchers: ["alice"]));
        Spec.Thread([.. Answered, new Watched(["bob"])]).When(new Reply("Dark."), "bob")
            .Then(new Replied(3, "Dark.", To: "alice"));
    }

    [Fact]
    public void Who_watches_a_thread_is_told_of_every_reply() =>
        Spec.Thread([.. Answered, new Watched(["zoe", "dan"])]).When(new Reply("Oats."), "carol")
            .Then(new Replied(3, "Oats.", To: "alice", Watchers: ["dan", "zoe"]));

    [Fact]
    public void Who_opened_a_thread_may_stop_watching_and_still_is_answered()
    {
        var unwatched = Spec.Thread([.. Answered, new Unwatched("alice")]);
        unwatched.When(new Reply("Oats."), "carol").Then(new Replied(3, "Oats."));
        unwatched.When(new Reply("Oats.", 1), "carol").Then(new Replied(3, "Oats.", 1, To: "alice"));
        unwatched.When(new Watch(["alice"]), "", Role.System).Then(new Watched(["alice"]));
    }

    [Fact]
    public void Watching_twice_happens_once()
    {
        var watched = Spec.Thread(Opened, new Watched(["bob"]));
        watched.When(new Watch(["bob", "alice", "carol", "carol"]), "", Role.System).Then(new Watched(["carol"]));
        watched.When(new Watch(["bob"]), "", Role.System).Then();
        watched.When(new Unwatch("carol"), "", Role.System).Then();
        watched.When(new Unwatch("bob"), "", Role.System).Then(new Unwatched("bob"));
    }

    [Fact]
    public void Only_the_program_says_who_watches()
    {
        Spec.Thread(Opened).When(new Watch(["bob"]), "bob", Role.Owner).Refused("program.needed");
        Spec.Thread(Opened).When(new Unwatch("bob"), "bob", Role.Owner).Refused("program.needed");
    }

    [Fact]
    public void A_thread_has_room_for_so_many_watchers()
    {
        string[] many = [.. Enumerable.Range(0, Thread.WatchersMax).Select(n => $"reader{n}")];
        Spec.Thread(Opened, new Watched([.. many])).When(new Watch(["bob"]), "", Role.System).Then();
    }

    [Fact]
    public void What_the_program_brings_is_not_news()
    {
        Spec.Thread(Opened).When(new Reply("Rye."), "bob", Role.System).Then(new Replied(2, "Rye.", IsQuiet: true));
        Spec.Thread().When(new Open("Bread", "Rye?", null, []), "bob", Role.System)
            .Then(new Opened("Bread", "Rye?", null, [], IsQuiet: true));
        Assert.DoesNotContain(
            Spec.Follows(Opened with { IsQuiet = true }, Key),
            line => line.StartsWith("watchers", StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_thread_is_told_to_who_watches_where_it_stands()
    {
        var watchers = Spec.Watchers(
            Set("bob", "category:kitchen"), Set("carol", "tag:rye"), Set("dan", "member:alice"),
            Set("erin", Places.Community), Set("fay", "tag:oats"), Set("alice", Places.Community));
        watchers.When(Announce("kitchen", "rye"), "", Role.System).Then(
            new WatchersEvent.Announced("t1", "alice", ["bob", "carol", "dan", "erin"]));
    }

    [Fact]
    public void Who_has_muted_a_category_or_tag_is_not_told_of_it()
    {
        var watchers = Spec.Watchers(
            Set("bob", Places.Community), Set("bob", "tag:rye", Level.Muted), Set("carol", "tag:rye"),
            Set("carol", "category:kitchen", Level.Muted));
        watchers.When(Announce("kitchen", "rye"), "", Role.System).Then();
        watchers.When(Announce(null, "rye"), "", Role.System).Then(
            new WatchersEvent.Announced("t1", "alice", ["carol"]));
    }

    [Fact]
    public void Levels_between_watching_and_muted_are_none_of_the_watchers()
    {
        var set = new WatchersCommand.SetLevel("bob", "tag:rye", Level.Tracking);
        Spec.Watchers().When(set, "", Role.System).Then();
        Spec.Watchers(Set("bob", "tag:rye")).When(set, "", Role.System).Then(
            new WatchersEvent.LevelSet("bob", "tag:rye", Level.Normal));
        Spec.Watchers(Set("bob", "tag:rye"), Set("bob", "tag:rye", Level.Normal))
            .When(Announce(null, "rye"), "", Role.System).Then();
        Spec.Watchers().When(set, "bob", Role.Owner).Refused("program.needed");
    }

    [Fact]
    public void Threads_that_are_opened_together_are_announced_in_order()
    {
        var both = (WatchersCommand)Announce(null, "rye").Merge(Announce("kitchen"))!;
        Spec.Watchers(Set("bob", "tag:rye"), Set("carol", "category:kitchen")).When(both, "", Role.System).Then(
            new WatchersEvent.Announced("t1", "alice", ["bob"]), new WatchersEvent.Announced("t1", "alice", ["carol"]));
    }

    [Fact]
    public void Watching_a_place_ends_in_the_inbox()
    {
        var world = new World();
        var member = new Standing(Role.Member, MayJoin: true);
        foreach (var account in (string[])["alice", "bob"])
            world.Ask($"devs/{account}", new MemberCommand.Join(account), account, member);
        world.Ask("devs/bob", new InboxCommand.SetLevel("tag:rye", Level.Watching), "bob", member);
        world.Ask(Key, new Open("Bread", "Rye?", null, ["rye"]), "alice", member);
        world.Ask(Key, new Reply("And butter?"), "alice", member);
        Assert.Equal(
            [(Reasons.Opened, 1), (Reasons.Watched, 2)],
            world.Inbox("devs/bob").Unseen.Select(unseen => (unseen.Reason, unseen.Last)));
        world.Ask($"{Key}/bob", new ReadingCommand.MarkRead(1, 2), "bob", member);
        Assert.Empty(world.Inbox("devs/bob").Unseen);
        world.Ask($"{Key}/bob", new ReadingCommand.SetLevel(Level.Normal), "bob", member);
        world.Ask(Key, new Reply("No butter."), "alice", member);
        Assert.Empty(world.Inbox("devs/bob").Unseen);
    }

    private static WatchersEvent.LevelSet Set(string account, string place, Level level = Level.Watching) =>
        new(account, place, level);

    private static WatchersCommand.Announce Announce(string? category, params string[] tags) =>
        new(new Opening("t1", "alice", category, [.. tags]));
}
