using Communities.Actors;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>Signing in and keeping an account safe, in a real browser.</summary>
public sealed class SigningWalkTests(MailedBrowser browser) : IClassFixture<MailedBrowser>
{
    private const string Password = "a sentence nobody guesses";
    private const string Another = "another sentence of mine";

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_newcomer_confirms_an_address_forgets_the_password_and_comes_back(
        string language, bool hasScript)
    {
        var (page, faults) = await browser.Open(language, hasScript);
        var account = $"mail-{language}";
        await SignUp(page, account, $"{account}@example.org");
        await page.GotoAsync("/account/security");
        await Expect(page.Locator("#email .waits")).ToContainTextAsync($"{account}@example.org");
        await page.GotoAsync((await browser.Mail.Next($"{account}@example.org")).Link);
        await page.ClickAsync("main form button");
        await Expect(page.Locator("#email strong")).ToHaveTextAsync($"{account}@example.org");
        await page.GotoAsync("/account");
        await page.ClickAsync("form[action='/sign-out'] button");

        await page.GotoAsync("/sign-in");
        await page.ClickAsync("a[href='/reset']");
        await page.FillAsync("#account", $"{account}@example.org");
        await page.ClickAsync("main form button.do");
        await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        var mail = await browser.Mail.Next($"{account}@example.org");
        Assert.Equal(Texts.Of(language).MailResetSubject, mail.Subject);
        await page.GotoAsync(mail.Link);
        await page.FillAsync("#password", "1234567890");
        await page.ClickAsync("main form button.do");
        await Expect(page.Locator("[role=alert].note")).ToBeVisibleAsync();
        await page.FillAsync("#password", Another);
        await page.ClickAsync("main form button.do");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await page.FillAsync("#account", $"{account}@example.org");
        await page.FillAsync("#password", Another);
        await page.ClickAsync("main form button.do");
        await Expect(page.Locator(".top a[href='/account']")).ToBeVisibleAsync();
        Assert.DoesNotContain(faults, fault => !fault.Contains("422", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_changed_password_is_told_on_every_device_and_what_else_happened_on_the_others(string language)
    {
        var (here, _) = await browser.Open(language);
        var (there, _) = await browser.Open(language, hasScript: false);
        var account = $"told-{language}";
        await SignUp(here, account, "");
        await SignIn(there, account, Password);
        await here.GotoAsync("/account/security");
        await here.FillAsync("#label", "A program");
        await here.ClickAsync("form[action='/account/tokens'] button");
        await Expect(here.Locator("#issued")).ToBeVisibleAsync();
        await there.GotoAsync("/");
        await Expect(there.Locator("main aside.note"))
            .ToContainTextAsync(Texts.Of(language).MatterOf(Matter.TokenIssued));
        await there.ClickAsync("main aside.note button");
        await Expect(there.Locator("main aside.note")).ToHaveCountAsync(0);

        await here.GotoAsync("/account/security");
        await Expect(here.Locator("#sessions tbody tr")).ToHaveCountAsync(2);
        await here.FillAsync("#present", Password);
        await here.FillAsync("#next", Another);
        await here.ClickAsync("form[action='/account/password'] button");
        await Expect(here.Locator(".note.good[role=status]")).ToContainTextAsync(Texts.Of(language).PasswordChanged);
        await Expect(here.Locator("#sessions tbody tr")).ToHaveCountAsync(1);
        await there.GotoAsync("/");
        await Expect(there.Locator(".note.good[role=status]"))
            .ToContainTextAsync(Texts.Of(language).SignedOutByPassword);
        await there.ReloadAsync();
        await Expect(there.Locator(".note.good[role=status]")).ToHaveCountAsync(0);
        await here.Context.CloseAsync();
        await there.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Who_runs_the_site_confirms_who_they_are_and_makes_a_link_for_somebody(string language)
    {
        var (page, _) = await browser.Open(language);
        await SignUp(page, $"boss-{language}", "");
        await SignUp((await browser.Open(language)).Page, $"lost-{language}", "");
        await browser.Site.Actors.Ask(
            Keys.OfAccount($"boss-{language}"), new AccountCommand.MakeOperator(), Call.System(),
            TestContext.Current.CancellationToken);
        browser.Site.Time.Advance(Account.ConfirmationLife);
        await page.GotoAsync("/operations");
        await page.ClickAsync("a[href='/operations/reset']");
        await page.FillAsync("#account", $"lost-{language}");
        await page.ClickAsync("form[action='/operations/reset'] button");
        await Expect(page.Locator("h1")).ToHaveTextAsync(Texts.Of(language).ConfirmTitle);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main form button.do");
        await page.FillAsync("#account", $"lost-{language}");
        await page.ClickAsync("form[action='/operations/reset'] button");
        var link = new Uri(await page.Locator("#link").TextContentAsync() ?? "").PathAndQuery;
        var (lost, _) = await browser.Open(language, hasScript: false);
        await lost.GotoAsync(link);
        await lost.FillAsync("#password", Another);
        await lost.ClickAsync("main form button.do");
        await SignIn(lost, $"lost-{language}", Another);
        await page.Context.CloseAsync();
        await lost.Context.CloseAsync();
    }

    private static async Task SignUp(IPage page, string account, string email)
    {
        await page.GotoAsync("/sign-up");
        await page.FillAsync("#account", account);
        await page.FillAsync("#name", account);
        await page.FillAsync("#password", Password);
        await page.FillAsync("#email", email);
        await page.ClickAsync("main form button.do");
        await Expect(page.Locator(".top a[href='/account']")).ToBeVisibleAsync();
    }

    private static async Task SignIn(IPage page, string account, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#account", account);
        await page.FillAsync("#password", password);
        await page.ClickAsync("main form button.do");
        await Expect(page.Locator(".top a[href='/account']")).ToBeVisibleAsync();
    }
}
