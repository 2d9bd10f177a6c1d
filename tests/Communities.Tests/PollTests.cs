using System.Collections.Immutable;
using Communities.Actors;
using static Communities.PollCommand;
using static Communities.PollEvent;
using Closed = Communities.PollEvent.Closed;
using Open = Communities.PollCommand.Open;
using Opened = Communities.PollEvent.Opened;
using Reopened = Communities.PollEvent.Reopened;

namespace Communities.Tests;

/// <summary>Polls: asked, voted in, ended.</summary>
public sealed class PollTests
{
    private const string Here = "01k0000000000000";
    private static readonly ImmutableArray<string> Colours = ["Red", "Green", "Blue"];
    private static readonly PollTerms Several = new(VotingWay.Several, 1, 2);
    private static readonly PollTerms Ranked = new(VotingWay.Ranked, 1, 3);

    [Fact]
    public void A_member_asks() =>
        Spec.Poll().When(new Open("Which?", Colours, PollTerms.Default, null))
            .Then(new Opened("Which?", Colours, PollTerms.Default));

    [Fact]
    public void A_visitor_asks_nothing() =>
        Spec.Poll().When(new Open("Which?", Colours, PollTerms.Default, null), role: Role.None)
            .Refused("member.needed");

    [Fact]
    public void A_poll_opens_once() =>
        Asked().When(new Open("Which?", Colours, PollTerms.Default, null)).Refused("poll.exists");

    public static TheoryData<string[], string> BadOptions { get; } = new()
    {
        { ["Red"], "option.range" },
        { [.. Enumerable.Range(1, 21).Select(n => $"{n}")], "option.range" },
        { ["Red", " "], "option.empty" },
        { ["Red", new('x', Poll.OptionMax + 1)], "option.long" },
        { ["Red", "Gr\neen"], "option.malformed" },
        { ["Red", "red"], "option.taken" },
    };

    [Theory, MemberData(nameof(BadOptions))]
    public void Options_are_two_to_twenty_different_lines(string[] options, string code) =>
        Spec.Poll().When(new Open("Which?", [.. options], PollTerms.Default, null)).Refused(code);

    [Theory]
    [InlineData(VotingWay.Single, 1, 2)]
    [InlineData(VotingWay.Several, 0, 2)]
    [InlineData(VotingWay.Several, 2, 1)]
    [InlineData(VotingWay.Several, 1, 4)]
    public void Nobody_is_asked_for_more_than_there_is(VotingWay way, int least, int most) =>
        Spec.Poll().When(new Open("Which?", Colours, new(way, least, most), null)).Refused("choices.range");

    [Fact]
    public void What_is_unknown_is_refused()
    {
        Spec.Poll().When(new Open("Which?", Colours, new((VotingWay)9), null)).Refused("way.unknown");
        Spec.Poll().When(new Open("Which?", Colours, new(Results: (ResultsShown)9), null)).Refused("results.unknown");
        Spec.Poll().When(new Open("", Colours, PollTerms.Default, null)).Refused("question.empty");
        Spec.Poll().When(new Open("Which?", default, PollTerms.Default, null)).Refused("option.range");
        Spec.Poll().When(new Open("Which?", Colours, PollTerms.Default, Spec.Start)).Refused("time.past");
    }

    [Fact]
    public void A_poll_that_no_post_brought_is_missing() =>
        Spec.Poll(new Opened("Which?", Colours, PollTerms.Default)).When(new Vote([1]), "bob").Refused("poll.missing");

    [Fact]
    public void Only_the_program_attaches()
    {
        var opened = Spec.Poll(new Opened("Which?", Colours, PollTerms.Default));
        opened.When(new Attach(Here, 1, "alice")).Refused("program.needed");
        opened.When(new Attach(Here, 1, "alice"), "", Role.System).Then(new Attached(Here, 1));
    }

    [Fact]
    public void Nobody_brings_the_poll_of_somebody_else_or_one_twice()
    {
        Spec.Poll(new Opened("Which?", Colours, PollTerms.Default))
            .When(new Attach(Here, 1, "mallory"), "", Role.System).Then();
        Asked().When(new Attach(Here, 7, "alice"), "", Role.System).Then();
    }

    [Fact]
    public void A_poll_follows_its_post() =>
        Asked().When(new Follow("01k0000000000009", 3), "", Role.System).Then(new Attached("01k0000000000009", 3));

    [Fact]
    public void A_ballot_names_what_was_chosen() =>
        Asked().When(new Vote([2]), "bob").Then(new Voted([2], null, Here));

    [Fact]
    public void A_ballot_may_be_changed_and_taken_back()
    {
        var voted = Asked(Spec.By("bob"), new Voted([2], null, Here));
        voted.When(new Vote([3]), "bob").Then(new Voted([3], [2], Here));
        voted.When(new Vote([2]), "bob").Then();
        voted.When(new Withdraw(), "bob").Then(new Withdrawn([2], Here));
        voted.When(new Withdraw(), "carol").Then();
    }

    [Fact]
    public void Everybody_has_one_ballot()
    {
        var voted = Asked(Spec.By("bob"), new Voted([2], null, Here), new Voted([3], [2], Here)).State;
        Assert.Equal([3], Assert.Single(voted.Ballots).Value);
    }

    [Theory]
    [InlineData(new int[0], "ballot.range")]
    [InlineData(new[] { 1, 2, 3 }, "ballot.range")]
    [InlineData(new[] { 1, 1 }, "ballot.malformed")]
    [InlineData(new[] { 0 }, "ballot.malformed")]
    [InlineData(new[] { 4 }, "ballot.malformed")]
    public void A_ballot_is_as_the_poll_asks_for_it(int[] choices, string code) =>
        On(Several).When(new Vote([.. choices]), "bob").Refused(code);

    [Fact]
    public void Order_matters_only_where_it_is_asked_for()
    {
        On(Several).When(new Vote([2, 1]), "bob").Then(new Voted([1, 2], null, Here));
        On(Ranked).When(new Vote([2, 1]), "bob").Then(new Voted([2, 1], null, Here));
    }

    [Fact]
    public void An_ended_poll_takes_no_ballots()
    {
        var ended = Asked(Spec.By("bob"), new Voted([2], null, Here), new Closed(Here, 1, []));
        ended.When(new Vote([1]), "carol").Refused("poll.closed");
        ended.When(new Withdraw(), "bob").Refused("poll.closed");
    }

    [Fact]
    public void A_poll_ends_to_the_minute_though_its_alarm_comes_late()
    {
        var asked = Spec.Poll(
            new Opened("Which?", Colours, PollTerms.Default, Spec.Start.AddMinutes(5)), new Attached(Here, 1));
        asked.When(new Vote([1]), "bob", minutes: 4.9).Then(new Voted([1], null, Here));
        asked.When(new Vote([1]), "bob", minutes: 5).Refused("poll.closed");
    }

    [Fact]
    public void Who_asked_or_a_moderator_ends_a_poll_and_who_voted_is_told()
    {
        var voted = Asked(Spec.By("bob"), new Voted([2], null, Here));
        voted.When(new PollCommand.Close(), "bob").Refused("poll.foreign");
        voted.When(new PollCommand.Close()).Then(new Closed(Here, 1, ["bob"]));
        voted.When(new PollCommand.Close(), "mo", Role.Moderator).Then(new Closed(Here, 1, ["alice", "bob"]));
        voted.When(new PollCommand.Close(), "", Role.System).Then(new Closed(Here, 1, ["alice", "bob"]));
    }

    [Fact]
    public void A_poll_is_reopened_unless_its_result_was_kept_back_until_the_end()
    {
        Asked(new Closed(Here, 1, [])).When(new PollCommand.Reopen()).Then(new Reopened(Here));
        Spec.Poll(
                new Opened("Which?", Colours, new(Results: ResultsShown.AtEnd)), new Attached(Here, 1),
                Spec.By("bob"), new Voted([2], null, Here), new Closed(Here, 1, []))
            .When(new PollCommand.Reopen()).Refused("poll.counted");
    }

    [Fact]
    public void A_post_with_a_poll_attaches_it() =>
        Assert.Equal(
            ["""poll:devs/01k0000000000001 attach {"thread":"01k0000000000000","number":2,"author":"alice"}"""],
            Spec.Follows(new ThreadEvent.Replied(2, "x", null, "01k0000000000001"), $"devs/{Here}")
                .Where(line => line.StartsWith("poll", StringComparison.Ordinal)));

    [Fact]
    public void A_poll_that_ends_at_a_time_has_an_alarm() =>
        Assert.Equal(
            ["poll:devs/01k0000000000001 end at 12:00: close"],
            Spec.Follows(
                new Opened("Which?", Colours, PollTerms.Default, Spec.Start.Date.AddHours(12)),
                "devs/01k0000000000001"));

    [Fact]
    public void A_thread_knows_the_polls_of_its_posts()
    {
        var thread = Spec.Thread(
            new ThreadEvent.Opened("How?", "So?", null, []), new ThreadEvent.Replied(2, "x", null, Here)).State;
        Assert.Equal(Here, thread.Polls![2]);
    }

    [Fact]
    public void A_post_names_a_poll_by_an_id() =>
        Spec.Thread(new ThreadEvent.Opened("How?", "So?", null, []))
            .When(new ThreadCommand.Reply("x", null, "no id")).Refused("poll.missing");

    [Fact]
    public void A_poll_is_asked_voted_in_and_ended_by_its_alarm()
    {
        var (world, member) = (new World(), new Standing(Role.Member));
        var (thread, poll) = ($"devs/{Here}", "devs/01k0000000000001");
        var open = new Open("Which?", Colours, PollTerms.Default, Spec.Start.AddHours(1));
        Assert.Null(world.Ask(poll, open, "alice", member));
        Assert.Null(world.Ask(
            thread, new ThreadCommand.Open("How?", "So?", null, [], "01k0000000000001"), "alice", member));
        Assert.Null(world.Ask(poll, new Vote([2]), "bob", member));
        Assert.Null(world.Ask(poll, new Vote([1]), "bob", member));
        world.Pass(TimeSpan.FromHours(2));

        Assert.True(world.Poll(poll).IsClosed);
        Assert.Equal([1], Assert.Single(world.Poll(poll).Ballots).Value);
        Assert.Equal("poll.closed", world.Ask(poll, new Vote([3]), "bob", member)?.Code);
    }

    private static Given<Poll, PollCommand, PollEvent> Asked(params object[] then) => On(PollTerms.Default, then);

    private static Given<Poll, PollCommand, PollEvent> On(PollTerms terms, params object[] then) =>
        Spec.Poll([new Opened("Which?", Colours, terms), new Attached(Here, 1), .. then]);
}
