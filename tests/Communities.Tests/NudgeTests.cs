using Communities.Actors;

namespace Communities.Tests;

/// <summary>Nudges: what is said to somebody about to post, and that it is said once.</summary>
public sealed class NudgeTests
{
    private static readonly DateTimeOffset Now = Spec.Start.AddYears(1);
    private static readonly Member Regular = Member.Initial with { Totals = new(Posts: 10) };
    private static readonly ThreadFacts Calm = new("01k0000000000000", 30, 3, 0, Now.AddHours(-1), 1, 1, 0);

    [Fact]
    public void A_calm_thread_gives_no_reason() => Assert.Empty(Kinds(Regular, Calm, "I tried the other one."));

    [Theory]
    [InlineData(0, "1")]
    [InlineData(1, "2")]
    [InlineData(2, null)]
    public void The_first_two_posts_are_occasions_of_their_own(int posts, string? occasion) =>
        Assert.Equal(
            occasion,
            Nudges.For(Member.Initial with { Totals = new(Posts: posts) }, [], null, "Hello.", Now)
                .FirstOrDefault(nudge => nudge.Kind == Nudges.FirstPosts)?.Occasion);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void The_second_answer_to_oneself_is_an_echo(int inARow, bool isEcho) =>
        Assert.Equal(isEcho, Kinds(Regular, Calm with { OwnInARow = inARow }).Contains(Nudges.OwnEcho));

    [Theory]
    [InlineData(19, 19, false)]
    [InlineData(20, 7, false)]
    [InlineData(20, 8, true)]
    [InlineData(100, 40, true)]
    public void Two_fifths_of_a_long_thread_are_a_great_part(int posts, int own, bool isGreat) =>
        Assert.Equal(
            isGreat, Kinds(Regular, Calm with { Posts = posts, Own = own }).Contains(Nudges.Dominating));

    [Theory]
    [InlineData(180, false)]
    [InlineData(181, true)]
    public void A_thread_is_old_after_half_a_year(int days, bool isOld) =>
        Assert.Equal(isOld, Kinds(Regular, Calm with { LastAt = Now.AddDays(-days) }).Contains(Nudges.Reviving));

    [Theory]
    [InlineData("WHY DOES NOBODY EVER ANSWER ME HERE", true)]
    [InlineData("POURQUOI PERSONNE NE RÉPOND JAMAIS ICI", true)]
    [InlineData("THE USB HUB", false)]
    [InlineData("Why does nobody ever ANSWER me here?", false)]
    [InlineData("> WHY DOES NOBODY EVER ANSWER ME HERE\n\nI do, and gladly.", false)]
    [InlineData("```\nSELECT NAME FROM MEMBERS WHERE ROLE\n```", false)]
    [InlineData("为什么这里从来没有人回答我的问题呢请告诉我吧谢谢大家", false)]
    public void Capitals_shout_where_somebody_says_them(string text, bool isLoud) =>
        Assert.Equal(isLoud, Kinds(Regular, Calm, text).Contains(Nudges.Shouting));

    [Theory]
    [InlineData(8, 2, 0, true)]
    [InlineData(8, 1, 0, false)]
    [InlineData(7, 5, 0, false)]
    [InlineData(0, 0, 2, true)]
    [InlineData(0, 0, 1, false)]
    public void Speed_and_trouble_heat_a_thread(int fast, int writers, int troubled, bool isHeated) =>
        Assert.Equal(
            isHeated,
            Kinds(Regular, Calm with { Fast = fast, FastWriters = writers, Troubled = troubled })
                .Contains(Nudges.Heated));

    [Fact]
    public void What_matters_most_comes_first_and_what_is_off_never()
    {
        var old = Calm with { LastAt = Now.AddDays(-200), Troubled = 3 };
        Assert.Equal([Nudges.Heated, Nudges.Reviving], Kinds(Regular, old));
        Assert.Equal([Nudges.Reviving], Kinds(Regular, old, null, Nudges.Heated));
    }

    [Fact]
    public void It_is_said_once_for_each_occasion()
    {
        var old = Calm with { LastAt = Now.AddDays(-200) };
        var joined = new MemberEvent.Joined("Alice", Role.Member);
        var told = Spec.Member(joined, new MemberEvent.WasNudged(Nudges.Reviving, old.Id, old.Id)).State
            with { Totals = new(Posts: 10) };
        Assert.Empty(Kinds(told, old));
        Assert.Equal([Nudges.Reviving], Kinds(told, old with { Id = "01k0000000000001" }));
    }

    [Fact]
    public void A_member_takes_a_nudge_and_follows_it_once()
    {
        var joined = new MemberEvent.Joined("Alice", Role.Member);
        var alice = Spec.Member(joined);
        alice.When(new MemberCommand.TakeNudge(Nudges.Reviving, "t", "t"))
            .Then(new MemberEvent.WasNudged(Nudges.Reviving, "t", "t"));
        alice.When(new MemberCommand.FollowNudge(Nudges.Reviving, "t", true)).Then();
        alice.When(new MemberCommand.TakeNudge("scolding", "t")).Refused("nudge.unknown");
        alice.When(new MemberCommand.TakeNudge(Nudges.Reviving, "t"), "max", Role.Manager).Refused("account.foreign");

        var told = Spec.Member(joined, new MemberEvent.WasNudged(Nudges.Reviving, "t"));
        told.When(new MemberCommand.TakeNudge(Nudges.Reviving, "t")).Then();
        told.When(new MemberCommand.FollowNudge(Nudges.Reviving, "t", true))
            .Then(new MemberEvent.NudgeFollowed(Nudges.Reviving, "t", true));
        Spec.Member(
                joined, new MemberEvent.WasNudged(Nudges.Reviving, "t"),
                new MemberEvent.NudgeFollowed(Nudges.Reviving, "t", false))
            .When(new MemberCommand.FollowNudge(Nudges.Reviving, "t", true)).Then();
    }

    [Fact]
    public void A_hundred_nudges_are_remembered()
    {
        var many = Enumerable.Range(0, 130)
            .Select(object (i) => new MemberEvent.WasNudged(Nudges.Reviving, $"{i}")).ToArray();
        var nudged = Spec.Member(many).State.Nudged;
        Assert.Equal((Member.NudgesKept, "129"), (nudged.Count, nudged[^1].Occasion));
    }

    [Fact]
    public void Managers_switch_nudges_off()
    {
        var community = Spec.Community(
            new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"));
        community.When(new CommunityCommand.SetNudges(["shouting", "reviving"]), "max", Role.Manager)
            .Then(new CommunityEvent.NudgesSet(["reviving", "shouting"]));
        community.When(new CommunityCommand.SetNudges([]), "max", Role.Manager).Then();
        community.When(new CommunityCommand.SetNudges(["scolding"]), "max", Role.Manager).Refused("nudge.unknown");
        community.When(new CommunityCommand.SetNudges([]), "mo", Role.Moderator).Refused("manager.needed");
    }

    private static IEnumerable<string> Kinds(
        Member member, ThreadFacts thread, string? text = null, params string[] off) =>
        Nudges.For(member, [.. off], thread, text, Now).Select(nudge => nudge.Kind);
}
