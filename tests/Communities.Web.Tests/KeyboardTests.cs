using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>The main flows, walked with the keyboard alone; what has the focus can always be seen.</summary>
public sealed class KeyboardTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    // More steps than any page of ours takes from its top to its end.
    private const int TabsMost = 200;

    // The outline or the shadow that the style sheet draws around what has the focus.
    private const string Visible = """
        () => {
          const focused = document.activeElement;
          const of = (element) => element && getComputedStyle(element);
          const style = of(focused), around = of(focused.closest("label, form.find, .choice"));
          const drawn = (one) => one && (parseFloat(one.outlineWidth) > 0 && one.outlineStyle !== "none"
            || one.boxShadow !== "none");
          const box = focused.getBoundingClientRect();
          return (drawn(style) || drawn(around)) && box.width > 0 && box.height > 0;
        }
        """;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Joining_writing_reacting_and_leaving_need_no_mouse(string language)
    {
        var (page, faults) = await browser.Open(language);
        await page.GotoAsync("/");
        await Tab(page, "a[href^='/sign-up']", "Enter");
        await Tab(page, "#account");
        await page.Keyboard.TypeAsync($"keys-{language}");
        await Tab(page, "#name");
        await page.Keyboard.TypeAsync("Keys");
        await Tab(page, "#password");
        await page.Keyboard.TypeAsync("a sentence nobody guesses");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("a.me[href='/account']")).ToBeVisibleAsync();

        await page.GotoAsync("/");
        await Tab(page, "a[href='/c/repair']", "Enter");
        await Tab(page, "a[href='/c/repair/join']", "Enter");
        await Expect(page.Locator("form[action$='/join'] button.do")).ToBeVisibleAsync();
        await Tab(page, "form[action$='/join'] button.do", "Enter");
        await Expect(page.Locator("[role=status].note.good")).ToBeVisibleAsync();

        await Tab(page, "a.do[href$='/new']", "Enter");
        await Tab(page, "#title");
        await page.Keyboard.TypeAsync(language == "en" ? "Written without a mouse" : "Au clavier seul");
        await Tab(page, "#text");
        await page.Keyboard.TypeAsync("All with keys.");
        await Tab(page, "button[value=post]", "Enter");
        await Expect(page.Locator("#p1 .body")).ToHaveTextAsync("All with keys.");

        await page.GotoAsync($"/c/repair/threads/{browser.Site.ThreadOf(language)}");
        await Tab(page, "#p2 button[value='like.2']", "Space");
        await Expect(page.Locator("#p2 button[value='like.2']")).ToHaveAttributeAsync("aria-pressed", "true");
        await Tab(page, "#p2 [data-more]", "Enter");
        await Expect(page.Locator("dialog.over")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog.over")).ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.matches('#p2 [data-more]')"));

        await Tab(page, "a.me[href='/account']", "Enter", fromTop: true);
        await Tab(page, "form[action='/sign-out'] button", "Enter");
        await Expect(page.Locator("a[href^='/sign-up']").First).ToBeVisibleAsync();
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_first_key_leads_past_the_frame()
    {
        var (page, _) = await browser.Open("en");
        await page.GotoAsync($"/c/repair/threads/{browser.Site.Thread}");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    // Goes on from where the focus is, with the key that everybody has, to what fits, and presses a key there.
    private static async Task Tab(IPage page, string selector, string? then = null, bool fromTop = false)
    {
        if (fromTop) await page.EvaluateAsync("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        await page.Locator(selector).First.WaitForAsync();
        await page.WaitForLoadStateAsync(); // Scripts may lead the focus to what came of a form.
        for (var i = 0; i < TabsMost; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("(it) => document.activeElement.matches(it)", selector)) continue;
            Assert.True(await page.EvaluateAsync<bool>(Visible), $"Nobody sees that {selector} has the focus.");
            if (then is not null) await page.Keyboard.PressAsync(then);
            return;
        }

        Assert.Fail($"{page.Url}: no key leads to {selector}.");
    }
}
