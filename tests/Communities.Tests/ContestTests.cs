using Communities.Actors;
using static Communities.ContestCommand;
using static Communities.ContestEvent;

namespace Communities.Tests;

/// <summary>Max holds a contest in devs; alice, bob and carol take part.</summary>
public sealed class ContestTests
{
    private const string Key = "devs/01k0000000000000";

    private static readonly DateTimeOffset Until = Spec.Start.AddDays(7);
    private static readonly ContestTerms Terms = new(Until, Until.AddDays(7), EntriesEach: 2, VotesEach: 2);
    private static readonly Open Open = new("The finest bell", "Show yours", "parts", Terms, [], "Won: {results}");
    private static readonly Opened Opened = new(Open.Title, Open.Rules, Open.Category, Terms, [], Open.Words);

    [Fact]
    public void Managers_open_contests()
    {
        Spec.Contest().When(Open, "max", Role.Manager).Then(Opened);
        Spec.Contest().When(Open, "mo", Role.Moderator).Refused("manager.needed");
        Spec.Contest(Opened).When(Open, "max", Role.Manager).Refused("contest.exists");
        Refused(Open with { Title = "" }, "title.empty");
        Refused(Open with { Rules = "" }, "rules.empty");
        Refused(Open with { Words = "" }, "words.empty");
        Refused(Open with { Terms = Terms with { EntriesUntil = Spec.Start } }, "time.past");
        Refused(Open with { Terms = Terms with { VotingUntil = Until.AddMinutes(59) } }, "voting.range");
        Refused(Open with { Terms = Terms with { VotesEach = 0 } }, "each.range");
        Refused(Open with { Jury = ["zoe", "zoe"] }, "jury.range");

        static void Refused(Open open, string code) => Spec.Contest().When(open, "max", Role.Manager).Refused(code);
    }

    [Fact]
    public void Members_enter_posts_of_theirs_so_many_each()
    {
        var open = Spec.Contest(Opened);
        open.When(new Enter(2)).Then(new Entered(2));
        open.When(new Enter(1)).Refused("entry.missing");
        open.When(new Enter(2), minutes: 7 * 24 * 60).Refused("entry.closed");
        open.When(new Enter(2), role: Role.None).Refused("member.needed");
        var two = Spec.Contest(Opened, new Entered(2), new Entered(3));
        two.When(new Enter(4)).Refused("entries.many");
        two.When(new Enter(3)).Then();
        two.When(new Enter(3), "bob").Refused("entry.missing");
        two.When(new Enter(4), "bob").Then(new Entered(4));
        Spec.Contest(Opened with { Jury = ["zoe"] }).When(new Enter(2), "zoe").Refused("jury.own");
    }

    [Fact]
    public void Entries_are_taken_back_until_one_votes()
    {
        Spec.Contest(Opened, new Entered(2)).When(new Withdraw(2)).Then(new Withdrawn(2, "alice"));
        Spec.Contest(Opened, new Entered(2)).When(new Withdraw(2), "bob").Refused("entry.foreign");
        Spec.Contest(Opened).When(new Withdraw(2)).Refused("entry.missing");
        Voting().When(new Withdraw(2)).Refused("entry.closed");
        Voting().When(new Withdraw(2), "max", Role.Manager).Then(new Withdrawn(2, "alice"));
    }

    [Fact]
    public void One_votes_for_others_and_otherwise_again()
    {
        Voting().When(new Vote([3])).Then(new Voted([3]));
        Voting().When(new Vote([2])).Refused("entry.own");
        Voting().When(new Vote([5])).Refused("entry.missing");
        Voting().When(new Vote([3, 4, 2])).Refused("votes.range");
        Voting().When(new Vote([3, 3])).Refused("votes.range");
        Voting().When(new Vote([])).Then();
        Voting().When(new Vote([3]), minutes: 14 * 24 * 60).Refused("voting.closed");
        Spec.Contest(Opened).When(new Vote([3])).Refused("voting.closed");
        Voting(new Voted([3])).When(new Vote([4, 3])).Then(new Voted([3, 4]));
        Voting(new Voted([3])).When(new Vote([])).Then(new Voted([]));
        Voting(new Vanished(3)).When(new Vote([3])).Refused("entry.missing");
    }

    [Fact]
    public void A_jury_votes_alone()
    {
        var judged = Spec.Contest(
            Opened with { Jury = ["zoe"] }, new Entered(2), new VotingBegan(Until.AddDays(7), []));
        judged.When(new Vote([2]), "bob").Refused("jury.needed");
        judged.When(new Vote([2]), "zoe").Then(new Voted([2]));
    }

    [Fact]
    public void Who_has_as_many_votes_has_the_same_place()
    {
        var voted = Voting(
            Spec.By("dan"), new Voted([2, 3]), Spec.By("eve"), new Voted([2, 3]), Spec.By("fay"), new Voted([4]));
        voted.When(new Advance(), "", Role.System, minutes: 14 * 24 * 60).Then(new Closed(
            [new(2, "alice", 2, 1), new(3, "bob", 2, 1), new(4, "carol", 1, 3)],
            ["alice", "bob", "carol", "dan", "eve", "fay"], "max", "Won: {results}"));
        voted.When(new Advance(), "", Role.System, minutes: 60).Then();
        voted.When(new Advance(), "max", Role.Owner).Refused("program.needed");
    }

    [Fact]
    public void Nobody_wins_without_a_vote() =>
        Assert.DoesNotContain(
            Voting().State.Decide(new Finish(), new Turn("max", new(Role.Manager), Until, Key)).OfType<Closed>()
                .Single().Results,
            result => result.IsWinner);

    [Fact]
    public void What_readers_do_not_see_wins_nothing()
    {
        var hidden = Voting(Spec.By("dan"), new Voted([2]), new Vanished(2));
        var closed = hidden.State.Decide(new Finish(), new Turn("max", new(Role.Manager), Until, Key))
            .OfType<Closed>().Single();
        Assert.DoesNotContain(closed.Results, result => result.Entry == 2);
        Spec.Contest(Opened, new Entered(2)).When(new Follow(2, false), "mo", Role.System).Then(new Vanished(2));
        Spec.Contest(Opened).When(new Follow(2, false), "mo", Role.System).Then();
        Spec.Contest().When(new Follow(2, false), "mo", Role.System).Then();
    }

    [Fact]
    public void Voting_lasts_an_hour_at_least_where_it_begins_late()
    {
        var late = Until.AddDays(9) - Spec.Start;
        Spec.Contest(Spec.By("max"), Opened, Spec.By("alice"), new Entered(2))
            .When(new Advance(), "", Role.System, minutes: late.TotalMinutes)
            .Then(new VotingBegan(Until.AddDays(9) + Contest.VotingMin, ["alice"]));
    }

    [Fact]
    public void Without_entries_it_ends_without_a_vote() =>
        Spec.Contest(Spec.By("max"), Opened).When(new Advance(), "", Role.System, minutes: 7 * 24 * 60)
            .Then(new Closed([], [], "max", "Won: {results}"));

    [Fact]
    public void Managers_postpone_and_call_off()
    {
        var open = Spec.Contest(Opened);
        open.When(new Postpone(Until.AddDays(1), Until.AddDays(8)), "max", Role.Manager)
            .Then(new Postponed(Until.AddDays(1), Until.AddDays(8)));
        open.When(new Postpone(Until, Until), "max", Role.Manager).Refused("voting.range");
        Voting().When(new Postpone(Spec.Start, Until.AddDays(8)), "max", Role.Manager)
            .Then(new Postponed(Until, Until.AddDays(8), IsVoting: true));
        open.When(new Cancel("Too few"), "max", Role.Manager).Then(new Cancelled("Too few", []));
        open.When(new Cancel(""), "max", Role.Manager).Refused("reason.empty");
        open.When(new Cancel("x"), "mo", Role.Moderator).Refused("manager.needed");
        Spec.Contest(Opened, new Cancelled("x", [])).When(new Finish(), "max", Role.Manager).Refused("contest.closed");
    }

    [Fact]
    public void A_contest_goes_from_its_thread_to_its_results_by_itself()
    {
        var world = new World();
        var (max, member) = (new Standing(Role.Owner), new Standing(Role.Member, Trust: 2));
        foreach (var account in (string[])["alice", "bob", "carol"])
            world.Ask($"devs/{account}", new MemberCommand.Join(account), account, Standing.System);

        Assert.Null(world.Ask(Key, Open, "max", max));
        Assert.Equal("max", world.Thread(Key).Posts[0].Author);
        foreach (var account in (string[])["alice", "bob"])
            Assert.Null(world.Ask(Key, new ThreadCommand.Reply($"Mine, by {account}"), account, member));
        Assert.Null(world.Ask(Key, new Enter(2), "alice", member));
        Assert.Null(world.Ask(Key, new Enter(3), "bob", member));

        world.Pass(TimeSpan.FromDays(7));
        Assert.Equal(ContestPhase.Voting, world.Contest(Key).Phase);
        Assert.Null(world.Ask(Key, new Vote([2]), "carol", member));

        world.Pass(TimeSpan.FromDays(7));
        Assert.Equal(ContestPhase.Closed, world.Contest(Key).Phase);
        Assert.Contains("contest-won", world.Member("devs/alice").Badges);
        Assert.DoesNotContain("contest-won", world.Member("devs/bob").Badges);
        var told = world.Journal.Last(happened => happened.Name == "thread.replied");
        Assert.Equal("max", told.By);
        Assert.Contains("Won: - **1** · @alice", System.Text.Encoding.UTF8.GetString(told.Json.Span));

        world.Pass(TimeSpan.FromDays(7));
        Assert.Single(world.Journal, happened => happened.Name == "contest.closed");
    }

    [Fact]
    public void A_removed_entry_comes_back_with_its_post()
    {
        var world = new World();
        var (max, member) = (new Standing(Role.Owner), new Standing(Role.Member, Trust: 2));
        world.Ask(Key, Open, "max", max);
        world.Ask(Key, new ThreadCommand.Reply("Mine"), "alice", member);
        world.Ask(Key, new Enter(2), "alice", member);
        world.Ask(Key, new ThreadCommand.Remove(2), "max", max);
        Assert.Equal([2], world.Contest(Key).Away);
        world.Ask(Key, new ThreadCommand.Restore(2), "max", max);
        Assert.Empty(world.Contest(Key).Away);
    }

    // Alice has entry 2, bob 3 and carol 4.
    private static Given<Contest, ContestCommand, ContestEvent> Voting(params object[] more) => Spec.Contest([
        Spec.By("max"), Opened, Spec.By("bob"), new Entered(3), Spec.By("carol"), new Entered(4),
        Spec.By("alice"), new Entered(2), new VotingBegan(Until.AddDays(7), []), .. more]);
}
