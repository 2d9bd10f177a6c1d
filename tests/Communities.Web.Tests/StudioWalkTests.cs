using Communities.Actors;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>What stands around every page of the studio, in a real browser in both languages.</summary>
public sealed class StudioWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    [Theory]
    [InlineData("en", true, 820)]
    [InlineData("en", false, 390)]
    [InlineData("fr", true, 390)]
    [InlineData("fr", false, 820)]
    public async Task Its_tabs_stand_in_one_line_that_shows_the_open_one_and_follows_the_keyboard(
        string language, bool hasScript, int width)
    {
        var manager = await browser.Person($"tabs-{width}", language, hasScript, Role.Manager);
        var page = manager.Page;
        await page.SetViewportSizeAsync(width, 900);
        foreach (var part in (string[])["", "/questions", "/gatherings", "/recognition"])
        {
            await page.GotoAsync($"/c/repair/studio{part}");
            var open = page.Locator(".studio-tabs [aria-current=page]");
            await Expect(open).ToHaveAttributeAsync("href", $"/c/repair/studio{part}");
            await Expect(open).ToBeInViewportAsync(new() { Ratio = 1 });
            Assert.Equal(1, await page.EvaluateAsync<int>(
                "() => new Set([...document.querySelectorAll('.studio-tabs a')].map(tab => tab.offsetTop)).size"));
            Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"));
        }

        // From the last tab to the first, which is out of sight until it is come to.
        var first = page.Locator(".studio-tabs a").First;
        await Expect(first).Not.ToBeInViewportAsync();
        await page.Locator(".studio-tabs a").Last.FocusAsync();
        for (var steps = await page.Locator(".studio-tabs a").CountAsync(); steps > 1; steps--)
            await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(first).ToBeFocusedAsync();
        await Expect(first).ToBeInViewportAsync(new() { Ratio = hasScript ? 1 : 0 });
        Assert.Empty(manager.Faults);
        await page.Context.CloseAsync();
    }
}
