using Communities.Views;

namespace Communities.Benchmarks;

/// <summary>What a reply and a page cost in a thread of 10,000 posts, against one of 100.</summary>
internal static class LongThread
{
    private const int Threads = 10;
    private const int Rounds = 15;
    private const int RepliesPerRound = 30;
    private const int PagesPerRound = 200;

    public static async Task Run()
    {
        using var directory = Harness.NewDirectory();
        await using var site = await Site.Open(directory.Path);
        await using var views = await SqliteViews.Open(directory["views.db"], site.Engine.Journal);
        var (shorts, longs) = (Enumerable.Range(0, Threads).ToList(), Enumerable.Range(Threads, Threads).ToList());
        await site.OpenThreads(shorts.Concat(longs));
        await site.Fill(shorts, 100 - 1);
        await site.Fill(longs, Thread.PostsMax - (Rounds * RepliesPerRound) - 1);
        await site.Engine.WhenQuiet();
        await views.WaitFor(site.Engine.Journal.Head);

        // In turns, so that whatever else the machine does meets both.
        var (reply, page) = (new List<double>[] { [], [] }, new List<double>[] { [], [] });
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (threads, which) in new[] { (shorts, 0), (longs, 1) })
            {
                reply[which].Add(await Harness.Seconds(() => site.Fill(threads, RepliesPerRound)));
                await site.Engine.WhenQuiet();
                await views.WaitFor(site.Engine.Journal.Head);
                page[which].Add(await Harness.Seconds(() => Read(views, threads)));
            }
        }

        Tell("reply", reply, Threads * RepliesPerRound);
        Tell("page", page, Threads * PagesPerRound);
    }

    // The last full page of each: 50 posts.
    private static async Task Read(SqliteViews views, List<int> threads)
    {
        var number = threads[0] == 0 ? 2 : (Thread.PostsMax / 50) - ((Rounds * RepliesPerRound / 50) + 1);
        for (var i = 0; i < PagesPerRound; i++)
            foreach (var thread in threads)
            {
                var id = Keys.LocalOf(Site.ThreadKey(thread));
                if (await views.Thread(Site.Slug, id, number, Viewer.Visitor) is not { Posts.Count: 50 })
                    throw new InvalidOperationException("There is no such page.");
            }
    }

    private static void Tell(string what, List<double>[] seconds, int count)
    {
        var (at100, at10000) = (Harness.Median(seconds[0]) / count * 1e6, Harness.Median(seconds[1]) / count * 1e6);
        Harness.Tell($"long-thread {what}", at10000, "µs at 10,000 posts", at100, "µs at 100 posts", "Goal: 1.20.");
    }
}
