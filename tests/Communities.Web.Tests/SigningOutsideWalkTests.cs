using System.Text.RegularExpressions;
using Communities.Actors;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>People who come in by another site, in a real browser.</summary>
public sealed class SigningOutsideWalkTests(SigningOutsideWalkTests.Browser browser)
    : IClassFixture<SigningOutsideWalkTests.Browser>
{
    private const string Password = "a sentence nobody guesses";

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Somebody_comes_from_another_site_opens_an_account_and_comes_back(string language, bool hasScript)
    {
        var (page, _) = await browser.Open(language, hasScript);
        browser.Elsewhere.Person = $"new-{language}";
        await page.GotoAsync("/sign-in?back=/keys");
        await page.ClickAsync("form[action='/sign-in/with/elsewhere'] button");
        await Expect(page.Locator("#name")).ToHaveValueAsync($"Person new-{language}");
        await page.FillAsync("#account", "mia");
        await page.ClickAsync("main form.sheet button.do");
        await Expect(page.Locator("[role=alert].note")).ToBeVisibleAsync();
        await page.FillAsync("#account", $"outside-{language}");
        await page.ClickAsync("main form.sheet button.do");
        await Expect(page).ToHaveURLAsync(new Regex("/keys$"));
        await Expect(page.Locator(".top a[href='/account']")).ToBeVisibleAsync();
        await SignOut(page);

        await page.GotoAsync("/sign-in?back=/keys");
        await page.ClickAsync("form[action='/sign-in/with/elsewhere'] button");
        await Expect(page).ToHaveURLAsync(new Regex("/keys$"));
        await Expect(page.Locator(".top a[href='/account']")).ToBeVisibleAsync();

        // Without a password it is the only way in, until there is one.
        await page.GotoAsync("/account/security");
        await page.ClickAsync("form[action='/account/outside/unlink'] button");
        await Expect(page.Locator("[role=alert].note")).ToBeVisibleAsync();
        await page.FillAsync("#next", Password);
        await page.ClickAsync("form[action='/account/password'] button");
        await page.ClickAsync("form[action='/account/outside/unlink'] button");
        await Expect(page.Locator("#outside form[action^='/sign-in/with']")).ToBeVisibleAsync();
        Assert.Empty(browser.Elsewhere.Faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Somebody_links_another_site_confirms_by_it_and_nobody_else_can_link_the_same(string language)
    {
        var (page, _) = await browser.Open(language);
        browser.Elsewhere.Person = $"both-{language}";
        await SignUp(page, $"linker-{language}");
        await Link(page);
        await Expect(page.Locator(".note.good[role=status]")).ToContainTextAsync(Texts.Of(language).OutsideLinked);
        await Expect(page.Locator("#outside bdi")).ToHaveTextAsync($"Person both-{language}");
        browser.Site.Time.Advance(Account.ConfirmationLife);
        await page.GotoAsync("/account/confirm?back=/account/security");
        await page.ClickAsync("form[action='/sign-in/with/elsewhere'] button");
        await Expect(page.Locator(".note.good[role=status]")).ToContainTextAsync(Texts.Of(language).ConfirmedNow);

        var (other, _) = await browser.Open(language);
        await SignUp(other, $"second-{language}");
        await Link(other);
        await Expect(other.Locator("[role=alert].note")).ToContainTextAsync(
            Texts.Of(language).Refused(new Refusal("identifier.taken", "That belongs to another account")));
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Whom_the_other_site_does_not_let_in_is_told_so(string language)
    {
        var (page, _) = await browser.Open(language);
        browser.Elsewhere.Person = "";
        await page.GotoAsync("/sign-in");
        await page.ClickAsync("form[action='/sign-in/with/elsewhere'] button");
        await Expect(page.Locator(".note.good[role=status]")).ToContainTextAsync(Texts.Of(language).OutsideFailed);
        await page.GotoAsync("/sign-in/with/elsewhere/back?code=made-up&state=made-up");
        await Expect(page.Locator(".note.good[role=status]")).ToContainTextAsync(Texts.Of(language).OutsideFailed);
        await page.GotoAsync("/sign-in/outside");
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in$"));
        await page.Context.CloseAsync();
    }

    private static async Task Link(IPage page)
    {
        await page.GotoAsync("/account/security");
        await page.ClickAsync("#outside form[action='/sign-in/with/elsewhere'] button");
        await Expect(page).ToHaveURLAsync(new Regex("(/account/security|/sign-in/outside)"));
    }

    private static async Task SignUp(IPage page, string account)
    {
        await page.GotoAsync("/sign-up");
        await page.FillAsync("#account", account);
        await page.FillAsync("#name", account);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main form.sheet button.do");
        await Expect(page.Locator(".top a[href='/account']")).ToBeVisibleAsync();
    }

    private static async Task SignOut(IPage page)
    {
        await page.GotoAsync("/account");
        await page.ClickAsync("form[action='/sign-out'] button");
        await Expect(page.Locator("a[href^='/sign-up']").First).ToBeVisibleAsync();
    }

    /// <summary>A browser on a site that knows another one.</summary>
    public sealed class Browser() : PagesBrowser(new LinkedSite())
    {
        public OutsideSite Elsewhere => ((LinkedSite)Site).Elsewhere;
    }

    private sealed class LinkedSite : PagesSite
    {
        public OutsideSite Elsewhere { get; } = new();

        protected override WebOptions Options(string directory) => new()
        {
            DataDirectory = directory, SignInsPerMinute = 10_000, SignUpsPerHour = 10_000, MailsPerHour = 10_000,
            WritesPerMinute = 1_000_000, QuickRefusalsPerMinute = 1_000_000, Providers = [Elsewhere.Options],
        };
    }
}
