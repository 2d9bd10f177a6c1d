using System.Globalization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities.Tests;

/// <summary>Alice is recognised for what she does: by badges, and year after year.</summary>
public sealed class RecognitionTests
{
    private const string One = "01k0000000000000";
    private const string Other = "01k0000000000001";

    private static readonly Joined Joined = new("Alice", Role.Member);
    private static readonly BadgeRule Three = new(BadgeMeasure.Accepted, 3);
    private static readonly OwnBadge Helper = new("helper", "Helper", "star", "Helped us all", Three);

    [Fact]
    public void The_first_post_brings_a_badge_and_the_second_none()
    {
        var posted = new Tallied(new(Posts: 1), []);
        Spec.Member(Joined).When(new Tally(posted.Totals, []), "", Role.System)
            .Then(posted, new Badged("first-post"));
        Spec.Member(Joined, posted, new Badged("first-post")).When(new Tally(posted.Totals, []), "", Role.System)
            .Then(posted);
    }

    [Fact]
    public void Many_badges_may_come_at_once_and_none_goes_again()
    {
        var much = new Tallied(new(Accepted: 10), []);
        Spec.Member(Joined).When(new Tally(much.Totals, []), "", Role.System)
            .Then(much, new Badged("answer-1"), new Badged("answer-10"));
        var less = new Tallied(new(Accepted: -9), []);
        Spec.Member(Joined, much, new Badged("answer-1"), new Badged("answer-10"))
            .When(new Tally(less.Totals, []), "", Role.System).Then(less);
    }

    [Fact]
    public void An_answer_to_ones_own_question_brings_no_points_and_no_badge_and_takes_none_back()
    {
        const string question = "devs/01k0000000000000";
        var (world, member) = (new World(), new Standing(Role.Member, MayJoin: true));
        foreach (var account in (string[])["alice", "bob"])
            world.Ask($"devs/{account}", new Join(account), account, member);
        world.Ask(question, new ThreadCommand.Open("How?", "Tell me", null, []), "alice", member);
        world.Ask(question, new ThreadCommand.Reply("Like this"), "alice", member);
        world.Ask(question, new ThreadCommand.Reply("Or like that"), "bob", member);
        var before = Points.Of(world.Member("devs/alice").Totals);
        world.Ask(question, new ThreadCommand.Accept(2), "alice", member);
        Assert.Equal(1, world.Member("devs/alice").Totals.Accepted);
        Assert.Equal(before, Points.Of(world.Member("devs/alice").Totals));
        Assert.DoesNotContain("answer-1", world.Member("devs/alice").Badges);

        world.Ask(question, new ThreadCommand.Accept(3), "alice", member);
        Assert.Equal(before, Points.Of(world.Member("devs/alice").Totals));
        Assert.Equal(12, Points.Of(world.Member("devs/bob").Totals));
        Assert.Contains("answer-1", world.Member("devs/bob").Badges);
    }

    [Fact]
    public void A_moderator_who_accepts_their_own_reply_earns_nothing_until_somebody_else_does()
    {
        const string question = "devs/01k0000000000000";
        var (world, member) = (new World(), new Standing(Role.Member, MayJoin: true));
        foreach (var account in (string[])["alice", "mo"])
            world.Ask($"devs/{account}", new Join(account), account, member);
        world.Ask(question, new ThreadCommand.Open("How?", "Tell me", null, []), "alice", member);
        world.Ask(question, new ThreadCommand.Reply("Like this"), "mo", member);
        var before = PointsOf("devs/mo");

        Accept("mo", Role.Moderator);
        Assert.Equal((1, 2), (world.Member("devs/mo").Totals.Accepted, world.Thread(question).Accepted));
        Assert.Equal(before, PointsOf("devs/mo"));
        Assert.DoesNotContain("answer-1", world.Member("devs/mo").Badges);
        Accept("mo", Role.Moderator);
        world.Ask(question, new ThreadCommand.Unaccept(), "mo", new(Role.Moderator));
        Assert.Equal(before, PointsOf("devs/mo"));

        Accept("mo", Role.Moderator);
        Accept("alice", Role.Member);
        Assert.Equal(before + 10, PointsOf("devs/mo"));
        Assert.Contains("answer-1", world.Member("devs/mo").Badges);
        Accept("mo", Role.Moderator);
        Assert.Equal(before + 10, PointsOf("devs/mo"));
        Assert.Equal(1, world.Member("devs/mo").Totals.Accepted);

        void Accept(string by, Role role) =>
            Assert.Null(world.Ask(question, new ThreadCommand.Accept(2), by, new Standing(role)));
        int PointsOf(string key) => Points.Of(world.Member(key).Totals);
    }

    [Fact]
    public void An_answer_that_nobody_else_accepted_is_none_in_another_thread_or_once_it_was_away()
    {
        var self = Spec.Thread(
            new ThreadEvent.Opened("How?", "Tell me", null, []), Spec.By("mo"), new ThreadEvent.Replied(2, "Like this"),
            new ThreadEvent.Accepted(2, "mo", IsOwn: true));
        self.When(new ThreadCommand.Withhold(2, Removal.Hidden, "post-01k0000000000000-2.1"), "", Role.System).Then(
            new ThreadEvent.Unaccepted(2, "mo", IsOwn: true),
            new ThreadEvent.Removed(2, Removal.Hidden, "mo", 1, Decision: "post-01k0000000000000-2.1"));
        var moved = self.State.Decide(
            new ThreadCommand.MovePosts([2], Other), new Turn("mo", new(Role.Moderator), Spec.Start, "devs/" + One));
        Assert.Equal(new ThreadEvent.Unaccepted(2, "mo", IsOwn: true), moved[0]);
        Assert.Equal(0, Assert.IsType<ThreadEvent.PostsMoved>(moved[1]).Answer);
    }

    [Fact]
    public void Who_is_no_member_earns_nothing() =>
        Spec.Member().When(new Tally(new(Posts: 1), []), "", Role.System).Then(new Tallied(new(Posts: 1), []));

    [Fact]
    public void Greeting_coming_and_winning_count_for_badges()
    {
        Spec.Member(Joined).When(new Tally(new(Introductions: 1), []), "", Role.System)
            .Then(new Tallied(new(Introductions: 1), []), new Badged("introduced"));
        Spec.Member(Joined, new Credited(Deed.Greeted, One), new Credited(Deed.Greeted, One))
            .When(new Credit(Deed.Greeted, Other), "", Role.System).Then(new Credited(Deed.Greeted, Other));
        Spec.Member(Joined).When(new Credit(Deed.Won, One), "max", Role.Owner).Refused("program.needed");
    }

    [Fact]
    public void A_badge_of_the_communitys_own_is_earned_by_its_rule()
    {
        var alice = Spec.Member(Joined, new Tallied(new(Accepted: 3), []));
        alice.When(new Recognise("helper", Three)).Then(new Badged("helper"));
        alice.When(new Recognise("helper", new(BadgeMeasure.Accepted, 4))).Then();
        alice.When(new Recognise("helper", Three), "bob").Refused("account.foreign");

        var devs = Spec.Community(
            new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"),
            new CommunityEvent.BadgeSet(Helper)).State;
        Assert.Equal([Helper], Badges.Earned(alice.State, devs));
        Assert.Empty(Badges.Earned(Spec.Member(Joined).State, devs));
    }

    [Fact]
    public void Managers_make_badges_and_give_and_take_them()
    {
        var devs = Spec.Community(new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"));
        void Refused(OwnBadge badge, string code) =>
            devs.When(new CommunityCommand.SetBadge(badge), "max", Role.Manager).Refused(code);
        devs.When(new CommunityCommand.SetBadge(Helper), "max", Role.Manager).Then(new CommunityEvent.BadgeSet(Helper));
        devs.When(new CommunityCommand.SetBadge(Helper), "mo", Role.Moderator).Refused("manager.needed");
        Refused(Helper with { Id = "Help me" }, "badge.malformed");
        Refused(Helper with { Id = "first-post" }, "badge.taken");
        Refused(Helper with { Name = "" }, "name.empty");
        Refused(Helper with { Sign = "skull" }, "sign.unknown");
        Refused(Helper with { Sentence = "\n" }, "sentence.empty");
        Refused(Helper with { Rule = new(BadgeMeasure.Posts, 0) }, "needed.range");

        var alice = Spec.Member(Joined);
        alice.When(new Award("helper", "Thank you"), "max", Role.Manager).Then(new Awarded("helper", "Thank you"));
        alice.When(new Award("helper"), "mo", Role.Moderator).Refused("manager.needed");
        Spec.Member(Joined, new Awarded("helper")).When(new Award("helper"), "max", Role.Manager).Then();
        Spec.Member(Joined, new Awarded("helper")).When(new Revoke("helper"), "max", Role.Manager)
            .Then(new Revoked("helper"));
    }

    [Fact]
    public void A_community_has_so_many_badges_of_its_own_at_most()
    {
        var full = Enumerable.Range(0, Community.BadgesMax)
            .Select(i => (object)new CommunityEvent.BadgeSet(Helper with { Id = $"helper-{i}" }));
        Spec.Community([new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"), .. full])
            .When(new CommunityCommand.SetBadge(Helper), "max", Role.Manager).Refused("badge.many");
    }

    [Fact]
    public void Members_say_which_badge_is_shown_and_whether_they_are_ranked()
    {
        var alice = Spec.Member(Joined, new Badged("first-post"));
        alice.When(new Display(true, "first-post")).Then(new Displayed(true, "first-post"));
        alice.When(new Display(false, Badges.None)).Then(new Displayed(false, Badges.None));
        alice.When(new Display(false, null)).Then();
        alice.When(new Display(false, "helper")).Refused("badge.missing");
        alice.When(new Display(true, null), "bob", Role.Owner).Refused("account.foreign");
        Spec.Member(Joined, new Entrusted(true)).When(new Display(false, Badges.Ambassador))
            .Then(new Displayed(false, Badges.Ambassador));
        Assert.Null(Spec.Member(Joined, new Awarded("helper"), new Displayed(false, "helper"), new Revoked("helper"))
            .State.Flair);
    }

    [Theory]
    [InlineData("2026-03-02T09:00:00Z", "2027-03-02T09:00:00Z", 1, "2028-03-02T09:00:00Z")]
    [InlineData("2026-03-02T09:00:00Z", "2027-03-02T08:59:59Z", 0, "")]
    [InlineData("2024-02-29T12:00:00Z", "2025-02-28T12:00:00Z", 1, "2026-02-28T12:00:00Z")]
    [InlineData("2024-02-29T12:00:00Z", "2025-02-28T11:00:00Z", 0, "")]
    [InlineData("2024-02-29T12:00:00Z", "2028-02-28T12:00:00Z", 3, "2028-02-29T12:00:00Z")]
    [InlineData("2024-02-29T12:00:00Z", "2028-02-29T12:00:00Z", 4, "2029-02-28T12:00:00Z")]
    public void Anniversaries_are_counted_from_the_day_of_joining(string joined, string now, int years, string next)
    {
        var (at, since) = (Time(now), Time(joined));
        var alice = Spec.Member(new Moment("alice", since), Joined).State;
        var decided = alice.Decide(new Celebrate(), new Turn("", Standing.System, at, "devs/alice"));
        if (years == 0) Assert.Empty(decided);
        else
        {
            var celebrated = Assert.IsType<Celebrated>(decided[0]);
            Assert.Equal(years, celebrated.Years);
            Assert.Equal(since.AddYears(years), celebrated.On);
            Assert.Equal(Time(next), celebrated.Next);
            Assert.Contains(new Badged("year-1"), decided);
        }
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public void Every_year_a_member_is_told_once_and_who_left_is_not()
    {
        var world = new World();
        world.Ask("devs/alice", new Join("Alice"), "alice", Standing.System);
        world.Ask("devs/bob", new Join("Bob"), "bob", Standing.System);
        world.Ask("devs/bob", new Leave(), "bob", new Standing(Role.Member));
        for (var year = 1; year <= 3; year++)
        {
            world.Pass(TimeSpan.FromDays(366));
            Assert.Equal(year, world.Member("devs/alice").Years);
        }

        Assert.Equal(3, world.Journal.Count(happened => happened.Name == "member.celebrated"));
        Assert.Equal(0, world.Member("devs/bob").Years);
        var told = world.Journal.Where(happened => happened.Name == "inbox.notified").ToList();
        Assert.All(told, notice => Assert.Equal("devs/alice", notice.Actor.Key));
        Assert.Equal(3, told.Count);
    }

    [Fact]
    public void Who_is_long_here_celebrates_the_last_year_and_hears_no_old_news()
    {
        var world = new World();
        world.Pass(TimeSpan.FromDays(-10 * 365));
        world.Ask("devs/alice", new Join("Alice"), "alice", Standing.System);
        world.Pass(TimeSpan.FromDays((10 * 365) + 100));

        Assert.Equal(10, world.Member("devs/alice").Years);
        Assert.Single(world.Journal, happened => happened.Name == "member.celebrated");
        Assert.DoesNotContain(world.Journal, happened => happened.Name == "inbox.notified");
    }

    [Fact]
    public void A_badge_is_told_but_not_a_first_and_no_anniversary_twice()
    {
        Assert.Contains("\"badge\"", Assert.Single(Spec.Follows(new Badged("answer-10"), "devs/alice")));
        Assert.Contains("helper", Assert.Single(Spec.Follows(new Awarded("helper"), "devs/alice")));
        Assert.Empty(Spec.Follows(new Badged("year-5"), "devs/alice"));
        Assert.Empty(Spec.Follows(new Badged("first-post"), "devs/alice"));
    }
}
