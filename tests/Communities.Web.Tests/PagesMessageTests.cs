using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>Private messages written and read in a real browser.</summary>
public sealed class PagesMessageTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_member_writes_to_another_is_answered_brings_somebody_in_and_leaves(
        string language, bool hasScript)
    {
        var (_, me, page, faults) = await browser.Person("writes", language, hasScript);
        var (friend, _, other, others) = await browser.Person("reads", language, hasScript);
        await page.GotoAsync($"/c/repair/members/{friend}");
        await page.ClickAsync("a[href^='/messages/new']");
        await Expect(page.Locator("#to")).ToHaveValueAsync(friend);
        await page.FillAsync("#subject", "Spare <b>wheel");
        await page.FillAsync("#text", "Do you **still** have it?");
        await page.ClickAsync("button[value=post]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Spare <b>wheel");
        await Expect(page.Locator("#m1 strong")).ToHaveTextAsync("still");

        await other.GotoAsync("/messages");
        await Expect(other.Locator(".talks .unread .fresh")).ToContainTextAsync("1");
        await other.ClickAsync(".talks h2 a");
        await Expect(other.Locator("#m1 .by b")).ToHaveTextAsync(me);
        await other.FillAsync("#text", "Yes, come by.");
        await other.ClickAsync("button[value=post]");
        await Expect(other.Locator("#m2.own .body")).ToHaveTextAsync("Yes, come by.");
        if (!hasScript) await page.ReloadAsync();
        await Expect(page.Locator("#m2 .body")).ToHaveTextAsync("Yes, come by.");

        await page.ClickAsync("summary:has(+ form[action$='/add'])");
        await page.FillAsync("#account", "nobody-here");
        await page.ClickAsync("form[action$='/add'] button");
        await Expect(page.Locator(".note.bad")).ToBeVisibleAsync();
        await page.ClickAsync("summary:has(+ form[action$='/add'])");
        await page.FillAsync("#account", "@mia");
        await page.ClickAsync("form[action$='/add'] button");
        await Expect(page.Locator(".rail a[href$='/members/mia']")).ToBeVisibleAsync();
        await page.ClickAsync("summary:has(+ form[action$='/rename'])");
        await page.FillAsync("#subject", "The wheel");
        await page.ClickAsync("form[action$='/rename'] button");
        await Expect(page.Locator("h1")).ToHaveTextAsync("The wheel");
        await page.ClickAsync("form[action$='/mute'] button");
        await Expect(page.Locator("form[action$='/unmute'] button")).ToBeVisibleAsync();
        await page.ClickAsync("summary:has(+ form[action$='/leave'])");
        await page.ClickAsync("form[action$='/leave'] button");
        await Expect(page.Locator(".talks li")).ToHaveCountAsync(0);
        Assert.All(faults, fault => Assert.Contains("404", fault)); // Nobody of that name: the page said so.
        Assert.Empty(others);
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }
}
