using Communities.Archive;
using Communities.Local;
using Communities.Views;

namespace Communities.Benchmarks;

/// <summary>From the start of the process to the first thread page, on a journal of a million posts.</summary>
internal static class Starting
{
    private const int Posts = 1_000_000;
    private const int Starts = 5;

    public static async Task Run()
    {
        using var directory = Harness.NewDirectory();
        var building = await Harness.Seconds(() => Prepare(directory.Path));
        var page = Load.Get($"/api/v1/communities/{Site.Slug}/threads/{Keys.LocalOf(Site.ThreadKey(Posts / 400))}");
        var seconds = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            using var server = await Running.Server(directory.Path, page); // It is killed each time, like in a crash.
            seconds.Add(server.ReadyAfter.TotalSeconds);
        }

        using var empty = Harness.NewDirectory();
        using var skeleton = await Running.Skeleton(empty.Path, Load.Get("/page"));
        Harness.Tell(
            "start", Harness.Median(seconds), "s", skeleton.ReadyAfter.TotalSeconds, "bare Kestrel, an empty page",
            $"Goal: 2. Journal, views, tallies and archive of it were made in {building:0} s.");
    }

    private static async Task Prepare(string directory)
    {
        await using (var journal = SqliteJournal.Open(Path.Combine(directory, LocalEngine.JournalFile)))
            await Generated.Fill(journal, Posts);
        await using var site = await Site.Reopen(directory);
        var head = site.Engine.Journal.Head;
        await using var views = await SqliteViews.Open(Path.Combine(directory, "views.db"), site.Engine.Journal);
        await using var archive = new ArchiveWriter(
            site.Engine.Journal, site.Engine.Journal, ArchiveStores.Open(null, Path.Combine(directory, "archive")));
        archive.Start();
        await site.Engine.WhenQuiet();
        await views.WaitFor(site.Engine.Journal.Head);
        await archive.WhenCaughtUp(site.Engine.Journal.Head);
    }
}
