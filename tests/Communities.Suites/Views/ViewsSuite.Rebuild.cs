using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public async Task How_the_feed_is_cut_does_not_matter_and_a_rebuild_gives_the_same(int seed)
    {
        var world = RandomWorld.Of(seed, 1_500, PartitionCount);
        var whole = await Look(world, 100_000);
        var single = await Look(world, 1);
        var parts = await Look(world, 7);
        var expected = Dump(whole);
        Assert.Equal(expected, Dump(single));
        Assert.Equal(expected, Dump(parts));
        await parts.Rebuild(Ct);
        Assert.Equal(world.Journal.Feeds.All.Select(feed => feed.Head), parts.Positions);
        Assert.Equal(expected, Dump(parts));
    }

    [Theory, InlineData(11), InlineData(12), InlineData(13)]
    public async Task Counters_equal_those_of_the_actors(int seed)
    {
        var world = RandomWorld.Of(seed, 2_000, PartitionCount);
        var views = await Look(world);
        var community = await views.Community(World.Devs, Viewer.Visitor, Ct);
        Assert.Equal(world.Journal.See<Community>(World.Devs).Counters, community!.Counters);
        var (threads, members, moderator) = (0, 0, new Viewer("mia", new Standing(Role.Moderator)));
        foreach (var key in world.Journal.Log.Select(envelope => envelope.Actor).Distinct())
        {
            var local = Keys.LocalOf(key.Key);
            if (key.Kind == Thread.Kind)
            {
                var (actor, thread) = (
                    world.Journal.See<Thread>(key.Key), await views.Thread(World.Devs, local, 1, moderator, Ct));
                Assert.Equal(actor.IsMerged, thread is null);
                if (thread is not null) Assert.Equal(actor.Counters, thread.Counters);
                threads++;
            }
            else if (key.Kind == Member.Kind && await views.Member(World.Devs, local, Viewer.Visitor, Ct) is { } member)
            {
                var actor = world.Journal.See<Member>(key.Key);
                Assert.Equal((actor.Counters, actor.Role), (member.Counters, member.Role));
                members++;
            }
        }

        Assert.True(threads > 50 && members >= 4);
    }

    [Fact]
    public async Task Readers_see_no_gap_while_views_are_rebuilt_and_others_write()
    {
        var world = RandomWorld.Of(21, 500, PartitionCount);
        var id = world.Open("Watched");
        var views = await Look(world, 50);
        var posts = world.Journal.See<Community>(World.Devs).Counters.Posts;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var reading = Enumerable.Range(0, 2).Select(_ => Task.Run(
            async () =>
            {
                var (reads, seen, at) = (0, posts, views.PositionOf(World.Devs));
                do
                {
                    var community = await views.Community(World.Devs, Viewer.Visitor, Ct);
                    Assert.InRange(community!.Counters.Posts, seen, int.MaxValue);
                    Assert.InRange(views.PositionOf(World.Devs), at, long.MaxValue);
                    (seen, at) = (community.Counters.Posts, views.PositionOf(World.Devs));
                    Assert.NotNull(await views.Thread(World.Devs, id, 1, Viewer.Visitor, Ct));
                    Assert.NotEmpty((await views.Search(new SearchQuery("needle", [World.Devs]), Ct)).Items);
                    reads++;
                }
                while (!done.IsCancellationRequested);

                return reads;
            },
            Ct)).ToList();
        for (var i = 0; i < 3; i++)
        {
            var rebuilding = views.Rebuild(Ct);
            for (var reply = 0; reply < 50; reply++) world.Reply(id);
            await rebuilding;
        }

        await CatchUp(views, world.Journal);
        await done.CancelAsync();
        foreach (var reads in await Task.WhenAll(reading)) Assert.True(reads > 0);
        var thread = await views.Thread(World.Devs, id, 1, Viewer.Visitor, Ct);
        Assert.Equal(151, thread!.Counters.Posts);
    }

    [Fact]
    public async Task Who_waits_and_who_subscribes_is_told_of_each_batch_once_it_can_be_read()
    {
        var world = NewWorld();
        var views = await Look(world);
        var told = new List<long>();
        var feed = world.Journal.Feeds.Of(World.Devs);
        var ahead = views.WaitFor(feed.Next(feed.Next(feed.Head)), Ct).AsTask();
        var id = Keys.NewThread(world.Journal.Now, 1);
        using (views.Subscribe(batch =>
        {
            Assert.True(views.PositionOf(World.Devs) >= batch[^1].Position);
            lock (told) told.AddRange(batch.Select(envelope => envelope.Position));
        }))
        {
            var from = feed.Head;
            Assert.False(ahead.IsCompleted);
            world.Ask(id, new ThreadCommand.Open("Title", "Text.", null, []), "bob");
            await ahead;
            Assert.NotNull(await views.Thread(World.Devs, id, 1, Viewer.Visitor, Ct));
            var rebuilding = views.Rebuild(Ct);
            for (var i = 0; i < 100; i++) world.Reply(id);
            await rebuilding;
            world.Reply(id);
            await CatchUp(views, world.Journal);
            await views.Rebuild(Ct); // The last callback is made before the feed is followed any further.
            world.Reply(id);
            await CatchUp(views, world.Journal);
            lock (told) Assert.Equal(told.Order().Distinct(), told);
            lock (told) Assert.Equal(feed.Next(from), told[0]);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => views.WaitFor(long.MaxValue, new CancellationToken(canceled: true)).AsTask());
    }
}
