using Communities.Actors;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>
/// Policies written, agreed to and changed, and netiquette recalled, in a real browser in both languages.
/// </summary>
public sealed class PolicyWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Terms_are_published_agreed_to_and_changed(string language, bool hasScript)
    {
        var place = $"terms-{language}";
        var (keeper, page, faults) = await Two(place, language, hasScript);
        var thread = await browser.Site.Open(place, $"owner-of-{place}");

        await keeper.GotoAsync($"/c/{place}/settings/policies/terms");
        await keeper.FillAsync("#text", "You answer for what you write.");
        await keeper.FillAsync("#summary", "They are new.");
        await keeper.CheckAsync("input[name=asks]");
        await keeper.ClickAsync("button[value=draft]");
        await Expect(keeper.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await keeper.CheckAsync("input[name=asks]");
        await keeper.ClickAsync("button[value=preview]");
        await Expect(keeper.Locator("#preview .body")).ToContainTextAsync("You answer");
        await keeper.ClickAsync("button[value=publish]");
        await Expect(keeper.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await browser.Site.Engine.WhenQuiet(Ct);

        await page.GotoAsync($"/c/{place}/threads/{thread}");
        await Expect(page.Locator("#compose")).ToHaveCountAsync(0);
        await page.ClickAsync("main .sheet a[href^='/consent']");
        await Expect(page.Locator("main section .body")).ToContainTextAsync("You answer");
        await page.ClickAsync("form[action='/consent'] button.do");
        await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await page.ClickAsync(".empty a.button.do");
        await Expect(page.Locator("#compose")).ToHaveCountAsync(1);

        await keeper.GotoAsync($"/c/{place}/settings/policies/terms");
        await keeper.FillAsync("#text", "You answer for all that you write.");
        await keeper.CheckAsync("input[value=later]");
        await keeper.FillAsync("#at", browser.Site.Time.GetUtcNow().AddDays(9).ToString(
            "yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await keeper.CheckAsync("input[name=asks]");
        await keeper.ClickAsync("button[value=publish]");
        await Expect(keeper.Locator("form[action$='/withdraw']")).ToBeVisibleAsync();
        await browser.Site.Engine.WhenQuiet(Ct);

        await page.GotoAsync($"/c/{place}");
        await Expect(page.Locator("aside.note a[href^='/consent']")).ToBeVisibleAsync();
        await page.GotoAsync($"/c/{place}/policies/terms");
        await page.ClickAsync(".note.wait a[href*='against=1']");
        await Expect(page.Locator(".diff ins")).ToContainTextAsync("all");
        await keeper.ClickAsync("form[action$='/withdraw'] button");
        await Expect(keeper.Locator("form[action$='/withdraw']")).ToHaveCountAsync(0);
        await browser.Site.Engine.WhenQuiet(Ct);
        await page.GotoAsync($"/c/{place}");
        await Expect(page.Locator("aside.note")).ToHaveCountAsync(0);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
        await keeper.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Who_shouts_is_asked_once_and_may_say_it_all_the_same(string language, bool hasScript)
    {
        var place = $"nudges-{language}";
        var (keeper, page, faults) = await Two(place, language, hasScript);
        await keeper.GotoAsync($"/c/{place}/settings/nudges");
        await keeper.CheckAsync("input[value=shouting]");
        await keeper.ClickAsync("main form button.do");
        await Expect(keeper.Locator(".note.good[role=status]")).ToBeVisibleAsync();

        await page.GotoAsync($"/c/{place}/new");
        await page.FillAsync("#title", "POURQUOI WHY");
        await page.FillAsync("#text", "WHY DOES NOBODY EVER ANSWER ME HERE");
        await page.ClickAsync("button[value=post]");
        await Expect(page.Locator(".note.nudge")).ToBeVisibleAsync();
        await Expect(page.Locator("#text")).ToHaveValueAsync("WHY DOES NOBODY EVER ANSWER ME HERE");
        await page.FillAsync("#text", "Does somebody know?");
        await page.ClickAsync("button[value=post]");
        await Expect(page.Locator("#posts .body")).ToHaveTextAsync("Does somebody know?");
        await browser.Site.CaughtUp();

        await keeper.ReloadAsync();
        await Expect(keeper.Locator("main table tbody td.num").Nth(0)).ToHaveTextAsync("1");
        await Expect(keeper.Locator("main table tbody td.num").Nth(2)).ToHaveTextAsync("1");
        Assert.Empty(faults);
        await page.Context.CloseAsync();
        await keeper.Context.CloseAsync();
    }

    // An owner and a member, each in a browser of their own.
    private async Task<(IPage Keeper, IPage Page, List<string> Faults)> Two(
        string place, string language, bool hasScript)
    {
        var (keeper, keeperFaults) = await browser.Open(language, hasScript);
        await PagesBrowser.SignUp(keeper, $"owner-of-{place}", language);
        await browser.Site.Found(place, $"owner-of-{place}", Visibility.Public, ($"member-of-{place}", Role.Member));
        var (page, faults) = await browser.Open(language, hasScript);
        await PagesBrowser.SignUp(page, $"member-of-{place}", language);
        return (keeper, page, hasScript ? faults : keeperFaults);
    }
}
