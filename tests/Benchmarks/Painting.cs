using Microsoft.Playwright;

namespace Communities.Benchmarks;

/// <summary>
/// When a visitor's slow phone shows a thread page of 50 posts, from the click to the largest paint; beside it a page
/// of one word, which is what the network and the browser take of themselves.
/// </summary>
internal static class Painting
{
    // A phone of the lower middle on a slow mobile network: a fourth of a processor, 1.6 Mbit/s, 150 ms away.
    private const int SlowerProcessor = 4;
    private const int BytesPerSecond = 1_600_000 / 8;
    private const int LatencyMs = 150;

    private const int Visits = 15;

    private const string LargestPaint = """
        () => new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
          .observe({ type: "largest-contentful-paint", buffered: true }))
        """;

    public static async Task Run()
    {
        using var directory = Harness.NewDirectory();
        await using (var site = await Site.Open(directory.Path))
        {
            await site.OpenThreads([0]);
            await site.Fill([0], 59);
            await site.Engine.WhenQuiet();
        }

        using var driver = await Playwright.CreateAsync();
        await using var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu"],
        });
        double ours, bare;
        using (var server = await Running.Server(directory.Path, Load.Get("/health/ready")))
            ours = await Visit(browser, server.Port, $"/c/{Site.Slug}/threads/{Keys.LocalOf(Site.ThreadKey(0))}");
        await File.WriteAllTextAsync(directory[Skeleton.PageFile], "<!doctype html><p>Word</p>");
        using (var skeleton = await Running.Skeleton(directory.Path, Load.Get("/page")))
            bare = await Visit(browser, skeleton.Port, "/page");
        Harness.Tell("paint", ours, "ms", bare, "bare Kestrel, a page of one word", "Goal: 1,000.");
    }

    // Each visit is the first: nothing is kept from the one before.
    private static async Task<double> Visit(IBrowser browser, int port, string path)
    {
        var paints = new List<double>();
        for (var i = 0; i < Visits; i++)
        {
            var page = await browser.NewPageAsync(new()
            {
                ViewportSize = new() { Width = 390, Height = 844 }, ServiceWorkers = ServiceWorkerPolicy.Block,
            });
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("Network.enable");
            await session.SendAsync("Network.emulateNetworkConditions", new()
            {
                ["offline"] = false,
                ["latency"] = LatencyMs,
                ["downloadThroughput"] = BytesPerSecond,
                ["uploadThroughput"] = BytesPerSecond / 2,
            });
            await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = SlowerProcessor });
            await page.GotoAsync($"http://127.0.0.1:{port}{path}", new() { WaitUntil = WaitUntilState.Load });
            paints.Add(await page.EvaluateAsync<double>(LargestPaint));
            await page.CloseAsync();
        }

        return Harness.Median(paints);
    }
}
