using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>Pages without a network: what was open can be read, by who opened it.</summary>
public sealed class OfflineTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private const float PatienceMs = 30_000;
    private const string Password = "a sentence nobody guesses";

    [Theory]
    [InlineData("en", "No network: this is the page as it was on", "No network")]
    [InlineData("fr", "Pas de réseau\u00a0: voici la page telle qu’elle était le", "Pas de réseau")]
    public async Task What_was_open_is_readable_without_a_network_and_says_so(
        string language, string kept, string nothing)
    {
        var (page, _) = await Open(language);
        await SignUp(page, $"away-{language}");
        await page.GotoAsync("/c/repair");
        await page.GotoAsync($"/c/repair/threads/{browser.Site.Thread}?at-least=0");
        await Stored(page, browser.Site.Thread);

        await page.Context.SetOfflineAsync(true);
        await Go(page, $"/c/repair/threads/{browser.Site.Thread}");
        await Expect(page.Locator("h1")).ToHaveTextAsync("How do I true a wheel?");
        await Expect(page.Locator("#offline")).ToContainTextAsync(kept);
        await Go(page, $"/c/repair/threads/{browser.Site.LongThread}");
        await Expect(page.Locator("h1")).ToHaveTextAsync(nothing);
        await page.ClickAsync("#stored a[href*='/threads/']");
        await Expect(page.Locator("h1")).ToHaveTextAsync("How do I true a wheel?");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("#offline")).ToBeHiddenAsync(new() { Timeout = PatienceMs }); // It looks by itself.
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nobody_reads_what_somebody_else_had_open()
    {
        var (page, _) = await Open("en");
        await SignUp(page, "first-reader");
        await page.GotoAsync($"/c/repair/threads/{browser.Site.Thread}");
        await Stored(page, browser.Site.Thread);

        // Who signs out takes it along.
        await page.GotoAsync("/account");
        await page.ClickAsync("form[action='/sign-out'] button");
        await Expect(page.Locator("a[href^='/sign-up']").First).ToBeVisibleAsync();
        await Nothing(page, browser.Site.Thread);

        // And whose session ended otherwise is followed by somebody else.
        await SignUp(page, "second-reader");
        await page.GotoAsync($"/c/repair/threads/{browser.Site.Thread}");
        await Stored(page, browser.Site.Thread);
        await page.Context.ClearCookiesAsync();
        await SignUp(page, "third-reader");
        await Nothing(page, browser.Site.Thread);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_ones_own_is_never_kept()
    {
        var (page, _) = await Open("en");
        await SignUp(page, "own-pages");
        foreach (var path in new[] { "/account", "/reading", "/search?q=wheel", "/c/repair" })
            await page.GotoAsync(path);
        await Stored(page, "/c/repair");
        var kept = await page.EvaluateAsync<string[]>(
            "async () => (await (await caches.open('pages')).keys()).map((key) => new URL(key.url).pathname)");
        Assert.DoesNotContain("/account", kept);
        Assert.DoesNotContain("/reading", kept);
        Assert.DoesNotContain("/search", kept);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_site_can_be_installed()
    {
        var (page, faults) = await Open("fr");
        var manifest = await page.EvaluateAsync<System.Text.Json.JsonElement>(
            "async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json()");
        Assert.Equal("standalone", manifest.GetProperty("display").GetString());
        Assert.Equal("fr", manifest.GetProperty("lang").GetString());
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            var size = await page.EvaluateAsync<int>(
                """
                async (src) => {
                  const image = new Image();
                  image.src = src;
                  await image.decode();
                  return image.width;
                }
                """,
                icon.GetProperty("src").GetString());
            Assert.Equal(icon.GetProperty("sizes").GetString(), $"{size}x{size}");
        }

        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    private async Task<(IPage Page, List<string> Faults)> Open(string language)
    {
        var (page, faults) = await browser.Open(language, hasWorker: true);
        await page.GotoAsync("/keys");
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null");
        return (page, faults);
    }

    private static async Task SignUp(IPage page, string account)
    {
        await page.GotoAsync("/sign-up?back=/");
        await page.FillAsync("#account", account);
        await page.FillAsync("#name", account);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main button.do");
        await Expect(page.Locator("a.me[href='/account']")).ToBeVisibleAsync();
    }

    // As a link does: a browser that is told to be without a network gives up a page that is asked for from outside.
    private static Task Go(IPage page, string path) =>
        page.EvaluateAsync("(path) => { setTimeout(() => { location.href = path; }); }", path);

    private static Task Stored(IPage page, string part) => page.WaitForFunctionAsync(
        "async (part) => (await (await caches.open('pages')).keys()).some((key) => key.url.includes(part))", part);

    private static Task Nothing(IPage page, string part) => page.WaitForFunctionAsync(
        "async (part) => !(await (await caches.open('pages')).keys()).some((key) => key.url.includes(part))", part);
}
