using System.Globalization;
using Communities.Actors;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>A contest opened, entered, voted in and won, in a real browser in both languages.</summary>
public sealed class ContestWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_contest_is_opened_entered_voted_in_and_won(string language, bool hasScript)
    {
        var host = await browser.Person("chair", language, hasScript, Role.Manager);
        var ann = await browser.Person("ann", language, hasScript);
        var ben = await browser.Person("ben", language, hasScript);
        await ben.Page.SetViewportSizeAsync(390, 844);
        var now = browser.Site.Time.GetUtcNow();

        // A contest whose votes end before its entries do is none; what was typed stays.
        await host.Page.GotoAsync("/c/repair/studio/contests");
        await host.Page.FillAsync("#title", $"The finest lamp {language}");
        await host.Page.FillAsync("textarea[name=rules]", "Show a lamp that you **mended**.");
        await host.Page.FillAsync("#entries-until", await Typed(now.AddDays(2)));
        await host.Page.FillAsync("#voting-until", await Typed(now.AddDays(1)));
        await host.Page.ClickAsync("#open button.do");
        await Expect(host.Page.Locator(".note.bad")).ToBeVisibleAsync();
        await Expect(host.Page.Locator("#title")).ToHaveValueAsync($"The finest lamp {language}");
        host.Faults.Clear(); // The browser says that the form was refused.
        await host.Page.FillAsync("#voting-until", await Typed(now.AddDays(4)));
        await host.Page.ClickAsync("#open button.do");
        await Expect(host.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        var address = new Uri(host.Page.Url).AbsolutePath;

        await Enter(ann, "Two hours, and it shines.");
        await Enter(ben, "Mine is older.");
        Assert.False(await ben.Page.EvaluateAsync<bool>(
            "() => document.documentElement.scrollWidth > innerWidth + 1"));
        await Expect(ben.Page.Locator("form[action$='/vote']")).ToHaveCountAsync(0);

        await Until(now.AddDays(2).AddMinutes(1));
        await host.Page.GotoAsync(address);
        await Expect(host.Page.Locator("form[action$='/vote']")).ToHaveCountAsync(2);
        await host.Page.ClickAsync("#e2 form[action$='/vote'] button");
        await Expect(host.Page.Locator("#e2 button[aria-pressed=true]")).ToBeVisibleAsync();
        await ben.Page.GotoAsync("/c/repair/contests");
        await ben.Page.ClickAsync($"a[href='{address}']");
        await Expect(ben.Page.Locator("form[action$='/enter']")).ToHaveCountAsync(0);
        await Expect(ben.Page.Locator("#e3 form[action$='/vote']")).ToHaveCountAsync(0);
        await ben.Page.ClickAsync("#e2 form[action$='/vote'] button");
        await Expect(ben.Page.Locator("#e2 button[aria-pressed=true]")).ToBeVisibleAsync();
        await Expect(ben.Page.Locator(".votes")).ToHaveCountAsync(0);

        await Until(now.AddDays(4).AddMinutes(1));
        await ben.Page.GotoAsync(address);
        await Expect(ben.Page.Locator(".entries li.won")).ToContainTextAsync(ann.Name);
        await Expect(ben.Page.Locator("#e2 .votes")).ToContainTextAsync("2");
        await Expect(ben.Page.Locator("form[action$='/vote']")).ToHaveCountAsync(0);
        await ben.Page.ClickAsync("a.button[href*='/threads/']");
        await Expect(ben.Page.Locator("article").Last).ToContainTextAsync($"@{ann.Account}");
        await ann.Page.GotoAsync($"/c/repair/members/{ann.Account}");
        await Expect(ann.Page.Locator("a[href$='/badges/contest-won']")).ToBeVisibleAsync();
        Assert.Empty(host.Faults.Concat(ann.Faults).Concat(ben.Faults));
        foreach (var person in (Walker[])[host, ann, ben]) await person.Page.Context.CloseAsync();

        async Task Enter(Walker who, string text)
        {
            await who.Page.GotoAsync(address);
            await who.Page.FillAsync("textarea[name=text]", text);
            await who.Page.ClickAsync("details.sheet button.do");
            await Expect(who.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
            await Expect(who.Page.Locator(".entries")).ToContainTextAsync(text);
        }

        // As the alarm does, which no test site rings.
        async Task Until(DateTimeOffset at)
        {
            browser.Site.Time.Advance(at - browser.Site.Time.GetUtcNow());
            await browser.Site.Actors.Ask(
                Keys.OfContest("repair", address.Split('/')[^1]), new ContestCommand.Advance(), Call.System(), Ct);
            await browser.Site.CaughtUp();
        }
    }

    // On the clocks of the community, as its form takes it.
    private async Task<string> Typed(DateTimeOffset at) => ZonedTime.Local(
        at, (await browser.Site.Actors.See<Community>("repair", Ct)).Zone).ToString(
        "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
