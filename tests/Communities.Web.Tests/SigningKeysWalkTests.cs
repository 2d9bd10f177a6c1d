using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OtpNet;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>Second factors and passkeys, in a real browser with an authenticator of its own.</summary>
public sealed class SigningKeysWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private const string Password = "a sentence nobody guesses";

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Somebody_turns_a_second_factor_on_and_signs_in_with_it(string language, bool hasScript)
    {
        var (page, _) = await browser.Open(language, hasScript);
        var account = $"factor-{language}";
        await SignUp(page, browser.Site.Address.ToString(), account);
        await page.GotoAsync("/account/security");
        await page.ClickAsync("a[href='/account/factor']");
        await Expect(page.Locator("img.qr")).ToHaveJSPropertyAsync("complete", true);
        await IsReadByEverybody(page, hasScript);
        var secret = (await page.Locator("#secret").TextContentAsync())!.Replace(" ", "");
        await page.FillAsync("#code", CodeOf(secret));
        await page.ClickAsync("main form button.do");
        await Expect(page.Locator("#codes li")).ToHaveCountAsync(Account.RecoveryCodesMax);
        await IsReadByEverybody(page, hasScript);
        var recovery = (await page.Locator("#codes code").First.TextContentAsync())!;
        await page.ClickAsync("main a.do");
        await Expect(page.Locator("#factor .badge.good")).ToBeVisibleAsync();
        await page.GotoAsync("/account");
        await page.ClickAsync("form[action='/sign-out'] button");

        await page.GotoAsync("/sign-in?back=/keys");
        await page.FillAsync("#account", account);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main form button.do");
        await Expect(page.Locator("h1")).ToHaveTextAsync(Texts.Of(language).CodeTitle);
        await IsReadByEverybody(page, hasScript);
        await page.FillAsync("#code", "000 000");
        await page.ClickAsync("main form button.do");
        await Expect(page.Locator("[role=alert].note")).ToBeVisibleAsync();
        await page.FillAsync("#code", recovery);
        await page.ClickAsync("main form button.do");
        await Expect(page).ToHaveURLAsync(new Regex("/keys$"));
        await page.GotoAsync("/account/security");
        await page.ClickAsync("form[action='/account/factor/remove'] button");
        await Expect(page.Locator("a[href='/account/factor']")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Somebody_adds_a_passkey_signs_in_and_confirms_with_it_and_removes_it(string language)
    {
        var (page, _) = await browser.Open(language);
        await WithAuthenticator(page);

        // A passkey belongs to a name, and an address of digits is none.
        var site = browser.Site.Address.ToString().Replace("127.0.0.1", "localhost");
        var account = $"keys-{language}";
        await SignUp(page, site, account);
        await page.GotoAsync(site + "account/security");
        await IsReadByEverybody(page);
        await page.FillAsync("#passkey-label", "My key");
        await page.ClickAsync("form[data-passkey=add] button");
        await Expect(page.Locator("#passkeys tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("#passkeys tbody bdi")).ToHaveTextAsync("My key");
        await page.GotoAsync(site + "account");
        await page.ClickAsync("form[action='/sign-out'] button");

        await page.GotoAsync(site + "sign-in?back=/account/security");
        await page.ClickAsync("form[data-passkey='sign-in'] button");
        await Expect(page.Locator("#passkeys tbody tr")).ToHaveCountAsync(1);

        browser.Site.Time.Advance(Account.ConfirmationLife);
        await page.GotoAsync(site + "account/security");
        await Expect(page.Locator("form[data-passkey=add]")).ToHaveCountAsync(0);
        await page.ClickAsync("a[href^='/account/confirm']");
        await Expect(page.Locator("form[data-passkey=confirm] button")).ToBeVisibleAsync();
        await IsReadByEverybody(page);
        await page.ClickAsync("form[data-passkey=confirm] button");
        await page.ClickAsync("form[action='/account/passkeys/remove'] button");
        await Expect(page.Locator("#passkeys tbody tr")).ToHaveCountAsync(0);
        await page.GotoAsync(site + "account");
        await page.ClickAsync("form[action='/sign-out'] button");

        await page.GotoAsync(site + "sign-in");
        await page.ClickAsync("form[data-passkey='sign-in'] button");
        await Expect(page.Locator("form[data-passkey='sign-in'] [role=alert]")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static async Task IsReadByEverybody(IPage page, bool hasScript = true)
    {
        if (hasScript) Assert.Empty(await AccessibleTests.Eyes.Audit(page)); // The audit is a script itself.
    }

    // A key in the browser's own memory, whose owner says yes to everything.
    private static async Task WithAuthenticator(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new
            {
                protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true,
                isUserVerified = true, automaticPresenceSimulation = true,
            },
        });
    }

    private static async Task SignUp(IPage page, string site, string account)
    {
        await page.GotoAsync(site + "sign-up");
        await page.FillAsync("#account", account);
        await page.FillAsync("#name", account);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main form button.do");
        await Expect(page.Locator(".top a[href='/account']")).ToBeVisibleAsync();
    }

    private string CodeOf(string secret) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(browser.Site.Time.GetUtcNow().UtcDateTime);
}
