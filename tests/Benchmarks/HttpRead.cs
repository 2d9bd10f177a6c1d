namespace Communities.Benchmarks;

/// <summary>Thread pages of 50 posts over HTTP: as visitors get them, and made anew for each request.</summary>
internal static class HttpRead
{
    private const int Connections = 128;
    private const int Threads = 200;

    public static async Task Run()
    {
        using var directory = Harness.NewDirectory();
        await using (var site = await Site.Open(directory.Path))
        {
            await site.OpenThreads(Enumerable.Range(0, Threads));
            await site.Fill([.. Enumerable.Range(0, Threads)], 59);
            await site.Engine.WhenQuiet();
        }

        double cached, html, json;
        using (var server = await Running.Server(directory.Path, Load.Get("/health/ready")))
        {
            await Keep(server.Port, Page(0), directory[Skeleton.PageFile]);
            await Keep(server.Port, Api(0), directory[Skeleton.JsonFile]);
            cached = await Rate(server.Port, n => Page(n));
            html = await Rate(server.Port, n => Page(n) + "?at-least=1"); // A read that names a version is made anew.
            json = await Rate(server.Port, n => Api(n) + "?at-least=1");
        }

        using var skeleton = await Running.Skeleton(directory.Path, Load.Get("/page"));
        var barePage = await Rate(skeleton.Port, _ => "/page");
        var bareJson = await Rate(skeleton.Port, n => $"/json/{n}");
        Harness.Tell("http-read cached", cached, "pages/s", barePage, "bare Kestrel from memory", "Goal: 30,000.");
        Harness.Tell("http-read html", html, "pages/s", bareJson, "bare Kestrel, a JSON from SQLite", "Goal: 5,000.");
        Harness.Tell("http-read json", json, "answers/s", bareJson, "bare Kestrel, a JSON from SQLite", "Goal: 5,000.");
    }

    private static string Page(int thread) => $"/c/{Site.Slug}/threads/{Keys.LocalOf(Site.ThreadKey(thread))}";

    private static string Api(int thread) =>
        $"/api/v1/communities/{Site.Slug}/threads/{Keys.LocalOf(Site.ThreadKey(thread))}";

    // What the program answers is what the skeleton answers, as long.
    private static async Task Keep(int port, string path, string file)
    {
        using var load = await Load.Connect(port);
        await load.Ask(Load.Get(path));
        await File.WriteAllBytesAsync(file, load.Body.ToArray());
    }

    private static async Task<double> Rate(int port, Func<int, string> path)
    {
        var requests = Enumerable.Range(0, Threads).Select(n => Load.Get(path(n))).ToArray();
        var loads = await Load.Connect(port, Connections);
        var reads = await Harness.Rate(
            Connections, (connection, i) => loads[connection].Ask(requests[(connection + i) % Threads]),
            warmUpCount: 20_000, window: 2.5);
        foreach (var load in loads) load.Dispose();
        return reads.PerSecond;
    }
}
