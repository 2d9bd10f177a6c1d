using Communities.Actors;

namespace Communities.Benchmarks;

/// <summary>What an actor at rest weighs: the heap with many of them in memory, less the heap without.</summary>
internal static class Memory
{
    private const int Members = 20_000;
    private const int Threads = 2_000;
    private const int Posts = 100;

    public static async Task Run()
    {
        using var directory = Harness.NewDirectory();
        await using (var site = await Site.Open(directory.Path))
        {
            for (var i = 0; i < Members; i += 1_000)
                await Task.WhenAll(Enumerable.Range(i, 1_000).Select(n =>
                    site.Ask(MemberKey(n), new MemberCommand.Join($"User {n}"), Call.System())));
            await site.OpenThreads(Enumerable.Range(0, Threads));
            await site.Fill([.. Enumerable.Range(0, Threads)], Posts - 1);
            await site.Engine.WhenQuiet();
        }

        Harness.Tell(
            "memory member",
            await Weigh(directory.Path, Members, (site, n) => site.Engine.See<Member>(MemberKey(n))),
            "bytes", 1_024, "goal");
        Harness.Tell(
            "memory thread",
            await Weigh(directory.Path, Threads, (site, n) => site.Engine.See<Thread>(Site.ThreadKey(n))),
            "bytes with 100 posts", 16_384, "goal");
    }

    // Read anew from the journal: what a running program holds of actors that somebody looked at.
    private static async Task<double> Weigh<TActor>(string directory, int count, Func<Site, int, ValueTask<TActor>> see)
    {
        await using var site = await Site.Reopen(directory);
        for (var n = count; n < count + 10; n++) await see(site, n); // What is loaded once is not an actor's.
        var before = Heap();
        for (var n = 0; n < count; n++) await see(site, n);
        return (Heap() - before) / (double)count;
    }

    private static string MemberKey(int number) => Keys.OfMember(Site.Slug, $"user{number:D5}");

    private static long Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
