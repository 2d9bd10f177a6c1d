namespace Communities.Benchmarks;

/// <summary>Durable replies in one process: a thousand callers, each of whom waits for its answer.</summary>
internal static class Replies
{
    private const int Callers = 1_000;
    private const int Threads = 200;

    // A thread takes 10,000 posts; callers move on to the next set of threads long before.
    private const int RepliesPerSet = 1_500;
    private const int Sets = 16;
    private const int HotThreads = 400;

    public static async Task OverManyThreads()
    {
        using var directory = Harness.NewDirectory();
        await using var site = await Site.Open(directory.Path);
        await site.OpenThreads(Enumerable.Range(0, Threads * Sets));
        var rate = await Harness.Rate(Callers, (caller, i) =>
            site.Reply((i / RepliesPerSet % Sets * Threads) + (caller % Threads), caller));
        await Tell("replies", rate, site);
    }

    public static async Task InOneThread()
    {
        using var directory = Harness.NewDirectory();
        await using var site = await Site.Open(directory.Path);
        await site.OpenThreads(Enumerable.Range(0, HotThreads));
        var count = 0;
        var rate = await Harness.Rate(Callers, (caller, _) =>
            site.Reply(Interlocked.Increment(ref count) / (Thread.PostsMax - Callers), caller));
        await Tell("hot-thread", rate, site);
    }

    private static async Task Tell(string scenario, Measured replies, Site site)
    {
        var behind = site.Engine.Reactors.Max(reactor => site.Engine.Journal.Head - reactor.Position);
        var bare = await Bare.Rate(Callers, Site.Row);
        Harness.Tell(
            scenario, replies.PerSecond, "replies/s", bare.PerSecond, "bare SQLite, 1,000 rows a commit",
            $"Goal: 100,000 and 0.50. A reply cost {replies.CpuMicroseconds:0.0} µs of processor, tallies and all, "
            + $"a bare row {bare.CpuMicroseconds:0.0}; the reactors were {behind:N0} events behind at the end.");
    }
}
