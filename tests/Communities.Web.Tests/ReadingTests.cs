using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>Reading without friction: light pages that wait for little, both directions, and paper.</summary>
public sealed class ReadingTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    // All that a thread page asks for, as it comes over the wire.
    private const int BytesMax = 60_000;

    // What a page waits for before it is painted. Over a slow phone's 1.6 Mbit/s it comes in 150 ms, and the benchmark
    // "paint" measures the whole.
    private const int FirstBytesMax = 30_000;

    private const string Weight = """
        () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
          .reduce((sum, entry) => sum + entry.encodedBodySize, 0)
        """;

    private const string BeforePaint = """
        () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
          .filter((entry) => entry.entryType === "navigation" || entry.renderBlockingStatus === "blocking")
          .map((entry) => `${entry.entryType === "navigation" ? "page" : entry.initiatorType} ${entry.encodedBodySize}`)
        """;

    [Theory]
    [InlineData(null)]
    [InlineData("mia")]
    public async Task A_thread_page_of_fifty_posts_weighs_less_than_60_KB_in_all(string? account)
    {
        var (page, faults) = await Open(account);
        await page.GotoAsync($"/c/repair/threads/{browser.Site.LongThread}", new() { WaitUntil = WaitUntilState.Load });
        await Expect(page.Locator("article.post")).ToHaveCountAsync(50);
        var weight = await page.EvaluateAsync<int>(Weight);
        TestContext.Current.SendDiagnosticMessage($"{weight} bytes for {account ?? "a visitor"}.");
        Assert.InRange(weight, 10_000, BytesMax);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_thread_is_painted_from_its_page_and_its_styles_alone()
    {
        var (page, _) = await Open(null);
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync($"/c/repair/threads/{browser.Site.LongThread}", new() { WaitUntil = WaitUntilState.Load });
        var awaited = (await page.EvaluateAsync<string[]>(BeforePaint)).Select(entry => entry.Split(' ')).ToList();
        Assert.Equal("page", awaited[0][0]);
        Assert.All(awaited.Skip(1), entry => Assert.Equal("link", entry[0]));
        var bytes = awaited.Sum(entry => int.Parse(entry[1], CultureInfo.InvariantCulture));
        TestContext.Current.SendDiagnosticMessage($"Painted from {bytes} bytes.");
        Assert.InRange(bytes, 1_000, FirstBytesMax);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_text_is_written_in_the_direction_of_its_script()
    {
        var thread = await browser.Site.Open("repair", "mia", "كيف أصلح العجلة؟", "العجلة تتمايل.\n\nAnd in English.");
        await browser.Site.Reply("repair", thread, "mod", "Slowly.");
        var (page, _) = await Open(null);
        await page.GotoAsync($"/c/repair/threads/{thread}");
        Assert.Equal("rtl", await Direction(page, "h1"));
        Assert.Equal("rtl", await Direction(page, "#p1 .body"));
        Assert.Equal("ltr", await Direction(page, "#p2 .body"));
        await page.GotoAsync("/c/repair");
        Assert.Equal("rtl", await Direction(page, $"[data-thread$='{thread}'] h3"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task On_paper_a_thread_is_its_posts_in_black_on_white(ColorScheme theme)
    {
        var (page, _) = await Open("mia");
        await page.GotoAsync($"/c/repair/threads/{browser.Site.Thread}");
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = theme });
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.Locator("#p3 .body")).ToBeVisibleAsync();
        string[] screen = ["header.top", "footer.foot", ".rail", ".row-acts", "#compose", "#presence", ".skip"];
        foreach (var gone in screen)
            foreach (var element in await page.Locator(gone).AllAsync()) await Expect(element).ToBeHiddenAsync();
        var colours = await page.EvaluateAsync<string[]>("""
            () => ["color", "background-color"].map((name) =>
              getComputedStyle(name === "color" ? document.querySelector("#p3 .body") : document.documentElement)[name])
            """);
        Assert.Equal(["rgb(0, 0, 0)", "rgb(255, 255, 255)"], colours);
        await page.Context.CloseAsync();
    }

    private async Task<(IPage Page, List<string> Faults)> Open(string? account)
    {
        var (page, faults) = await browser.Open("en");
        if (account is null) return (page, faults);
        using var client = await browser.Site.As(account);
        await page.Context.SetExtraHTTPHeadersAsync([new("Authorization", $"Bearer {client.Token}")]);
        return (page, faults);
    }

    private static Task<string> Direction(IPage page, string selector) => page.EvaluateAsync<string>(
        "(it) => getComputedStyle(document.querySelector(it)).direction", selector);
}
