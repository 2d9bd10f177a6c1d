using System.Collections.Immutable;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private const string PollId = "01k0000000000009";

    [Fact]
    public async Task A_post_shows_the_poll_that_it_brought_with_its_result_and_ones_own_ballot()
    {
        var (world, thread) = Asked(PollTerms.Default);
        Vote(world, "bob", 2);
        Vote(world, "mia", 1);
        Vote(world, "bob", 3);
        var views = await Look(world);
        var poll = (await views.Thread(World.Devs, thread, 1, world.As("bob"), Ct))!.Posts[0].Poll!;
        Assert.Equal((PollId, "Which?", "alice"), (poll.Id, poll.Question, poll.Author));
        Assert.Equal((thread, 1), (poll.Thread, poll.Number));
        Assert.Equal([("Red", 1), ("Green", 0), ("Blue", 1)], poll.Options.Select(o => (o.Text, o.Votes!.Value)));
        Assert.Equal((2, true), (poll.Voters, poll.IsShown));
        Assert.Equal([3], poll.Mine);
        Assert.Equal([1, 3], poll.Winners);

        Ask(world, new PollCommand.Withdraw(), "bob");
        await CatchUp(views, world.Journal);
        poll = (await views.Poll(World.Devs, PollId, world.As("bob"), Ct))!;
        Assert.Equal((1, 0), (poll.Voters, poll.Options[2].Votes));
        Assert.Empty(poll.Mine);
        Assert.Null((await views.Thread(World.Devs, world.Open("Other"), 1, Viewer.Visitor, Ct))?.Posts[0].Poll);
    }

    [Fact]
    public async Task A_result_kept_back_is_shown_to_who_has_voted_or_at_the_end()
    {
        var (after, _) = Asked(new(Results: ResultsShown.AfterVoting));
        Vote(after, "bob", 2);
        var views = await Look(after);
        Assert.True((await views.Poll(World.Devs, PollId, after.As("bob"), Ct))!.IsShown);
        foreach (var viewer in (Viewer[])[Viewer.Visitor, after.As("alice"), after.As("olga")])
        {
            var kept = (await views.Poll(World.Devs, PollId, viewer, Ct))!;
            Assert.Equal((false, 1), (kept.IsShown, kept.Voters));
            Assert.All(kept.Options, option => Assert.Null(option.Votes));
            Assert.Empty(kept.Winners);
        }

        var (end, _) = Asked(new(Results: ResultsShown.AtEnd));
        Vote(end, "bob", 2);
        views = await Look(end);
        Assert.False((await views.Poll(World.Devs, PollId, end.As("bob"), Ct))!.IsShown);
        Ask(end, new PollCommand.Close(), "alice");
        await CatchUp(views, end.Journal);
        var ended = (await views.Poll(World.Devs, PollId, Viewer.Visitor, Ct))!;
        Assert.Equal((true, end.Journal.Now), (ended.IsShown, ended.ClosedAt));
        Assert.Equal(2, Assert.Single(ended.Winners));
    }

    [Fact]
    public async Task A_ranked_poll_is_counted_in_rounds()
    {
        var (world, _) = Asked(new(VotingWay.Ranked, 1, 3));
        Vote(world, "alice", 1);
        Vote(world, "mia", 1, 2);
        Vote(world, "olga", 2, 3);
        Vote(world, "bob", 3, 2, 1);
        world.Join("carl");
        Vote(world, "carl", 2);
        var views = await Look(world);
        var poll = (await views.Poll(World.Devs, PollId, Viewer.Visitor, Ct))!;
        Assert.Equal([2, 2, 1], poll.Options.Select(option => option.Votes!.Value));
        Assert.Equal([3], poll.Rounds!.Value[0].Out);
        Assert.Equal([2, 3, null], poll.Rounds.Value[1].Votes);
        Assert.Equal(2, Assert.Single(poll.Winners));
    }

    [Fact]
    public async Task Who_voted_how_is_shown_of_an_open_vote_only()
    {
        var (secret, _) = Asked(PollTerms.Default);
        Vote(secret, "bob", 2);
        var views = await Look(secret);
        foreach (var viewer in (Viewer[])[Viewer.Visitor, secret.As("bob"), secret.As("olga")])
            Assert.Empty((await views.Ballots(World.Devs, PollId, null, viewer, Ct)).Items);

        var (open, _) = Asked(new(IsSecret: false, Results: ResultsShown.AfterVoting));
        for (var i = 0; i < 101; i++)
        {
            open.Join($"voter{i}");
            Vote(open, $"voter{i}", 1 + (i % 3));
        }

        views = await Look(open);
        Assert.Empty((await views.Ballots(World.Devs, PollId, null, Viewer.Visitor, Ct)).Items);
        var first = await views.Ballots(World.Devs, PollId, null, open.As("voter7"), Ct);
        Assert.Equal(100, first.Items.Count);
        Assert.Equal(("voter100", 2), (first.Items[0].Voter.Account, first.Items[0].Choices[0]));
        var second = await views.Ballots(World.Devs, PollId, first.Next, open.As("voter7"), Ct);
        Assert.Equal("voter0", Assert.Single(second.Items).Voter.Account);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Who_does_not_see_the_post_does_not_see_the_poll()
    {
        var (hidden, _) = Asked(PollTerms.Default, Visibility.Private);
        var views = await Look(hidden);
        Assert.Null(await views.Poll(World.Devs, PollId, Viewer.Visitor, Ct));
        Assert.NotNull(await views.Poll(World.Devs, PollId, hidden.As("bob"), Ct));

        var (removed, thread) = Asked(PollTerms.Default);
        removed.Ask(thread, new ThreadCommand.Remove(1), "mia");
        views = await Look(removed);
        Assert.Null(await views.Poll(World.Devs, PollId, removed.As("bob"), Ct));
        Assert.NotNull(await views.Poll(World.Devs, PollId, removed.As("mia"), Ct));

        var unattached = NewWorld();
        unattached.Journal.Ask(Keys.OfPoll(World.Devs, PollId), Question(PollTerms.Default), "alice");
        views = await Look(unattached);
        Assert.Null(await views.Poll(World.Devs, PollId, unattached.As("mia"), Ct));
        Assert.Null(await views.Poll(World.Devs, "none", unattached.As("mia"), Ct));
    }

    private (World World, string Thread) Asked(PollTerms terms, Visibility visibility = Visibility.Public)
    {
        var world = NewWorld(visibility);
        world.Journal.Ask(Keys.OfPoll(World.Devs, PollId), Question(terms), "alice");
        var thread = Keys.NewThread(world.Journal.Now, 99);
        world.Ask(thread, new ThreadCommand.Open("Colours", "Which one?", null, [], PollId), "alice");
        return (world, thread);
    }

    private static PollCommand.Open Question(PollTerms terms) => new("Which?", ["Red", "Green", "Blue"], terms, null);

    private static void Vote(World world, string by, params ImmutableArray<int> choices) =>
        Ask(world, new PollCommand.Vote(choices), by);

    private static void Ask(World world, PollCommand command, string by) =>
        world.Journal.Ask(Keys.OfPoll(World.Devs, PollId), command, by);
}
