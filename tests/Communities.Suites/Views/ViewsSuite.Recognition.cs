using Communities.Actors;
using Communities.Views;
using static Communities.MemberCommand;

namespace Communities.Suites;

// Ambassadors, badges, points and contests.
public abstract partial class ViewsSuite
{
    private const string ContestId = "01k0000000000008";

    private static readonly Standing Plain = new(Role.Member);

    [Fact]
    public async Task Ambassadors_are_shown_with_what_is_expected_and_what_they_are_thanked_for()
    {
        var world = NewWorld();
        world.Journal.Ask(World.Devs, new CommunityCommand.SetRecognition(false, "Greet *everybody*"));
        world.Journal.Ask($"{World.Devs}/alice", new Entrust(true, "You greet"), "olga");
        world.Journal.Ask($"{World.Devs}/bob", new Entrust(true), "olga");
        world.Journal.Ask($"{World.Devs}/alice", new Thank("For my first answer"), "bob", Plain);
        world.Journal.Ask($"{World.Devs}/alice", new Thank("For patience"), "mia", Plain);
        var views = await Look(world);

        var shown = (await views.Ambassadors(World.Devs, Viewer.Visitor, Ct))!;
        Assert.Equal("Greet *everybody*", shown.Expected);
        Assert.Equal(["alice", "bob"], shown.People.Select(one => one.Person.Account));
        Assert.Equal(("You greet", 2), (shown.People[0].Word, shown.People[0].Thanked));
        Assert.Equal(
            [("Mia", "For patience"), ("Bob", "For my first answer")],
            shown.People[0].Thanks.Select(thanks => (thanks.By.Name, thanks.Word)));
        var thread = world.Open("Hello", by: "alice");
        await CatchUp(views, world.Journal);
        Assert.Equal(Badges.Ambassador, (await Author(views, thread)).Flair);

        world.Journal.Ask($"{World.Devs}/alice", new Leave(), "alice");
        world.Journal.Ask($"{World.Devs}/bob", new Entrust(false), "olga");
        await CatchUp(views, world.Journal);
        Assert.Empty((await views.Ambassadors(World.Devs, Viewer.Visitor, Ct))!.People);
        Assert.Null((await Author(views, thread)).Flair);
        Assert.Null(await views.Ambassadors("none", Viewer.Visitor, Ct));
    }

    [Fact]
    public async Task Badges_are_listed_with_who_has_them_and_one_stands_beside_posts()
    {
        var world = NewWorld();
        var helper = new OwnBadge("helper", "Helper", "star", "Helped us", new(BadgeMeasure.Posts, 9));
        world.Journal.Ask(World.Devs, new CommunityCommand.SetBadge(helper));
        world.Journal.Ask(World.Devs, new CommunityCommand.SetBadge(helper with { Id = "gone", Rule = null }));
        world.Journal.Ask(World.Devs, new CommunityCommand.RemoveBadge("gone"));
        var thread = world.Open("Hello", by: "alice");
        world.Reply(thread);
        world.Journal.Ask($"{World.Devs}/alice", new Award("helper", "Thank you"), "olga");
        var views = await Look(world);

        var all = await views.Badges(World.Devs, Viewer.Visitor, Ct);
        Assert.Equal([.. Badges.All.Select(badge => badge.Id), "helper"], all.Select(badge => badge.Id));
        Assert.Equal((2, 1, 1), (Holders("first-post"), Holders("first-thread"), Holders("helper")));
        Assert.Equal(helper, all[^1].Own);
        var held = await views.BadgesOf(World.Devs, "alice", Viewer.Visitor, Ct);
        Assert.Equal(["helper", "first-post", "first-thread"], held.Select(one => one.Badge));
        Assert.Equal(("Olga", "Thank you"), (held[0].By!.Name, held[0].Word));
        Assert.Null(held[1].By);
        Assert.Equal("helper", (await Author(views, thread)).Flair);
        var holders = await views.BadgeHolders(World.Devs, "first-post", null, Viewer.Visitor, Ct);
        Assert.Equal(["bob", "alice"], holders.Items.Select(one => one.Person.Account));

        world.Journal.Ask($"{World.Devs}/alice", new Display(false, Badges.None), "alice");
        await CatchUp(views, world.Journal);
        Assert.Null((await Author(views, thread)).Flair);
        world.Journal.Ask($"{World.Devs}/alice", new Display(false, "first-post"), "alice");
        await CatchUp(views, world.Journal);
        Assert.Equal("first-post", (await Author(views, thread)).Flair);
        world.Journal.Ask($"{World.Devs}/alice", new Revoke("helper"), "olga");
        await CatchUp(views, world.Journal);
        Assert.DoesNotContain(
            await views.BadgesOf(World.Devs, "alice", Viewer.Visitor, Ct), one => one.Badge == "helper");

        int Holders(string badge) => all.Single(one => one.Id == badge).Holders;
    }

    [Fact]
    public async Task Badge_holders_come_in_pages()
    {
        var world = NewWorld();
        for (var i = 0; i < 60; i++)
        {
            world.Join($"user{i}");
            world.Journal.Ask($"{World.Devs}/user{i}", new Award("helper"));
        }

        var views = await Look(world);
        var first = await views.BadgeHolders(World.Devs, "helper", null, Viewer.Visitor, Ct);
        var second = await views.BadgeHolders(World.Devs, "helper", first.Next, Viewer.Visitor, Ct);
        Assert.Equal((50, 10, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Equal(60, first.Items.Concat(second.Items).Select(one => one.Person.Account).Distinct().Count());
    }

    [Fact]
    public async Task The_leaderboard_counts_by_days_and_leaves_out_who_wants_none()
    {
        var world = NewWorld();
        var old = world.Open("Old", by: "mia");
        world.Reply(old, by: "bob");
        world.Journal.Now = world.Journal.Now.AddDays(20);
        var thread = world.Open("How?", by: "alice");
        world.Reply(thread, by: "bob");
        world.Ask(thread, new ThreadCommand.React(2, "like"), "mia");
        world.Ask(thread, new ThreadCommand.Accept(2), "alice");
        var views = await Look(world);
        var today = DaySet.DayOf(world.Journal.Now);

        var all = (await views.Leaderboard(World.Devs, null, world.As("alice"), Ct))!;
        Assert.Equal([(1, "bob", 15), (2, "alice", 5), (2, "mia", 5)], Of(all));
        Assert.Equal((2, 5), (all.Own!.Place, all.Own.Points));
        var week = (await views.Leaderboard(World.Devs, today - Points.WeekDays + 1, Viewer.Visitor, Ct))!;
        Assert.Equal([(1, "bob", 13), (2, "alice", 5)], Of(week));
        Assert.Null(week.Own);

        world.Journal.Ask($"{World.Devs}/bob", new Display(true, null), "bob");
        world.Ask(thread, new ThreadCommand.Remove(2));
        await CatchUp(views, world.Journal);
        all = (await views.Leaderboard(World.Devs, null, world.As("bob"), Ct))!;
        Assert.Equal([(1, "alice", 5), (1, "mia", 5)], Of(all));
        Assert.Null(all.Own);

        world.Journal.Ask(World.Devs, new CommunityCommand.SetRecognition(true, null));
        await CatchUp(views, world.Journal);
        Assert.Null(await views.Leaderboard(World.Devs, null, world.As("alice"), Ct));

        static IEnumerable<(int, string, int)> Of(LeaderboardView board) =>
            board.Places.Select(one => (one.Place, one.Person.Account, one.Points));
    }

    [Fact]
    public async Task A_contest_is_shown_with_its_entries_and_after_it_with_its_results()
    {
        var world = Holding();
        var views = await Look(world);
        var listed = Assert.Single(await views.Contests(World.Devs, Viewer.Visitor, Ct));
        Assert.Equal((ContestId, "Bells", ContestPhase.Entering), (listed.Id, listed.Title, listed.Phase));
        Assert.Equal(("Olga", 2, 0), (listed.Organiser.Name, listed.Entries, listed.Voters));

        Contest(world, new ContestCommand.Finish(), "olga");
        Contest(world, new ContestCommand.Vote([2]), "mia");
        await CatchUp(views, world.Journal);
        var shown = (await views.Contest(World.Devs, ContestId, world.As("mia"), Ct))!;
        Assert.Equal((ContestPhase.Voting, 1), (shown.Contest.Phase, shown.Contest.Voters));
        Assert.Equal([2, 3], shown.Entries.Select(entry => entry.Number));
        Assert.Equal("Mine, by alice", shown.Entries[0].Text);
        Assert.All(shown.Entries, entry => Assert.Null(entry.Votes));
        Assert.Equal([2], shown.Mine);
        Assert.Empty((await views.Contest(World.Devs, ContestId, world.As("bob"), Ct))!.Mine);

        Contest(world, new ContestCommand.Finish(), "olga");
        await CatchUp(views, world.Journal);
        shown = (await views.Contest(World.Devs, ContestId, Viewer.Visitor, Ct))!;
        Assert.Equal([(2, 1, 1), (3, 0, 2)], shown.Entries.Select(e => (e.Number, e.Votes!.Value, e.Place!.Value)));
        Assert.Contains(
            await views.BadgesOf(World.Devs, "alice", Viewer.Visitor, Ct), one => one.Badge == "contest-won");
    }

    [Fact]
    public async Task What_readers_do_not_see_is_no_entry_and_a_contest_goes_with_its_thread()
    {
        var world = Holding();
        world.Ask(ContestId, new ThreadCommand.Remove(2));
        var views = await Look(world);
        var left = (await views.Contest(World.Devs, ContestId, Viewer.Visitor, Ct))!.Entries;
        Assert.Equal(3, Assert.Single(left).Number);
        world.Ask(ContestId, new ThreadCommand.Restore(2));
        await CatchUp(views, world.Journal);
        Assert.Equal(2, (await views.Contest(World.Devs, ContestId, Viewer.Visitor, Ct))!.Entries.Count);
        world.Ask(ContestId, new ThreadCommand.Remove(1));
        await CatchUp(views, world.Journal);
        Assert.Null(await views.Contest(World.Devs, ContestId, Viewer.Visitor, Ct));
        Assert.Empty(await views.Contests(World.Devs, world.As("bob"), Ct));
        Assert.NotNull(await views.Contest(World.Devs, ContestId, world.As("mia"), Ct));
    }

    [Fact]
    public async Task A_jury_is_named()
    {
        var world = Holding("mia", "bob");
        var views = await Look(world);
        var shown = (await views.Contest(World.Devs, ContestId, Viewer.Visitor, Ct))!;
        Assert.True(shown.Contest.IsJudged);
        Assert.Equal(["Bob", "Mia"], shown.Jury.Select(one => one.Name));
    }

    [Fact]
    public async Task Nothing_of_recognition_leaves_a_private_community()
    {
        var world = NewWorld(Visibility.Private);
        world.Journal.Ask($"{World.Devs}/alice", new Entrust(true), "olga");
        world.Open("Hello", by: "alice");
        Contest(world, Bells(world, []), "olga");
        var views = await Look(world);
        Assert.Null(await views.Ambassadors(World.Devs, Viewer.Visitor, Ct));
        Assert.Empty(await views.Badges(World.Devs, Viewer.Visitor, Ct));
        Assert.Empty((await views.BadgeHolders(World.Devs, "first-post", null, Viewer.Visitor, Ct)).Items);
        Assert.Empty(await views.BadgesOf(World.Devs, "alice", Viewer.Visitor, Ct));
        Assert.Null(await views.Leaderboard(World.Devs, null, Viewer.Visitor, Ct));
        Assert.Empty(await views.Contests(World.Devs, Viewer.Visitor, Ct));
        Assert.Null(await views.Contest(World.Devs, ContestId, Viewer.Visitor, Ct));
        Assert.NotNull(await views.Contest(World.Devs, ContestId, world.As("bob"), Ct));
    }

    private static ContestCommand.Open Bells(World world, string[] jury) => new(
        "Bells", "Show yours", null, new(world.Journal.Now.AddDays(7), world.Journal.Now.AddDays(14)), [.. jury],
        "Won: {results}");

    private static void Contest(World world, ContestCommand command, string by) =>
        world.Journal.Ask($"{World.Devs}/{ContestId}", command, by);

    // Alice has entry 2 and carl entry 3.
    private World Holding(params string[] jury)
    {
        var world = NewWorld();
        world.Join("carl");
        Contest(world, Bells(world, jury), "olga");
        foreach (var (i, account) in ((string[])["alice", "carl"]).Index())
        {
            world.Reply(ContestId, $"Mine, by {account}", account);
            Contest(world, new ContestCommand.Enter(i + 2), account);
        }

        return world;
    }

    private static async Task<AuthorView> Author(IViews views, string thread) =>
        (await views.Thread(World.Devs, thread, 1, Viewer.Visitor, Ct))!.Author;
}
